"""Every row of the lexicon is needed: without it, its example gives fewer documents."""

from __future__ import annotations

import pytest
from undocs import extract
from undocs.tables.codes import codes
from undocs.tables.rows import fold_component, rows

ROWS = [row for row in rows("lexicon.tsv") if row[2] != "qualifier"]
QUALIFIERS = [row for row in rows("lexicon.tsv") if row[2] == "qualifier"]
# How many documents the example gives: a range of three, or two of a list.
COUNTS = {"span": 3, "close": 3}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[2]} {row[0]}")
def test_an_example_needs_its_row(row: list[str]) -> None:
    word, language, role, _, _, example = row
    found = [mention.symbol for mention in extract(example, language=language or None)]
    assert len(found) == COUNTS.get(role, 2), found
    # Any other word in its place ends the list.
    if word.isalpha():
        other = example.replace(f" {word} ", " xyz ").replace(f" {word}. ", " xyz ").replace(f" {word}° ", " xyz ")
        assert len([*extract(other, language=language or None)]) < len(found), other


@pytest.mark.parametrize("row", QUALIFIERS, ids=lambda row: row[0])
def test_a_qualifier_belongs_to_its_symbol(row: list[str]) -> None:
    word, _, _, canonical, _, example = row
    (found,) = extract(example)
    assert found.text == example
    spelled = str(found.symbol)
    assert canonical in spelled if canonical else word.replace(" ", "") in spelled.lower()
    before, bracket = example.split(" (")
    (other,) = extract(f"{before} (xyz{bracket[len(word) :]}")
    assert other.text == before


def test_codes_are_those_of_the_components() -> None:
    for word, _, role, code, _, _ in ROWS:
        assert role not in {"code", "name"} or fold_component(code) in codes(), word
