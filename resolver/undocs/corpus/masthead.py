"""Which of the symbols in a document are its own.

A UN document carries its symbol in its masthead, alone on a line near the word "Distr.", which every official
language prints so; a printed report without a masthead, at the head of its first page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from undocs.extract import extract

if TYPE_CHECKING:
    from undocs.reading import Chunk
    from undocs.symbol import Symbol

__all__ = ["Role", "own"]

Role = Literal["own", "cited"]

_HEAD = 6000  # characters in which the masthead must stand
_NEAR = 6  # lines, empty ones aside, between "Distr." and the symbol
_FIRST = 3  # lines at the head of a page
_BESIDE = 3  # words that may share the symbol's line: "United Nations", "Nations Unies"


def own(chunk: Chunk) -> frozenset[Symbol]:
    """Return the symbols that a document bears: two where it was issued in two series, none in most texts.

    Args:
        chunk: the first of the document's chunks.
    """
    lines = [line for line in chunk.text[:_HEAD].splitlines() if line.strip()]
    for number, line in enumerate(lines):
        if re.search(r"\bDistr\b", line, re.IGNORECASE):
            near = lines[max(0, number - _NEAR) : number + _NEAR + 1]
            break
    else:
        near = lines[:_FIRST] if chunk.page else []
    return frozenset(symbol for line in near for symbol in _alone(line))


def _alone(line: str) -> list[Symbol]:
    """Return the symbols of a line that holds hardly anything else."""
    symbols, beside, end = [], "", 0
    for mention in extract(line, citations=False):
        between = line[end : mention.start]
        if mention.symbol is None or mention.kind != "symbol" or between.endswith("("):
            return []
        symbols.append(mention.symbol)
        beside += between
        end = mention.end
    return symbols if len(re.findall(r"[^\W\d_]{2,}", beside + line[end:])) <= _BESIDE else []
