"""Split a passage into tokens: cues, organs, numbers, dates, sessions and the ends of sentences.

>>> from undocs.citations.vocabulary import vocabulary
>>> tokens = vocabulary("en").tokenizer.tokens("Security Council resolution 1325 (2000).")
>>> [(token.kind, token.text or token.number.serial) for token in tokens]
[('organ', 'SC'), ('cue', 'resolution'), ('number', '1325'), ('stop', '')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from undocs.citations.numbers import Number, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["STOP", "YEAR", "Name", "Token", "Tokenizer"]

YEAR = r"(?:19|20)\d\d"
# After an empty line the sentence goes on with a small letter, a number with a slash or a date: some files have an
# empty line after every line.
_GOES_ON = r"\s{0,9}(?:[a-zà-öø-ÿа-яё]|\d{1,4}\s?[/(]|\d{1,2}\s[^\W\d]{3,9}\s\d{4})"
# A semicolon before another number does not end the sentence: "217 A (III); 377 A (V)" is one list.
_NEXT_NUMBER = r"\s(?:[^\W\d]{1,3}\s)?\d{1,4}(?:\s?[A-Z])?\s?[/(]"
# The end of a sentence: a full stop or semicolon before a space or a closing mark; a Chinese or Arabic stop; a note on
# a line of its own, "11    Resolution 60/1"; or an empty line.
STOP = (
    rf"(?:[.]|;(?!{_NEXT_NUMBER}))(?=\s|$|[\"”»)])"
    r"|[。；؛]"
    r"|\n\d{1,3}\*?[ ]{2,}"
    rf"|\n[ ]*\n(?!{_GOES_ON})"
)
_LONGEST_ABBREVIATION = 8  # characters looked back from a full stop


class Token(NamedTuple):
    """One thing in a passage that matters for a citation.

    Attributes:
        kind: "cue" (the word resolution or decision), "organ", "number", "date", "hearing" (the session that heard a
        case) or
            "stop" (the end of a sentence).
        start: offset of its first character in the passage.
        end: offset after its last character.
        text: the kind of text that a cue introduces, or the code of an organ.
        organ: code of the organ that a cue names by itself (UNSCR).
        value: the year of a date, or the number of a session.
        number: the number itself.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    organ: str = ""
    value: int = 0
    number: Number = Number("bare", "", "")


class Name(NamedTuple):
    """A cue or the name of an organ: its pattern, and what a token of it contains."""

    pattern: str
    kind: str
    text: str
    organ: str = ""

    def matches(self, passage: str, start: int, end: int) -> bool:
        """Return whether this name is what a passage has from `start` to `end`."""
        match = re.compile(self.pattern).match(passage, start)
        return match is not None and match.end() == end


@dataclass(frozen=True)
class Tokenizer:
    """Finds the tokens of one language.

    Attributes:
        source: the pattern of all tokens, with a named group for each kind but for cues and organs together ("name").
        names: the cues and organs.
        letters: the Latin letter for each name of a letter.
        abbreviations: words whose full stop does not end a sentence.
        year_first: whether a date begins with its year, as in Chinese.
    """

    source: str
    names: tuple[Name, ...]
    letters: Mapping[str, str]
    abbreviations: frozenset[str]
    year_first: bool
    _names_by_text: dict[str, Name] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern. Compiling takes long, so it waits for the first passage."""
        return re.compile(self.source)

    def tokens(self, passage: str) -> Iterator[Token]:
        """Yield the tokens of a folded passage, from left to right."""
        for match in self.pattern.finditer(passage):
            kind = match.lastgroup or ""
            start, end = match.span()
            if kind == "number":
                yield Token(kind, start, end, number=read_number(match, self.letters))
            elif kind == "date":
                yield Token(kind, start, end, value=int(re.findall(YEAR, match[0])[0 if self.year_first else -1]))
            elif kind == "hearing":
                yield Token(kind, start, end, value=int(re.findall(r"\d+", match[0])[0]))
            elif kind == "stop":
                if not (match[0] == "." and self._is_abbreviation(passage, start)):
                    yield Token(kind, start, end)
            else:
                name = self._name(match)
                yield Token(name.kind, start, end, name.text, name.organ)

    def _name(self, match: re.Match[str]) -> Name:
        """Return which name matched: the long alternation has no groups, which are slow, so names are matched again."""
        name = self._names_by_text.get(match[0])
        if name is None:
            name = next(name for name in self.names if name.matches(match.string, *match.span()))
            self._names_by_text[match[0]] = name
        return name

    def _is_abbreviation(self, passage: str, stop: int) -> bool:
        """Return whether the full stop at `stop` ends an abbreviation."""
        word = re.search(r"[^\W\d_]+(?:\.[^\W\d_]+)?$", passage[max(0, stop - _LONGEST_ABBREVIATION) : stop])
        return word is not None and word[0] in self.abbreviations
