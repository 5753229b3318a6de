"""A document symbol as a value: immutable, ordered, hashable, and in one spelling.

>>> symbol = Symbol.parse("s/res/1325 (2000)")
>>> str(symbol), symbol.body, symbol.type, symbol.number, symbol.year
('S/RES/1325(2000)', 'Security Council', 'resolution', '1325', 2000)
>>> sorted(map(Symbol.parse, ["A/66/10/Add.10", "A/66/10/Add.2"]))[0].parent
Symbol('A/66/10')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, total_ordering
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from undocs.meaning.describe import Meaning
    from undocs.meaning.parts import Part
    from undocs.tables.series import Series

__all__ = ["Symbol", "unchecked"]

_COUNCIL_WITHOUT_YEAR = re.compile(r"S/RES/([0-9]{1,4})")
_PRINTED_PART = re.compile(r"(.+/(?:RES|DEC)/[^\[\]]*[0-9])([A-Z])")


@total_ordering
@dataclass(frozen=True, eq=True, repr=False)
class Symbol:
    """One UN document symbol in its canonical spelling; `Symbol.parse` makes one from any spelling.

    The canonical spelling follows the Dag Hammarskjöld Library's rule, with the printed case of codes: no spaces,
    `Add.1`, `(PartI)`, so that `S/RES/1325 (2000)` is `S/RES/1325(2000)`. Symbols sort as a reader expects, `Add.2`
    before `Add.10`.

    Attributes:
        canonical: the spelling, which is also what `str()` gives.

    Raises:
        SymbolError: `canonical` is not the canonical spelling of a symbol.
    """

    canonical: str

    def __post_init__(self) -> None:
        """Refuse a text that is not a symbol in canonical spelling."""
        from undocs.errors import SymbolError
        from undocs.grammar.parser import parse

        if (spelling := parse(self.canonical)) != self.canonical:
            raise SymbolError(self.canonical, (0, len(self.canonical)), f"the canonical spelling, {spelling}")

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Read one symbol in any spelling: lower case, with spaces, or as a URL of the UN's hosts.

        Raises:
            SymbolError: `text` is not a symbol, or more than one; the error says where and what was expected.
        """
        from undocs.grammar.parser import parse

        return unchecked(parse(text))

    @cached_property
    def joint(self) -> tuple[Symbol, ...]:
        """The symbols of a joint one (`A/55/432-S/2000/921` is one document in two series); of another, itself."""
        from undocs.grammar.parser import split

        if "-" not in self.canonical:
            return (self,)
        return tuple(map(unchecked, split(self.canonical)))

    @cached_property
    def document(self) -> Symbol:
        """The key of the document, the same for every spelling of its symbol.

        The year of a Security Council resolution is filled in, and a lettered part has the Digital Library's brackets:
        `S/RES/1325` is `S/RES/1325(2000)`, `A/RES/50/204A` is `A/RES/50/204[A]`.
        """
        from undocs.tables.sessions import council_year

        council = _COUNCIL_WITHOUT_YEAR.fullmatch(self.canonical)
        if council and (year := council_year(int(council[1]))):
            return unchecked(f"{self.canonical}({year})")
        part = _PRINTED_PART.fullmatch(self.canonical)
        return unchecked(f"{part[1]}[{part[2]}]") if part else self

    @cached_property
    def components(self) -> tuple[str, ...]:
        """The pieces between the slashes; of a joint symbol, those of its first half."""
        return tuple(self.joint[0].canonical.split("/"))

    @cached_property
    def series(self) -> Series | None:
        """Its row of the table of series, or None where the series is not listed."""
        from undocs.tables.series import series_of

        return series_of(self.components)

    @cached_property
    def suffixes(self) -> tuple[str, ...]:
        """The addenda, corrigenda, revisions and the like at its end, in their order: `("Rev.1", "Add.2")`."""
        from undocs.tables.codes import modifies

        kept = len(self.components)
        while kept > 1 and modifies(self.components[kept - 1]):
            kept -= 1
        return self.components[kept:]

    @cached_property
    def base(self) -> Symbol:
        """The symbol without its suffixes."""
        count = len(self.suffixes)
        return unchecked("/".join(self.components[:-count])) if count else self

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its pieces with their roles and names, in their order; empty for a series that is not listed."""
        return self._meaning.parts if self._meaning else ()

    def part(self, role: str) -> Part | None:
        """Return the first part in a role (`session`, `year`, `type`, ...: see `Part.role`), or None."""
        return next((part for part in self.parts if part.role == role), None)

    @property
    def body(self) -> str | None:
        """The name of the body that issued it; None for a series that is not listed."""
        return (self._meaning and self._meaning.body) or None

    @property
    def session(self) -> str | None:
        """The session in digits, `S-27` or `ES-10` for special ones, or None."""
        return (self._meaning and self._meaning.session) or None

    @property
    def year(self) -> int | None:
        """The calendar year that it prints, or None."""
        return self._meaning.year if self._meaning else None

    @property
    def type(self) -> str | None:
        """The type of document by its name, such as `resolution`, or None."""
        return (self._meaning and self._meaning.type) or None

    @property
    def number(self) -> str | None:
        """The serial number as printed, `1` or `18-20`, or None."""
        return (self._meaning and self._meaning.number) or None

    @property
    def country(self) -> str | None:
        """The name of the country that it names, or None."""
        return (self._meaning and self._meaning.country) or None

    @cached_property
    def parent(self) -> Symbol | None:
        """The document that it is an addendum, a corrigendum or a part of; None for a whole document."""
        return next((whole for _, whole in self._lineage), None)

    def relation(self, other: Symbol) -> str:
        """Return its relation to another document: `addendum 7`, `corrigendum 1`, `part II`; empty for none."""
        return next((name for name, whole in self._lineage if whole == other), "")

    def is_addendum_of(self, other: Symbol) -> bool:
        """Return whether it is an addendum of another document, or modifies such an addendum."""
        return any(name.startswith("addendum") and whole == other for name, whole in self._lineage)

    def explain(self) -> Meaning:
        """Return its meaning, part by part and in one line.

        Raises:
            SymbolError: its series is not listed.
        """
        from undocs.meaning.describe import describe

        return describe([half.canonical for half in self.joint])

    @cached_property
    def _meaning(self) -> Meaning | None:
        return self.explain() if self.series else None

    @cached_property
    def _lineage(self) -> tuple[tuple[str, Symbol], ...]:
        from undocs.meaning.lineage import lineage

        return tuple((name, unchecked(whole)) for name, whole in lineage(self.components, self.parts))

    @cached_property
    def _order(self) -> tuple[tuple[int, int, str], ...]:
        runs = re.findall(r"[0-9]+|[^0-9]+", self.canonical)
        return tuple((0, int(run), "") if run.isdigit() else (1, 0, run) for run in runs)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return (self._order, self.canonical) < (other._order, other.canonical)

    def __str__(self) -> str:
        return self.canonical

    def __repr__(self) -> str:
        return f"Symbol({self.canonical!r})"


def unchecked(canonical: str) -> Symbol:
    """Return the symbol of a spelling that the grammar has just given, without reading it again."""
    symbol = object.__new__(Symbol)
    object.__setattr__(symbol, "canonical", canonical)
    return symbol
