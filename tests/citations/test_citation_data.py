"""The tables behind citations: every entry says where it was seen, and its examples give what they say."""

from __future__ import annotations

import csv
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
import undocs
from undocs.citations import cite
from undocs.scanner.scan import symbols
from undocs.tables.languages import LANGUAGES
from undocs.tables.organs import organs
from undocs.tables.sessions import council_year, roman_session

DATA = Path(undocs.__file__).parent / "data"
TABLES = {
    language: tomllib.loads((DATA / "citations" / f"{language}.toml").read_text(encoding="utf-8"))
    for language in (*LANGUAGES, "any")
}
ENTRIES = [
    (language, entry)
    for language, table in TABLES.items()
    for section in ("cue_words", "organs", "phrases")
    for entry in table.get(section, ())
]
EXAMPLES = [(language, text, want) for language, entry in ENTRIES for text, want in entry["examples"].items()]


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@pytest.mark.parametrize(("language", "text", "want"), EXAMPLES)
def test_an_example_gives_what_it_says(language: str, text: str, want: str) -> None:
    taken = [(start, end) for _, start, end, _, _ in symbols(text)]
    told = None if language == "any" else language
    found = [str(mention.symbol) for mention in cite(text, taken, language=told) if mention.symbol]
    assert found == want.split()


@pytest.mark.parametrize(("language", "text", "want"), EXAMPLES)
def test_an_example_is_found_without_being_told_its_language(language: str, text: str, want: str) -> None:
    taken = [(start, end) for _, start, end, _, _ in symbols(text)]
    found = [str(mention.symbol) for mention in cite(text, taken) if mention.symbol]
    assert found == want.split(), language


@pytest.mark.parametrize(("language", "entry"), ENTRIES)
def test_every_entry_has_a_source_and_an_example(language: str, entry: dict[str, object]) -> None:
    assert entry["source"], language
    assert entry["examples"], language


def test_every_organ_named_is_known() -> None:
    named = {str(entry["organ"]) for _, entry in ENTRIES if "organ" in entry}
    assert named - {"COUNCIL"} <= set(organs())


def test_every_organ_has_a_source_and_says_where_its_texts_are() -> None:
    for code, organ in organs().items():
        assert organ.source, code
        where = (organ.resolution, organ.roman, organ.decision, organ.note, organ.comments)
        assert any(where) or code in {"SC", "FOREIGN"}, code


def test_security_council_years_follow_without_a_gap() -> None:
    table = [(int(row["year"]), int(row["first"]), int(row["last"])) for row in rows("sc_resolution_years.tsv")]
    assert table[0] == (1946, 1, 15)
    for (year, _, last), (following, first, _) in pairwise(table):
        assert (following, first) == (year + 1, last + 1)


def test_roman_sessions_do_not_overlap() -> None:
    ends = sorted((int(row["first"]), int(row["last"])) for row in rows("ga_roman_sessions.tsv"))
    assert all(first <= last for first, last in ends)


@pytest.mark.parametrize("name", ["sc_resolution_years.tsv", "special_sessions.tsv", "ga_roman_sessions.tsv"])
def test_every_row_has_a_source(name: str) -> None:
    assert all(row["source"] for row in rows(name))


@pytest.mark.parametrize(("number", "year"), [(1, 1946), (242, 1967), (598, 1987), (1325, 2000), (2811, 2025)])
def test_the_number_gives_the_year(number: int, year: int) -> None:
    assert council_year(number) == year


def test_no_year_beyond_the_table() -> None:
    assert council_year(9999) is None


@pytest.mark.parametrize(("number", "session"), [(217, "III"), (1514, "XV"), (2253, "ES-V"), (2758, "XXVI")])
def test_the_number_gives_the_roman_session(number: int, session: str) -> None:
    assert roman_session(number) == session
