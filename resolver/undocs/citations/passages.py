"""Find the passages of a text that are worth reading: those with a cue such as "resolution" and a number within reach.

>>> from undocs.citations.vocabulary import vocabulary
>>> text = "Nothing of note." + " " * 500 + "See resolution 60/1."
>>> [(offset, passage.strip()) for offset, passage in passages(text, vocabulary("en"))]
[(121, 'See resolution 60/1.')]
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.masking import fold_characters
from undocs.citations.tuning import BEFORE_CUE, CUE_TO_NUMBER, NUMBER_TO_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undocs.citations.vocabulary import Vocabulary

__all__ = ["passages"]


def passages(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield the offset and the folded text of each passage worth reading, in order and without overlap."""
    for start, end in (_after_cues if vocabulary.cue_first else _before_cues)(text, vocabulary.anchors):
        yield start, fold_characters(text[start:end])


def _anchors(text: str, anchors: Sequence[str]) -> list[tuple[int, int]]:
    """Return the spans of the anchors, in order."""
    places = []
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            places.append((at, at + len(anchor)))
            at = text.find(anchor, at + len(anchor))
    places.sort()
    return places


@cache
def _number_in_reach() -> re.Pattern[str]:
    """Return the pattern of a number that may be cited some way after the cue.

    The engine scans for the one class of characters that begins it, and looks closer only there.
    """
    return re.compile(
        r"[\dIVX](?:"
        # 60/1, but not 12/60/1; 217 A (III), 1325 (2000)
        r"(?<=\d)(?:(?<![\d/／]\d)\d{0,3}\s?[/／]\s?\d{1,5}(?![\d/])|[^\d/\n.;]{0,14}\s{0,2}[(（])"
        r"|(?<=[IVX])[IVX]{0,6}/\d)"  # X/1
    )


@cache
def _number_next() -> re.Pattern[str]:
    """Return the pattern of the end of a cue's word and a number that follows it.

    The number follows at once, or after the word for one ("resolution No. 1325"), or a bare one after the name of its
    organ ("résolution du Conseil de sécurité 1325").
    """
    return re.compile(
        r"[^\W\d]{0,12}(?:\.?\s{0,2}(?:(?:\w{1,3}[.º°]{0,2}|№)\s?)?\d|\s[^\d.,;:()]{5,50}\s\d{3,4}(?![\d/]))"
    )


@cache
def _listed_number() -> re.Pattern[str]:
    """Return the pattern of a number that may go on with a list: its last digit and a slash or bracket."""
    return re.compile(r"\d\s?[/(（／]")


def _after_cues(text: str, anchors: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans that contain an anchor and a number after it, merged and in order."""
    in_reach, number_next, listed = _number_in_reach(), _number_next(), _listed_number()
    start = end = -1
    for at, after in _anchors(text, anchors):
        if not (in_reach.search(text, at, at + CUE_TO_NUMBER) or number_next.match(text, after)):
            continue
        low = max(0, at - BEFORE_CUE)
        if low > end:
            if end >= 0:
                yield start, end
            start = low
        end = max(end, min(len(text), at + CUE_TO_NUMBER + NUMBER_TO_NUMBER))
        # A list goes on as long as each stretch has another number.
        while end < len(text) and listed.search(text, max(at, end - NUMBER_TO_NUMBER), end):
            end = min(len(text), end + NUMBER_TO_NUMBER)
    if end >= 0:
        yield start, end


def _before_cues(text: str, anchors: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans that contain an anchor and a number before it, as in Chinese, merged and in order."""
    listed = _listed_number()
    start = end = -1
    for at, _ in _anchors(text, anchors):
        if not re.search(r"\d", text[max(0, at - CUE_TO_NUMBER) : at]):
            continue
        low = max(0, at - BEFORE_CUE)
        while low > end and listed.search(text, max(0, low - NUMBER_TO_NUMBER), low):
            low = max(0, low - NUMBER_TO_NUMBER)
        if low > end:
            if end >= 0:
                yield start, end
            start = low
        end = max(end, min(len(text), at + CUE_TO_NUMBER))
    if end >= 0:
        yield start, end
