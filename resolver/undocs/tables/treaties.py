"""What conferences and bodies of treaties number by themselves; the head of `data/treaties.toml` explains the fields.

>>> treaty_note("CP.21")
'the text is in an addendum to the report of the conference on its session, CP.21'
>>> session_signs(place="before", numerals="roman"), treaty_note("BC-14")
(('SS.',), '')
"""

from __future__ import annotations

from functools import cache
from typing import Any

from undocs.tables.rows import DATA

__all__ = ["comments_compiled_in", "comments_have_symbols_since", "session_signs", "treaty_note"]


@cache
def _treaties() -> dict[str, Any]:
    import tomllib

    return tomllib.loads((DATA / "treaties.toml").read_text(encoding="utf-8"))


@cache
def session_signs(*, place: str, numerals: str) -> tuple[str, ...]:
    """Return what stands before the number of a session in the decisions of conferences, such as `CP.` and `BC-`.

    Args:
        place: `before` the serial number (BC-14/12) or `after` it (1/CP.21).
        numerals: `arabic` or `roman`.
    """
    wanted = (place, numerals)
    return tuple(row["sign"] for row in _treaties()["sessions"] if (row["place"], row["numerals"]) == wanted)


def treaty_note(session: str) -> str:
    """Return where the decisions of a session are printed; "" where the session has no note of its own."""
    row: dict[str, str] = next((row for row in _treaties()["sessions"] if session.startswith(row["sign"])), {})
    note = row.get("note", "")
    return note.format(session=session)


def comments_have_symbols_since() -> int:
    """Return the year since which every general comment of a treaty body has a symbol of its own."""
    year: int = _treaties()["general_comments"]["symbols_since"]
    return year


def comments_compiled_in() -> str:
    """Return the symbol of the document that contains the general comments without a symbol of their own."""
    symbol: str = _treaties()["general_comments"]["compiled_in"]
    return symbol
