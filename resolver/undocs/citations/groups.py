"""From tokens to cited numbers: which numbers hang on which word, date and organ.

A number is cited when the word "resolution" or "decision" stands within reach of it, and the next numbers of its
list join it. In Chinese the word follows, so a list is read from its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from undocs.citations.numbers import Number
from undocs.citations.passages import CHAIN, REACH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

    from undocs.citations.vocabulary import Token, Vocabulary

__all__ = ["Cited", "cited"]

_NEAR = 3  # characters between words that belong together: "Assembly resolution", "Council 16/21"
_LIST = 14  # characters between two numbers of one list: ", ", " and ", " A and B, "


@dataclass(slots=True)
class Cited:
    """One number of a text with what stands around it.

    Attributes:
        number: the number itself, at `start` to `end` of its passage.
        kind: "resolution" or "decision", or "" where no such word governs it.
        year: the year of its date, if it has one.
        touching: the organ named with it, if any.
        clause: the organ named before it in the same sentence, if any.
        adjacent: whether it follows the word at once or stands in a list that does.
    """

    number: Number
    start: int
    end: int
    kind: str = ""
    year: int | None = None
    touching: str = ""
    clause: str = ""
    adjacent: bool = False
    last: int = field(default=0)  # where the number with its date and organ ends


def cited(tokens: list[Token], passage: str, words: Vocabulary) -> Iterator[Cited]:
    """Yield the cited numbers of a passage, in order."""
    yield from (_forward if words.cue_first else _backward)(tokens, passage, words)


def _joined(pattern: Pattern[str], passage: str, start: int, end: int) -> bool:
    return end - start <= REACH and pattern.fullmatch(passage, start, end) is not None


def _forward(tokens: list[Token], passage: str, words: Vocabulary) -> Iterator[Cited]:
    cue: Token | None = None
    group: list[Cited] = []
    clause = named = ""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.kind == "stop":
            yield from group
            cue, group, clause, named = None, [], "", ""
        elif token.kind == "cue":
            yield from group
            touches = before is not None and before.kind == "organ" and token.start - before.end <= _NEAR
            named = token.organ or (before.value if touches else "")
            cue, group = token, []
        elif token.kind == "organ":
            clause = token.value
            leads = after is not None and after.kind == "cue" and after.start - token.end <= _NEAR
            if leads:
                continue
            if group and _joined(words.organ_joins, passage, group[-1].last, token.start):
                group[-1].last = token.end
                for item in reversed(group):
                    if item.touching:
                        break
                    item.touching = token.value
            elif cue and not group and not named:
                named = token.value
            elif group:
                yield from group
                group, named = [], token.value
                cue = cue if token.value else cue
        elif token.kind == "date":
            if group and _joined(words.date_joins, passage, group[-1].last, token.start):
                _date(group, int(token.value), passage)
                group[-1].last = token.end
        elif token.kind == "number":
            if _heading(passage, token) and (cue is None or token.start - cue.end > _NEAR):
                continue
            if cue is None:
                yield Cited(token.value, token.start, token.end, clause=clause, last=token.end)
                continue
            previous = group[-1] if group else None
            since = previous.last if previous else cue.end
            adjacent = token.start - since <= (_LIST if previous else 5) and (previous is None or previous.adjacent)
            if token.value.shape == "bare" and not (adjacent and (previous is None or previous.number.shape in {"bare", "year"})):
                continue
            if token.start - since > (CHAIN if previous else REACH):
                yield from group
                cue, group, named = None, [], ""
                yield Cited(token.value, token.start, token.end, clause=clause, last=token.end)
                continue
            group.append(Cited(token.value, token.start, token.end, str(cue.value), None, named, clause, adjacent, token.end))
    yield from group


def _heading(passage: str, token: Token) -> bool:
    """Say whether a number stands alone on its line, as a resolution's own number does above its title."""
    return bool(re.search(r"(?:^|\n) *$", passage[max(0, token.start - 8) : token.start]) and re.match(r"\.? *(?:\n|$)", passage[token.end : token.end + 8]))


def _date(group: list[Cited], year: int, passage: str) -> None:
    """Give the last number its year, and those listed with it that have none."""
    following: Cited | None = None
    for item in reversed(group):
        if item.year is not None or (following and following.start - item.last > _LIST):
            break
        item.year = year
        following = item


def _backward(tokens: list[Token], passage: str, words: Vocabulary) -> Iterator[Cited]:
    pending: list[Cited] = []
    organ: Token | None = None
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if token.kind == "stop":
            yield from pending
            pending, organ = [], None
        elif token.kind == "organ":
            organ = token
        elif token.kind == "number":
            if _heading(passage, token):
                continue
            item = Cited(token.value, token.start, token.end, last=token.end)
            if before and before.kind == "date" and _joined(words.date_joins, passage, before.end, token.start):
                item.year = int(before.value)
            elif pending and token.start - pending[-1].end <= _LIST:
                item.year = pending[-1].year
            if organ:
                item.clause = str(organ.value)
                if token.start - organ.end <= _LIST:
                    item.touching = item.clause
            pending.append(item)
        elif token.kind == "cue":
            following = token.start
            for item in reversed(pending):
                reach = 12 if following == token.start else CHAIN
                if following - item.end > reach:
                    break
                item.kind, item.adjacent = str(token.value), True
                following = item.start
            yield from pending
            pending = []
    yield from pending
