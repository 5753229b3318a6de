"""The spellings of a symbol that catalogues know it by, the likeliest first.

No two systems spell alike: the Library writes `S/RES/2421 (2018)` beside `S/RES/2049(2012)`, the Official Document
System files a supplement as `A/54/42(SUPP)` and a meeting record as `A/74/PV.1(OR)`, and a lettered part has a
record of its own (`A/RES/50/204[A]`) or none but that of the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from undocs.grammar.normalize import fold
from undocs.records.http.response import NoAnswerError
from undocs.records.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from undocs.symbol import Symbol

__all__ = ["Rung", "climb", "key", "ladder"]

_PARENTHESIS = re.compile(r"(?<=[0-9A-Z])(\((?:\d{4}|[IVXLC]+)\))$", re.ASCII)
_PART = re.compile(
    r"(?P<whole>.+/RES/.*?\d+(?:\([IVXLC]+\))?)(?:\[(?P<part>[A-Z][A-Z0-9-]*)\]|(?P<letter>[A-Z]))", re.ASCII
)
_SUPPLEMENT = re.compile(r"[AE]/\d+/\d+(?:/(?:Add|Corr|Rev)\.\d+)*", re.ASCII)
_MARK = re.compile(r"\((?:OR|SUPP)\)$")


class Rung(NamedTuple):
    """A spelling to try, and what a reader should know when a record is found under it."""

    spelling: str
    note: str = ""


def ladder(symbol: Symbol) -> Iterator[Rung]:
    """Yield the spellings of a symbol in the order to try them, each once; the first is the canonical one."""
    seen = set()
    for half in (symbol, *symbol.joint):
        for rung in _rungs(str(half)):
            if rung.spelling not in seen:
                seen.add(rung.spelling)
                yield rung


def key(text: str) -> str:
    """Return what two spellings of one symbol have in common: no spaces, capitals, `[HS/]CHS/1` as `HS/CHS/1`."""
    folded = re.sub(r"\s+", "", fold(text)).upper().rstrip("/")
    folded = re.sub(r"\([ACEFRSO]\)$", "", folded)  # the letter of a language version
    return re.sub(r"^\[([^][/]+/)\]", r"\1", folded)


def _rungs(symbol: str) -> Iterator[Rung]:
    yield Rung(symbol)
    if _PARENTHESIS.search(symbol):
        yield Rung(_PARENTHESIS.sub(r" \1", symbol))
    if re.search(r"/(?:PV|SR)\.\d", symbol, re.ASCII) and not _MARK.search(symbol):
        yield Rung(symbol + "(OR)")
    if _SUPPLEMENT.fullmatch(symbol):
        yield Rung(symbol + "(SUPP)")
    if _MARK.search(symbol):
        yield Rung(_MARK.sub("", symbol))
    if lettered := _PART.fullmatch(symbol):
        whole, part = lettered["whole"], lettered["part"] or lettered["letter"]
        yield Rung(f"{whole}[{part}]")
        yield Rung(whole + part)
        yield Rung(whole, f"a part of {whole}, whose record this is")


def climb(source: str, symbol: Symbol, find: Callable[[str], Record | None]) -> Record:
    """Return the record of the first spelling that has one; else one that says why there is none.

    Args:
        source: the name of who is asked.
        symbol: what is looked up.
        find: returns the record of one spelling, or None; may raise NoAnswerError.
    """
    try:
        for spelling, note in ladder(symbol):
            if record := find(spelling):
                return replace(
                    record,
                    symbol=symbol.canonical,
                    source=source,
                    spelling=spelling,
                    note=note or record.note,
                )
    except NoAnswerError as failure:
        return Record(symbol=symbol.canonical, status=failure.status, source=source, note=str(failure))
    return Record(symbol=symbol.canonical, status="absent", source=source)
