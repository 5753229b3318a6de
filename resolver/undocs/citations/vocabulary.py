"""What a language calls resolutions, organs and months: `data/citations/` made into one pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.citations.numbers import Number, number_pattern, read_number
from undocs.citations.phrases import Phrase
from undocs.errors import UndocsError
from undocs.tables.lexicon import words
from undocs.tables.rows import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.tables.lexicon import WordRole

__all__ = ["LANGUAGES", "Token", "Vocabulary", "vocabulary"]

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "de")

_YEAR = r"(?:19|20)\d\d"
# A note stands on its own line, "11    Resolution 60/1"; an empty line ends a paragraph, unless the sentence
# runs on behind it, as in text whose every line is followed by one.
_RUNS_ON = r"\s{0,9}(?:[a-zà-öø-ÿа-яё]|\d{1,4}\s?[/(]|\d{1,2}\s[^\W\d]{3,9}\s\d{4})"
# "217 A (III); 377 A (V)" is one list.
_LISTED = r"\s(?:[^\W\d]{1,3}\s)?\d{1,4}(?:\s?[A-Z])?\s?[/(]"
_STOP = rf"(?:[.]|;(?!{_LISTED}))(?=\s|$|[\"”»)])|[。；؛]|\n\d{{1,3}}\*?[ ]{{2,}}|\n[ ]*\n(?!{_RUNS_ON})"


_COMMAS = frozenset(",،")
# Only these words may come before the next number of a list: "resolution 60/1 and Directive 2004/38" goes on to another
# thing.
_LISTED_ROLES: tuple[WordRole, ...] = ("join", "span", "list")


class Token(NamedTuple):
    """One thing that matters on the way to a citation, with its place in the passage.

    Attributes:
        kind: "cue" (the word resolution or decision), "organ", "number", "date", "held" (the session that
            heard a case) or "stop" (the end of a sentence).
        start: where it begins.
        end: where it ends.
        text: what a cue introduces, or the code of an organ.
        organ: the organ that a cue names by itself (UNSCR).
        value: the year of a date, or a session.
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
    """A word for a resolution, or a name of an organ: its pattern and what a token of it holds."""

    pattern: str
    kind: str
    text: str
    organ: str = ""

    def means(self, passage: str, start: int, end: int) -> bool:
        """Say whether this name stands at a place."""
        match = re.compile(self.pattern).match(passage, start)
        return match is not None and match.end() == end


