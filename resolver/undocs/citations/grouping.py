"""Group the numbers of a passage under their cues, with the date and the organ of each.

A number is cited if a cue such as "resolution" stands within reach of it; the next numbers of its list join it. In
Chinese the cue follows its numbers, so a list is read from its end.

>>> from undocs.citations.vocabulary import vocabulary
>>> passage, english = "Council resolutions 16/21 and 17/4, and resolution 60/1 of 2005", vocabulary("en")
>>> for citation in group_numbers(english.tokenizer.tokens(passage), passage, english):
...     print(citation.number.session, citation.number.serial, citation.named_organ or "-", citation.year)
16 21 COUNCIL None
17 4 COUNCIL None
60 1 - 2005
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocs.citations.numbers import cue_joins, ends_in_number_word, is_heading, last_word
from undocs.citations.tuning import (
    CUE_TO_NUMBER,
    NUMBER_TO_CUE,
    NUMBER_TO_NUMBER,
    ORGAN_TO_CUE,
    POSSESSIVE_BEFORE_CUE,
    WITHIN_LIST,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.citations.numbers import Number
    from undocs.citations.tokens import Token
    from undocs.citations.vocabulary import Vocabulary

__all__ = ["Citation", "group_numbers"]


@dataclass(slots=True)
class Citation:
    """One cited number with its context.

    Attributes:
        number: the number itself.
        start: offset of its first character in the passage.
        end: offset after its last character.
        kind: "resolution", "decision", "comment", "communication", or "measure" for a cue in another sense.
        year: the year of its date, if it has one.
        named_organ: code of the organ named with it, "" if none.
        sentence_organs: codes of the organs named in the same sentence, the nearest first.
        heard_at: number of the session named in the sentence, for a communication.
        adjacent: whether it follows the cue at once or stands in a list that does.
        phrase_end: offset after the number, its date and its organ.
    """

    number: Number
    start: int
    end: int
    kind: str = ""
    year: int | None = None
    named_organ: str = ""
    sentence_organs: tuple[str, ...] = ()
    heard_at: int | None = None
    adjacent: bool = False
    phrase_end: int = 0


def group_numbers(tokens: Iterable[Token], passage: str, vocabulary: Vocabulary) -> Iterator[Citation]:
    """Yield the cited numbers of a passage, in order.

    Args:
        tokens: the tokens of the passage.
        passage: its folded text.
        vocabulary: the language that it is read in.
    """
    reader = (_CueFirstReader if vocabulary.cue_first else _CueLastReader)(passage, vocabulary)
    before = None
    for token in tokens:
        if token.kind == "stop":
            yield from reader.end_sentence()
        else:
            reader.read(token, before)
        before = token
    yield from reader.end_sentence()


class _SentenceReader:
    """Collects the cited numbers of one sentence."""

    def __init__(self, passage: str, vocabulary: Vocabulary) -> None:
        self.passage, self.vocabulary = passage, vocabulary
        self.citations: list[Citation] = []
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Forget the previous sentence."""
        self.sentence_organs: tuple[str, ...] = ()
        self.heard_at: int | None = None

    def end_sentence(self) -> list[Citation]:
        """Return the citations of the sentence, and begin the next."""
        citations, self.citations = [citation for citation in self.citations if citation.kind], []
        for citation in citations:
            citation.heard_at = self.heard_at
        self.begin_sentence()
        return citations

    def read(self, token: Token, before: Token | None) -> None:
        """Take the next token, given the one before it."""
        raise NotImplementedError

    def add_organ(self, organ: str) -> None:
        """Make an organ the nearest one of the sentence."""
        self.sentence_organs = (organ, *(other for other in self.sentence_organs if other != organ))

    def add_number(self, token: Token) -> Citation:
        """Add a citation of the number of a token; the reader completes it."""
        citation = Citation(
            token.number, token.start, token.end, sentence_organs=self.sentence_organs, phrase_end=token.end
        )
        self.citations.append(citation)
        return citation


