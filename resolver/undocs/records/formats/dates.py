"""Dates as catalogs print them, to ISO dates.

>>> [iso_date(text) for text in ("18 Nov. 1997", "19831004", "[1976?]", "n.d.")]
['1997-11-18', '1983-10-04', '1976', '']
"""

from __future__ import annotations

import re

__all__ = ["iso_date"]

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
# The forms of a date, the most exact first; each with examples from records.
_FORMS = [
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})[-/](?P<m>\d\d?)(?:[-/](?P<d>\d\d?))?(?!\d)",  # 1997-11-18, 1959-01-01 0:00:00, 2004/11/17
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)?(?!\d)",  # 19831004
        r"(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>\d{4})(?!\d)",  # 17/11/2004
        rf".*?\b(?:(?P<d>\d\d?)\s+)?(?P<m>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?,?\s+(?P<y>\d{{4}})\b",  # 18 Nov. 1997
        r".*?(?P<y>(?:18|19|20)\d\d)(?!\d)",  # [1976?]
    )
]
_MAX_LENGTH = 80  # characters that are searched: a date is near the start of its field


def iso_date(text: str) -> str:
    """Return the date in a text, as exact as it is: `1997`, `1997-11` or `1997-11-18`; empty if there is none.

    A day or month that does not exist is left out.
    """
    for form in _FORMS:
        if given := form.match(text.strip()[:_MAX_LENGTH]):
            parts = given.groupdict()
            month = _MONTHS.get((parts.get("m") or "").lower()) or int(parts.get("m") or 0)
            day = int(parts.get("d") or 0)
            if not 1 <= month <= 12:
                return parts["y"]
            return f"{parts['y']}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")
    return ""
