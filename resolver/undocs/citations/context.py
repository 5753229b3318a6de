"""What a document has said so far that helps to attribute a number, and what an attribution is.

>>> from undocs.citations.numbers import Number
>>> canonical("a/res/60/1"), part_note(Number("session", "31", "6", letters="A and B"))
('A/RES/60/1', 'parts A and B')
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.grammar.parser import parse as parse_symbol

if TYPE_CHECKING:
    from undocs.citations.grouping import Citation
    from undocs.citations.numbers import Number

__all__ = ["YEAR_DIGITS", "Attribution", "Context", "canonical", "named_organs", "part_note"]

YEAR_DIGITS = 4  # that make the first part of 2019/19 a year


@dataclass(slots=True)
class Context:
    """What a document has said so far; hand the same one to `cite` for every piece of one document.

    Attributes:
        organ: code of the organ that issues the document, "" while unknown.
        organ_is_given: whether the caller chose that organ.
        started: whether the first piece of the document was read.
        treaty_body: code of the treaty body whose general comment was cited last.
        organ_of_number: the organ of each number that is settled, by prefix, session and serial. The key of a number
            alone has the first two empty, and its organ is that of the same number with its year or session.
    """

    organ: str = ""
    organ_is_given: bool = False
    started: bool = False
    treaty_body: str = ""
    organ_of_number: dict[tuple[str, str, str], str] = field(default_factory=dict)


class Attribution(NamedTuple):
    """The document that a cited number stands for.

    Attributes:
        symbol: its symbol; None for a text without a document of its own.
        certain: whether the number can mean nothing else.
        candidates: all possible symbols where there are several, the likelier first.
        note: a remark for the reader, or empty.
        published_in: symbol of the document that contains a text without a document of its own, where that is known.
    """

    symbol: str | None
    certain: bool = True
    candidates: tuple[str, ...] = ()
    note: str = ""
    published_in: str | None = None


# Parsing costs more than the rest of an attribution, and documents repeat their citations.
canonical = lru_cache(maxsize=4096)(parse_symbol)


def named_organs(citation: Citation) -> tuple[str, list[str]]:
    """Return the organ named with a number, "" if none, and those of its sentence, the nearest first."""
    number = citation.number
    return _organ_named(citation.named_organ, number), [_organ_named(code, number) for code in citation.sentence_organs]


def _organ_named(code: str, number: Number) -> str:
    """Return the organ that a name means: which Council "the Council" is depends on the shape of the number."""
    if code != "COUNCIL":
        return code
    if number.shape == "session":
        return "ECOSOC" if len(number.session) == YEAR_DIGITS else "HRC"
    return "ECOSOC" if number.shape == "roman" else "SC"


def part_note(number: Number) -> str:
    """Return a note on the lettered parts that are cited, empty if there are none."""
    return f"{'part' if len(number.letters) == 1 else 'parts'} {number.letters}" if number.letters else ""