class _CueFirstReader(_SentenceReader):
    """Reads languages in which the cue stands before its numbers: "resolutions 60/1 and 61/2 of the Assembly"."""

    def begin_sentence(self) -> None:
        super().begin_sentence()
        self.cue: Token | None = None
        self.cue_organ = ""  # the organ named with the cue
        self.head_end = 0  # offset after the cue, and after an organ that belongs to it
        self.group: list[Citation] = []  # the numbers of the cue so far
        self.organ_after: Token | None = None  # the organ named after them
        self.organ_joins: tuple[re.Pattern[str], ...] = ()  # what may stand between them and such an organ

    def read(self, token: Token, before: Token | None) -> None:
        if token.kind == "number":
            self._read_number(token, before)
        elif token.kind == "cue":
            self._read_cue(token, before)
        elif token.kind == "organ":
            self._read_organ(token)
        elif token.kind == "hearing":
            self.heard_at = token.value
        elif self.group and _are_joined(
            self.passage, self.vocabulary.date_joins, self.group[-1].phrase_end, token.start
        ):
            self._read_date(token)

    def _read_cue(self, cue: Token, before: Token | None) -> None:
        """Begin the group of a cue."""
        if cue.text == "measure":  # the sentence goes on to speak of screens
            self.add_organ("FOREIGN")
        self.cue_organ = cue.organ or self._organ_just_before(cue, before)
        if self.cue_organ and self.organ_after is before:
            # "in its resolution 60/1, the Council resolution 16/21": the organ is that of the second cue.
            for citation in self.group:
                citation.named_organ = ""
        self.cue, self.group, self.head_end, self.organ_after = cue, [], cue.end, None
        vocabulary = self.vocabulary
        # "in its resolution 60/1, the Assembly": the organ follows as the subject, unless one was named before.
        possessive = not self.sentence_organs and vocabulary.possessive_cue.search(
            self.passage, max(0, cue.start - POSSESSIVE_BEFORE_CUE), cue.end
        )
        self.organ_joins = (
            (vocabulary.organ_joins, vocabulary.subject_joins) if possessive else (vocabulary.organ_joins,)
        )

    def _read_organ(self, token: Token) -> None:
        """Give an organ to the numbers that it follows, or to those of the cue that it follows."""
        last = self.group[-1].phrase_end if self.group else 0
        if last and any(_are_joined(self.passage, joins, last, token.start) for joins in self.organ_joins):
            # An organ named after its own numbers is less likely that of the next, so it comes last.
            if token.text not in self.sentence_organs:
                self.sentence_organs = (*self.sentence_organs, token.text)
            self.group[-1].phrase_end, self.organ_after = token.end, token
            for citation in reversed(self.group):
                if citation.named_organ:
                    break
                citation.named_organ = token.text
        else:
            self.add_organ(token.text)
            if self.cue and not self.group and not self.cue_organ:
                self.cue_organ = token.text
                if _are_joined(self.passage, self.vocabulary.organ_joins, self.head_end, token.start):
                    self.head_end = token.end
        for citation in self.group:
            if citation.kind not in {"resolution", "decision"}:  # a treaty body is often named last
                citation.sentence_organs = citation.sentence_organs or self.sentence_organs

    def _read_date(self, token: Token) -> None:
        """Give a date to the number that it follows, and to those listed before it that have none."""
        self.group[-1].phrase_end = following = token.end
        for citation in reversed(self.group):
            if citation.year is not None or following - citation.phrase_end > WITHIN_LIST:
                break
            citation.year, following = token.value, citation.start

    def _read_number(self, token: Token, before: Token | None) -> None:
        """Add a number to the group of its cue, or end the group where the number is another thing's."""
        if self.cue is None:
            return
        previous = self.group[-1] if self.group else None
        since = previous.phrase_end if previous else self.head_end
        gap = token.start - since
        marked = False  # "general comments No. 9 on the rights of children and No. 13"
        if previous is None:
            adjacent = cue_joins().fullmatch(self.passage, since, token.start) is not None
        else:
            marked = self.cue.text == "comment" and bool(
                ends_in_number_word().search(self.passage, previous.phrase_end, token.start)
            )
            adjacent = previous.adjacent and (gap <= WITHIN_LIST or marked)
        if token.number.shape == "bare" and not (adjacent and (marked or self._continues_bare_list(previous, token))):
            return
        if not adjacent and is_heading(self.passage, token.start, token.end):
            return
        if gap > (NUMBER_TO_NUMBER if previous else CUE_TO_NUMBER) or (
            previous and self._is_of_another_thing(since, token, before)
        ):
            self.cue = None
            return
        citation = self.add_number(token)
        self.cue_organ = self._organ_just_before(token, before) or self.cue_organ
        citation.kind, citation.named_organ, citation.adjacent = self.cue.text, self.cue_organ, adjacent
        self.group.append(citation)

    def _organ_just_before(self, token: Token, before: Token | None) -> str:
        """Return the organ right before a cue or a number, "" if there is none or a comma separates it."""
        if before is None or before.kind != "organ" or token.start - before.end > ORGAN_TO_CUE:
            return ""
        between = self.passage[before.end : token.start]
        separate = re.search(r"[,،:(/]", between) or self.vocabulary.list_joins.fullmatch(between)
        return "" if separate else before.text

    def _is_of_another_thing(self, since: int, token: Token, before: Token | None) -> bool:
        """Return whether the next number of a list has a word of its own: "resolution 60/1 and Law 2003/12"."""
        since = max(since, before.end) if before else since
        word = last_word().search(self.passage, since, token.start)
        return word is not None and word[1] not in self.vocabulary.list_words

    def _continues_bare_list(self, previous: Citation | None, token: Token) -> bool:
        """Return whether a bare number follows the cue itself, or another such number and only a word like "and"."""
        if previous is None:
            return True
        bare = previous.number.shape in {"bare", "year"}
        return bare and _are_joined(self.passage, self.vocabulary.list_joins, previous.end, token.start)


