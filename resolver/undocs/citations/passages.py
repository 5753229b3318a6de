"""The passages of a text worth reading: those near a word such as "resolution" with a number in reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.citations.numbers import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undocs.citations.vocabulary import Vocabulary

__all__ = ["CHAIN", "REACH", "passages"]

REACH = 110  # characters from the word to its first number
CHAIN = 300  # characters from one number of a list to the next
_BEFORE = 400  # characters looked back for whose resolution it is
_MASK = "\ufffc"


def _anchors(text: str, words: Sequence[str]) -> list[int]:
    """Return where the words stand, in order."""
    places = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + len(word))
    places.sort()
    return places


def _spans(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold an anchor and a digit in reach, merged and in order."""
    digit = re.compile(r"\d").search
    more = re.compile(r"\d\s?[/(（／]").search
    forward = vocabulary.cue_first
    start = end = -1
    for at in _anchors(text, vocabulary.anchors):
        if not (digit(text, at, at + REACH) if forward else digit(text, max(0, at - REACH), at)):
            continue
        low = max(0, at - _BEFORE)
        while not forward and low > end and more(text, max(0, low - CHAIN), low):
            low = max(0, low - CHAIN)
        if low > end:
            if end >= 0:
                yield start, end
            start = low
        end = max(end, min(len(text), at + REACH + (CHAIN if forward else 0)))
        while forward and end < len(text) and more(text, max(at, end - CHAIN), end):
            end = min(len(text), end + CHAIN)
    if end >= 0:
        yield start, end


def passages(text: str, taken: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield (offset, folded passage) with the spans of `taken` (in order) blotted out, length for length."""
    at = 0
    for start, end in _spans(text, vocabulary):
        pieces = []
        done = start
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        for first, last in taken[at:]:
            if first >= end:
                break
            first, last = max(first, done), min(last, end)
            pieces += [text[done:first], _MASK * (last - first)]
            done = max(done, last)
        pieces.append(text[done:end])
        yield start, fold("".join(pieces))
