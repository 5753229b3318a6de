"""The table of series: which body a symbol belongs to, read from `data/series.tsv`.

A row's prefix is matched component by component, whatever the case and inner spaces. A component of the prefix also
stands for itself with a number or session joined to it, so that `UNEP/EA` takes in `UNEP/EA.5` and `ICCD/COP` takes in
`ICCD/COP(14)`; one that ends in a dot wants that dot (`PBC.` is UNIDO's committee, `PBC` the Peacebuilding Commission);
`*` stands for the session or year that some bodies print before their own code (`ISBA/*/LTC`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Component", "Series", "codes", "find", "table", "walk"]

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
        source: code of where the row's facts come from, explained in the head of the file.
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
class Component:
    """One row of the table of component codes.

    Attributes:
        code: canonical spelling; ends in a dot where a number follows the dot.
        within: prefix of the series where it holds, empty where it holds everywhere.
        name: what it says, in a few words.
        role: `body`, `session`, `type`, `qualifier` or `modification`.
        source: code of where the row's facts come from, explained in the head of the file.
        verified: whether that source says so; else the name rests on memory.
        example: a symbol seen in a real document that has the code, or empty.
    """

    code: str
    within: str
    name: str
    role: str
    source: str
    verified: bool
    example: str


def _rows(file: str) -> Iterator[list[str]]:
    """Yield the fields of each row of a data file, below its comments and its line of column names."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    return rows


@cache
def table() -> Mapping[str, Series]:
    """Return every series by its prefix."""
    return {row[0]: Series(*row[:9], row[9] == "yes", row[10]) for row in _rows("series.tsv")}


@cache
def codes() -> Mapping[str, Sequence[Component]]:
    """Return the component codes by their folded spelling, those of particular series first."""
    found: dict[str, list[Component]] = {}
    for row in _rows("components.tsv"):
        found.setdefault(fold(row[0]), []).append(Component(*row[:5], row[5] == "yes", row[6]))
    for components in found.values():
        components.sort(key=lambda component: -component.within.count("/") - bool(component.within))
    return found


def find(components: Sequence[str]) -> Series | None:
    """Return the series that a symbol, given as its components, belongs to: the longest prefix that fits."""
    return max(walk(components), key=lambda step: step[0], default=(0, None))[1]


def walk(components: Sequence[str]) -> Iterator[tuple[int, Series]]:
    """Yield each series whose prefix fits, from the organ down, with the number of components it takes."""
    series, ways = _index()
    live = [""]
    for taken, component in enumerate(components, 1):
        live = [way for stem in live for form in _forms(component) if (way := f"{stem}/{form}") in ways]
        if not live:
            return
        found = next((series[way] for way in live if way in series), None)
        if found:
            yield taken, found


def fold(component: str) -> str:
    """Return a component as it is compared: no spaces, upper case."""
    return component.replace(" ", "").upper()


@cache
def _index() -> tuple[Mapping[str, Series], frozenset[str]]:
    """Return the series by folded prefix, and every folded beginning of a prefix."""
    series = {"/" + fold(prefix): row for prefix, row in table().items()}
    ways = {way[:end] for way in series for end, letter in enumerate(way) if letter == "/"}
    return series, frozenset(ways | set(series))


def _forms(component: str) -> Iterator[str]:
    """Yield the forms in which a prefix may hold a component, the closest first."""
    whole = fold(component)
    yield whole
    joined = re.match(r"([A-Z][A-Z.-]*)([.(])(?=[0-9IVXL)])", whole)
    if joined:
        yield from (joined[1] + joined[2], joined[1])
    if re.fullmatch(r"\d{1,4}|[IVXL]+|E?S-\d+", whole, re.ASCII):
        yield "*"


def modifies(component: str) -> bool:
    """Whether a component is a modification of the document before it: `Add.1`, `Corr.2`, `Summary`."""
    code = re.match(r"[A-Za-z]+\.?", component)
    return bool(code) and any(row.role == "modification" for row in codes().get(code[0].upper(), ()))