class _CueLastReader(_SentenceReader):
    """Reads Chinese: organ and date stand before a number, the cue after the last one of a list."""

    def begin_sentence(self) -> None:
        super().begin_sentence()
        self.organ: Token | None = None
        self.pending: list[Citation] = []  # the numbers that wait for their cue

    def read(self, token: Token, before: Token | None) -> None:
        if token.kind == "number":
            self._read_number(token, before)
        elif token.kind == "organ":
            self.organ = token
            self.add_organ(token.text)
        elif token.kind == "hearing":
            self.heard_at = token.value
        elif token.kind == "cue":
            self._read_cue(token)

    def _read_cue(self, cue: Token) -> None:
        """Give the kind of a cue to the numbers of the list that ends before it."""
        following, reach = cue.start, NUMBER_TO_CUE
        for citation in reversed(self.pending):
            most = min(reach, WITHIN_LIST) if citation.number.shape == "bare" else reach
            if following - citation.end > most:
                break
            citation.kind, citation.adjacent = cue.text, True
            following, reach = citation.start, NUMBER_TO_NUMBER
        self.pending = []

    def _read_number(self, token: Token, before: Token | None) -> None:
        """Add a number with the date and the organ before it."""
        if is_heading(self.passage, token.start, token.end):
            return
        citation = self.add_number(token)
        joins = self.vocabulary.date_joins
        if before and before.kind == "date" and _are_joined(self.passage, joins, before.end, token.start):
            citation.year = before.value
        elif self.pending and token.start - self.pending[-1].end <= WITHIN_LIST:
            citation.year = self.pending[-1].year
        if self.organ and token.start - self.organ.end <= WITHIN_LIST:
            citation.named_organ = self.organ.text
        self.pending.append(citation)


def _are_joined(passage: str, joins: re.Pattern[str], start: int, end: int) -> bool:
    """Return whether only a joining phrase stands between two offsets of a passage."""
    return end - start <= CUE_TO_NUMBER and joins.fullmatch(passage, start, end) is not None
