"""Dates as catalogues write them, to ISO."""

from __future__ import annotations

import re

__all__ = ["iso"]

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
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
_LONGEST = 80  # characters; a date is shorter


def iso(text: str) -> str:
    """Return the date that `text` gives, as exact as it is: `1997`, `1997-11` or `1997-11-18`; empty for none."""
    for form in _FORMS:
        if given := form.match(text.strip()[:_LONGEST]):
            parts = given.groupdict()
            month = _MONTHS.get((parts.get("m") or "").lower()) or int(parts.get("m") or 0)
            day = int(parts.get("d") or 0)
            if not 1 <= month <= 12:
                return parts["y"]
            return f"{parts['y']}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")
    return ""
