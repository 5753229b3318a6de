"""The tables of series and codes hold together, and the longest prefix wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from undocs.symbol import Symbol
from undocs.tables import codes, rows, series

if TYPE_CHECKING:
    from pathlib import Path

SERIES = series.table()
CODES = [code for rows in codes.codes().values() for code in rows]
KINDS = {row.kind for row in SERIES.values()}


def lines(file: str) -> list[str]:
    """Return the rows of a data file as they stand, without comments and column names."""
    text = (rows.DATA / file).read_text(encoding="utf-8").splitlines()
    return [line for line in text if not line.startswith("#")][1:]


@pytest.mark.parametrize("file", ["series.tsv", "components.tsv"])
def test_rows_are_sorted_and_whole(file: str) -> None:
    rows = lines(file)
    assert rows == sorted(rows)
    assert {line.count("\t") for line in rows} == {rows[0].count("\t")}


def test_prefixes_are_unique_whatever_the_case() -> None:
    assert len({rows.fold_component(line.split("\t")[0]) for line in lines("series.tsv")}) == len(lines("series.tsv"))


def test_codes_are_unique_within_their_series() -> None:
    keys = [(rows.fold_component(code.code), within) for code in CODES for within in code.within or ("",)]
    assert len(set(keys)) == len(keys)


def test_every_parent_exists_and_no_series_is_its_own_ancestor() -> None:
    for row in SERIES.values():
        seen = [row.prefix]
        while row.parent:
            row = SERIES[row.parent]  # noqa: PLW2901
            assert row.prefix not in seen
            seen.append(row.prefix)


def test_codes_hold_within_series_or_kinds_that_exist() -> None:
    assert {within for code in CODES for within in code.within} <= SERIES.keys() | KINDS


@pytest.mark.parametrize("file", ["series.tsv", "components.tsv"])
def test_rows_have_a_name_and_an_explained_source_and_memory_is_not_verified(file: str) -> None:
    text = (rows.DATA / "series.tsv").read_text(encoding="utf-8")
    explained = {"memory"} | {word for line in text.splitlines() if line.startswith("#") for word in line.split()}
    listed = SERIES.values() if file == "series.tsv" else CODES
    for row in listed:
        assert row.name == row.name.strip() != "", row
        assert set(row.source.split(";")) <= explained, row
        assert row.verified == (row.source != "memory"), row


@pytest.mark.parametrize("row", [row for row in SERIES.values() if row.example], ids=lambda row: row.prefix)
def test_every_example_belongs_to_its_series(row: series.Series) -> None:
    assert series.series_of(row.example.split("/")) is row


@pytest.mark.parametrize("code", [code for code in CODES if code.example], ids=lambda code: code.example)
def test_every_example_has_its_code(code: codes.Code) -> None:
    components = code.example.split("/")
    assert code in [codes.named(component, series.series_of(components)) for component in components]


@pytest.mark.parametrize(
    ("symbol", "prefix"),
    [
        ("UNEP/EA.5/Res.14", "UNEP/EA"),
        ("unep/ozl.pro/excom/97/8", "UNEP/OzL.Pro/ExCom"),
        ("UNEP/OzL.Pro.28/12", "UNEP/OzL.Pro"),
        ("ICCD/COP(13)/CST/2", "ICCD/COP/CST"),
        ("ISBA/21/LTC/15", "ISBA/*/LTC"),
        ("ISBA/A/L.1", "ISBA/A"),
        ("E/1979/C.1/L.12", "E/*/C.1"),
        ("E/1979/41", "E"),
        ("E/C.12/GC/27", "E/C.12"),
        ("GC.18/INF/4", "GC."),
        ("PBC.37/1", "PBC."),
        ("PBC/4/OC/1", "PBC/*/OC"),
        ("PBC/4/2", "PBC"),
        ("TD/B/C.1/207", "TD/B/C.1"),
        ("TD/B/C.I/21", "TD/B/C.I"),
        ("TD/B/C.1/IRONORE/1", "TD/B/C.1/IRON ORE"),
        ("A/AC.999/1", "A/AC"),
        ("A/ACCOUNT/1", "A"),
    ],
)
def test_the_longest_prefix_wins(symbol: str, prefix: str) -> None:
    found = series.series_of(symbol.split("/"))
    assert found is not None
    assert found.prefix == prefix


@pytest.mark.parametrize("symbol", ["GC(66)/RES/12", "WT/DS26/AB/R", "HIV/AIDS", ""])
def test_foreign_beginnings_have_no_series(symbol: str) -> None:
    assert series.series_of(symbol.split("/")) is None


@pytest.mark.parametrize(
    ("component", "prefix", "name"),
    [
        ("WP.29", "ECE/TRANS", "working party"),
        ("WP.160", "A/CN.9/WG.IV", "working paper"),
        ("GC", "CCPR/C", "general comment"),
        ("GC", "HS", "Governing Council"),
        ("ADD.7", "A", "addendum"),
        ("rev.1", "A", "revision"),
        ("L.5", "A/C.3", "draft resolution or decision"),
        ("P", "A/CONF.28", "conference paper"),
        ("L.5", "A/CN.4", "limited document"),
    ],
)
def test_a_code_says_what_its_series_makes_of_it(component: str, prefix: str, name: str) -> None:
    code = codes.named(component, SERIES[prefix])
    assert code is not None
    assert code.name == name


def test_a_body_is_added_by_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in rows.DATA.glob("*.tsv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "series.tsv").open("a", encoding="utf-8") as table:
        table.write("A/AC.999\tAd Hoc Committee on Teapots\t\tA\tsubsidiary\tyear\tno\t2031\t\tmemory\tno\t\n")
    monkeypatch.setattr(rows, "DATA", tmp_path)
    series.table.cache_clear()
    series._index.cache_clear()
    try:
        found = Symbol.parse("A/AC.999/2031/CRP.1").explain()
        assert found.description == "Ad Hoc Committee on Teapots · 2031 · conference room paper 1"
    finally:
        series.table.cache_clear()
        series._index.cache_clear()
