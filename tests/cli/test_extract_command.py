"""`undocs extract` and `undocs resolve`, run as they are installed."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

REPORT = "examples/ctoc-cop-2024-report.txt"
PLACES = {  # symbol: line of the first mention, mentions
    "CTOC/COP/2024/6": (25, 2),
    "CTOC/COP/2024/5": (31, 2),
    "CTOC/COP/2024/CRP.3": (41, 1),
    "CTOC/COP/2024/CRP.4": (49, 1),
    "CTOC/COP/2024/CRP.5": (57, 1),
}


def test_the_shipped_report(invoke: Run) -> None:
    run = invoke("extract", REPORT)
    rows = [line.split("\t") for line in run.stdout.decode().splitlines()]
    assert (run.returncode, run.stderr) == (0, b"")
    assert [row[:2] for row in rows] == [[symbol, f"https://undocs.org/en/{symbol}"] for symbol in PLACES]
    assert {row[0]: (int(row[4]), int(row[3])) for row in rows} == PLACES


def test_every_mention_as_json_lines(invoke: Run) -> None:
    given = "See A/66/10 and Corr.1, SC/6816, General Assembly resolution 60/1.\nXYZ/CONF.2/2020/L.1\n"
    run = invoke("extract", "-f", "jsonl", "--all", stdin=given.encode())
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(one["symbol"], one["kind"], one["confidence"], one["line"]) for one in found] == [
        ("A/66/10", "symbol", "certain", 1),
        ("A/66/10/Corr.1", "continued", "certain", 1),
        ("SC/6816", "press", "certain", 1),
        ("A/RES/60/1", "citation", "certain", 1),
        ("XYZ/CONF.2/2020/L.1", "symbol", "unlisted", 2),
    ]
    for one in found:
        assert given[one["start"] : one["end"]] == one["text"]
        assert one["file"] == "-"
        assert (one["url"] is None) == (one["kind"] == "press")


FORMATS: dict[str, Callable[[str], list[str]]] = {
    "plain": str.splitlines,
    "urls": lambda out: [url.removeprefix("https://undocs.org/en/") for url in out.splitlines()],
    "tsv": lambda out: [line.split("\t")[0] for line in out.splitlines()],
    "csv": lambda out: [row["symbol"] for row in csv.DictReader(io.StringIO(out))],
    "json": lambda out: [row["symbol"] for row in json.loads(out)],
    "jsonl": lambda out: [json.loads(line)["symbol"] for line in out.splitlines()],
    "markdown": lambda out: [line.split("[")[1].split("]")[0] for line in out.splitlines()[2:]],
    "table": lambda out: [line.split()[0] for line in out.splitlines()[2:] if line[:1].strip()],
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_same_symbols(name: str, invoke: Run) -> None:
    run = invoke("extract", "-f", name, REPORT)
    assert FORMATS[name](run.stdout.decode()) == list(PLACES)


LINKS = [
    (("-l", "fr"), "https://undocs.org/fr/A/HRC/WG.6/33/QAT/2"),
    (("-l", "de"), "https://undocs.org/ot/A/HRC/WG.6/33/QAT/2"),
    (("--link", "docs", "-l", "zh"), "https://docs.un.org/zh/A/HRC/WG.6/33/QAT/2"),
    (("--link", "pdf", "-l", "de"), "https://documents.un.org/api/symbol/access?s=A/HRC/WG.6/33/QAT/2&l=de&t=pdf"),
    (("--link", "library"), "https://digitallibrary.un.org/search?p=A%2FHRC%2FWG.6%2F33%2FQAT%2F2"),
]


@pytest.mark.parametrize(("options", "url"), LINKS)
def test_links(options: tuple[str, ...], url: str, invoke: Run) -> None:
    assert invoke("resolve", "-f", "urls", *options, "a/hrc/wg.6/33/qat/2").stdout.decode().strip() == url


SPELLINGS = {
    "s/res/1325 (2000)": ["S/RES/1325(2000)"],
    "https://undocs.org/pdf?symbol=en/A%2FRES%2F38%2F77": ["A/RES/38/77"],
    "  A/80/L.23* ": ["A/80/L.23"],
    "A/55/432-S/2000/921": ["A/55/432", "S/2000/921"],
}


@pytest.mark.parametrize("given", SPELLINGS)
def test_resolve_any_spelling(given: str, invoke: Run) -> None:
    assert invoke("resolve", "-f", "plain", given).stdout.decode().splitlines() == SPELLINGS[given]
    assert invoke("resolve", "-f", "plain", "-", stdin=given.encode()).stdout.decode().splitlines() == SPELLINGS[given]


ELSEWHERE = {  # what has no document of its own, and where its link leads
    "General Assembly decision 78/560": "A/78/49(Vol.II)",
    "Human Rights Council resolution 5/1": "A/HRC/5/21",
    "A/DEC/78/560": "A/78/49(Vol.II)",
    "A/RES/217(III)[A]": "A/RES/217(III)",
}


@pytest.mark.parametrize("given", ELSEWHERE)
def test_a_link_leads_where_the_text_is(given: str, invoke: Run) -> None:
    run = invoke("extract", "-f", "jsonl", stdin=given.encode())
    assert json.loads(run.stdout)["url"] == f"https://undocs.org/en/{ELSEWHERE[given]}"


OPTIONS = [
    ((), ["A/RES/60/1", "A/66/10", "A/66/10/Add.1", "XYZ/CONF.2/2020/L.1", "SC/6816"]),
    (("--strict",), ["A/RES/60/1", "A/66/10", "A/66/10/Add.1", "SC/6816"]),
    (("--no-citations",), ["A/66/10", "A/66/10/Add.1", "XYZ/CONF.2/2020/L.1", "SC/6816"]),
    (("--kind", "continued", "--kind", "press"), ["A/66/10/Add.1", "SC/6816"]),
]


@pytest.mark.parametrize(("options", "symbols"), OPTIONS)
def test_options_of_extract(options: tuple[str, ...], symbols: list[str], invoke: Run) -> None:
    text = b"General Assembly resolution 60/1; A/66/10 and Add.1, XYZ/CONF.2/2020/L.1 (press release SC/6816)"
    assert invoke("extract", "-f", "plain", *options, stdin=text).stdout.decode().split() == symbols


ENCODED = {
    "utf-8": (b"caf\xc3\xa9 A/RES/60/1", b""),
    "utf-8 with its mark": (b"\xef\xbb\xbfA/RES/60/1", b""),
    "utf-16 with its mark": ("A/RES/60/1".encode("utf-16"), b""),
    "cp1252": (b"caf\xe9 A/RES/60/1", b"cp1252"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name: str, invoke: Run, tmp_path: Path) -> None:
    content, note = ENCODED[name]
    (tmp_path / "text").write_bytes(content)
    run = invoke("extract", "-f", "plain", str(tmp_path / "text"))
    assert (run.returncode, run.stdout) == (0, b"A/RES/60/1\n")
    assert note in run.stderr
    assert len(run.stderr.splitlines()) == bool(note)
