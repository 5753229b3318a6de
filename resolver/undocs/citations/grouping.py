"""From tokens to cited numbers: which numbers hang on which word, date and organ.

A number is cited when the word "resolution" or "decision" stands within reach of it, and the next
numbers of its list join it. In Chinese the word follows, so a list is read from its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.numbers import is_heading
from undocs.citations.passages import CHAIN, REACH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.citations.numbers import Number
    from undocs.citations.vocabulary import Token, Vocabulary

__all__ = ["Cited", "cited"]

# Characters between: words that belong together ("Assembly resolution", "Council 16/21"); two numbers of one
# list (", ", " and ", " A and B, "); a Chinese number and its word ("号", a note mark).
_NEAR, _LIST, _AFTER = 3, 14, 12
_OWN = 30  # characters looked back from the word for "in its"


@dataclass(slots=True)
class Cited:
    """One number of a text with what stands around it.

    Attributes:
        number: the number itself, at `start` to `end` of its passage.
        kind: "resolution", "decision", "comment" or "communication".
        year: the year of its date, if it has one.
        touching: the organ named with it, if any.
        clause: the organs named before it in the same sentence, the nearest first.
        held: the session named in the sentence, for a communication.
        adjacent: whether it follows the word at once or stands in a list that does.
        last: where the number with its date and organ ends.
    """

    number: Number
    start: int
    end: int
    kind: str = ""
    year: int | None = None
    touching: str = ""
    clause: tuple[str, ...] = ()
    held: int | None = None
    adjacent: bool = False
    last: int = 0


_MARK = r"(?:[Nn](?:os?|r|[°º]|\.?[°º])|[Nn]úms?|№|رقم|#)\.?"  # the word for a number


@cache
def _joins() -> re.Pattern[str]:
    """Return what may stand between the word and a number that follows it at once."""
    return re.compile(rf"\s*(?:{_MARK}\s*)?[\"'“«\[*_]{{0,3}}")


@cache
def _marked() -> re.Pattern[str]:
    """Return the word for a number that stands right before one."""
    return re.compile(rf"\b{_MARK}\s*$")


@cache
def _last_word() -> re.Pattern[str]:
    """Return the word right before a number and the word for it."""
    return re.compile(rf"([^\W\d_]+)(?:[.\s]+{_MARK})?[.\s\"'“«(\[]*$")


def cited(tokens: Iterable[Token], passage: str, words: Vocabulary) -> Iterator[Cited]:
    """Yield the cited numbers of a passage, in order."""
    reader = (_Forward if words.cue_first else _Backward)(passage, words)
    before = None
    for token in tokens:
        if token.kind == "stop":
            yield from reader.sentence()
        else:
            reader.read(token, before)
        before = token
    yield from reader.sentence()


class _Reader:
    """Gathers the cited numbers of one sentence."""

    def __init__(self, passage: str, words: Vocabulary) -> None:
        self.passage, self.words = passage, words
        self.items: list[Cited] = []
        self.begin()

    def begin(self) -> None:
        """Forget the sentence before."""
        self.clause: tuple[str, ...] = ()
        self.held: int | None = None

    def sentence(self) -> list[Cited]:
        """Return what the sentence gave, and begin the next."""
        items, self.items = [item for item in self.items if item.kind], []
        for item in items:
            item.held = self.held
        self.begin()
        return items

    def read(self, token: Token, before: Token | None) -> None:
        """Take the next token, given the one before it."""
        raise NotImplementedError

    def name(self, organ: str) -> None:
        """Take the name of an organ."""
        self.clause = (organ, *(other for other in self.clause if other != organ))

    def keep(self, token: Token) -> Cited:
        """Keep the number of a token; the reader adds what it knows of it."""
        item = Cited(token.number, token.start, token.end, clause=self.clause, last=token.end)
        self.items.append(item)
        return item


class _Forward(_Reader):
    """Reads languages in which the word stands before its numbers."""

    def begin(self) -> None:
        super().begin()
        self.cue: Token | None = None
        self.named = ""  # the organ named with the word
        self.behind: tuple[re.Pattern[str], ...] = ()  # what may part its numbers from an organ named behind them
        self.group: list[Cited] = []  # the numbers of the word so far
        self.subject: Token | None = None  # the organ named behind them
        self.head = 0  # where the word ends, with an organ that belongs to it

    def read(self, token: Token, before: Token | None) -> None:
        if token.kind == "number":
            self._number(token, before)
        elif token.kind == "cue":
            if token.text == "measure":  # a sentence on screens goes on to speak of them
                self.name("FOREIGN")
            self.named = token.organ or self._just_named(token, before)
            if self.named and self.subject is before:  # "in its resolution 60/1, the Council resolution 16/21"
                for item in self.group:
                    item.touching = ""
            self.cue, self.group, self.head, self.subject = token, [], token.end, None
            self.behind = self._behind(token)
        elif token.kind == "organ":
            self._organ(token)
        elif token.kind == "held":
            self.held = token.value
        elif self.group and _fills(self.words.date_joins, self.passage, self.group[-1].last, token.start):
            self._date(token)

    def _behind(self, cue: Token) -> tuple[re.Pattern[str], ...]:
        """Return what may part a word's numbers from an organ behind them: "in its resolution 60/1, the Assembly"."""
        words = self.words
        owned = not self.clause and words.own_cue.search(self.passage, max(0, cue.start - _OWN), cue.end)
        return (words.organ_joins, words.subject_joins) if owned else (words.organ_joins,)

    def _organ(self, token: Token) -> None:
        """Give an organ to the numbers it follows, or to those of the word it follows."""
        last = self.group[-1].last if self.group else 0
        if last and any(_fills(joins, self.passage, last, token.start) for joins in self.behind):
            # What is named behind its own numbers is less likely that of the next.
            self.clause = (*self.clause, token.text) if token.text not in self.clause else self.clause
            self.group[-1].last, self.subject = token.end, token
            for item in reversed(self.group):
                if item.touching:
                    break
                item.touching = token.text
        else:
            self.name(token.text)
            if self.cue and not self.group and not self.named:
                self.named = token.text
                if _fills(self.words.organ_joins, self.passage, self.head, token.start):
                    self.head = token.end
        for item in self.group:
            if item.kind not in {"resolution", "decision"}:  # a treaty body is often named last
                item.clause = item.clause or self.clause

    def _date(self, token: Token) -> None:
        """Give a date to the number it follows, and to those listed before it that have none."""
        self.group[-1].last = following = token.end
        for item in reversed(self.group):
            if item.year is not None or following - item.last > _LIST:
                break
            item.year, following = token.value, item.start

    def _number(self, token: Token, before: Token | None) -> None:
        if self.cue is None:
            return
        previous = self.group[-1] if self.group else None
        since = previous.last if previous else self.head
        gap = token.start - since
        marked = False  # "general comments No. 9 on the rights of children and No. 13"
        if previous is None:
            adjacent = _joins().fullmatch(self.passage, since, token.start) is not None
        else:
            marked = self.cue.text == "comment" and bool(_marked().search(self.passage, previous.last, token.start))
            adjacent = previous.adjacent and (gap <= _LIST or marked)
        if token.number.shape == "bare" and not (adjacent and (marked or self._listed(previous, token))):
            return
        if not adjacent and is_heading(self.passage, token.start, token.end):
            return
        if gap > (CHAIN if previous else REACH) or (previous and self._another(since, token, before)):
            self.cue = None
            return
        item = self.keep(token)
        self.named = self._just_named(token, before) or self.named
        item.kind, item.touching, item.adjacent = self.cue.text, self.named, adjacent
        self.group.append(item)

    def _just_named(self, token: Token, before: Token | None) -> str:
        """Return the organ that stands right before a word or a number, "" if none or set off by a comma."""
        if before is None or before.kind != "organ" or token.start - before.end > _NEAR:
            return ""
        between = self.passage[before.end : token.start]
        apart = re.search(r"[,،:(/]", between) or self.words.list_joins.fullmatch(between)
        return "" if apart else before.text

    def _another(self, since: int, token: Token, before: Token | None) -> bool:
        """Say whether a number that follows in a list is that of another thing: "resolution 60/1 and Law 2003/12"."""
        since = max(since, before.end) if before else since
        word = _last_word().search(self.passage, since, token.start)
        return word is not None and word[1] not in self.words.list_words

    def _listed(self, previous: Cited | None, token: Token) -> bool:
        """Say whether a bare number follows the word itself, or another such number and no word but "and"."""
        if previous is None:
            return True
        bare = previous.number.shape in {"bare", "year"}
        return bare and _fills(self.words.list_joins, self.passage, previous.end, token.start)


