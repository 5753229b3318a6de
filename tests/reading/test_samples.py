"""Real documents: all are read, and ten give the symbols that a reader finds in them."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import FULL, full_data
from undocs.corpus.masthead import own_symbols
from undocs.corpus.stream import scan
from undocs.reading import files, read

if TYPE_CHECKING:
    from collections.abc import Iterable

with (Path(__file__).parent / "samples.tsv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t"))

FORMATS = {".pdf": "pdf", ".docx": "docx", ".doc": "docx", ".html": "html", ".xml": "xml", ".tsv": "text"}


def symbols(path: Path) -> dict[str, str]:
    """Return the pages of each symbol."""
    pages: dict[str, list[str]] = defaultdict(list)
    for document in read(path):
        for place in scan(document.chunks, citations=False):
            pages[str(place.mention.symbol)].append(str(place.page or "-"))
    return {symbol: " ".join(seen) for symbol, seen in pages.items()}


@pytest.mark.parametrize("name", dict.fromkeys(row["file"] for row in ROWS))
def test_symbols_of_a_document(name: str) -> None:
    pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")
    assert symbols(full_data("samples/documents") / name) == {
        row["symbol"]: row["pages"] for row in ROWS if row["file"] == name
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", list(files([FULL / "samples/documents"], recursive=True)), ids=lambda name: Path(name).name
)
def test_every_document_is_read(name: str) -> None:
    pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")
    path = full_data("samples/documents") / name
    for document in read(path):
        assert document.format == FORMATS[path.suffix]
        assert sum(len(chunk.text) for chunk in document.chunks) > 500
        assert document.warnings == []


def masthead(name: str) -> set[str]:
    return {
        str(symbol)
        for document in read(full_data("samples/documents") / name)
        for symbol in own_symbols(next(document.chunks))
    }


@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("akn_Chinese_A_RES_79_222-2424329C.xml", ["A/RES/79/222"]),
        ("budget_A_80_604_Add.13.docx", ["A/80/604/Add.13"]),
        ("escwa_E_ESCWA_2017_EC.4_4(PART_VII)-EN.pdf",
         ["E/ESCWA/2017/EC.4/4(PartVII)", "E/ESCWA/ECW/2017/IG.1/5(PartIII)"]),
        ("escwa_E_ESCWA_2017_EC.4_L.2-AR.pdf", ["E/ESCWA/2017/EC.4/L.2"]),
        ("escwa_E_ESCWA_30_18_REPORT-FR.pdf", ["E/2018/41", "E/ESCWA/30/18/Report"]),
        ("ga_A_C.1_80_L.2.pdf", ["A/C.1/80/L.2"]),
        ("ods_A_80_434-EN.pdf", ["A/80/434", "S/2025/632"]),
        ("ods_A_RES_70_10-EN.pdf", ["A/RES/70/10"]),
        ("sc_table_scact1976_table_en.html", []),
        ("upr_g1014611.pdf", ["A/HRC/DEC/14/105"]),
    ],
)  # fmt: skip
def test_a_document_is_told_from_those_it_cites(name: str, symbols: Iterable[str]) -> None:
    pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")
    assert masthead(name) == set(symbols)
