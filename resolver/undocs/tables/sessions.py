"""Sessions and their years: of organs that count sessions, of special sessions, of numbered resolutions.

>>> session_years("GA session", 60), council_year(1325), roman_session(1514)
((2005, 2006), 2000, 'XV')
>>> last_roman_session(), last_roman_year()
(30, 1976)
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from undocs.tables.organs import organs
from undocs.tables.rows import rows
from undocs.tables.series import table

if TYPE_CHECKING:
    from undocs.tables.organs import Organ

__all__ = [
    "council_agrees",
    "council_year",
    "last_roman_session",
    "last_roman_year",
    "organ_years",
    "roman_numbers",
    "roman_session",
    "session_years",
    "special_years",
]

_OPEN = 2100  # the end, as a year, of what has not ended


def session_years(pattern: str, session: int) -> tuple[int, int] | None:
    """Return the first and last calendar year of a session of a body that counts sessions as `pattern` says.

    Only the General Assembly (`GA session`) and the Human Rights Council (`HRC session`) hold their sessions at a rate
    that tells the year.
    """
    for code in ("GA", "HRC"):
        if f"{code} session" in pattern:
            years = _steady_years(code, session)
            return years[0], years[-1]
    return None


@cache
def _rates() -> dict[str, tuple[int, int, int]]:
    """Return by organ the year before its first session, its sessions a year, and the years in which one lasts on."""
    listed = rows("session_years.tsv")
    return {organ: (int(opened), int(per_year), int(late)) for organ, opened, per_year, late, *_ in listed}


def _steady_years(code: str, session: int) -> range:
    opened, per_year, late = _rates()[code]
    opens = opened + -(-session // per_year)
    return range(opens, opens + late + 1)


def organ_years(organ: Organ, session: int) -> range:
    """Return the years in which a session of an organ adopts its texts; those of every session where none are known."""
    if organ.years:
        years = organ.years[str(session)]
        return range(years[0], years[-1] + 1)
    return _steady_years(organ.code, session) if organ.code in _rates() else range(1946, _OPEN)


def last_roman_session() -> int:
    """Return the last session at which the General Assembly numbered its resolutions 3541 (XXX), not 30/1.

    The documents of its sessions have symbols of the form A/31/10 since the next one, too.
    """
    first, _ = organs()["GA"].sessions or (0, 0)
    return first - 1


def last_roman_year() -> int:
    """Return the last year of that session."""
    return organ_years(organs()["GA"], last_roman_session())[-1]


@cache
def _special_sessions() -> dict[tuple[str, str], range]:
    """Return the years of special sessions: of the General Assembly in the table of series, of others in their own."""
    assembly = {
        ("GA", row.prefix.removeprefix("A/")): range(int(row.first), int(row.last or _OPEN) + 1)
        for row in table().values()
        if row.kind == "session" and row.parent == "A"
    }
    others = {
        (organ, session): range(int(first), int(last) + 1)
        for organ, session, first, last, *_ in rows("special_sessions.tsv")
    }
    return assembly | others


def special_years(organ: str, session: str) -> range | None:
    """Return the years of a special session (`S-27`, `ES-10`) of an organ by its code, None where it held none."""
    return _special_sessions().get((organ, session))


@cache
def _roman_sessions() -> dict[str, range]:
    return {session: range(int(first), int(last) + 1) for session, first, last, *_ in rows("ga_roman_sessions.tsv")}


def roman_numbers(session: str) -> range:
    """Return the numbers of the General Assembly's resolutions of a session in Roman numerals; empty for no session."""
    return _roman_sessions().get(session, range(0))


def roman_session(number: int) -> str:
    """Return the session, in Roman numerals, at which the General Assembly adopted a resolution, or ""."""
    return next((session for session, numbers in _roman_sessions().items() if number in numbers), "")


@cache
def _council_years() -> tuple[tuple[int, int, int], ...]:
    return tuple((int(year), int(first), int(last)) for year, first, last, *_ in rows("sc_resolution_years.tsv"))


def council_year(number: int) -> int | None:
    """Return the year of a Security Council resolution, or None where the table does not list its number."""
    return next((year for year, first, last in _council_years() if first <= number <= last), None)


def council_agrees(number: int, year: int) -> bool:
    """Return whether Security Council resolution `number` can be of `year`, give or take one year."""
    known = council_year(number)
    if known is not None:
        return abs(known - year) <= 1
    latest, _, last = _council_years()[-1]
    return number > last and year >= latest
