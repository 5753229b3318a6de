"""The tables of series and of component codes: which body a symbol belongs to, what its parts say.

`data/series.tsv` has a row a body. Its prefix fits a symbol component by component, whatever the case and
inner spaces; a component of the prefix takes in a number or session joined to it, so that `UNEP/EA` has
`UNEP/EA.5` and `ICCD/COP` has `ICCD/COP(14)`. A prefix that ends in a dot wants that dot (`PBC.37` is UNIDO's
committee, `PBC/` the Peacebuilding Commission), and `*` stands for the session or year that some bodies print
before their own code (`ISBA/*/LTC`).

`data/components.tsv` has a row a code (`Add.`, `CRP.`, `WP.`), and another for the series where the code says
something else (`WP.` is a working paper, in `ECE` a working party).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Code", "Series", "codes", "find", "named", "table", "walk"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of the table of series.

    Attributes:
        prefix: how its symbols begin, in canonical spelling.
        name: the body, or what the series publishes.
        parent: prefix of the series it stands under, empty at the top.
        kind: `principal organ`, `subsidiary`, `treaty body`, `press`, ...
        pattern: how sessions and years are written, with dates (`none@1946-1976;GA session@1976-`).
        on_ods: whether the Official Document System serves it: `yes`, `no` or `unknown`.
        first: year of its first document, or empty.
        last: year of its last document, or empty.
        source: codes of where the row comes from, explained in the head of the file.
        verified: whether that source names the body; else the name rests on memory.
        example: a symbol of the series seen in a real document, or empty.
    """

    prefix: str
    name: str
    parent: str
    kind: str
    pattern: str
    on_ods: str
    first: str
    last: str
    source: str
    verified: bool
    example: str


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table of component codes.

    Attributes:
        code: canonical spelling; ends in a dot where a number follows the dot.
        within: prefixes or kinds of the series where it has this meaning; empty where it has it everywhere.
        name: what it says, in a few words.
        role: `body`, `type`, `qualifier` or `modification`.
        source: codes of where the row comes from, explained in the head of the file.
        verified: whether that source says so; else the name rests on memory.
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
def table() -> Mapping[str, Series]:
    """Return every series by its prefix."""
    found = {}
    for prefix, name, parent, kind, pattern, on_ods, first, last, source, verified, example in _rows(
        "series.tsv"
    ):
        found[prefix] = Series(
            prefix, name, parent, kind, pattern, on_ods, first, last, source, verified == "yes", example
        )
    return found


@cache
def codes() -> Mapping[str, Sequence[Code]]:
    """Return the meanings of every component code by its folded spelling."""
    found: dict[str, list[Code]] = {}
    for code, within, name, role, source, verified, example in _rows("components.tsv"):
        series = tuple(within.split(";")) if within else ()
        row = Code(code, series, name, role, source, verified == "yes", example)
        found.setdefault(fold(code), []).append(row)
    return found


@cache
def lookalikes() -> frozenset[str]:
    """Return the beginnings, in canonical spelling, of other makers' numbers that have the shape of a symbol."""
    return frozenset(prefix for prefix, *_ in _rows("lookalikes.tsv"))


def find(components: Sequence[str]) -> Series | None:
    """Return the series that a symbol, given as its components, belongs to: the longest prefix that fits."""
    return [None, *(row for _, row in walk(components))][-1]


def walk(components: Sequence[str]) -> Iterator[tuple[int, Series]]:
    """Yield each series whose prefix fits, from the organ down, with the number of components it takes."""
    series, ways = index()
    live = [""]
    for taken, component in enumerate(components, 1):
        live = [way for stem in live for form in _forms(component) if (way := f"{stem}/{form}") in ways]
        found = next((series[way] for way in live if way in series), None)
        if found:
            yield taken, found


def named(component: str, series: Series | None = None) -> Code | None:
    """Return what a component's code says in a series: as the closest series has it, else in general."""
    for form in _forms(component):
        rows = [(_closeness(row, series), row) for row in codes().get(form, ())]
        fit = max(rows, key=lambda pair: pair[0], default=(-1, None))
        if fit[0] >= 0:
            return fit[1]
    return None


def fold(component: str) -> str:
    """Return a component as it is compared: no spaces, upper case."""
    return component.replace(" ", "").upper()


def _closeness(code: Code, series: Series | None) -> int:
    """Return how closely a code's row fits a series: by the length of the prefix, -1 if not at all."""
    if not code.within:
        return 0
    if series is None:
        return -1
    whole = f"{series.prefix}/"
    under = [len(within) for within in code.within if whole.startswith((f"{within}/", f"{within}."))]
    return max(under, default=1 if series.kind in code.within else -1)


def _rows(file: str) -> Iterator[list[str]]:
    """Yield the fields of each row of a data file, below its comments and its line of column names."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    return rows


@cache
def index() -> tuple[Mapping[str, Series], frozenset[str]]:
    """Return the series by folded prefix, and every folded beginning of a prefix."""
    series = {"/" + fold(prefix): row for prefix, row in table().items()}
    ways = {way[:end] for way in series for end, letter in enumerate(way) if letter == "/"}
    return series, frozenset(ways | set(series))


def _forms(component: str) -> Iterator[str]:
    """Yield the forms in which a row may hold a component, the closest first."""
    whole = fold(component)
    yield whole
    joined = re.match(r"([A-Z][A-Z.-]*)([.(])(?=\d|[IVXL]+\b|S-|$)", whole, re.ASCII)
    if joined:
        yield joined[1] + joined[2]
        yield joined[1]
    if re.fullmatch(r"\d{1,4}|[IVXL]+|E?S-\d+", whole, re.ASCII):
        yield "*"
