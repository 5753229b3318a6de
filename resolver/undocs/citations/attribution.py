"""Attribute a cited number: from the number and its context to the document that it stands for.

Whose number it is, is decided by the organ named with it; then by its date, which few organs share; then by the organ
that the caller gave; then by the same number earlier in the document; then by the organ of the sentence; then by the
organ that issues the document; and last the General Assembly is assumed. Whatever is named, that organ must be able to
have adopted the number.

>>> from undocs.citations.context import Context
>>> from undocs.citations.grouping import Citation
>>> from undocs.citations.numbers import Number
>>> citation = Citation(Number("session", "16", "21"), 0, 5, "resolution", named_organ="HRC", adjacent=True)
>>> attribute(citation, Context()).symbol
'A/HRC/RES/16/21'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.citations.context import YEAR_DIGITS, Attribution, canonical, named_organs, part_note
from undocs.citations.treaty_bodies import attribute_case, attribute_comment, attribute_treaty_decision
from undocs.citations.tuning import LEAST_BARE_NUMBER, RATE_SLACK, ROMAN_RANGE_SLACK
from undocs.errors import SymbolError
from undocs.meaning.describe import describe
from undocs.tables.numerals import roman
from undocs.tables.organs import organs
from undocs.tables.sessions import (
    council_agrees,
    council_year,
    last_roman_session,
    last_roman_year,
    organ_years,
    roman_numbers,
    roman_session,
    special_years,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.citations.context import Context
    from undocs.citations.grouping import Citation
    from undocs.citations.numbers import Number
    from undocs.tables.organs import Organ

__all__ = ["attribute", "attribute_repeated", "can_be_of_rate", "can_be_of_roman_session", "can_be_of_session"]


def attribute(citation: Citation, context: Context) -> Attribution | None:
    """Return the document that a cited number stands for, or None where it is no citation.

    A number that makes no symbol is no citation: "3362 (SVII)", digits of another script.

    Args:
        citation: the number with its cue, date and organs.
        context: what the document has said so far; it is updated.
    """
    try:
        return _attribute(citation, context)
    except SymbolError:
        return None


def _attribute(citation: Citation, context: Context) -> Attribution | None:
    if citation.named_organ == "FOREIGN" or citation.kind == "measure":
        return None
    if citation.kind == "comment":
        return attribute_comment(citation, context)
    if citation.kind == "communication":
        return attribute_case(citation, context)
    if citation.number.shape == "session":
        return _attribute_session(citation, context)
    if citation.kind == "decision":
        return attribute_treaty_decision(citation, context)
    by_shape = {"roman": _attribute_roman, "year": _attribute_with_year, "bare": _attribute_bare}
    attribute_shape = by_shape.get(citation.number.shape)
    return attribute_shape(citation, context) if attribute_shape else None


def attribute_repeated(number: Number, context: Context) -> Attribution | None:
    """Return what a number without a cue stands for if the document cites it elsewhere, else None."""
    organ = context.organ_of_number.get((number.prefix, number.session, number.serial))
    if organ is None or int(number.session) <= last_roman_session():
        return None
    return _attribution(organs()[organ], number, "resolution", ())._replace(certain=False)


def _attribute_with_year(citation: Citation, context: Context) -> Attribution | None:
    """Attribute a number with its year in brackets to the Security Council: 1325 (2000)."""
    serial, year = int(citation.number.serial), int(citation.number.session)
    named, _ = named_organs(citation)
    agrees = council_agrees(serial, year)
    if named and organs()[named].without_year and agrees and serial >= LEAST_BARE_NUMBER:
        named = ""  # "resolutions 1373 (2001) and 60/288 of the General Assembly"
    if named not in {"", "SC"} or not (agrees or (named and serial >= LEAST_BARE_NUMBER)):
        return None
    context.organ_of_number["", "", citation.number.serial] = "SC"
    return Attribution(canonical(f"S/RES/{serial}({year})"), certain=agrees)


def _attribute_bare(citation: Citation, context: Context) -> Attribution | None:
    """Attribute a number alone: 1325 of the Security Council, 2758 of the General Assembly's first thirty sessions.

    Where the text does not say which, it is the Council's, which is cited so much more often.
    """
    serial = int(citation.number.serial)
    named, in_sentence = named_organs(citation)
    if named not in {"", "SC", "GA"} or (not named and (serial < LEAST_BARE_NUMBER or "FOREIGN" in in_sentence)):
        return None
    council, session = council_year(serial), roman_session(serial)
    agrees = citation.year is not None and council_agrees(serial, citation.year)
    if citation.year and not named:
        council = council if agrees else None
        session = session if citation.year <= last_roman_year() else ""
    possible = {
        "SC": canonical(f"S/RES/{serial}({council})") if council and not citation.number.letters else None,
        "GA": canonical(f"A/RES/{serial}({session})") if session else None,
    }
    known = named or context.organ_of_number.get(("", "", citation.number.serial), "")
    order = [known] if known else dict.fromkeys([code for code in in_sentence if code in possible] + ["SC", "GA"])
    symbols = tuple(symbol for code in order if (symbol := possible[code]))
    if not symbols:
        return None
    certain = symbols == (possible["SC"],) and (agrees if citation.year else known == "SC")
    return Attribution(symbols[0], certain, symbols if len(symbols) > 1 else (), part_note(citation.number))


def _attribute_roman(citation: Citation, context: Context) -> Attribution | None:
    """Attribute a number with its session in Roman numerals: 217 A (III)."""
    number, table = citation.number, organs()
    named, in_sentence = named_organs(citation)
    of_assembly = can_be_of_roman_session(int(number.serial), number.session)
    for code in (named, *(["GA"] if of_assembly else [*in_sentence, context.organ])):
        if not code or not table[code].roman:
            continue
        if code == named or (of_assembly if code == "GA" else can_be_of_rate(table[code], number)):
            symbol = table[code].roman.format(number=int(number.serial), roman=number.session)
            if code == "GA":
                context.organ_of_number["", "", number.serial] = code
            return Attribution(canonical(symbol), certain=of_assembly or code == named, note=part_note(number))
    return None


def _attribute_session(citation: Citation, context: Context) -> Attribution | None:
    """Attribute session/serial or year/serial: 60/1, S-27/2, 2019/19."""
    number, table = citation.number, organs()
    key = (number.prefix, number.session, number.serial)
    named, in_sentence = named_organs(citation)
    if _is_doubtful(citation, named, context.organ):
        return None
    given = context.organ if context.organ_is_given else ""
    mentioned = [*filter(None, (named, given, context.organ_of_number.get(key, ""), *in_sentence, context.organ))]
    able = _able_organs(citation, named, dict.fromkeys([*mentioned, "GA"]))
    if not able or not (mentioned or citation.adjacent or citation.year):
        return None
    chosen = able[0]
    supported = (
        named or in_sentence or context.organ or (citation.year and _adopts(table[chosen], citation, citation.year))
    )
    certain = chosen in (named, given) or (len(able) == 1 and bool(supported))
    if citation.kind == "resolution" and (certain or len(able) == 1):
        context.organ_of_number[key] = chosen
    others = () if certain else [table[code] for code in able[1:]]
    return _attribution(table[chosen], number, citation.kind, others)._replace(certain=certain)


def _is_doubtful(citation: Citation, named: str, issuer: str) -> bool:
    """Return whether a number is probably a span of years ("2019/20") or another organization's.

    Args:
        citation: the number with its context.
        named: code of the organ named with it.
        issuer: code of the organ that issues the document.
    """
    number = citation.number
    if len(number.session) == YEAR_DIGITS and int(number.serial) == (int(number.session) + 1) % 100:
        return named != "ECOSOC"  # 2019/20
    if issuer or citation.kind != "decision":
        return "FOREIGN" in citation.sentence_organs[:1] and not (named or issuer)
    # The European Union numbers its decisions 1999/468, too, and the Communities numbered theirs 95/46.
    assembly, foreign = organs()["GA"], organs()["FOREIGN"]
    late = not citation.named_organ and int(number.serial) >= assembly.other_decisions_from
    begins_with_year = int(number.session) >= foreign.two_digit_years_from and not late
    of_union = len(number.session) == YEAR_DIGITS or begins_with_year
    of_union = of_union and (citation.year is None or citation.year % 100 == int(number.session) % 100)
    unnamed = {citation.named_organ, *citation.sentence_organs} <= {"", "COUNCIL", "FOREIGN"}
    return (of_union and unnamed) or ("FOREIGN" in citation.sentence_organs and not named)


def _able_organs(citation: Citation, named: str, mentioned: Iterable[str]) -> list[str]:
    """Return the organs that can have adopted a number: those mentioned, the likeliest first, then those assumed."""
    table = organs()
    assumed = [code for code, organ in table.items() if organ.assumed]
    if citation.year is None and int(citation.number.session) <= last_roman_session():
        assumed = []
    able = [code for code in dict.fromkeys([*mentioned, *assumed]) if _adopts(table[code], citation, citation.year)]
    if named and named not in able and _adopts(table[named], citation, None):
        return [named]  # named with another date
    if able:
        return able[:1] if citation.year else able
    return [code for code in mentioned if _adopts(table[code], citation, None)]


def _adopts(organ: Organ, citation: Citation, year: int | None) -> bool:
    """Return whether an organ can have adopted a number, as a resolution or as a decision."""
    if citation.kind == "decision":
        has_decisions = organ.decision or organ.catalogued or organ.note
        return bool(has_decisions) and can_be_of_session(organ, citation.number, year, first=organ.decisions_from)
    return bool(organ.resolution or organ.note) and can_be_of_session(organ, citation.number, year)


def _symbol_of(organ: Organ, number: Number, kind: str) -> str | None:
    """Return the symbol of an organ's text with this number, None if it has no symbol of its own."""
    template = organ.decision if kind == "decision" else organ.special if number.prefix else organ.resolution
    if template == organ.resolution and organ.renamed and int(number.session) >= organ.renamed_from:
        template = organ.renamed
    if not template:
        return None
    letter = number.letters if len(number.letters) == 1 else ""
    serial = int(number.serial)
    return canonical(template.format(session=number.session, serial=serial, prefix=number.prefix, letter=letter))


