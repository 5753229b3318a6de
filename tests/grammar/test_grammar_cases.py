"""Symbols in every spelling that the grammar takes, near misses that it refuses, and the URLs of the UN's hosts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from undocs import Symbol, SymbolError, extract
from undocs.scanner.scan import symbol_names

DATA = Path(__file__).parents[1] / "data" / "symbols"


def rows(file: str) -> list[list[str]]:
    """Return the rows of a table of cases, without its comments and its column names."""
    lines = (DATA / file).read_text("utf-8").split("\n")[:-1]
    lines = [re.sub(r"\\u([0-9a-f]{4})", lambda point: chr(int(point[1], 16)), line) for line in lines]
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.mark.parametrize(("printed", "canonical", "why"), rows("parse.tsv"))
def test_a_printed_symbol_has_one_canonical_spelling(printed: str, canonical: str, why: str) -> None:
    assert str(Symbol.parse(printed)) == canonical, why
    assert str(Symbol.parse(canonical)) == canonical, why


@pytest.mark.parametrize(("text", "start", "end", "expected", "why"), rows("refused.tsv"))
def test_a_near_miss_is_refused_where_it_goes_wrong(text: str, start: str, end: str, expected: str, why: str) -> None:
    with pytest.raises(SymbolError) as refused:
        Symbol.parse(text)
    assert (refused.value.span, refused.value.expected) == ((int(start), int(end)), expected), why


@pytest.mark.parametrize(("point", "printed", "canonical", "name"), rows("characters.tsv"))
def test_a_character_of_print_stands_for_an_ascii_one(point: str, printed: str, canonical: str, name: str) -> None:
    """An empty canonical spelling is that of a near miss: a character that must not be taken for another."""
    text = printed.replace("@", chr(int(point, 16)))
    found = list(extract(f"see {text}, there", citations=False))
    assert [str(mention.symbol) for mention in found] == ([canonical] if canonical else []), name
    assert [mention.text for mention in found] == ([text] if canonical else []), name
    assert symbol_names(f"see {text}, there") == ([canonical] if canonical else []), name
    if canonical:
        assert str(Symbol.parse(text)) == canonical, name


@pytest.mark.parametrize(("url", "surface", "canonical", "parsed", "why"), rows("urls.tsv"))
def test_a_url_of_the_uns_hosts_names_a_symbol(url: str, surface: str, canonical: str, parsed: str, why: str) -> None:
    """`surface` and `canonical` are what a text with the URL gives, `parsed` what the URL alone is read as."""
    found = list(extract(f"see {url} there", citations=False))
    assert " ".join(mention.text for mention in found) == surface, why
    assert " ".join(str(mention.symbol) for mention in found) == canonical, why
    assert " ".join(symbol_names(f"see {url} there")) == canonical, why
    try:
        assert str(Symbol.parse(url)) == parsed, why
    except SymbolError:
        assert not parsed, why
