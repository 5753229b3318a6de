"""The table of series, `data/series.tsv`: which body a symbol belongs to.

The table has a row for each body. A prefix fits a symbol component by component, whatever the case and the spaces.
A component of the prefix also takes in a number or session that is joined to it, so that `UNEP/EA` has `UNEP/EA.5` and
`ICCD/COP` has `ICCD/COP(14)`. A prefix that ends in a dot needs that dot (`PBC.37` is a committee of UNIDO, `PBC/`
the Peacebuilding Commission), and `*` takes in the session or year that some bodies print before their own code
(`ISBA/*/LTC`).

>>> series_of(["A", "AC.105", "C.1", "121"]).prefix
'A/AC.105/C.1'
>>> [row.prefix for _, row in walk_series(["UNEP", "EA.5", "Res.14"])]
['UNEP', 'UNEP/EA']
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.tables.rows import fold_component, forms, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Series", "lookalikes", "reach", "search_series", "series_of", "table", "walk_series"]


class Series(NamedTuple):
    """One row of the table of series.

    Attributes:
        prefix: the beginning of its symbols, in canonical spelling.
        name: the body, or what the series publishes.
        short: the name that a short description gives the body, where that is another one.
        parent: prefix of the series that it belongs to, empty at the top.
        kind: `principal organ`, `subsidiary`, `treaty body`, `press`, ...
        pattern: how sessions and years are written, with dates (`none@1946-1976;GA session@1976-`).
        on_ods: whether the Official Document System serves it: `yes`, `no` or `unknown`.
        first: year of its first document, or empty.
        last: year of its last document, or empty.
        source: codes of the row's sources, explained in the head of the file.
        verified: whether that source names the body; otherwise the name is from memory.
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
def lookalikes() -> Mapping[str, str]:
    """Return the makers of numbers that only look like symbols, by the beginning of their numbers."""
    return {prefix: maker for prefix, maker, *_ in rows("lookalikes.tsv")}


def series_of(components: Sequence[str]) -> Series | None:
    """Return the series of a symbol, given as its components: the row with the longest prefix that fits."""
    return [None, *(row for _, row in walk_series(components))][-1]


def search_series(text: str) -> Iterator[Series]:
    """Yield the series that a user asks for, in the order of their prefixes.

    A prefix gives its row and the rows right below it, a symbol the row of its series, words every row that
    has them all in its prefix or names, and an empty text the organs.
    """
    listed = table().values()
    wanted = _index()[0].get("/" + fold_component(text))
    if wanted or not text:
        yield from (row for row in listed if row is wanted or row.parent == (wanted.prefix if wanted else ""))
    elif found := series_of(text.split("/")):
        yield found
    else:
        words = text.casefold().split()
        yield from (
            row for row in listed if all(word in f"{row.prefix} {row.name} {row.short}".casefold() for word in words)
        )


def walk_series(components: Sequence[str]) -> Iterator[tuple[int, Series]]:
    """Yield each series whose prefix fits, from the organ down, with the number of components that it covers."""
    series, _ = _index()
    for covered, paths in enumerate(_paths(components), 1):
        found = next((series[path] for path in paths if path in series), None)
        if found:
            yield covered, found


def reach(components: Sequence[str]) -> int:
    """Return how many components, from the first, could begin a symbol of a listed series."""
    return sum(1 for _ in _paths(components))


def _paths(components: Sequence[str]) -> Iterator[list[str]]:
    """Yield, component by component while any fits, the beginnings of prefixes that fit so far."""
    _, beginnings = _index()
    live = [""]
    for component in components:
        live = [path for stem in live for form in forms(component) if (path := f"{stem}/{form}") in beginnings]
        if not live:
            return
        yield live


@cache
def _index() -> tuple[Mapping[str, Series], frozenset[str]]:
    """Return the series by folded prefix, and every folded beginning of a prefix."""
    series = {"/" + fold_component(prefix): row for prefix, row in table().items()}
    beginnings = {path[:end] for path in series for end, letter in enumerate(path) if letter == "/"}
    return series, frozenset(beginnings | set(series))