def _attribution(organ: Organ, number: Number, kind: str, others: Iterable[Organ]) -> Attribution:
    """Return the attribution of a number to an organ, with the symbols of other organs that it may mean."""
    symbol = _symbol_of(organ, number, kind)
    if kind == "decision" and organ.catalogued:
        return _catalogued_decision(organ.catalogued.format(session=number.session, serial=int(number.serial)))
    note = part_note(number) if symbol and len(number.letters) > 1 else organ.note
    possible = tuple(found for found in (_symbol_of(other, number, kind) for other in others) if found)
    candidates = (symbol, *possible) if symbol and possible else ()
    return Attribution(symbol, candidates=candidates, note=note.format(session=number.session))


def _catalogued_decision(symbol: str) -> Attribution:
    """Return the attribution of a decision without a document of its own, with the document that contains its text."""
    known = describe([canonical(symbol)])
    if not known.published_in:
        return Attribution(None, note=known.note)
    return Attribution(None, note=f"{known.note}: {known.published_in}", published_in=canonical(known.published_in))


def can_be_of_roman_session(number: int, session: str) -> bool:
    """Return whether the General Assembly can have adopted resolution `number` at a session in Roman numerals.

    >>> can_be_of_roman_session(217, "III"), can_be_of_roman_session(217, "V")
    (True, False)
    """
    numbers = roman_numbers(session)
    return bool(numbers) and numbers.start - ROMAN_RANGE_SLACK <= number < numbers.stop + ROMAN_RANGE_SLACK


def can_be_of_rate(organ: Organ, number: Number) -> bool:
    """Return whether an organ whose numbers went on from session to session can have come so far at a Roman one."""
    session = roman(number.session)
    if organ.rate is None or session is None:
        return True
    fewest, most = organ.rate
    return session * fewest - RATE_SLACK <= int(number.serial) <= session * most


def can_be_of_session(organ: Organ, number: Number, year: int | None, *, first: int = 0) -> bool:
    """Return whether an organ can have adopted a number of the form session/serial or year/serial.

    Args:
        organ: the organ.
        number: the number.
        year: the year of adoption, if it is known.
        first: the lowest number of the organ's decisions, where they have a series of their own; else 0.
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
