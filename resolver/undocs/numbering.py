"""How the United Nations counts: sessions in arabic and roman numerals, special sessions, calendar years."""

from __future__ import annotations

import re

__all__ = ["ordinal", "roman", "session_years", "year"]

_LONGEST = len("LXXXVIII")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(numeral: str) -> int | None:
    """Return the number that a roman numeral writes, or None where the letters write none (`IIX`)."""
    if not 0 < len(numeral) <= _LONGEST:
        return None
    values = [_ROMAN.get(letter, 0) for letter in numeral]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if numeral == _to_roman(total) else None


def _to_roman(number: int) -> str:
    """Return a number below 400 in roman numerals."""
    written = ""
    for value, letters in zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1), ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True
    ):
        written += letters * (number // value)
        number %= value
    return written


def ordinal(number: int) -> str:
    """Return a number as an English ordinal: 1st, 22nd, 113th."""
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def year(digits: str) -> int | None:
    """Return the year that four digits write, from the first meetings of 1945 on, or None."""
    return int(digits) if re.fullmatch(r"19(?:4[5-9]|[5-9]\d)|20[0-4]\d", digits, re.ASCII) else None


def session_years(pattern: str, session: int) -> tuple[int, int] | None:
    """Return the first and last calendar year of a session of a body that counts them as `pattern` says.

    The General Assembly opens a session a year, in September, since 1946; the Human Rights Council has
    held three a year since 2006. The sessions of other bodies do not tell their years.
    """
    if "GA session" in pattern:
        return 1945 + session, 1946 + session
    if "HRC session" in pattern:
        first = 2006 + (session - 1) // 3
        return first, first
    return None
