"""The bodies whose resolutions are cited by number, and which of them a number and a date can belong to."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.numbering import roman
from undocs.series import DATA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.citations.numbers import Number

__all__ = [
    "Organ",
    "council_agrees",
    "council_year",
    "fits",
    "organ_of",
    "organs",
    "rate_fits",
    "roman_fits",
    "roman_session",
]

_FIRST_FEW = 60  # so many fewer in all, for the first sessions gave few
_SLACK = 12  # the ranges of sessions I to XXX are remembered, not copied: allow this many numbers either side


class Organ(NamedTuple):
    """One body of `data/citations/organs.toml`; its header says what each field means."""

    code: str
    name: str
    source: str
    assumed: bool = False
    sessions: tuple[int, int] | None = None
    yearly: tuple[int, int] | None = None
    opened: int | None = None
    per_year: int = 1
    late: int = 0
    years: dict[str, list[int]] | None = None
    serials: int = 0
    dated_serials: int = 0
    decisions_from: int = 0
    resolution: str = ""
    renamed: str = ""
    renamed_from: int = 0
    special: str = ""
    roman: str = ""
    rate: tuple[int, int] | None = None
    decision: str = ""
    catalogued: str = ""
    note: str = ""
    series: tuple[str, ...] = ()
    comments: str = ""
    comments_from: int = 0
    cases: str = ""


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@cache
def organs() -> dict[str, Organ]:
    """Return the bodies by their code."""
    import tomllib

    table = tomllib.loads((DATA / "citations" / "organs.toml").read_text(encoding="utf-8"))
    return {code: Organ(code=code, **entry) for code, entry in table.items()}


@cache
def _special_sessions() -> dict[tuple[str, str], range]:
    return {
        (row["organ"], row["session"]): range(int(row["first"]), int(row["last"]) + 1)
        for row in _rows("special_sessions.tsv")
    }


@cache
def _roman_sessions() -> dict[str, range]:
    return {
        row["session"]: range(int(row["first"]) - _SLACK, int(row["last"]) + _SLACK + 1)
        for row in _rows("ga_roman_sessions.tsv")
    }


@cache
def _council_years() -> tuple[tuple[int, int, int], ...]:
    rows = _rows("sc_resolution_years.tsv")
    return tuple((int(row["first"]), int(row["last"]), int(row["year"])) for row in rows)


def council_year(number: int) -> int | None:
    """Return the year of a Security Council resolution, or None where the table does not reach."""
    return next((year for first, last, year in _council_years() if first <= number <= last), None)


def council_agrees(number: int, year: int) -> bool:
    """Say whether Security Council resolution `number` can be of `year`, give or take one year."""
    known = council_year(number)
    if known is not None:
        return abs(known - year) <= 1
    _, last, latest = _council_years()[-1]
    return number > last and year >= latest


def roman_fits(number: int, session: str) -> bool:
    """Say whether the General Assembly adopted resolution `number` at a session written in Roman numerals."""
    return number in _roman_sessions().get(session, ())


def rate_fits(organ: Organ, number: Number) -> bool:
    """Say whether an organ that counted on from session to session can have come so far at a Roman one."""
    session = roman(number.session)
    if organ.rate is None or session is None:
        return True
    least, most = organ.rate
    return session * least - _FIRST_FEW <= int(number.serial) <= session * most


def roman_session(number: int) -> str:
    """Return the session at which the General Assembly adopted a resolution of sessions I to XXX, or ""."""
    bounds = (
        (session, numbers.start + _SLACK, numbers.stop - _SLACK) for session, numbers in _roman_sessions().items()
    )
    return next((session for session, first, stop in bounds if first <= number < stop), "")


def fits(organ: Organ, number: Number, year: int | None, *, first: int = 0) -> bool:
    """Say whether `organ` can have given session/serial `number`, in `year` if that is known.

    Where `first` is set it is the lowest number of the organ's decisions, which have a count of their own.
    """
    session, serial = int(number.session), int(number.serial)
    most = organ.serials if year is None else max(organ.serials, organ.dated_serials)
    if not max(first, 1) <= serial <= first + most:
        return False
    if number.prefix:
        years = _special_sessions().get((organ.code, f"{number.prefix}-{session}"))
        return bool(organ.special) and years is not None and (year is None or year in years)
    if organ.yearly and organ.yearly[0] <= session <= organ.yearly[1]:
        return year is None or abs(year - session) <= 1
    if organ.sessions is None or not organ.sessions[0] <= session <= organ.sessions[1]:
        return False
    if number.letters and not organ.resolution.endswith("{letter}"):
        return False
    return year is None or year in _years(organ, session)


def _years(organ: Organ, session: int) -> Sequence[int] | range:
    """Return the years in which a session of an organ adopts its texts."""
    if organ.years:
        return organ.years[str(session)]
    if organ.opened is None:
        return range(1946, 2100)
    begins = organ.opened + -(-session // organ.per_year)
    return range(begins, begins + organ.late + 1)


@lru_cache(maxsize=64)
def organ_of(symbol: str) -> str:
    """Return the code of the organ that issues a document, by how its symbol begins; "" if none is known."""
    begins = {series: code for code, organ in organs().items() for series in organ.series}
    return begins[max(found, key=len)] if (found := [s for s in begins if f"{symbol}/".startswith(s)]) else ""
