"""Numerals: Roman, ordinal, and the digits of a year.

>>> roman("XXXIV"), to_roman(29), ordinal(22), year("1945")
(34, 'XXIX', '22nd', 1945)
"""

from __future__ import annotations

import re

__all__ = ["ordinal", "roman", "to_roman", "year"]

_LETTERS = {"C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
_LONGEST = len("LXXXVIII")  # the longest numeral below 100; no body has held 188 sessions
# From 1945, the year of the first meetings, to 2049.
_YEAR = re.compile(r"19(?:4[5-9]|[5-9]\d)|20[0-4]\d", re.ASCII)


def roman(numeral: str) -> int | None:
    """Return the number that a Roman numeral writes, or None where the letters write no number (`IIX`)."""
    if not 0 < len(numeral) <= _LONGEST:
        return None
    values = [_LETTERS.get(letter, 0) for letter in numeral]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if numeral == to_roman(total) else None


def to_roman(number: int) -> str:
    """Return a number below 400 in Roman numerals."""
    written = ""
    for letters, value in _LETTERS.items():
        count, number = divmod(number, value)
        written += letters * count
    return written


def ordinal(number: int) -> str:
    """Return a number as an English ordinal: 1st, 22nd, 113th."""
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def year(digits: str) -> int | None:
    """Return the year that four digits write, from 1945 to 2049, or None."""
    return int(digits) if _YEAR.fullmatch(digits) else None
