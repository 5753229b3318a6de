"""The words, marks and codes that continue a symbol or a list, from `data/lexicon.tsv`.

Every reader of lists is built from this table: the continuations of a symbol, the fast path that must stop before them,
and the lists of cited numbers. A new word is one row.

>>> words("join", "fr"), words("span", "es")
((',', ';', '&', 'et', 'ou'), ('-', 'a', 'al'))
>>> codes_of_names()["additif"]
'Add.'
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocs.tables.codes import modifies
from undocs.tables.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["WordRole", "codes_of_names", "continuing_codes", "either", "joining", "qualifiers", "words"]

WordRole = Literal["join", "span", "list", "close", "code", "name", "qualifier"]


class _Word(NamedTuple):
    text: str
    language: str
    role: str
    code: str


@cache
def _table() -> tuple[_Word, ...]:
    return tuple(_Word(*fields[:4]) for fields in rows("lexicon.tsv"))


@cache
def words(role: WordRole, language: str | None = None) -> tuple[str, ...]:
    """Return the words in a role, of one language with those of all languages, or of every language."""
    return tuple(
        dict.fromkeys(
            word.text
            for word in _table()
            if word.role == role and (language is None or word.language in {"", language})
        )
    )


@cache
def codes_of_names() -> dict[str, str]:
    """Return the code that each name spells out: `addendum` is `Add.`."""
    return {word.text: word.code for word in _table() if word.role == "name"}


@cache
def qualifiers() -> dict[str, str]:
    """Return the canonical spelling of each word that begins a qualifier; empty where it stays as printed."""
    return {word.text: word.code for word in _table() if word.role == "qualifier"}


def continuing_codes(*, modifications: bool) -> str:
    """Return a verbose pattern for the codes that a list repeats, without their dot.

    Args:
        modifications: the codes of addenda, corrigenda and the like; else those of numbered types (`L`, `SR`).
    """
    return " | ".join(code[:-1] for code in words("code") if modifies(code) == modifications)


def either(texts: Iterable[str]) -> str:
    """Return a pattern for any of the texts, the longest first, fit for verbose patterns too."""
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))


def joining(*roles: WordRole) -> str:
    """Return a verbose pattern for the words and marks in some roles, in all languages.

    White space must follow a word of Latin or Cyrillic letters: `A/L.1` is not "a /L.1". Arabic and Chinese words may
    touch the next one.
    """
    texts = [text for role in roles for text in words(role)]
    spaced = [text for text in texts if _is_spaced(text)]
    pattern = rf"(?: {either(text for text in texts if text not in spaced)} | (?: {either(spaced)} ) (?= \s ) )"
    return pattern.replace("\\ ", r"\s{1,3}")  # a line may end between two words


def _is_spaced(text: str) -> bool:
    return re.search(r"[a-zà-ÿа-яё]$", text) is not None
