"""Whose resolution is it? From a cited number to the document that holds it.

The organ named with the number decides; then a date, which few organs share; then the same number earlier in the
document; then the organ of the sentence; then the document's own organ; then the General Assembly. Whatever is
named, the number must be one that organ can have given.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from undocs.citations.organs import Organ, council_agrees, council_year, fits, organs, roman_fits
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from undocs.citations.groups import Cited
    from undocs.citations.numbers import Number

__all__ = ["Context", "Finding", "attribute"]


@dataclass(slots=True)
class Context:
    """What a document has told so far; hand the same one to `cite` for every piece of one document.

    Attributes:
        organ: code of the organ that issues the document, "" while unknown.
        seen: the organ of each number that was certain.
    """

    organ: str = ""
    seen: dict[tuple[str, str, str], str] = field(default_factory=dict)
    begun: bool = False


class Finding(NamedTuple):
    """The answer for one number: its symbol or none, others possible, and where the text lies."""

    symbol: Symbol | None
    certain: bool
    candidates: tuple[Symbol, ...] = ()
    note: str = ""


# What "the Council" and "the Assembly" are by the shape of the number.
_COUNCILS = {"session": "HRC", "roman": "ECOSOC", "year": "SC", "bare": "SC"}


def _named(code: str, number: Number) -> str:
    if code != "COUNCIL":
        return code
    if number.shape == "session" and len(number.session) == 4:  # noqa: PLR2004 - a year
        return "ECOSOC"
    return _COUNCILS.get(number.shape, "")


def attribute(item: Cited, context: Context, forced: str = "") -> Finding | None:
    """Return what a cited number stands for, or None where it is no citation."""
    number = item.number
    if item.touching == "FOREIGN":
        return None
    if number.shape == "session":
        return _session(item, context, forced)
    if not item.kind:
        return None
    if number.shape == "roman":
        return _roman(item, forced)
    if number.shape in {"year", "bare"}:
        return _council(item, context, forced)
    if item.kind == "decision":
        return _treaty(number)
    return None


def _council(item: Cited, context: Context, forced: str) -> Finding | None:
    number = int(item.number.serial)
    organ = forced or _named(item.touching, item.number)
    if item.kind != "resolution" or organ not in {"", "SC"}:
        return None
    if item.number.shape == "year":
        if not council_agrees(number, int(item.number.session)) and organ != "SC":
            return None
        return Finding(Symbol.parse(f"S/RES/{number}({item.number.session})"), certain=True)
    if not organ and "SC" not in (_named(item.clause, item.number), context.organ):
        return None
    year = council_year(number)
    return year and Finding(Symbol.parse(f"S/RES/{number}({year})"), certain=organ == "SC") or None


def _roman(item: Cited, forced: str) -> Finding | None:
    number = item.number
    serial = int(number.serial)
    table = organs()
    for code in (forced, _named(item.touching, number)):
        if code and table[code].roman:
            break
    else:
        code = "GA" if roman_fits(serial, number.session) else _named(item.clause, number)
        if not code or not table[code].roman or (code == "GA" and not roman_fits(serial, number.session)):
            return None
    if item.kind == "decision":
        return None
    symbol = Symbol.parse(table[code].roman.format(number=serial, roman=number.session))
    return Finding(symbol, certain=True, note=f"part {number.letters}" if number.letters else "")


def _treaty(number: Number) -> Finding | None:
    body = number.session.split(".")[0]
    if number.shape == "treaty" and body in {"CP", "CMP", "CMA", "COP"}:
        return Finding(None, certain=True, note=f"the text is in an addendum to the report of the conference on its session {number.session.split('.')[1]}")
    return Finding(None, certain=True, note="the text is in the report of the meeting of the parties")


def _session(item: Cited, context: Context, forced: str) -> Finding | None:
    number = item.number
    table = organs()
    key = (number.prefix, number.session, number.serial)
    seen = context.seen.get(key, "")
    if not item.kind:
        return _answer(table[seen], item, [], certain=True) if seen and item.number.serial else None
    touching = forced or _named(item.touching, number)
    names = [touching, seen, _named(item.clause, number), context.organ, "GA"]
    names = [name for name in dict.fromkeys(names) if name]
    fitting = [name for name in names if _believable(table[name], item, item.year)]
    assumed = [code for code, organ in table.items() if organ.assumed and code not in fitting and _believable(organ, item, item.year)]
    possible = fitting + assumed
    if item.year is not None and touching not in fitting:
        dated = [name for name in possible]
        if touching and _believable(table[touching], item, None):
            possible = [touching]
        elif dated:
            possible = dated
        else:
            possible = [name for name in names if _believable(table[name], item, None)]
    elif item.year is None:
        possible = fitting + [name for name in assumed if number.serial and int(number.session) > 30]
    if not possible:
        return None
    chosen = possible[0]
    sure = chosen == touching or item.year is not None or len(possible) == 1
    if not (sure or item.adjacent or item.clause or context.organ):
        return None
    if sure and item.kind == "resolution":
        context.seen[key] = chosen
    return _answer(table[chosen], item, [] if chosen == touching or item.year else [table[name] for name in possible[1:]], certain=sure)


def _believable(organ: Organ, item: Cited, year: int | None) -> bool:
    if item.kind == "decision":
        if organ.code in {"GA", "ECOSOC"} and int(item.number.serial) < 201:  # noqa: PLR2004 - where they begin
            return False
        if organ.decisions_from:
            return organ.sessions is not None and organ.sessions[0] <= int(item.number.session) <= organ.sessions[1] and organ.decisions_from <= int(item.number.serial) < organ.decisions_from + 99
        if organ.code == "GA":
            return organ.sessions is not None and organ.sessions[0] <= int(item.number.session) <= organ.sessions[1]
        return bool(organ.decision or organ.decision_note or organ.note) and fits(organ, item.number, year)
    return bool(organ.resolution or organ.note) and fits(organ, item.number, year)


def _symbol(organ: Organ, item: Cited) -> Symbol | None:
    number = item.number
    template = organ.decision if item.kind == "decision" else organ.special if number.prefix else organ.resolution
    if not template:
        return None
    letter = number.letters if len(number.letters) == 1 else ""
    return Symbol.parse(template.format(session=number.session, serial=int(number.serial), prefix=number.prefix, letter=letter))


def _answer(organ: Organ, item: Cited, others: list[Organ], *, certain: bool) -> Finding:
    symbol = _symbol(organ, item)
    note = organ.decision_note if item.kind == "decision" and organ.decision_note else organ.note
    note = note.format(session=item.number.session)
    if report := organ.reports.get(item.number.session):
        note = f"the text is in the report of the session, {report}"
    elif len(item.number.letters) > 1:
        note = f"parts {item.number.letters}"
    candidates = tuple(other for other in map(lambda o: _symbol(o, item), others) if other)
    return Finding(symbol, certain and not candidates, (symbol, *candidates) if symbol and candidates else (), note)
