"""What the bodies of treaties number by themselves: decisions of the parties, general comments, cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.citations.context import YEAR, Finding, named, parse, parts
from undocs.tables.organs import organs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.citations.context import Context
    from undocs.citations.grouping import Cited
    from undocs.tables.organs import Organ

__all__ = ["comment", "communication", "decided"]

_COMMENTS_ALL = 2011  # since this year the general comments of every treaty body have symbols


def decided(item: Cited, context: Context) -> Finding | None:
    """Answer for a decision of the parties to a treaty: 1/CP.21, X/1, BC-14/12."""
    number = item.number
    if number.shape == "treaty":
        where = "the text is in an addendum to the report of the conference on its session"
        return Finding(None, note=f"{where}, {number.session}")
    if number.shape != "decision" or not item.adjacent:
        return None
    if "CBD" in (item.touching, context.organ, *item.clause) and number.session.isalpha():
        return Finding(parse(f"UNEP/CBD/COP/DEC/{number.session}/{number.serial}"), note=parts(number))
    if number.session.startswith("SS."):
        return Finding(None, note="the text is in the report of the Governing Council of UNEP on its session")
    if not (item.touching or item.clause or context.organ or "-" in number.session):
        return None
    return Finding(None, note=organs()["PARTIES"].note.format(session=number.session))


def _bodies(item: Cited, context: Context) -> Iterable[Organ]:
    """Return the bodies that may be meant, the likeliest first."""
    touching, clause = named(item)
    return [organs()[code] for code in (touching, *clause, context.organ, context.body) if code]


def comment(item: Cited, context: Context) -> Finding | None:
    """Answer for a general comment: general comment No. 37 of the Human Rights Committee."""
    bodies = [body for body in _bodies(item, context) if body.comments]
    if not bodies or item.number.shape not in {"bare", "year"} or not item.adjacent:
        return None
    serial = int(item.number.serial)
    body = next((body for body in bodies if body.code == item.touching or serial >= body.comments_from), bodies[0])
    context.body = body.code
    if serial < body.comments_from and item.number.shape == "year" and int(item.number.session) >= _COMMENTS_ALL:
        return None  # of a body that the text names elsewhere
    if serial < body.comments_from:
        return Finding(None, note="older than the symbols of general comments; see HRI/GEN/1/Rev.9")
    return Finding(parse(body.comments.format(serial=serial)), certain=body.code == item.touching)


def communication(item: Cited, context: Context) -> Finding | None:
    """Answer for a case before a treaty body, No. 1011/2001; its symbol needs the session that heard it."""
    number = item.number
    body = next((body for body in _bodies(item, context) if body.cases), None)
    if body is None or item.held is None or number.shape != "session" or len(number.serial) != YEAR:
        return None
    name = body.cases.format(held=item.held, session=number.session, serial=number.serial)
    return Finding(parse(name), certain=body.code == item.touching)
