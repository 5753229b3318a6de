"""What a citation comes to, and what a document has told so far that helps to find it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.grammar.parser import parse as parse_symbol

if TYPE_CHECKING:
    from undocs.citations.grouping import Cited
    from undocs.citations.numbers import Number

__all__ = ["YEAR", "Context", "Finding", "named", "parse", "parts"]

YEAR = 4  # digits that make the first part of 2019/19 a year


@dataclass(slots=True)
class Context:
    """What a document has told so far; hand the same one to `cite` for every piece of one document.

    Attributes:
        organ: code of the organ that issues the document, "" while unknown.
        given: whether that organ was set by hand.
        begun: whether the document's first piece was read.
        body: code of the treaty body whose general comment was cited last.
        seen: the organ of each number that is settled, by prefix, session and serial; of a number alone, with the
            first two empty, that of the same number with its year or session.
    """

    organ: str = ""
    given: bool = False
    begun: bool = False
    body: str = ""
    seen: dict[tuple[str, str, str], str] = field(default_factory=dict)


class Finding(NamedTuple):
    """The answer for one number: its symbol or none, how sure, others possible, and where its text lies."""

    symbol: str | None
    certain: bool = True
    candidates: tuple[str, ...] = ()
    note: str = ""
    published_in: str | None = None


parse = lru_cache(maxsize=4096)(parse_symbol)


def _named_by(code: str, number: Number) -> str:
    """Return the organ that a word names; "the Council" depends on the shape of the number."""
    if code != "COUNCIL":
        return code
    if number.shape == "session":
        return "ECOSOC" if len(number.session) == YEAR else "HRC"
    return "ECOSOC" if number.shape == "roman" else "SC"


def named(item: Cited) -> tuple[str, list[str]]:
    """Return the organ named with a number, "" if none, and those of its sentence, the nearest first."""
    return _named_by(item.touching, item.number), [_named_by(code, item.number) for code in item.clause]


def parts(number: Number) -> str:
    """Return a note on the lettered parts that are cited, empty where there are none."""
    return f"{'part' if len(number.letters) == 1 else 'parts'} {number.letters}" if number.letters else ""
