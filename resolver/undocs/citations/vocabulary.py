"""The vocabulary of each language: the words and patterns of `data/citations/`, made ready for the search.

`en.toml` explains the keys of these files.

>>> english = vocabulary("en")
>>> english.cue_first, english.list_joins.fullmatch(" and ") is not None
(True, True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from undocs.citations.numbers import number_pattern
from undocs.citations.tokens import STOP, YEAR, Name, Tokenizer
from undocs.errors import UndocsError
from undocs.tables.languages import LANGUAGES
from undocs.tables.lexicon import words
from undocs.tables.rows import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.tables.lexicon import WordRole

__all__ = ["Vocabulary", "language_data", "language_head", "vocabulary"]

_COMMAS = frozenset(",،")
# The roles of words that may come before the next number of a list. Before any other word the list ends: "resolution
# 60/1 and Directive 2004/38" goes on to another thing.
_ROLES_IN_LIST: tuple[WordRole, ...] = ("join", "span", "list")


@dataclass(frozen=True)
class Vocabulary:
    """One language's words, ready for the search.

    Attributes:
        language: its two-letter code.
        cue_first: whether the cue stands before its numbers.
        anchors: strings of which a passage must contain one.
        tokenizer: finds the tokens of a passage.
        date_joins: all that may stand between a number and its date.
        organ_joins: all that may stand between a number and an organ named after it.
        list_joins: all that may stand between two bare numbers of a list.
        list_words: the words that may come before the next number of a list.
        possessive_cue: a cue whose organ follows as the subject: "in its resolution".
        subject_joins: all that may stand between the numbers of such a cue and the subject.
    """

    language: str
    cue_first: bool
    anchors: tuple[str, ...]
    tokenizer: Tokenizer
    date_joins: re.Pattern[str]
    organ_joins: re.Pattern[str]
    list_joins: re.Pattern[str]
    list_words: frozenset[str]
    possessive_cue: re.Pattern[str]
    subject_joins: re.Pattern[str]


@cache
def language_data(name: str) -> dict[str, Any]:
    """Return all that the file of a language says; "any" is that of all languages."""
    import tomllib

    return tomllib.loads(_file(name))


def language_head(name: str) -> dict[str, Any]:
    """Return what the file of a language says before its first table.

    Detection needs no more, and reads the head of every language; to parse the whole files would take 50 times as long.
    """
    import tomllib

    return tomllib.loads(_file(name).partition("\n[")[0])


def _file(name: str) -> str:
    return (DATA / "citations" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language given by its two-letter code.

    Raises:
        UndocsError: there is none.
    """
    if language not in LANGUAGES:
        raise UndocsError(f"no such language: {language} (one of {', '.join(LANGUAGES)})")
    data = language_data(language)
    return Vocabulary(
        language=language,
        cue_first=data["cue"] == "before",
        anchors=tuple(data["anchors"]),
        tokenizer=_tokenizer(data, language_data("any")),
        date_joins=re.compile(_with_any_space(data["dates"]["joins"])),
        organ_joins=re.compile(_with_any_space(data["organ_joins"])),
        list_joins=re.compile(_with_any_space(_list_joins(language))),
        list_words=frozenset(text for role in _ROLES_IN_LIST for text in words(role, language)),
        possessive_cue=re.compile(_with_any_space(f"(?:{data['own_cue']})$")),
        subject_joins=re.compile(_with_any_space(data["subject_joins"])),
    )


def _tokenizer(data: dict[str, Any], common: dict[str, Any]) -> Tokenizer:
    """Build the tokenizer of a language from its data and those of all languages."""
    dates, letters = data["dates"], data.get("letters", {})
    cues = [
        Name(_with_any_space(cue["pattern"]), "cue", cue["kind"], cue.get("organ", ""))
        for cue in common["cue_words"] + data["cue_words"]
    ]
    organs = [
        Name(_with_capitals(organ["pattern"]), "organ", organ["organ"]) for organ in common["organs"] + data["organs"]
    ]
    date = "|".join(dates["patterns"]).replace("MONTHS", f"(?i:{dates['months']})").replace("YEAR", YEAR)
    # Where spaces separate words, no token begins inside a word, and the names of organs begin with a capital: most
    # places are dismissed at once.
    start, capital = (r"\b", "(?=[A-ZÀ-ÖØ-ÞА-Я])") if data["spaced"] else (data.get("begins", ""), "")
    # The first alternative that matches wins: a date before the number that begins it, a name before the session that
    # it may contain.
    kinds = {
        "date": _with_any_space(date),
        "name": f"{_any_of(cues)}|{capital}(?:{_any_of(organs)})",
        "hearing": _with_any_space(data["sessions"]),
        "number": number_pattern(letters),
    }
    inner = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return Tokenizer(
        source=f"{start}(?:{inner})|(?P<stop>{STOP})",
        names=(*cues, *organs),
        letters=letters,
        abbreviations=frozenset(data["abbreviations"]),
        year_first=data["cue"] == "after",
    )


def _with_any_space(pattern: str) -> str:
    """Return a pattern in which any white space matches a space: names break over lines and contain no-break spaces."""
    return pattern.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,3}")


def _with_capitals(pattern: str) -> str:
    """Return the pattern of a name, with its plain alternatives in capitals, too, as titles have them."""
    plain = [name for name in pattern.split("|") if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", name)]
    return _with_any_space("|".join([pattern, *(name.upper() for name in plain if name.upper() != name)]))


def _list_joins(language: str) -> str:
    """Return the pattern between two bare numbers of a list: a comma, a word such as "and", or both.

    A semicolon is left out: between bare numbers it separates two things rather than two numbers of a list.
    """
    joins = words("join", language)
    between = "|".join(_before_number(text, language) for text in joins if text[0].isalpha())
    return f" ?[{''.join(text for text in joins if text in _COMMAS)}] ?(?:{between})?| (?:{between})"


def _before_number(word: str, language: str) -> str:
    """Return the pattern of a word with the space after it; an Arabic "and" of one letter may touch the next word."""
    return f"{word} ?" if language == "ar" and len(word) == 1 and not word.isascii() else f"{word} "


def _any_of(names: Iterable[Name]) -> str:
    return "|".join(name.pattern for name in names)
