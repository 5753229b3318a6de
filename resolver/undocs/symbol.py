"""A document symbol as a value: immutable, ordered, hashable, and spelled one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, total_ordering
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from undocs.meaning import Meaning
    from undocs.parts import Part
    from undocs.series import Series

__all__ = ["Symbol"]


@total_ordering
@dataclass(frozen=True, eq=True)
class Symbol:
    """One UN document symbol in its canonical spelling; `Symbol.parse` makes one from any other.

    The canonical spelling is the Library's rule with the printed case of codes: no spaces, `Add.1`, `(PartI)`,
    so that `S/RES/1325 (2000)` is `S/RES/1325(2000)`. Symbols sort as a reader expects, `Add.2` before `Add.10`.

    Attributes:
        canonical: the spelling, which is also what `str()` gives.
    """

    canonical: str

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Read one symbol in any spelling: lower case, with spaces, or as a URL of the UN's hosts.

        Raises:
            SymbolError: `text` is no symbol, or more than one; it tells where and what was expected.
        """
        from undocs.parse import parse

        return cls(parse(text))

    @cached_property
    def halves(self) -> tuple[Symbol, ...]:
        """The symbols of a joint one (`A/55/432-S/2000/921` is one document in two series); else itself alone."""
        from undocs.parse import split

        if "-" not in self.canonical:
            return (self,)
        return tuple(Symbol(half) for half in split(self.canonical))

    @cached_property
    def components(self) -> tuple[str, ...]:
        """What stands between the slashes; of a joint symbol, those of its first half."""
        return tuple(self.halves[0].canonical.split("/"))

    @cached_property
    def series(self) -> Series | None:
        """The row of the table of series it belongs to, or None for a series that is not listed."""
        from undocs import series

        return series.find(self.components)

    @cached_property
    def modifications(self) -> tuple[str, ...]:
        """The addenda, corrigenda, revisions and the like that end it, in their order: `("Rev.1", "Add.2")`."""
        from undocs import series

        kept = len(self.components)
        while kept > 1 and series.modifies(self.components[kept - 1]):
            kept -= 1
        return self.components[kept:]

    @cached_property
    def base(self) -> Symbol:
        """The symbol without its modifications."""
        mods = len(self.modifications)
        return Symbol("/".join(self.components[:-mods])) if mods else self

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What its pieces say, in their order; empty for a series that is not listed."""
        from undocs.parts import read

        return read(self.components) if self.series else ()

    def part(self, role: str) -> Part | None:
        """Return the first part in a role (`session`, `year`, `type`, `number`), or None: see `undocs.parts.Part`."""
        return next((part for part in self.parts if part.role == role), None)

    @cached_property
    def parent(self) -> Symbol | None:
        """The document that it is an addendum, a corrigendum, a part of; None for a whole document."""
        from undocs.kinship import lineage

        return next((whole for _, whole in lineage(self)), None)

    def relation(self, other: Symbol) -> str:
        """Return what it is of another document: `addendum 7`, `corrigendum 1`, `part II`; empty for nothing."""
        from undocs.kinship import lineage

        return next((name for name, whole in lineage(self) if whole == other), "")

    def is_addendum_of(self, other: Symbol) -> bool:
        """Return whether it is an addendum of another document, or changes an addendum of it."""
        from undocs.kinship import lineage

        return any(name.startswith("addendum") and whole == other for name, whole in lineage(self))

    def explain(self) -> Meaning:
        """Return what it means, part by part.

        Raises:
            SymbolError: its series is not listed.
        """
        from undocs.meaning import explain

        return explain(self)

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
