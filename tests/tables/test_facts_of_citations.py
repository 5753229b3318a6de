"""The small tables that the citation reader is built from: each row has a source, and its example shows the row."""

from __future__ import annotations

import tomllib

import pytest
from undocs import extract
from undocs.citations.masking import fold_characters
from undocs.grammar.normalize import fold
from undocs.tables.characters import plain_characters
from undocs.tables.rows import DATA, rows
from undocs.tables.sessions import last_roman_session, last_roman_year
from undocs.tables.supplements import supplement_symbol
from undocs.tables.treaties import comments_have_symbols_since, treaty_note

CHARACTERS = [[*row] for row in rows("lookalike_characters.tsv")]
SIGNS = [[*row] for row in rows("session_signs.tsv")]
UNITS = [[*row] for row in rows("units.tsv")]
SUPPLEMENTS = [[*row] for row in rows("supplements.tsv")]
TREATIES = tomllib.loads((DATA / "treaties.toml").read_text(encoding="utf-8"))
NOTES = [
    (text, note)
    for entry in [*TREATIES["sessions"], TREATIES["general_comments"]]
    for text, note in entry["examples"].items()
]


def printed(example: str) -> str:
    """Return an example with its escapes replaced by the characters that they stand for."""
    return example.encode("ascii", "backslashreplace").decode("unicode_escape")


def in_row(codes: str, text: str) -> list[str]:
    """Return the characters of a text that a row's code points contain."""
    first, _, last = codes.partition("-")
    return [each for each in text if int(first, 16) <= ord(each) <= int(last or first, 16)]


def symbols(text: str) -> list[str]:
    return [str(mention.symbol) for mention in extract(text) if mention.symbol]


@pytest.mark.parametrize("row", CHARACTERS, ids=lambda row: f"{row[0]} {row[2]}")
def test_a_lookalike_character_is_read_as_its_example_says(row: list[str]) -> None:
    codes, _, readers, _, source, example, found = row
    assert source
    assert set(readers.split()) <= {"symbol", "citation", "part", "session"}
    text = printed(example)
    assert in_row(codes, text)
    assert symbols(text) == found.split()


@pytest.mark.parametrize("row", CHARACTERS, ids=lambda row: f"{row[0]} {row[2]}")
def test_a_lookalike_character_has_another_character_in_its_place(row: list[str]) -> None:
    codes, _, readers, _, _, example, found = row
    text = printed(example)
    other = "".join("§" if each in in_row(codes, text) else each for each in text)
    # A mark after a citation, or before its number, may be any mark: only what is read is changed.
    if "full-width" not in row[3]:
        assert symbols(other) != found.split(), readers


@pytest.mark.parametrize(
    ("character", "symbol", "citation"),
    [
        ("‐", "-", "-"), ("﹘", "-", "﹘"), ("﹣", "-", "﹣"), ("－", "-", "-"), ("—", "—", "—"), ("\t", "\t", " "),
        ("\n", "\n", "\n"), ("\xa0", " ", " "), ("\xad", "\xad", " "), ("\u2000", " ", " "), ("\u200a", " ", " "),
        ("\u200b", "\xad", " "), ("\u200f", "\xad", " "), ("\u202a", "\xad", " "), ("\u202e", "\xad", " "),
        ("\u202f", " ", " "), ("\u205f", " ", "\u205f"), ("\u2060", "\xad", "\u2060"), ("\u2066", "\xad", " "),
        ("\u2069", "\xad", " "), ("\u206a", "\u206a", "\u206a"), ("\ufeff", "\xad", " "), ("⁄", "/", "⁄"),
        ("∕", "/", "∕"), ("／", "/", "/"), ("٠", "٠", "0"), ("٩", "٩", "9"), ("۰", "۰", "0"), ("۹", "۹", "9"),
        ("！", "！", "!"), ("＇", "＇", "'"), ("（", "(", "("), ("）", ")", ")"), ("，", "，", "，"), ("．", ".", "."),
        ("０", "0", "0"), ("９", "9", "9"), ("：", "：", ":"), ("；", "；", "；"), ("＜", "＜", "<"), ("Ａ", "A", "A"),
        ("Ｚ", "Z", "Z"), ("ａ", "ａ", "a"), ("～", "～", "~"), ("｟", "｟", "｟"), ("А", "A", "А"), ("Ј", "J", "Ј"),
        ("Я", "Я", "Я"),
    ],
)  # fmt: skip
def test_both_readers_fold_their_own_characters(character: str, symbol: str, citation: str) -> None:
    assert (fold(character), fold_characters(character)) == (symbol, citation)


def test_cyrillic_letters_of_parts_and_of_sessions() -> None:
    assert "".join(sorted(plain_characters("part").values())) == "ABCEHKMOPTX"
    assert "".join(sorted(plain_characters("session").values())) == "CISX"


@pytest.mark.parametrize("row", SIGNS, ids=lambda row: row[0])
def test_a_sign_of_a_session_is_read_as_its_prefix(row: list[str]) -> None:
    sign, _, source, example, symbol = row
    assert source
    assert sign in example
    assert symbols(example) == [symbol]
    assert symbol not in symbols(example.replace(f"({sign}", "(س"))


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row[0])
def test_a_unit_after_a_number_makes_it_no_citation(row: list[str]) -> None:
    unit, source, example = row
    assert source
    assert symbols(example) == []
    assert symbols(example.replace(f" {unit} ", " zz ")) == ["S/RES/1325(2000)"]


@pytest.mark.parametrize("row", SUPPLEMENTS, ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_a_supplement_has_the_symbol_of_its_example(row: list[str]) -> None:
    *_, source, example, symbol = row
    assert source
    assert symbols(example) == [symbol]


@pytest.mark.parametrize(
    ("records", "of", "number", "symbol"),
    [
        ("GA", 30, 10, ""), ("GA", 31, 10, "A/31/10"), ("GA", 80, 1, "A/80/1"), ("ECOSOC", 1977, 5, ""),
        ("ECOSOC", 1977, 1, ""), ("ECOSOC", 1978, 1, "E/1978/99"), ("ECOSOC", 1978, 5, "E/1978/15"),
        ("ECOSOC", 1984, 5, "E/1984/15"), ("ECOSOC", 1985, 5, "E/1985/25"), ("ECOSOC", 2020, 1, "E/2020/99"),
        ("ECOSOC", 2020, 2, "E/2020/22"), ("SC", 1990, 1, ""),
    ],
)  # fmt: skip
def test_supplements_of_each_time(records: str, of: int, number: int, symbol: str) -> None:
    assert supplement_symbol(records, of, number) == symbol


@pytest.mark.parametrize(("text", "note"), NOTES)
def test_an_example_of_a_treaty_has_its_note(text: str, note: str) -> None:
    assert [mention.note for mention in extract(text)] == [note]


def test_every_entry_of_treaties_has_a_source() -> None:
    assert all(entry["source"] for entry in [*TREATIES["sessions"], TREATIES["general_comments"]])


def test_sessions_without_a_note_of_their_own() -> None:
    assert treaty_note("BC-14") == treaty_note("X") == ""
    assert treaty_note("SS.X") == "the text is in the report of the Governing Council of UNEP on its session"


def test_facts_that_follow_from_the_tables() -> None:
    assert (last_roman_session(), last_roman_year(), comments_have_symbols_since()) == (30, 1976, 2011)
