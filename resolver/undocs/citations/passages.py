"""The passages of a text worth reading: those near a word such as "resolution" with a number in reach."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.numbers import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undocs.citations.vocabulary import Vocabulary

__all__ = ["CHAIN", "REACH", "passages"]

REACH = 110  # characters from the word to its first number
CHAIN = 300  # characters from one number of a list to the next
_BEFORE = 400  # characters looked back for whose resolution it is


def _anchors(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the words begin and end, in order."""
    places = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.append((at, at + len(word)))
            at = text.find(word, at + len(word))
    places.sort()
    return places


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what a number in reach looks like, one that touches the word, and one further on in a list."""
    # The engine scans for the one class of characters, and looks closer only there.
    listed = (
        r"[\dIVX](?:(?<=\d)(?:(?<![\d/／]\d)\d{0,3}\s?[/／]\s?\d{1,5}(?![\d/])|[^\d/\n.;]{0,14}\s{0,2}[(（])"
        r"|(?<=[IVX])[IVX]{0,6}/\d)"
    )
    next_to = r"[^\W\d]{0,12}(?:\.?\s{0,2}(?:(?:\w{1,3}[.º°]{0,2}|№)\s?)?\d|\s[^\d.,;:()]{5,50}\s\d{3,4}(?![\d/]))"
    return re.compile(listed), re.compile(next_to), re.compile(r"\d\s?[/(（／]")


def _spans(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold an anchor and a number in reach, merged and in order."""
    near, next_to, more = _shapes()
    forward = vocabulary.cue_first
    start = end = -1
    for at, behind in _anchors(text, vocabulary.anchors):
        if forward:
            if not (near.search(text, at, at + REACH) or next_to.match(text, behind)):
                continue
        elif not re.search(r"\d", text[max(0, at - REACH) : at]):
            continue
        low = max(0, at - _BEFORE)
        while not forward and low > end and more.search(text, max(0, low - CHAIN), low):
            low = max(0, low - CHAIN)
        if low > end:
            if end >= 0:
                yield start, end
            start = low
        end = max(end, min(len(text), at + REACH + (CHAIN if forward else 0)))
        while forward and end < len(text) and more.search(text, max(at, end - CHAIN), end):
            end = min(len(text), end + CHAIN)
    if end >= 0:
        yield start, end


def passages(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield (offset, folded passage) for each passage worth reading, in order and without overlap."""
    for start, end in _spans(text, vocabulary):
        yield start, fold(text[start:end])
