"""Whose resolution is it? From a cited number to the document that holds it.

The organ named with the number decides; then a date, which few organs share; then the organ set by
hand; then the same number earlier in the document; then the organ of the sentence; then the document's
own organ; then the General Assembly. Whatever is named, the number must be one that organ can have
given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.citations.context import YEAR, Finding, named, parse, parts
from undocs.citations.treaty_bodies import comment, communication, decided
from undocs.meaning.describe import describe
from undocs.tables.numerals import roman
from undocs.tables.organs import organs
from undocs.tables.sessions import (
    council_agrees,
    council_year,
    organ_years,
    roman_numbers,
    roman_session,
    special_years,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.citations.context import Context
    from undocs.citations.grouping import Cited
    from undocs.citations.numbers import Number
    from undocs.tables.organs import Organ

__all__ = ["attribute", "fits", "rate_fits", "repeated", "roman_fits"]

_FIRST_FEW = 60  # so many fewer in all, for the first sessions gave few
_SLACK = 12  # the ranges of sessions I to XXX are remembered, not copied: allow this many numbers either side
_OWN_UNTIL = 30  # sessions in which the General Assembly numbered its resolutions 3541 (XXX), not 30/1
_ROMAN_UNTIL = 1976  # the last year of these sessions
_LEAST_BARE = 100  # a lower number is no resolution where the Security Council is only near
# Organs that put no year behind the number of a resolution, so that it is the Security Council's if it has it.
_UNYEARED = frozenset({"GA", "ECOSOC", "HRC"})
_DECISIONS_FROM = 401  # the Assembly's later decisions of a session; few numbers of the European Union come so far
_EU_FROM = 58  # the first year of the European Communities


def attribute(item: Cited, context: Context) -> Finding | None:
    """Return what a cited number stands for, or None where it is no citation."""
    if item.touching == "FOREIGN" or item.kind == "measure":
        return None
    if item.kind == "comment":
        return comment(item, context)
    if item.kind == "communication":
        return communication(item, context)
    if item.number.shape == "session":
        return _session(item, context)
    if item.kind == "decision":
        return decided(item, context)
    alone = {"roman": _roman, "year": _council, "bare": _bare}.get(item.number.shape)
    return alone(item, context) if alone else None


def repeated(number: Number, context: Context) -> Finding | None:
    """Return what a bare number stands for if the document tells elsewhere, None otherwise."""
    organ = context.seen.get((number.prefix, number.session, number.serial))
    if organ is None or int(number.session) <= _OWN_UNTIL:
        return None
    return _answer(organs()[organ], number, "resolution", ())._replace(certain=False)


def _council(item: Cited, context: Context) -> Finding | None:
    """Answer for a Security Council number with its year: 1325 (2000)."""
    serial, year = int(item.number.serial), int(item.number.session)
    touching, _ = named(item)
    agrees = council_agrees(serial, year)
    if touching in _UNYEARED and agrees and serial >= _LEAST_BARE:
        touching = ""  # "resolutions 1373 (2001) and 60/288 of the General Assembly"
    if touching not in {"", "SC"} or not (agrees or (touching and serial >= _LEAST_BARE)):
        return None
    context.seen["", "", item.number.serial] = "SC"
    return Finding(parse(f"S/RES/{serial}({year})"), certain=agrees)


def _bare(item: Cited, context: Context) -> Finding | None:
    """Answer for a number alone: 1325 of the Security Council, 2758 of the General Assembly's first thirty sessions.

    Where the text does not say which, it is the Council's, which is cited so much more often.
    """
    serial = int(item.number.serial)
    touching, clause = named(item)
    if touching not in {"", "SC", "GA"} or (not touching and (serial < _LEAST_BARE or "FOREIGN" in clause)):
        return None
    council, session = council_year(serial), roman_session(serial)
    agrees = item.year is not None and council_agrees(serial, item.year)
    if item.year and not touching:
        council = council if agrees else None
        session = session if item.year <= _ROMAN_UNTIL else ""
    possible = {
        "SC": parse(f"S/RES/{serial}({council})") if council and not item.number.letters else None,
        "GA": parse(f"A/RES/{serial}({session})") if session else None,
    }
    told = touching or context.seen.get(("", "", item.number.serial), "")
    order = [told] if told else dict.fromkeys([code for code in clause if code in possible] + ["SC", "GA"])
    symbols = tuple(symbol for code in order if (symbol := possible[code]))
    if not symbols:
        return None
    sure = symbols == (possible["SC"],) and (agrees if item.year else told == "SC")
    return Finding(symbols[0], sure, symbols if len(symbols) > 1 else (), parts(item.number))


def _roman(item: Cited, context: Context) -> Finding | None:
    """Answer for a number with its session in Roman numerals: 217 A (III)."""
    number, table = item.number, organs()
    touching, clause = named(item)
    own = roman_fits(int(number.serial), number.session)
    for code in (touching, *(["GA"] if own else [*clause, context.organ])):
        if not code or not table[code].roman:
            continue
        if code == touching or (own if code == "GA" else rate_fits(table[code], number)):
            name = table[code].roman.format(number=int(number.serial), roman=number.session)
            if code == "GA":
                context.seen["", "", number.serial] = code
            return Finding(parse(name), certain=own or code == touching, note=parts(number))
    return None


def _session(item: Cited, context: Context) -> Finding | None:
    """Answer for session/serial or year/serial: 60/1, S-27/2, 2019/19."""
    number, table = item.number, organs()
    key = (number.prefix, number.session, number.serial)
    touching, clause = named(item)
    if _doubtful(item, touching, context.organ):
        return None
    hand = context.organ if context.given else ""
    told = [*filter(None, (touching, hand, context.seen.get(key, ""), *clause, context.organ))]
    able = _able(item, touching, dict.fromkeys([*told, "GA"]))
    if not able or not (told or item.adjacent or item.year):
        return None
    chosen = able[0]
    known = touching or clause or context.organ or (item.year and _gives(table[chosen], item, item.year))
    sure = chosen in (touching, hand) or (len(able) == 1 and bool(known))
    if item.kind == "resolution" and (sure or len(able) == 1):
        context.seen[key] = chosen
    others = () if sure else [table[code] for code in able[1:]]
    return _answer(table[chosen], number, item.kind, others)._replace(certain=sure)


def _doubtful(item: Cited, touching: str, own: str) -> bool:
    """Say whether a number is likelier two years, or another organization's."""
    number = item.number
    if len(number.session) == YEAR and int(number.serial) == (int(number.session) + 1) % 100:
        return touching != "ECOSOC"  # 2019/20
    if own or item.kind != "decision":
        return "FOREIGN" in item.clause[:1] and not (touching or own)
    # The European Union numbers its decisions 1999/468 too, and 95/145.
    late = not item.touching and int(number.serial) >= _DECISIONS_FROM
    theirs = len(number.session) == YEAR or (int(number.session) >= _EU_FROM and not late)
    theirs = theirs and (item.year is None or item.year % 100 == int(number.session) % 100)
    unnamed = {item.touching, *item.clause} <= {"", "COUNCIL", "FOREIGN"}
    return (theirs and unnamed) or ("FOREIGN" in item.clause and not touching)