class _Backward(_Reader):
    """Reads Chinese: the organ and the date stand before a number, the word behind the last of a list."""

    def begin(self) -> None:
        super().begin()
        self.organ: Token | None = None
        self.pending: list[Cited] = []

    def read(self, token: Token, before: Token | None) -> None:
        if token.kind == "number":
            self._number(token, before)
        elif token.kind == "organ":
            self.organ = token
            self.name(token.text)
        elif token.kind == "held":
            self.held = token.value
        elif token.kind == "cue":
            following, reach = token.start, _AFTER
            for item in reversed(self.pending):
                if following - item.end > (min(reach, _LIST) if item.number.shape == "bare" else reach):
                    break
                item.kind, item.adjacent = token.text, True
                following, reach = item.start, CHAIN
            self.pending = []

    def _number(self, token: Token, before: Token | None) -> None:
        if is_heading(self.passage, token.start, token.end):
            return
        item = self.keep(token)
        joins = self.words.date_joins
        if before and before.kind == "date" and _fills(joins, self.passage, before.end, token.start):
            item.year = before.value
        elif self.pending and token.start - self.pending[-1].end <= _LIST:
            item.year = self.pending[-1].year
        if self.organ and token.start - self.organ.end <= _LIST:
            item.touching = self.organ.text
        self.pending.append(item)


def _fills(pattern: re.Pattern[str], passage: str, start: int, end: int) -> bool:
    """Say whether nothing but a joining phrase stands between two places."""
    return end - start <= REACH and pattern.fullmatch(passage, start, end) is not None
