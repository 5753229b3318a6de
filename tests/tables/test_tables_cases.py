"""What the tables say: which series a symbol is of, what a component says in it, countries, numerals, other makers."""

from __future__ import annotations

from pathlib import Path

import pytest
from undocs import Symbol, SymbolError, extract
from undocs.scanner.scan import symbol_names
from undocs.tables import codes, series
from undocs.tables.countries import country
from undocs.tables.numerals import ordinal, roman, year
from undocs.tables.sessions import session_years

DATA = Path(__file__).parents[1] / "data" / "tables"
SERIES = series.table()


def rows(file: str) -> list[list[str]]:
    """Return the rows of a table of cases, without its comments and its column names."""
    lines = (DATA / file).read_text("utf-8").split("\n")[:-1]
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.mark.parametrize(("symbol", "prefix", "kind"), rows("series.tsv"))
def test_the_longest_prefix_wins(symbol: str, prefix: str, kind: str) -> None:
    found = series.series_of(symbol.split("/"))
    assert (found.prefix, found.kind) == (prefix, kind) if found else not prefix


@pytest.mark.parametrize(("component", "prefix", "code", "role", "name"), rows("codes.tsv"))
def test_a_component_says_what_its_series_makes_of_it(
    component: str, prefix: str, code: str, role: str, name: str
) -> None:
    found = codes.named(component, SERIES[prefix] if prefix else None)
    assert (found.code, found.role, found.name) == (code, role, name) if found else not code


@pytest.mark.parametrize(
    ("component", "modifies"),
    [
        ("Add.1", True), ("add.1", True), ("Add", True), ("Corr.2", True), ("Rev.1", True), ("Amend.1", True),
        ("Suppl.1", True), ("Supp.1", True), ("Ver.1", True), ("Summary", True), ("Excerpt", True),
        ("Corrigendum", True), ("L.5", False), ("L", False), ("Xyz.1", False), ("5", False), ("RES", False),
        ("Annex", False), ("Part", False), ("", False),
    ],
)  # fmt: skip
def test_a_component_modifies_the_document_before_it(component: str, modifies: bool) -> None:  # noqa: FBT001
    assert codes.modifies(component) is modifies


@pytest.mark.parametrize(
    ("symbol", "reach"),
    [
        ("A/66/10", 1), ("A", 1), ("A/C.3/66", 2), ("UNEP/OzL.Pro/ExCom/97/8", 3), ("XYZ/1", 0), ("npt/x", 1),
        ("UNEP/EA.5/Res.14", 2), ("ISBA/21/LTC/15", 3), ("ISBA/21/x", 2), ("TD/B/C.1/IRON ORE/1", 4), ("", 0),
    ],
)  # fmt: skip
def test_components_reach_into_the_table(symbol: str, reach: int) -> None:
    assert series.reach(symbol.split("/")) == reach


def test_rows_hold_what_the_files_say() -> None:
    assert SERIES["A/AC.105"] == series.Series(
        prefix="A/AC.105",
        name="Committee on the Peaceful Uses of Outer Space",
        short="Committee on Outer Space",
        parent="A",
        kind="subsidiary",
        pattern="none@1962-;year@CRP and recent",
        on_ods="yes",
        first="1962",
        last="",
        source="UNOV",
        verified=True,
        example="A/AC.105/101",
    )
    assert SERIES["A/AC.13"].verified is False
    assert (SERIES["A/AC.13"].first, SERIES["A/AC.13"].last) == ("1947", "1947")
    general, vehicles = codes.codes()["ADD."]
    assert general == codes.Code("Add.", (), "addendum", "modification", "RG", verified=True, example="S/8248/Add.6")
    assert (vehicles.within, vehicles.verified) == (("E/ECE/TRANS/505",), False)


@pytest.mark.parametrize(("text", "prefixes"), rows("search.tsv"))
def test_a_search_gives_rows_in_the_order_of_their_prefixes(text: str, prefixes: str) -> None:
    found = [row.prefix for row in series.search_series(text)]
    few = found if len(found) <= 12 else [*found[:6], "..."]
    assert " ".join(few) == prefixes


@pytest.mark.parametrize(("number", "named", "maker"), rows("lookalikes.tsv"))
def test_the_number_of_another_maker_is_no_symbol(number: str, named: str, maker: str) -> None:
    text = f"It says {number} there."
    assert list(extract(text, citations=False)) == []
    assert symbol_names(text) == []
    if named:
        with pytest.raises(SymbolError) as refused:
            Symbol.parse(number)
        assert refused.value.expected.endswith(f"as A or CTOC; these are of {maker}")


@pytest.mark.parametrize(("letters", "name"), rows("countries.tsv"))
def test_letters_stand_for_a_country(letters: str, name: str) -> None:
    assert country(letters) == (name or None)


@pytest.mark.parametrize(("kind", "given", "number"), rows("numerals.tsv"))
def test_numerals(kind: str, given: str, number: str) -> None:
    found = roman(given) if kind == "roman" else year(given) if kind == "year" else ordinal(int(given))
    assert found == (number if kind == "ordinal" else int(number) if number else None)


@pytest.mark.parametrize(
    ("pattern", "session", "years"),
    [
        ("GA session", 1, (1946, 1947)),
        ("none@1946-1976;GA session@1976-", 78, (2023, 2024)),
        ("HRC session", 1, (2006, 2006)),
        ("HRC session", 3, (2006, 2006)),
        ("HRC session", 4, (2007, 2007)),
        ("HRC session", 43, (2020, 2020)),
        ("HRC session@2006-", 6, (2007, 2007)),
        ("session", 5, None),
        ("year", 5, None),
    ],
)
def test_sessions_fall_in_years(pattern: str, session: int, years: tuple[int, int] | None) -> None:
    assert session_years(pattern, session) == years