@dataclass(frozen=True)
class Vocabulary:
    """One language's words, ready to be searched for."""

    language: str
    cue_first: bool
    anchors: tuple[str, ...]
    abbreviations: frozenset[str]
    letters: dict[str, str]
    source: str
    names: tuple[Name, ...]
    date_joins: re.Pattern[str]
    organ_joins: re.Pattern[str]
    list_joins: re.Pattern[str]
    list_words: frozenset[str]
    own_cue: re.Pattern[str]
    subject_joins: re.Pattern[str]
    phrases: tuple[Phrase, ...]
    known: dict[str, Name] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The search for all of it; compiled when a passage is first read."""
        return re.compile(self.source)

    def tokens(self, passage: str) -> Iterator[Token]:
        """Yield what matters in a folded passage, from left to right."""
        for match in self.pattern.finditer(passage):
            name = match.lastgroup or ""
            start, end = match.span()
            if name == "number":
                yield Token(name, start, end, number=read_number(match, self.letters))
            elif name == "date":
                yield Token(name, start, end, value=int(re.findall(_YEAR, match[0])[self.date_year]))
            elif name == "held":
                yield Token(name, start, end, value=int(re.findall(r"\d+", match[0])[0]))
            elif name == "stop":
                if not (match[0] == "." and self._abbreviated(passage, start)):
                    yield Token(name, start, end)
            else:
                yield self._name(match)

    def _name(self, match: re.Match[str]) -> Token:
        """Tell which word or organ was found: the alternatives of a long list carry no groups, for speed."""
        start, end = match.span()
        if match[0] not in self.known:
            self.known[match[0]] = next(name for name in self.names if name.means(match.string, start, end))
        name = self.known[match[0]]
        return Token(name.kind, start, end, name.text, name.organ)

    def _abbreviated(self, passage: str, stop: int) -> bool:
        """Say whether a full stop belongs to an abbreviation."""
        word = re.search(r"[^\W\d_]+(?:\.[^\W\d_]+)?$", passage[max(0, stop - 8) : stop])
        return word is not None and word[0] in self.abbreviations

    @property
    def date_year(self) -> int:
        """Where the year stands in a date: at its end, or in Chinese at its start."""
        return -1 if self.cue_first else 0


@cache
def _table(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads((DATA / "citations" / f"{name}.toml").read_text(encoding="utf-8"))


def _loose(pattern: str) -> str:
    """Let any white space stand for a space: names break over lines, and are typed with no-break spaces."""
    return pattern.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,3}")


def _cased(pattern: str) -> str:
    """Let a name stand in capitals too, as titles have it."""
    plain = [name for name in pattern.split("|") if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", name)]
    return _loose("|".join([pattern, *(name.upper() for name in plain if name.upper() != name)]))


def _list_joins(language: str) -> str:
    """Return what may stand between two bare numbers of a list: a comma, a word such as "and", or both.

    A semicolon is left out: between bare numbers it parts two things rather than two numbers of a list.
    """
    joins = words("join", language)
    # An Arabic "and" of one letter is joined to the next word.
    between = "|".join(f"{text} ?" if len(text) == 1 and not text.isascii() and language == "ar" else f"{text} "
                       for text in joins if text[0].isalpha())  # fmt: skip
    return f" ?[{''.join(text for text in joins if text in _COMMAS)}] ?(?:{between})?| (?:{between})"


def _either(names: Iterable[Name]) -> str:
    return "|".join(name.pattern for name in names)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language given by its two-letter code.

    Raises:
        UndocsError: there is none.
    """
    if language not in LANGUAGES:
        raise UndocsError(f"no such language: {language} (one of {', '.join(LANGUAGES)})")
    table, every = _table(language), _table("any")
    dates, letters = table["dates"], table.get("letters", {})
    cues = [
        Name(_loose(cue["pattern"]), "cue", cue["kind"], cue.get("organ", ""))
        for cue in every["cue_words"] + table["cue_words"]
    ]
    bodies = [Name(_cased(body["pattern"]), "organ", body["organ"]) for body in every["organs"] + table["organs"]]
    date = "|".join(dates["patterns"]).replace("MONTHS", f"(?i:{dates['months']})").replace("YEAR", _YEAR)
    numbers = number_pattern(letters)
    # Where words are set off, nothing begins inside one, and names begin with a capital: most places are
    # dismissed at once.
    start, capital = (r"\b", "(?=[A-ZÀ-ÖØ-ÞА-Я])") if table["spaced"] else (table.get("begins", ""), "")
    names = f"{_either(cues)}|{capital}(?:{_either(bodies)})"
    kinds = {"date": _loose(date), "name": names, "held": _loose(table["sessions"]), "number": numbers}
    inner = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return Vocabulary(
        language=language,
        cue_first=table["cue"] == "before",
        anchors=tuple(table["anchors"]),
        abbreviations=frozenset(table["abbreviations"]),
        letters=letters,
        source=f"{start}(?:{inner})|(?P<stop>{_STOP})",
        names=(*cues, *bodies),
        date_joins=re.compile(_loose(dates["joins"])),
        organ_joins=re.compile(_loose(table["organ_joins"])),
        list_joins=re.compile(_loose(_list_joins(language))),
        list_words=frozenset(text for role in _LISTED_ROLES for text in words(role, language)),
        own_cue=re.compile(_loose(f"(?:{table['own_cue']})$")),
        subject_joins=re.compile(_loose(table["subject_joins"])),
        phrases=tuple(Phrase.read(entry) for entry in table["phrases"] + every["phrases"]),
    )
