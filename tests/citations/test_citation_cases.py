"""Cases of citations: a text, and every citation that `extract` finds in it.

The cases are data, `tests/data/citations/*.toml`; `rules.toml` says how one is written.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from undocs import extract
from undocs.citations import Context

DATA = Path(__file__).parents[1] / "data" / "citations"
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.toml"))}
COLUMNS = 6  # surface, symbol, confidence, candidates, note, the document that has the text


def filler(size: int) -> str:
    """Return exactly `size` characters of words that no sentence's end and no number interrupts."""
    return (" lorem ipsum" * (size // 12 + 1))[1 : size + 1]


def filled(template: str, items: list[str]) -> str:
    """Put the items of a row in place of {0}, {1}, ..., and words in place of {filler:20}."""
    text = re.sub(r"\{(\d+)\}", lambda place: items[int(place[1])], template)
    return re.sub(r"\{filler:(\d+)\}", lambda place: filler(int(place[1])), text)


def citations(pieces: list[str], case: dict[str, Any]) -> list[list[str]]:
    """Return the citations in the pieces of one document, each as a row of a case's `found`."""
    context = Context()
    rows = []
    for text in pieces:
        done = 0
        for mention in extract(text, language=case["language"], organ=case.get("organ"), context=context):
            assert text[mention.start : mention.end] == mention.text
            assert mention.start >= done
            done = mention.end
            if mention.kind == "citation":
                symbol, published_in = str(mention.symbol or ""), str(mention.published_in or "")
                candidates = " ".join(map(str, mention.candidates))
                rows.append([mention.text, symbol, mention.confidence, candidates, mention.note, published_in])
    return rows


def wanted(found: list[list[str]], items: list[str]) -> list[list[str]]:
    """Return the rows of a `found` with the columns that it leaves out."""
    return [[filled(column, items) for column in row] + [""] * (COLUMNS - len(row)) for row in found]


def cases(section: str) -> list[Any]:
    """Return the cases or tables of every file, each with the language of its file unless it has its own."""
    return [
        pytest.param({"language": content.get("language")} | case, id=f"{name}-{number}-{case['why'][:60]}")
        for name, content in FILES.items()
        for number, case in enumerate(content.get(section, ()))
    ]


@pytest.mark.parametrize("case", cases("case"))
def test_a_case_gives_what_it_says(case: dict[str, Any]) -> None:
    pieces = [filled(piece, []) for piece in case.get("pieces", [case.get("text")])]
    assert citations(pieces, case) == wanted(case["found"], [])


@pytest.mark.parametrize("table", cases("table"))
def test_each_row_of_a_table_gives_what_it_says(table: dict[str, Any]) -> None:
    for row in table["rows"]:
        given = row if isinstance(row, list) else [row]
        items = [item for item in given if isinstance(item, str)]
        found = table.get("found", [item for item in given if not isinstance(item, str)])
        text = filled(table["text"], items)
        assert citations([text], table) == wanted(found, items), text
