"""Symbols without a document of their own, and countries: the small tables hold."""

from __future__ import annotations

import pytest
from undocs.symbol import Symbol
from undocs.tables import rows, series
from undocs.tables.countries import country

TEXTS = list(rows.rows("texts.tsv"))
COUNTRIES = list(rows.rows("countries.tsv"))


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: f"{row[0]} {row[1]}-{row[2]}")
def test_a_rule_begins_with_a_listed_series_and_names_a_symbol(row: list[str]) -> None:
    prefix, start, end, published_in, note, source, verified, _ = row
    assert series.series_of(prefix.split("/")) is not None
    assert int(start or 0) <= int(end or 9999)
    assert (verified == "yes") == (source != "memory")
    assert note
    if published_in:
        whole = published_in.format(n=start, nn=start[-2:])
        assert str(Symbol.parse(whole)) == whole


@pytest.mark.parametrize("row", [row for row in TEXTS if row[-1]], ids=lambda row: row[-1])
def test_a_rule_holds_for_its_example(row: list[str]) -> None:
    assert Symbol.parse(row[-1]).explain().note == row[4]


@pytest.mark.parametrize(
    ("symbol", "published_in"),
    [
        ("A/DEC/79/546", "A/79/49(Vol.II)"),
        ("A/DEC/39/417", ""),
        ("E/DEC/2001/212", "E/2001/99"),
        ("E/DEC/1985/101", "E/1985/85"),
        ("A/HRC/RES/5/1", "A/HRC/5/21"),
        ("A/HRC/DEC/9/101", "A/HRC/9/28"),
        ("A/HRC/RES/12/1", ""),
        ("A/RES/217(III)[A]", "A/RES/217(III)"),
        ("A/RES/51/153B", ""),
        ("A/66/10(SUPP)", "A/66/10"),
        ("S/RES/1373", "S/RES/1373(2001)"),
        ("S/RES/1373(2001)", ""),
        ("A/66/10", ""),
    ],
)
def test_where_the_text_really_is(symbol: str, published_in: str) -> None:
    found = Symbol.parse(symbol).explain()
    assert found.published_in == published_in
    assert bool(found.note) == (bool(published_in) or "DEC" in symbol or symbol.endswith("B"))


@pytest.mark.parametrize("symbol", ["SC/6816", "CBD/COP/15/4", "IPBES/12/INF/12"])
def test_what_the_official_document_system_does_not_serve_is_told(symbol: str) -> None:
    assert "Official Document System" in Symbol.parse(symbol).explain().note


def test_a_session_that_has_not_been_is_told() -> None:
    assert Symbol.parse("A/RES/999/1").explain().note == "there has been no such session"
    assert Symbol.parse("A/RES/80/1").explain().note == ""


def test_letters_of_countries_are_sorted_and_unique() -> None:
    letters = [row[0] for row in COUNTRIES]
    assert letters == sorted(set(letters))
    assert all((verified == "yes") == (source != "memory") for _, _, source, verified, _ in COUNTRIES)


@pytest.mark.parametrize("row", [row for row in COUNTRIES if row[-1]], ids=lambda row: row[0])
def test_letters_of_a_country_say_it_in_their_example(row: list[str]) -> None:
    parts = Symbol.parse(row[-1]).explain().parts
    assert (row[0], row[1]) in [(part.text, part.name) for part in parts if part.role == "country"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("JPN", "Japan"),
        ("GUA", "Guatemala"),
        ("IRN", "Iran (Islamic Republic of)"),
        ("UK", "United Kingdom"),
        ("ZZZ", None),
        ("FR", None),
    ],
)
def test_countries(code: str, name: str | None) -> None:
    assert country(code) == name
