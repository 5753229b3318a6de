"""The years of sessions: each row's example, and the sessions beside it."""

from __future__ import annotations

import pytest
from undocs.tables.organs import organs
from undocs.tables.rows import rows
from undocs.tables.sessions import organ_years

ROWS = [*rows("session_years.tsv")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_an_example_gives_its_years(row: list[str]) -> None:
    code, *_, example = row
    session, years = example.split(": ")
    first, _, last = years.partition("-")
    found = organ_years(organs()[code], int(session))
    assert (found[0], found[-1]) == (int(first), int(last or first))


@pytest.mark.parametrize(
    ("code", "session", "years"),
    [
        ("GA", 1, (1946, 1947)),
        ("GA", 80, (2025, 2026)),
        ("HRC", 1, (2006, 2006)),
        ("HRC", 3, (2006, 2006)),
        ("HRC", 4, (2007, 2007)),
        ("HRC", 60, (2025, 2025)),
        ("UNEA", 5, (2021, 2022)),
        ("CBD", 5, (1946, 2099)),
    ],
)
def test_sessions_and_their_years(code: str, session: int, years: tuple[int, int]) -> None:
    found = organ_years(organs()[code], session)
    assert (found[0], found[-1]) == years
