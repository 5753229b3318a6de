"""Where a text stops being a symbol, and what should stand there: for an error that helps."""

from __future__ import annotations

import re

from undocs.tables import codes, series
from undocs.tables.countries import country

__all__ = ["fault"]

_COUNTED = re.compile(r"\(?(?:E?S-)?(?:\d|[IVXLC]+\b)", re.ASCII)


def fault(text: str) -> tuple[tuple[int, int], str]:
    """Return the span of the first thing wrong with a text that is no symbol, and what was expected there."""
    components = text.split("/")
    reach = series.reach(components)
    row = series.find(components)
    place = reach
    if row:
        while place < len(components) and _readable(components[place].strip(), row):
            place += 1
    if place == len(components):
        return (len(text) - 1, len(text)), "a number"
    start = sum(map(len, components[:place])) + place
    span = (start, start + max(1, len(components[place])))
    if place == 0:
        maker = series.lookalikes().get(components[0].upper(), "")
        return span, "the letters of a listed series, as A or CTOC" + (f"; these are of {maker}" if maker else "")
    begun = "/".join(components[:place])
    return span, "a body, a type, a session or a number" if row else f"a series that begins with {begun}/"


def _readable(component: str, row: series.Series) -> bool:
    """Return whether a component says something in a series."""
    return bool(_COUNTED.match(component) or codes.named(component, row) or country(component))
