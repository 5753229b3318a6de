"""Whose resolution is it? From a cited number to the document that holds it.

The organ named with the number decides; then a date, which few organs share; then the organ set by hand; then the
same number earlier in the document; then the organ of the sentence; then the document's own organ; then the
General Assembly. Whatever is named, the number must be one that organ can have given.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.citations.organs import council_agrees, council_year, fits, organs, roman_fits
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.citations.groups import Cited
    from undocs.citations.numbers import Number
    from undocs.citations.organs import Organ

__all__ = ["Context", "Finding", "attribute", "repeated"]

_OWN_UNTIL = 30  # sessions of the General Assembly that numbered their resolutions (XXX), not 30/1


@dataclass(slots=True)
class Context:
    """What a document has told so far; hand the same one to `cite` for every piece of one document.

    Attributes:
        organ: code of the organ that issues the document, "" while unknown.
        given: whether that organ was set by hand.
        begun: whether the document's first piece was read.
        seen: the organ of each number that was certain.
    """

    organ: str = ""
    given: bool = False
    begun: bool = False
    seen: dict[tuple[str, str, str], str] = field(default_factory=dict)


class Finding(NamedTuple):
    """The answer for one number: its symbol or none, how sure, others possible, and where the text lies."""

    symbol: Symbol | None
    certain: bool = True
    candidates: tuple[Symbol, ...] = ()
    note: str = ""


def attribute(item: Cited, context: Context) -> Finding | None:
    """Return what a cited number stands for, or None where it is no citation."""
    number = item.number
    if item.touching == "FOREIGN":
        return None
    if item.kind == "comment":
        return _comment(item, context)
    if item.kind == "communication":
        return _communication(item, context)
    if number.shape == "session":
        return _session(item, context)
    if number.shape in {"treaty", "decision"}:
        return _treaty(item, context)
    if item.kind != "resolution":
        return None
    return _roman(item) if number.shape == "roman" else _council(item, context)


@lru_cache(maxsize=4096)
def _parsed(name: str) -> Symbol:
    return Symbol.parse(name)


def _named(code: str, number: Number) -> str:
    """Return the organ that a word names; "the Council" depends on the shape of the number."""
    if code != "COUNCIL":
        return code
    if number.shape == "session":
        return "ECOSOC" if len(number.session) == len("2019") else "HRC"
    return "ECOSOC" if number.shape == "roman" else "SC"


def _council(item: Cited, context: Context) -> Finding | None:
    """A Security Council number with its year, 1325 (2000), or bare where the Council is named."""
    serial = int(item.number.serial)
    touching = _named(item.touching, item.number)
    if touching not in {"", "SC"}:
        return None
    if item.number.shape == "year":
        year = int(item.number.session)
        agrees = council_agrees(serial, year)
        return Finding(_parsed(f"S/RES/{serial}({year})"), certain=agrees) if agrees or touching else None
    known = council_year(serial)
    if known is None or "SC" not in (touching, _named(item.clause, item.number), context.organ):
        return None
    return Finding(_parsed(f"S/RES/{serial}({known})"), certain=bool(touching))


def _roman(item: Cited) -> Finding | None:
    """A number with its session in Roman numerals: 217 A (III)."""
    number, table = item.number, organs()
    touching, clause = (_named(code, number) for code in (item.touching, item.clause))
    own = roman_fits(int(number.serial), number.session)
    for code in (touching, "GA" if own else clause):
        if code and table[code].roman and (own or code != "GA" or code == touching):
            symbol = table[code].roman.format(number=int(number.serial), roman=number.session)
            return Finding(_parsed(symbol), certain=own or code == touching, note=_parts(number))
    return None


def _treaty(item: Cited, context: Context) -> Finding | None:
    """A decision of the parties to a treaty: 1/CP.21, X/1, BC-14/12."""
    number = item.number
    if item.kind != "decision":
        return None
    if number.shape == "treaty":
        return Finding(None, note=f"the text is in an addendum to the report on the session, {number.session}")
    if "CBD" in (item.touching, item.clause, context.organ) and number.session.isalpha():
        return Finding(_parsed(f"UNEP/CBD/COP/DEC/{number.session}/{number.serial}"))
    if not (item.adjacent and (item.clause or context.organ or "-" in number.session or "." in number.session)):
        return None
    return Finding(None, note="the text is in the report of the meeting of the parties")


def _comment(item: Cited, context: Context) -> Finding | None:
    """A general comment of a treaty body: general comment No. 37 of the Human Rights Committee."""
    for code in filter(None, (item.touching, item.clause, context.organ)):
        organ = organs()[code]
        if not organ.comments or item.number.shape not in {"bare", "year"} or not item.adjacent:
            continue
        if int(item.number.serial) < organ.comments_from:
            return Finding(None, note="older than the symbols of general comments; the text is in HRI/GEN/1/Rev.9")
        return Finding(_parsed(organ.comments.format(serial=int(item.number.serial))), certain=code == item.touching)
    return None


def _communication(item: Cited, context: Context) -> Finding | None:
    """A case before a treaty body, No. 1011/2001, whose symbol needs the session that dealt with it."""
    number = item.number
    if number.shape != "session" or item.held is None or len(number.serial) != len("2001"):
        return None
    for code in filter(None, (item.touching, item.clause, context.organ)):
        if organs()[code].cases:
            symbol = organs()[code].cases.format(held=item.held, session=number.session, serial=number.serial)
            return Finding(_parsed(symbol), certain=code == item.touching)
    return None


def _session(item: Cited, context: Context) -> Finding | None:
    """A number of the form session/serial or year/serial: 60/1, S-27/2, 2019/19."""
    number, table = item.number, organs()
    key = (number.prefix, number.session, number.serial)
    seen = context.seen.get(key, "")
    touching, clause = (_named(code, number) for code in (item.touching, item.clause))
    if clause == "FOREIGN" and not (touching or seen or context.organ) or _is_span(number) and touching != "ECOSOC":
        return None
    spoken = [code for code in (touching, context.given and context.organ, seen, clause, context.organ, "GA") if code]
    assumed = [code for code, organ in table.items() if organ.assumed and (item.year or int(number.session) > _OWN_UNTIL)]
    able = [code for code in dict.fromkeys(spoken + assumed) if _able(table[code], item, item.year)]
    dated = item.year is not None and bool(able)
    if touching and touching not in able and _able(table[touching], item, None):
        able = [touching]
    elif not able:
        able = [code for code in dict.fromkeys(spoken) if _able(table[code], item, None)]
    if not able or not (touching or dated or seen or clause or context.organ or item.adjacent):
        return None
    if item.kind == "decision" and not context.organ and {item.touching, item.clause} <= {"", "COUNCIL"}:
        return None  # the European Union numbers its decisions 1999/468 too
    chosen = able[0]
    sure = chosen == touching or dated or len(able) == 1 or (context.given and chosen == context.organ)
    if sure and item.kind == "resolution":
        context.seen[key] = chosen
    return _answer(table[chosen], number, item.kind, () if sure else [table[code] for code in able[1:]])


def _is_span(number: Number) -> bool:
    """Say whether year/serial can be two years, 2019/20."""
    return len(number.session) == len("2019") and int(number.serial) == (int(number.session) + 1) % 100


def _able(organ: Organ, item: Cited, year: int | None) -> bool:
    """Say whether an organ can have given a number, as a resolution or as a decision."""
    if item.kind == "resolution":
        return bool(organ.resolution or organ.note) and fits(organ, item.number, year)
    first = organ.decisions_from
    return bool(organ.decision or organ.decision_note or organ.note) and fits(organ, item.number, year, first=first)


def _parts(number: Number) -> str:
    if not number.letters:
        return ""
    return f"{'part' if len(number.letters) == 1 else 'parts'} {number.letters}"


def _symbol(organ: Organ, number: Number, kind: str) -> Symbol | None:
    """Return the symbol an organ's text with this number has, None if it has none of its own."""
    template = organ.decision if kind == "decision" else organ.special if number.prefix else organ.resolution
    letter = number.letters if len(number.letters) == 1 else ""
    known = {"session": number.session, "serial": int(number.serial), "prefix": number.prefix, "letter": letter}
    return _parsed(template.format(**known)) if template else None


def _answer(organ: Organ, number: Number, kind: str, others: Sequence[Organ]) -> Finding:
    symbol = _symbol(organ, number, kind)
    note = (kind == "decision" and organ.decision_note) or organ.note
    if report := organ.reports.get(number.session):
        note = f"the text is in the report of the session, {report}"
    elif len(number.letters) > 1:
        note = _parts(number)
    possible = tuple(found for found in (_symbol(other, number, kind) for other in others) if found)
    candidates = (symbol, *possible) if symbol and possible else ()
    return Finding(symbol, not candidates, candidates, note.format(session=number.session))


def repeated(number: Number, context: Context) -> Finding | None:
    """Return what a bare number stands for if the document tells elsewhere, None otherwise."""
    organ = context.seen.get((number.prefix, number.session, number.serial))
    if organ is None or int(number.session) <= _OWN_UNTIL:
        return None
    return _answer(organs()[organ], number, "resolution", ())._replace(certain=False)
