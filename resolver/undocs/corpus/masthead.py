r"""The symbols that a document bears itself, as opposed to those that it cites.

A UN document has its symbol in its masthead, alone on a line near the word "Distr.", which every official language
prints in this form. A printed report without a masthead has it at the head of its first page.

>>> from undocs.reading import Chunk
>>> text = "United Nations\nDistr.: General\nA/66/10\n\nThe report in A/65/10 was before the Commission."
>>> sorted(map(str, own_symbols(Chunk(text))))
['A/66/10']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from undocs.extract import extract

if TYPE_CHECKING:
    from undocs.reading import Chunk
    from undocs.symbol import Symbol

__all__ = ["Role", "own_symbols"]

Role = Literal["own", "cited"]

_HEAD = 6000  # characters of the document that may hold the masthead
_NEAR = 6  # lines that are not empty, from "Distr." to the symbol, before it or after it
_FIRST = 3  # lines at the head of a page without a masthead
_BESIDE = 3  # words that may be in the symbol's line: "United Nations", "Nations Unies"


def own_symbols(chunk: Chunk) -> frozenset[Symbol]:
    """Return the symbols that a document bears: two if it was issued in two series, none in most texts.

    Args:
        chunk: the document's first chunk.
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
    """Return the symbols of a line that holds hardly anything else; none if one is in words or in brackets."""
    symbols, beside, end = [], "", 0
    for mention in extract(line, citations=False):
        between = line[end : mention.start]
        if mention.symbol is None or mention.kind != "symbol" or between.endswith("("):
            return []
        symbols.append(mention.symbol)
        beside += between
        end = mention.end
    return symbols if len(re.findall(r"[^\W\d_]{2,}", beside + line[end:])) <= _BESIDE else []
