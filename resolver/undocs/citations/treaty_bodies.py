"""Attribute what the bodies and conferences of treaties number: decisions of the parties, general comments, cases.

>>> from undocs.citations.context import Context
>>> from undocs.citations.grouping import Citation
>>> from undocs.citations.numbers import Number
>>> comment = Citation(Number("bare", "", "37"), 0, 2, "comment", named_organ="CCPR", adjacent=True)
>>> attribute_comment(comment, Context()).symbol
'CCPR/C/GC/37'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.citations.context import YEAR_DIGITS, Attribution, canonical, named_organs, part_note
from undocs.tables.organs import organs
from undocs.tables.treaties import comments_compiled_in, comments_have_symbols_since, treaty_note

if TYPE_CHECKING:
    from undocs.citations.context import Context
    from undocs.citations.grouping import Citation
    from undocs.tables.organs import Organ

__all__ = ["attribute_case", "attribute_comment", "attribute_treaty_decision"]


def attribute_treaty_decision(citation: Citation, context: Context) -> Attribution | None:
    """Attribute a decision of the parties to a treaty: 1/CP.21, X/1, BC-14/12."""
    number = citation.number
    if number.shape == "treaty":
        return Attribution(None, note=treaty_note(number.session))
    if number.shape != "decision" or not citation.adjacent:
        return None
    codes = [citation.named_organ, context.organ, *citation.sentence_organs]
    if number.session.isalpha():
        conferences = [organs()[code] for code in codes if code in organs() and organs()[code].roman_decision]
        if conferences:
            symbol = conferences[0].roman_decision.format(session=number.session, serial=number.serial)
            return Attribution(canonical(symbol), note=part_note(number))
    if note := treaty_note(number.session):
        return Attribution(None, note=note)
    if not (any(codes) or "-" in number.session):  # X/1 alone is a volume and page, a chapter, a chord
        return None
    return Attribution(None, note=organs()["PARTIES"].note.format(session=number.session))


def _possible_bodies(citation: Citation, context: Context) -> list[Organ]:
    """Return the bodies that may be meant, the likeliest first."""
    named, in_sentence = named_organs(citation)
    return [organs()[code] for code in (named, *in_sentence, context.organ, context.treaty_body) if code]


def attribute_comment(citation: Citation, context: Context) -> Attribution | None:
    """Attribute a general comment: general comment No. 37 of the Human Rights Committee.

    A number lower than the first with a symbol skips to the next body that may be meant. The body is remembered for
    comments that name none.
    """
    bodies = [body for body in _possible_bodies(citation, context) if body.comments]
    if not bodies or citation.number.shape not in {"bare", "year"} or not citation.adjacent:
        return None
    serial = int(citation.number.serial)
    named = citation.named_organ
    body = next((body for body in bodies if body.code == named or serial >= body.comments_from), bodies[0])
    context.treaty_body = body.code
    if serial >= body.comments_from:
        return Attribution(canonical(body.comments.format(serial=serial)), certain=body.code == named)
    if citation.number.shape == "year" and int(citation.number.session) >= comments_have_symbols_since():
        return None  # it would have a symbol, so it is of a body that the text names elsewhere
    return Attribution(None, note=f"older than the symbols of general comments; see {comments_compiled_in()}")


def attribute_case(citation: Citation, context: Context) -> Attribution | None:
    """Attribute a case before a treaty body, No. 1011/2001; its symbol needs the session that decided it."""
    number = citation.number
    body = next((body for body in _possible_bodies(citation, context) if body.cases), None)
    is_case = number.shape == "session" and len(number.serial) == YEAR_DIGITS
    if body is None or citation.heard_at is None or not is_case:
        return None
    symbol = body.cases.format(held=citation.heard_at, session=number.session, serial=number.serial)
    return Attribution(canonical(symbol), certain=body.code == citation.named_organ)
