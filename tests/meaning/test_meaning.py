"""What symbols mean: every part of many real ones, and what holds for all of them."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undocs.errors import SymbolError
from undocs.meaning.lineage import lineage
from undocs.meaning.parts import parts_of
from undocs.symbol import Symbol
from undocs.tables import codes, series
from undocs.tables.numerals import ordinal, roman, year
from undocs.tables.series import series_of
from undocs.tables.sessions import session_years

if TYPE_CHECKING:
    from undocs.meaning.describe import Meaning, Part

CASES = tomllib.loads((Path(__file__).parent / "explain.toml").read_text(encoding="utf-8"))


def meaning(text: str) -> Meaning:
    """Return what a symbol in any spelling means."""
    return Symbol.parse(text).explain()


def line(part: Part) -> str:
    """Return a part as the cases write it."""
    return f"{part.role} {part.text or '-'}: {part.name}{'' if part.verified else ' ~'}"


@pytest.mark.parametrize("symbol", CASES)
def test_every_part_of_a_symbol_is_named(symbol: str) -> None:
    case, found = CASES[symbol], meaning(symbol)
    assert [line(part) for part in found.parts] == case["parts"]
    assert found.description == case["description"]
    assert list(found.years or ()) == case.get("years", [])
    assert (found.parent, found.note, found.published_in) == tuple(
        case.get(key, "") for key in ("parent", "note", "published_in")
    )


@pytest.mark.parametrize("symbol", CASES)
def test_parts_stand_where_they_say(symbol: str) -> None:
    found = meaning(symbol)
    spans = [(part.start, part.end) for part in found.parts if part.text]
    assert all(found.symbol[part.start : part.end] == part.text for part in found.parts)
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


NUMBERS = st.sampled_from(["1", "21", "78", "2024", "18-20", "XIV", "(XIV)", "S-11", "3(XXIX)", "6(Sect.3)", "153B"])
CODES = st.sampled_from([code.code for rows in codes.codes().values() for code in rows])
COUNTED = st.builds(lambda code, number: code + number * code.endswith("."), CODES, NUMBERS)
COMPONENTS = st.lists(st.one_of(NUMBERS, COUNTED, st.sampled_from(["JPN", "GUA", "ZZZ", "[A]", "x.y", ""])), max_size=5)


@given(st.sampled_from(sorted(series.table())), COMPONENTS)
def test_whatever_follows_a_prefix_is_read_piece_by_piece(prefix: str, components: list[str]) -> None:
    text = "/".join([prefix.replace("*", "21"), *components])
    parts = parts_of(text.split("/"))
    assert all(text[part.start : part.end] == part.text for part in parts)
    assert all(before.end <= after.start for before, after in pairwise(part for part in parts if part.text))


@pytest.mark.parametrize(
    ("text", "wrong", "expected"),
    [
        ("OEA/Ser.L/III.15", "OEA", "Organization of American States"),
        ("MSC/72/13/2", "MSC", "International Maritime Organization"),
        ("LEG/CONF.15/21", "LEG", "International Maritime Organization"),
        ("INFCIRC/225", "INFCIRC", "International Atomic Energy Agency"),
        ("HIV/AIDS", "HIV", "the letters of a listed series"),
        ("24/7", "24", "the letters of a listed series"),
        ("/TR/TD/B/FONT", "/", "the letters of a listed series"),
        ("npt/conf.gro", "conf.gro", "a series that begins with npt/"),
        ("E/F/S.82.XI.2", "F", "a body, a type, a session or a number"),
        ("GE.08-42391", "GE.08-42391", "the letters of a listed series"),
        ("CTOC/COP", "P", "a number"),
    ],
)
def test_what_only_looks_like_a_symbol_is_refused_at_its_fault(text: str, wrong: str, expected: str) -> None:
    with pytest.raises(SymbolError) as refused:
        meaning(text)
    start, end = refused.value.span
    assert text[start:end] == wrong
    assert expected in refused.value.expected
    assert f"  {' ' * start}{'^' * (end - start)}" in str(refused.value)


@pytest.mark.parametrize(
    ("symbol", "chain"),
    [
        ("A/78/6(Sect.3)/Add.7", [("addendum 7", "A/78/6(Sect.3)"), ("budget section 3", "A/78/6")]),
        ("E/1999/41/Rev.1/Corr.1", [("corrigendum 1", "E/1999/41/Rev.1"), ("revision 1", "E/1999/41")]),
        ("A/64/439/Add.2(PartII)", [("part II", "A/64/439/Add.2"), ("addendum 2", "A/64/439")]),
        ("A/RES/217(III)[A]", [("part A", "A/RES/217(III)")]),
        ("A/RES/51/153B", [("part B", "A/RES/51/153")]),
        ("LC/G.2681-P/Rev.3", [("revision 3", "LC/G.2681-P"), ("edition P", "LC/G.2681")]),
        ("S/PV.3745(Resumption1)", [("resumption 1", "S/PV.3745")]),
        ("A/78/6", []),
        ("ZZ/CONF/2020/1/Add.1", []),
    ],
)
def test_documents_belong_together(symbol: str, chain: list[tuple[str, str]]) -> None:
    components = symbol.split("/")
    assert [*lineage(components, parts_of(components) if series_of(components) else ())] == chain


def test_a_corrigendum_of_an_addendum_belongs_to_both() -> None:
    corrected = Symbol("A/55/1/Add.2/Corr.1")
    assert corrected.relation(Symbol("A/55/1/Add.2")) == "corrigendum 1"
    assert corrected.relation(Symbol("A/55/1")) == "addendum 2"
    assert corrected.relation(Symbol("A/55/2")) == ""
    assert corrected.is_addendum_of(Symbol("A/55/1"))
    assert not corrected.is_addendum_of(Symbol("A/55/1/Add.2"))


@pytest.mark.parametrize(
    ("symbol", "parent", "base"),
    [
        ("A/55/1/Add.2/Corr.1", "A/55/1/Add.2", "A/55/1"),
        ("A/78/6(Sect.3)/Add.7", "A/78/6(Sect.3)", "A/78/6(Sect.3)"),
        ("A/78/6(Sect.3)", "A/78/6", "A/78/6(Sect.3)"),
        ("A/78/6", None, "A/78/6"),
        ("ZZ/CONF/2020/1/Add.1", None, "ZZ/CONF/2020/1"),
    ],
)
def test_a_document_knows_what_it_belongs_to(symbol: str, parent: str | None, base: str) -> None:
    found = Symbol(symbol)
    assert (str(found.parent) if found.parent else None, str(found.base)) == (parent, base)


@pytest.mark.parametrize(
    ("symbol", "role", "text"),
    [
        ("A/RES/60/1", "session", "60"),
        ("A/RES/60/1", "type", "RES"),
        ("A/RES/60/1", "number", "1"),
        ("S/RES/1325(2000)", "year", "2000"),
        ("CRPD/C/JPN/CO/1", "country", "JPN"),
        ("A/RES/60/1", "year", None),
        ("ZZ/CONF/2020/1", "year", None),
    ],
)
def test_a_part_is_at_hand_by_its_role(symbol: str, role: str, text: str | None) -> None:
    part = Symbol(symbol).part(role)
    assert (part.text if part else None) == text


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("I", 1),
        ("IV", 4),
        ("IX", 9),
        ("XIV", 14),
        ("XXX", 30),
        ("LVIII", 58),
        ("XC", 90),
        ("IIX", None),
        ("", None),
        ("A", None),
    ],
)
def test_roman_numerals(numeral: str, number: int | None) -> None:
    assert roman(numeral) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (121, "121st")],
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


@pytest.mark.parametrize(
    ("digits", "found"),
    [("1944", None), ("1945", 1945), ("2026", 2026), ("2050", None), ("26", None), ("20011", None)],
)
def test_years(digits: str, found: int | None) -> None:
    assert year(digits) == found


@pytest.mark.parametrize(
    ("pattern", "session", "years"),
    [
        ("none@1946-1976;GA session@1976-", 78, (2023, 2024)),
        ("none@1946-1976;GA session@1976-", 29, (1974, 1975)),
        ("HRC session", 1, (2006, 2006)),
        ("HRC session", 7, (2008, 2008)),
        ("HRC session", 28, (2015, 2015)),
        ("HRC session", 43, (2020, 2020)),
        ("session", 5, None),
    ],
)
def test_sessions_fall_in_years(pattern: str, session: int, years: tuple[int, int] | None) -> None:
    assert session_years(pattern, session) == years


@pytest.mark.parametrize(
    "text", ["A/AC.105/" + "9" * 6000, "A/" + "9" * 6000 + "/1", "E/ECE/TRANS/505/Add." + "9" * 6000]
)
def test_numbers_of_any_length_are_read(text: str) -> None:
    parts = parts_of(text.split("/"))
    assert "9" in parts[-1].text or "9" in parts[-2].text
