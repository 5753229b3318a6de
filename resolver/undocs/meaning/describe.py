"""What a symbol means: its parts, values to group by, one short description, and what a link to it may not open.

>>> meaning = describe(["CRPD/C/JPN/CO/1"])
>>> meaning.description
'Committee on the Rights of Persons with Disabilities · Japan · concluding observations 1'
>>> meaning.country, meaning.type, meaning.number
('Japan', 'concluding observations', '1')
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from undocs.errors import SymbolError
from undocs.meaning.availability import availability
from undocs.meaning.lineage import lineage
from undocs.meaning.parts import Part, parts_of
from undocs.tables.numerals import roman
from undocs.tables.series import series_of, table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Meaning", "Part", "describe"]

# The parts that count a document of a type, and so belong to its name.
_COUNTS = {"session", "year", "number"}
_BODIES = {"organ", "body"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of a symbol, part by part and in one line.

    Attributes:
        symbol: the symbol in canonical spelling.
        parts: its parts in their order; bodies that it does not spell out come first.
        description: one short description.
        relation: its relation to the document that it belongs to (`addendum 7`), or empty.
        parent: symbol of that document, or empty.
        note: why a link may not open it, or empty.
        published_in: symbol of the document that contains its text, where that is another one, or empty.
        on_ods: whether the Official Document System serves its series: `yes`, `no` or `unknown`.
    """

    symbol: str
    parts: tuple[Part, ...]
    description: str
    relation: str
    parent: str
    note: str
    published_in: str
    on_ods: str

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last calendar year of its session or year, where they are known."""
        return next((part.years for part in self.parts if part.years), None)

    @property
    def body(self) -> str:
        """The name of the body that issued it: the most special one that the symbol names."""
        return next((part.name for part in reversed(self.parts) if part.role in _BODIES), "")

    @property
    def session(self) -> str:
        """The session in digits, `S-27` and `ES-10` for special ones; empty where the symbol names none."""
        return _digits(self._text("session"))

    @property
    def year(self) -> int | None:
        """The calendar year that the symbol prints, or None."""
        return next((part.years[0] for part in self.parts if part.role == "year" and part.years), None)

    @property
    def type(self) -> str:
        """The type of document by its name, `resolution`; empty where the symbol names none."""
        return next((part.name for part in self.parts if part.role == "type"), "")

    @property
    def number(self) -> str:
        """The serial number as printed, `1` or `18-20`; empty where there is none."""
        return self._text("number")

    @property
    def country(self) -> str:
        """The name of the country that the symbol names by its letters; empty where it names none."""
        return next((part.name for part in self.parts if part.role == "country"), "")

    def _text(self, role: str) -> str:
        return next((part.text for part in self.parts if part.role == role), "")


def describe(halves: Sequence[str]) -> Meaning:
    """Return the meaning of a symbol; of a joint symbol, that of its first half.

    Args:
        halves: the symbol in canonical spelling; of a joint symbol, each half.

    Raises:
        SymbolError: its series is not listed.
    """
    components = halves[0].split("/")
    row = series_of(components)
    if row is None:
        raise SymbolError("-".join(halves), (0, len(components[0])), "the beginning of a listed series")
    parts = parts_of(components)
    note, published_in = availability(halves, row, parts)
    relation, parent = next(lineage(components, parts), ("", ""))
    description = _description(halves[0], parts)
    return Meaning("-".join(halves), parts, description, relation, parent, note, published_in, row.on_ods)


def _description(text: str, parts: Sequence[Part]) -> str:
    """Return a short description: the body, its session or year, the document, its modifications.

    A document has the name that readers give it, the type with all that counts it: resolution 60/1, 1325(2000).
    """
    body, phrases, rest = "", list[str](), list(parts)
    while rest:
        part = rest.pop(0)
        name = _short(part)
        if part.role == "type":
            counts = list(takewhile(lambda each: each.role in _COUNTS, rest))
            del rest[: len(counts)]
            phrases += [_short(each) for each in counts if each.role == "session"]
            numbered = any(each.role != "session" for each in counts)
            count = text[counts[0].start : counts[-1].end] if numbered else ""
            name += f" {count}{')' * ('(' in count)}".rstrip()
        if part.series and part.role != "session":
            body = name
        elif part.role == "body":
            body = f"{body}, {name}"
        elif name:
            phrases.append(name)
    return " · ".join([body, *phrases])


def _short(part: Part) -> str:
    """Return the name that a short description gives a part."""
    return (part.series and table()[part.series].short) or part.name


def _digits(session: str) -> str:
    """Return a session with its Roman numeral in digits: `XXIX` is `29`, `ES-V` is `ES-5`."""
    prefix, hyphen, numeral = session.rpartition("-")
    return f"{prefix}{hyphen}{roman(numeral) or numeral}"
