"""What is hidden from the citation reader: symbols that were found, and line ends that divide a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MASK", "mask", "undivided"]

MASK = "\0"  # no page holds it, and a text of one byte a character stays one


def mask(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return `text` with the spans of `taken` (in order) maskted out, length for length."""
    pieces: list[str] = []
    done = 0
    for start, end in taken:
        if end > done:
            first = max(start, done)
            pieces += (text[done:first], MASK * (end - first))
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


_DIVIDED = re.compile(r"-(?<=[^\W\d_]-)(\r?\n[ \t]{0,40}+)([^\W\d_]{1,30}+)")


def undivided(text: str) -> str:
    """Return `text` with the words whole that a line's end divides ("resolu-", "tion"), length for length."""
    return _DIVIDED.sub(lambda word: word[2] + " " * (len(word[1]) + 1), text)
