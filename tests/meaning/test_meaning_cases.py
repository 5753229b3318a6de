"""What symbols mean, part by part, what a link to each cannot promise, and the links themselves."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from undocs import SymbolError, UndocsError, link
from undocs.links import Target
from undocs.symbol import unchecked

if TYPE_CHECKING:
    from undocs.meaning.describe import Part

DATA = Path(__file__).parents[1] / "data"
CASES = tomllib.loads((DATA / "meaning/parts.toml").read_text("utf-8"))


def rows(file: str) -> list[list[str]]:
    """Return the rows of a table of cases, without its comments and its column names."""
    lines = (DATA / file).read_text("utf-8").split("\n")[:-1]
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def line(part: Part) -> str:
    """Return a part as the cases write it."""
    return f"{part.role} {part.text or '-'}: {part.name}{'' if part.verified else ' ~'}"


@pytest.mark.parametrize("name", CASES)
def test_every_part_of_a_symbol_is_named(name: str) -> None:
    case, symbol = CASES[name], unchecked(name)
    found = symbol.explain()
    assert [line(part) for part in found.parts] == case["parts"]
    assert found.parts == symbol.parts
    assert found.symbol == name
    assert found.description == case["description"]
    assert list(found.years or ()) == case.get("years", [])
    keys = ("relation", "parent", "note", "published_in")
    assert [getattr(found, key) for key in keys] == [case.get(key, "") for key in keys]
    assert found.on_ods == case.get("on_ods", "yes")
    assert str(symbol.base) == case.get("base", name)
    assert str(symbol.parent or "") == case.get("parent", "")


@pytest.mark.parametrize("name", CASES)
def test_parts_stand_where_they_say(name: str) -> None:
    parts = [part for part in unchecked(name).parts if part.text]
    assert all(name[part.start : part.end] == part.text for part in parts)
    assert all(before.end <= after.start for before, after in pairwise(parts))


@pytest.mark.parametrize(("name", "note", "published_in"), rows("meaning/availability.tsv"))
def test_what_a_link_cannot_promise_is_told(name: str, note: str, published_in: str) -> None:
    found = unchecked(name).explain()
    assert (found.note, found.published_in) == (note, published_in)


@pytest.mark.parametrize(("name", "role", "series"), rows("meaning/series.tsv"))
def test_a_part_names_the_row_of_the_table_that_says_it(name: str, role: str, series: str) -> None:
    assert [part.series for part in unchecked(name).parts if part.role == role] == series.split(" ")


@pytest.mark.parametrize(("name", "years"), rows("meaning/years.tsv"))
def test_parts_know_their_years(name: str, years: str) -> None:
    found = [f"{part.text}={part.years[0]}-{part.years[1]}" for part in unchecked(name).parts if part.years]
    assert found == years.split()


def test_a_symbol_of_a_series_that_is_not_listed_has_no_meaning() -> None:
    symbol = unchecked("WXYZ/2019/CRP.4")
    assert symbol.parts == ()
    assert symbol.parent is None
    with pytest.raises(SymbolError) as refused:
        symbol.explain()
    assert refused.value.text == "WXYZ/2019/CRP.4"
    assert refused.value.span == (0, 4)
    assert refused.value.expected == "the beginning of a listed series"


@pytest.mark.parametrize(("name", "language", "target", "url"), rows("symbols/links.tsv"))
def test_a_link_leads_to_a_document(name: str, language: str, target: str, url: str) -> None:
    found: Target = next(each for each in get_args(Target) if each == target)
    assert link(unchecked(name), language, found) == url


def test_a_link_is_english_and_of_undocs_where_nothing_else_is_asked_for() -> None:
    assert link(unchecked("A/RES/60/1")) == "https://undocs.org/en/A/RES/60/1"


@pytest.mark.parametrize(
    ("language", "target", "message"),
    [
        ("xx", "undocs", "no such language: xx (one of en, fr, es, ar, zh, ru, de)"),
        ("ot", "undocs", "no such language: ot (one of en, fr, es, ar, zh, ru, de)"),
        ("en", "nowhere", "no such link: nowhere (one of undocs, docs, pdf, library)"),
    ],
)
def test_a_link_that_cannot_be_made_is_an_error(language: str, target: Target, message: str) -> None:
    with pytest.raises(UndocsError) as refused:
        link(unchecked("A/RES/60/1"), language, target)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("name", "other", "relation"),
    [
        ("A/55/1/Add.2/Corr.1", "A/55/1/Add.2", "corrigendum 1"),
        ("A/55/1/Add.2/Corr.1", "A/55/1", "addendum 2"),
        ("A/55/1/Add.2/Corr.1", "A/55", ""),
        ("A/55/1/Add.2/Corr.1", "A/55/1/Add.2/Corr.1", ""),
        ("A/78/6(Sect.3)/Add.7", "A/78/6", "budget section 3"),
        ("A/55/432/Add.1-S/2000/921", "A/55/432", "addendum 1"),
        ("A/55/432-S/2000/921/Add.1", "S/2000/921", ""),
        ("WXYZ/2019/CRP.4/Add.1", "WXYZ/2019/CRP.4", ""),
    ],
)
def test_a_document_is_something_of_another(name: str, other: str, relation: str) -> None:
    assert unchecked(name).relation(unchecked(other)) == relation
    assert unchecked(name).is_addendum_of(unchecked(other)) == relation.startswith("addendum")


@pytest.mark.parametrize(
    ("name", "suffixes", "base"),
    [
        ("A/66/10", (), "A/66/10"),
        ("A/66/10/Add.1", ("Add.1",), "A/66/10"),
        ("A/66/10/Add", ("Add",), "A/66/10"),
        ("A/66/10/Rev.1/Add.2/Corr.3", ("Rev.1", "Add.2", "Corr.3"), "A/66/10"),
        ("A/66/Add.1/10", (), "A/66/Add.1/10"),
        ("A/66/10/Summary", ("Summary",), "A/66/10"),
        ("A/66/10/Suppl.1", ("Suppl.1",), "A/66/10"),
        ("A/66/10/Ver.1", ("Ver.1",), "A/66/10"),
        ("A/66/L.5", (), "A/66/L.5"),
        ("A/66/10/Xyz", (), "A/66/10/Xyz"),
        ("Add.1/Add.2", ("Add.2",), "Add.1"),
        ("A/55/432/Add.1-S/2000/921/Corr.1", ("Add.1",), "A/55/432"),
    ],
)
def test_modifications_end_a_symbol(name: str, suffixes: tuple[str, ...], base: str) -> None:
    symbol = unchecked(name)
    assert symbol.suffixes == suffixes
    assert str(symbol.base) == base


@pytest.mark.parametrize(
    ("name", "halves"),
    [
        ("A/55/432-S/2000/921", "A/55/432 S/2000/921"),
        ("A/55/432-S/2000/921-E/2000/3", "A/55/432 S/2000/921 E/2000/3"),
        ("A/ES-10/273-S/2002/921", "A/ES-10/273 S/2002/921"),
        ("A/ES-10/273", "A/ES-10/273"),
        ("CERD/C/BRA/CO/18-20", "CERD/C/BRA/CO/18-20"),
        ("A/55/432", "A/55/432"),
        ("IDB.18/8-PBC.13/6", "IDB.18/8 PBC.13/6"),
    ],
)
def test_a_joint_symbol_has_halves(name: str, halves: str) -> None:
    symbol = unchecked(name)
    assert " ".join(map(str, symbol.joint)) == halves
    assert symbol.components == tuple(halves.partition(" ")[0].split("/"))


def test_symbols_sort_as_a_reader_expects() -> None:
    order = [
        "A/9/1", "A/10/1", "A/66/9", "A/66/10", "A/66/10/Add.2", "A/66/10/Add.10", "A/66/L.5", "A/C.3/66/1",
        "A/RES/60/1", "A/RES/217(III)", "AB/1", "S/9",
    ]  # fmt: skip
    assert sorted(map(unchecked, reversed(order))) == [*map(unchecked, order)]
    assert unchecked("A/01") != unchecked("A/1")
    assert (unchecked("A/01") < unchecked("A/1"), unchecked("A/1") < unchecked("A/01")) == (True, False)
    assert unchecked("A/1") <= unchecked("A/1") < unchecked("A/2")
    assert unchecked("A/2") > unchecked("A/1")
    assert hash(unchecked("A/1")) == hash(unchecked("A/1"))


def test_a_symbol_is_not_compared_with_its_text() -> None:
    text: object = "A/1"
    assert unchecked("A/1") != text
    with pytest.raises(TypeError):
        assert unchecked("A/1") < "A/2"
