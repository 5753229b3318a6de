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
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = [
    "Code",
    "Series",
    "codes",
    "find",
    "fold",
    "lookalikes",
    "modifies",
    "named",
    "reach",
    "rows",
    "search",
    "table",
    "walk",
]

DATA = Path(__file__).parent / "data"


class Series(NamedTuple):
    """One row of the table of series.

    Attributes:
        prefix: how its symbols begin, in canonical spelling.
        name: the body, or what the series publishes.
        short: how a short description calls the body, where that is not its name.
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
    short: str
    parent: str
    kind: str
    pattern: str
    on_ods: str
    first: str
    last: str
    source: str
    verified: bool
    example: str


class Code(NamedTuple):
    """One row of the table of component codes.

    Attributes:
        code: canonical spelling; ends in a dot where a number follows the dot.
        within: prefixes or kinds of the series where it has this meaning; empty where it has it everywhere.
        name: what it says, in a few words.
        role: `body`, `type`, `number`, `qualifier` or `modification`.
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
    for *facts, verified, example in rows("series.tsv"):
        prefix, name, short, parent, kind, pattern, on_ods, first, last, source = facts
        known = verified == "yes"
        found[prefix] = Series(prefix, name, short, parent, kind, pattern, on_ods, first, last, source, known, example)
    return found


@cache
def codes() -> Mapping[str, Sequence[Code]]:
    """Return the meanings of every component code by its folded spelling."""
    found: dict[str, list[Code]] = {}
    for code, within, name, role, source, verified, example in rows("components.tsv"):
        series = tuple(within.split(";")) if within else ()
        row = Code(code, series, name, role, source, verified == "yes", example)
        found.setdefault(fold(code), []).append(row)
    return found


@cache
def lookalikes() -> Mapping[str, str]:
    """Return who writes the numbers that only look like symbols, by their beginnings, canonically spelled."""
    return {prefix: maker for prefix, maker, *_ in rows("lookalikes.tsv")}


def find(components: Sequence[str]) -> Series | None:
    """Return the series that a symbol, given as its components, belongs to: the longest prefix that fits."""
    return [None, *(row for _, row in walk(components))][-1]


def search(text: str) -> Iterator[Series]:
    """Yield the series that a text asks for, in the order of their prefixes.

    A prefix gives its row and the rows right under it, a symbol the row of its series, words every row that
    has them all in its prefix or names, and an empty text the organs.
    """
    rows = table().values()
    wanted = index()[0].get("/" + fold(text))
    if wanted or not text:
        yield from (row for row in rows if row is wanted or row.parent == (wanted.prefix if wanted else ""))
    elif found := find(text.split("/")):
        yield found
    else:
        words = text.casefold().split()
        yield from (
            row for row in rows if all(word in f"{row.prefix} {row.name} {row.short}".casefold() for word in words)
        )


def walk(components: Sequence[str]) -> Iterator[tuple[int, Series]]:
    """Yield each series whose prefix fits, from the organ down, with the number of components it takes."""
    series, _ = index()
    for taken, ways in enumerate(_ways(components), 1):
        found = next((series[way] for way in ways if way in series), None)
        if found:
            yield taken, found


def reach(components: Sequence[str]) -> int:
    """Return how many components, from the first, could begin a symbol of a listed series."""
    return sum(1 for _ in _ways(components))


def _ways(components: Sequence[str]) -> Iterator[list[str]]:
    """Yield, for each component as long as there are any, the beginnings of prefixes that fit up to it."""
    _, ways = index()
    live = [""]
    for component in components:
        live = [way for stem in live for form in _forms(component) if (way := f"{stem}/{form}") in ways]
        if not live:
            return
        yield live


def named(component: str, series: Series | None = None) -> Code | None:
    """Return what a component's code says in a series: as the closest series has it, else in general."""
    for form in _forms(component):
        rows = [(_closeness(row, series), row) for row in codes().get(form, ())]
        fit = max(rows, key=lambda pair: pair[0], default=(-1, None))
        if fit[0] >= 0:
            return fit[1]
    return None


def modifies(component: str) -> bool:
    """Return whether a component modifies the document before it: `Add.1`, `Corr.2`, `Summary`."""
    code = named(component) or named(f"{component}.")
    return code is not None and code.role == "modification"


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


def rows(file: str) -> Iterator[list[str]]:
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


@lru_cache(maxsize=4096)
def _forms(component: str) -> tuple[str, ...]:
    """Return the forms in which a row may hold a component, the closest first."""
    whole = fold(component)
    joined = re.match(r"([A-Z][A-Z.-]*)([.(])(?=\d|[IVXL]+\b|S-|$)", whole, re.ASCII)
    forms = (whole, joined[1] + joined[2], joined[1]) if joined else (whole,)
    return (*forms, "*") if re.fullmatch(r"\d{1,4}|[IVXL]+|E?S-\d+", whole, re.ASCII) else forms
