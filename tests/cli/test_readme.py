"""The README does what it shows."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from un_server import serving
from undocs.records.cache import CacheInfo
from undocs.tables.series import Series
from undocs_cli.commands import catalog, check, explain, get
from undocs_cli.rows import DISTINCT, EACH
from user_folders import user_folders

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SESSIONS = [
    (command, shown)
    for block in re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    for command, _, shown in (session.partition("\n") for session in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:])
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A reader's own folders, and services that answer: one session goes on from the other."""
    folder = tmp_path_factory.mktemp("home")
    with serving() as services:
        yield user_folders(folder) | services.environment


@pytest.mark.parametrize(("line", "shown"), SESSIONS, ids=[line for line, _ in SESSIONS])
@pytest.mark.posix
def test_session(line: str, shown: str, command: list[str], home: dict[str, str]) -> None:
    called = re.sub(r"(^|\| )undocs ", lambda before: before[1] + " ".join(command) + " ", line)
    run = subprocess.run(  # noqa: S602 - what a reader would type
        called,
        shell=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        check=False,
        env={"PATH": os.environ["PATH"], "COLUMNS": "80", **home},
    )
    assert run.stdout.decode().splitlines() == shown.splitlines()


@pytest.mark.parametrize("block", re.findall(r"^```pycon\n(.*?)^```$", README, re.DOTALL | re.MULTILINE))
def test_python(block: str) -> None:
    example = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


@pytest.mark.parametrize(
    "columns",
    [
        DISTINCT,
        EACH,
        explain.PIECE,
        explain.WHOLE,
        Series._fields,
        check.COLUMNS,
        get.COLUMNS,
        catalog.TALLY,
        catalog.FOUND,
        catalog.HELD,
        CacheInfo._fields,
    ],
)
def test_the_columns_are_those_that_are_written(columns: tuple[str, ...]) -> None:
    assert ", ".join(columns) in " ".join(README.split())
