"""The organs whose resolutions are cited by number, from `data/citations/organs.toml`, whose head explains the fields.

>>> organs()["HRC"].name, organ_of("A/HRC/RES/16/21"), organ_of("A/66/10")
('Human Rights Council', 'HRC', 'GA')
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from undocs.tables.rows import DATA

__all__ = ["Organ", "organ_of", "organs"]


class Organ(NamedTuple):
    """One organ of `data/citations/organs.toml`; the head of that file says what each field means."""

    code: str
    name: str
    source: str
    assumed: bool = False
    sessions: tuple[int, int] | None = None
    yearly: tuple[int, int] | None = None
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
    without_year: bool = False
    decision: str = ""
    roman_decision: str = ""
    other_decisions_from: int = 0
    two_digit_years_from: int = 0
    catalogued: str = ""
    note: str = ""
    series: tuple[str, ...] = ()
    comments: str = ""
    comments_from: int = 0
    cases: str = ""


@cache
def organs() -> dict[str, Organ]:
    """Return the organs by their code."""
    import tomllib

    table = tomllib.loads((DATA / "citations" / "organs.toml").read_text(encoding="utf-8"))
    return {code: Organ(code=code, **entry) for code, entry in table.items()}


@lru_cache(maxsize=64)
def organ_of(symbol: str) -> str:
    """Return the code of the organ that issues a document, from the beginning of its symbol; "" if none is known."""
    begins = {series: code for code, organ in organs().items() for series in organ.series}
    return begins[max(found, key=len)] if (found := [s for s in begins if f"{symbol}/".startswith(s)]) else ""
