"""Every record of every sample of real records is taken in, and is found by each symbol that it bears."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from conftest import full_data
from undocs import Symbol
from undocs.records.catalog.catalog import Catalog
from undocs.records.catalog.importer import Import, Tally
from undocs.symbol import unchecked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Sample(NamedTuple):
    """What a sample holds, told without the code that is tested."""

    records: int
    symbols: set[str]


def xml(path: Path) -> Sample:
    text = path.read_text(encoding="utf-8")
    symbols: set[str] = set()
    for field in re.findall(r'tag="191"[^>]*>(.*?)</(?:ns0:)?datafield>', text, re.DOTALL):
        symbols.update(re.findall(r'code="[az]">([^<]+)<', field))
    symbols.update(re.findall(r"<Id_string>([^<]+)<", text))
    return Sample(len(re.findall(r"</(?:ns0:)?(?:record|item)>", text)), set(map(unescape, symbols)))


def mrk(path: Path) -> Sample:
    text = path.read_text(encoding="utf-8")
    return Sample(len(re.findall(r"(?m)^=(?:LDR|000)", text)), set(re.findall(r"(?m)^=191  \S\S\$a([^$\n]+)", text)))


def table(column: str) -> Callable[[Path], Sample]:
    def sample(path: Path) -> Sample:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return Sample(len(rows), {row[column] for row in rows if row[column]})

    return sample


def index(path: Path) -> Sample:
    rows = json.loads(path.read_text(encoding="utf-8"))
    return Sample(len(rows), {symbol for row in rows for symbol in row["docsymbol"]})


def lines(path: Path) -> Sample:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return Sample(len(rows), {row["itsentry"] for row in rows})


def ods(path: Path) -> Sample:
    pages = [page["scrape"] for page in json.loads(path.read_text(encoding="utf-8")).values()]
    names = ("Symbol", "Symbol 2", "Symbol 3")
    return Sample(len(pages), {page[name] for page in pages for name in names if name in page})


# Of each sample: how to tell what it holds, how many of its records bear no symbol, how many stand there twice.
SAMPLES: dict[str, tuple[Callable[[Path], Sample], int, int]] = {
    "dlx_tests_marc.mrk": (mrk, 2, 0),
    "dlx_tests_marc.xml": (xml, 2, 0),
    "escwa_2019-01-01.mrk": (mrk, 0, 0),
    "horizon_bibs.xml": (xml, 1, 0),
    "itp_display_first400.jsonl": (lines, 0, 0),
    "ods_multiun_map_first120.json": (ods, 0, 1),
    "ohchr_juris_sample.xml": (xml, 0, 0),
    "ohchr_library_votes_first900.csv": (table("symbol"), 10, 0),
    "ppb2027_mandates_first1500.csv": (table("Full Document Symbol"), 272, 4),
    "sc_index_S72_first400.json": (index, 0, 0),
    "unbisnet_draft_resolutions_first900.csv": (table("un_document_symbol"), 0, 0),
    "undl_committee3_drafts_session78.xml": (xml, 0, 0),
    "undl_eecwa_first150.xml": (xml, 0, 0),
    "unov_new_sample300.xml": (xml, 0, 0),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_no_record_is_lost(name: str, tmp_path: Path) -> None:
    path = full_data(f"samples/records/{name}")
    tell, without_symbol, twice = SAMPLES[name]
    sample = tell(path)
    told: list[str] = []
    with Import(tmp_path / "c.db") as into:
        tally = into.load(name, [path.read_bytes()], told.append)
    assert not told
    assert tally == Tally(
        name, sample.records, added=sample.records - twice, unchanged=twice, without_symbol=without_symbol
    )
    catalog = Catalog(tmp_path / "c.db")
    assert sum(info.records for info in catalog.info()[:-1]) == sample.records - twice
    lost = [symbol for symbol in sample.symbols if catalog.look_up(unchecked(symbol)).status != "found"]
    assert not lost


def test_every_sample_of_records_is_in_the_table() -> None:
    folder = full_data("samples/records")
    no_records = {"SOURCES.tsv", "jmarc.schema.json"}
    assert {path.name for path in folder.iterdir()} - no_records == set(SAMPLES)


TOLD: list[tuple[str, str, str, Any]] = [
    ("undl_committee3_drafts_session78.xml", "A/C.3/78/L.47", "languages", ("en", "fr", "es", "ar", "zh", "ru")),
    ("undl_committee3_drafts_session78.xml", "A/C.3/78/L.47", "related", (("resolution", "A/RES/78/206"),
                                                                         ("committee report", "A/78/481/Add.2"))),
    ("undl_eecwa_first150.xml", "E/ECWA/XI/4/Add.1/PartII", "date", "1984-04-22"),
    ("ods_multiun_map_first120.json", "E/CN.4/2005/135", "spelling", "E/CN.4/2005/135"),
    ("unov_new_sample300.xml", "E/NL.1959/68", "date", "1959-01-01"),
    ("ohchr_juris_sample.xml", "CAT/C/50/D/431/2010", "title", "Y. v. Switzerland"),
    ("unbisnet_draft_resolutions_first900.csv", "S/2015/562", "job_numbers", ("N1512915 E",)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "symbol", "attribute", "value"), TOLD)
def test_what_real_records_say(name: str, symbol: str, attribute: str, value: object, tmp_path: Path) -> None:
    with Import(tmp_path / "c.db") as into:
        into.load(name, [full_data(f"samples/records/{name}").read_bytes()], print)
    assert getattr(Catalog(tmp_path / "c.db").look_up(Symbol.parse(symbol)), attribute) == value
