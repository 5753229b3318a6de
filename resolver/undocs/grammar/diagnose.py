"""Diagnose why a text is not a symbol: the span of the first bad component, and what was expected there.

>>> diagnose("CTOC/XYZ/1")
((5, 8), 'a body, a type, a session or a number')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.tables.codes import named
from undocs.tables.countries import country
from undocs.tables.series import lookalikes, reach, series_of

if TYPE_CHECKING:
    from undocs.tables.series import Series

__all__ = ["diagnose"]

_COUNTED = re.compile(r"\(?(?:E?S-)?(?:\d|[IVXLC]+\b)", re.ASCII)


def diagnose(text: str) -> tuple[tuple[int, int], str]:
    """Return the span of the first thing wrong with a text that is not a symbol, and what was expected there."""
    components = text.split("/")
    row = series_of(components)
    place = reach(components)
    if row:
        while place < len(components) and _is_readable(components[place].strip(), row):
            place += 1
    if place == len(components):
        return (len(text) - 1, len(text)), "a number"
    start = sum(map(len, components[:place])) + place
    span = (start, start + max(1, len(components[place])))
    if place == 0:
        maker = lookalikes().get(components[0].upper(), "")
        return span, "the letters of a listed series, as A or CTOC" + (f"; these are of {maker}" if maker else "")
    begun = "/".join(components[:place])
    return span, "a body, a type, a session or a number" if row else f"a series that begins with {begun}/"


def _is_readable(component: str, row: Series) -> bool:
    """Return whether a component has a meaning in a series."""
    return bool(_COUNTED.match(component) or named(component, row) or country(component))
