"""CONTRIBUTING.md: its examples work, in a copy of the checkout, and its table and commands name what exists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("resolver", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(copy: Path, *arguments: str) -> list[str]:
    """Return the lines that a run of Python prints with the copy of the library."""
    environment = os.environ | {"PYTHONPATH": str(copy / "resolver"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=copy, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def table_of_places(text: str) -> list[str]:
    """Return the rows of the table that says where a change goes."""
    return re.search(r"\| change \| place \|\n(?:\|.*\n)+", text)[0].splitlines()  # type: ignore[index]


def test_both_pages_say_the_same_of_where_a_change_goes() -> None:
    assert table_of_places(GUIDE) == table_of_places((ROOT / "docs/architecture.md").read_text("utf-8"))


def test_a_body_is_one_row(copy: Path) -> None:
    row = dict(re.findall(r"^    (prefix|[a-z_]+) {2,}(.*)$", GUIDE.partition("## Add a body")[2], re.MULTILINE))
    row = {name: "" if value.startswith("(empty") else value for name, value in row.items()}
    table = copy / "resolver/undocs/data/series.tsv"
    text = table.read_text("utf-8")
    [head] = (line for line in text.splitlines() if line.startswith("prefix\t"))
    assert list(row) == head.split("\t")
    table.write_text(text + "\t".join(row.values()) + "\n", "utf-8")
    run(copy, "scripts/sort_tables.py")
    code = "from undocs import Symbol; print(Symbol('A/AC.300/2027/L.2').explain().description)"
    assert run(copy, "-c", code) == ["Ad Hoc Committee on an Example · 2027 · limited document 2"]


def test_a_citation_is_one_entry(copy: Path) -> None:
    [entry] = re.findall(r"(?:^    .*\n)+", GUIDE[GUIDE.index("    [[organs]]") :], re.MULTILINE)[:1]
    [(example, symbol)] = re.findall(r'examples = \{ "(.*)" = "(.*)" \}', entry)
    code = f"from undocs import extract; print(*(str(mention.symbol) for mention in extract({example!r})))"
    assert run(copy, "-c", code) != [symbol]
    file = copy / "resolver/undocs/data/citations/es.toml"
    before, head, after = file.read_text("utf-8").partition("[[organs]]\n")  # a longer name goes before a shorter one
    file.write_text(before + re.sub("^    ", "", entry, flags=re.MULTILINE) + "\n" + head + after, "utf-8")
    assert run(copy, "-c", code) == [symbol]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\b(?:tests|docs|scripts|benchmarks)/[\w/.]*\w", GUIDE))))
def test_what_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:data|reading|records|undocs_cli)/[\w/.]+)`", GUIDE))))
def test_each_place_of_the_table_exists(path: str) -> None:
    place = ROOT / ("cli" if path.startswith("undocs_cli") else "resolver/undocs") / path
    assert place.parent.is_dir() if place.stem in {"x", "xx"} else place.exists()