def _able(item: Cited, touching: str, told: Iterable[str]) -> list[str]:
    """Return the organs that can have given a number: those told, the likeliest first, then those assumed."""
    table = organs()
    assumed = [code for code, organ in table.items() if organ.assumed]
    if item.year is None and int(item.number.session) <= _OWN_UNTIL:
        assumed = []
    able = [code for code in dict.fromkeys([*told, *assumed]) if _gives(table[code], item, item.year)]
    if touching and touching not in able and _gives(table[touching], item, None):
        return [touching]  # named with another date
    if able:
        return able[:1] if item.year else able
    return [code for code in told if _gives(table[code], item, None)]


def _gives(organ: Organ, item: Cited, year: int | None) -> bool:
    """Say whether an organ can have given a number, as a resolution or as a decision."""
    if item.kind == "decision":
        known = organ.decision or organ.catalogued or organ.note
        return bool(known) and fits(organ, item.number, year, first=organ.decisions_from)
    return bool(organ.resolution or organ.note) and fits(organ, item.number, year)


def _symbol(organ: Organ, number: Number, kind: str) -> str | None:
    """Return the symbol an organ's text with this number has, None if it has none of its own."""
    template = organ.decision if kind == "decision" else organ.special if number.prefix else organ.resolution
    if template == organ.resolution and organ.renamed and int(number.session) >= organ.renamed_from:
        template = organ.renamed
    if not template:
        return None
    letter = number.letters if len(number.letters) == 1 else ""
    serial = int(number.serial)
    return parse(template.format(session=number.session, serial=serial, prefix=number.prefix, letter=letter))


def _answer(organ: Organ, number: Number, kind: str, others: Iterable[Organ]) -> Finding:
    """Make the finding of an organ's number, with what others could mean by it."""
    symbol = _symbol(organ, number, kind)
    if kind == "decision" and organ.catalogued:
        return _decision(parse(organ.catalogued.format(session=number.session, serial=int(number.serial))))
    note = parts(number) if symbol and len(number.letters) > 1 else organ.note
    possible = tuple(found for found in (_symbol(other, number, kind) for other in others) if found)
    candidates = (symbol, *possible) if symbol and possible else ()
    return Finding(symbol, candidates=candidates, note=note.format(session=number.session))


def _decision(symbol: str) -> Finding:
    """Make the finding of a decision that has no document of its own, by what is known of it."""
    known = describe([symbol])
    if not known.published_in:
        return Finding(None, note=known.note)
    return Finding(None, note=f"{known.note}: {known.published_in}", published_in=parse(known.published_in))


def roman_fits(number: int, session: str) -> bool:
    """Return whether the General Assembly can have adopted resolution `number` at a session in Roman numerals."""
    numbers = roman_numbers(session)
    return bool(numbers) and numbers.start - _SLACK <= number < numbers.stop + _SLACK


def rate_fits(organ: Organ, number: Number) -> bool:
    """Say whether an organ that counted on from session to session can have come so far at a Roman one."""
    session = roman(number.session)
    if organ.rate is None or session is None:
        return True
    least, most = organ.rate
    return session * least - _FIRST_FEW <= int(number.serial) <= session * most


def fits(organ: Organ, number: Number, year: int | None, *, first: int = 0) -> bool:
    """Say whether `organ` can have given session/serial `number`, in `year` if that is known.

    Where `first` is set it is the lowest number of the organ's decisions, which have a count of their own.
    """
    session, serial = int(number.session), int(number.serial)
    most = organ.serials if year is None else max(organ.serials, organ.dated_serials)
    if not max(first, 1) <= serial <= first + most:
        return False
    if number.prefix:
        years = special_years(organ.code, f"{number.prefix}-{session}")
        return bool(organ.special) and years is not None and (year is None or year in years)
    if organ.yearly and organ.yearly[0] <= session <= organ.yearly[1]:
        return year is None or abs(year - session) <= 1
    if organ.sessions is None or not organ.sessions[0] <= session <= organ.sessions[1]:
        return False
    if number.letters and not organ.resolution.endswith("{letter}"):
        return False
    return year is None or year in organ_years(organ, session)
