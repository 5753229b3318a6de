"""The codes that components begin with (`Add.`, `CRP.`, `WP.`), from `data/components.tsv`.

A code has a row, and one more for each group of series where it has another meaning: `WP.` is a working paper, in the
series of ECE a working party.

>>> from undocs.tables.series import table
>>> named("WP.29").name, named("WP.29", table()["ECE/TRANS"]).name
('working paper', 'working party')
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.tables.rows import fold_component, forms, rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from undocs.tables.series import Series

__all__ = ["Code", "codes", "modifies", "named"]


class Code(NamedTuple):
    """One row of the table of component codes.

    Attributes:
        code: canonical spelling; ends in a dot where a number follows the dot.
        within: prefixes or kinds of the series where the code has this meaning; empty where it has it everywhere.
        name: the meaning in a few words.
        role: `body`, `type`, `number`, `qualifier` or `modification`.
        source: codes of the row's sources, explained in the head of the file.
        verified: whether that source says so; otherwise the name is from memory.
        example: a symbol seen in a real document that has the code, or empty.
    """

    code: str
    within: tuple[str, ...]
    name: str
    role: str
    source: str
    verified: bool
    example: str


@cache
def codes() -> Mapping[str, Sequence[Code]]:
    """Return the meanings of every component code by its folded spelling."""
    found: dict[str, list[Code]] = {}
    for code, within, name, role, source, verified, example in rows("components.tsv"):
        series = tuple(within.split(";")) if within else ()
        row = Code(code, series, name, role, source, verified == "yes", example)
        found.setdefault(fold_component(code), []).append(row)
    return found


def named(component: str, series: Series | None = None) -> Code | None:
    """Return the meaning of a component's code in a series: that of the closest row, or the general one.

    Args:
        component: the component, with or without its number.
        series: the series of the symbol; None for the general meaning.
    """
    for form in forms(component):
        rated = [(_closeness(row, series), row) for row in codes().get(form, ())]
        closeness, row = max(rated, key=lambda pair: pair[0], default=(-1, None))
        if closeness >= 0:
            return row
    return None


def modifies(component: str) -> bool:
    """Return whether a component modifies the document before it: `Add.1`, `Corr.2`, `Summary`."""
    code = named(component) or named(f"{component}.")
    return code is not None and code.role == "modification"


def _closeness(code: Code, series: Series | None) -> int:
    """Return how closely a row fits a series: the length of the prefix that it names, -1 if it does not fit."""
    if not code.within:
        return 0
    if series is None:
        return -1
    whole = f"{series.prefix}/"
    lengths = [len(within) for within in code.within if whole.startswith((f"{within}/", f"{within}."))]
    return max(lengths, default=1 if series.kind in code.within else -1)
