"""Variants of a symbol: the spellings under which a source may list it, the likeliest first.

Catalogs differ. The Library writes `S/RES/2421 (2018)` as well as `S/RES/2049(2012)`; the Official Document System
lists a supplement as `A/54/42(SUPP)` and a meeting record as `A/74/PV.1(OR)`; a lettered part of a resolution has its
own record (`A/RES/50/204[A]`) or only that of the whole resolution.

>>> from undocs.symbol import Symbol
>>> [variant.spelling for variant in variants_of(Symbol.parse("A/RES/50/204A"))]
['A/RES/50/204A', 'A/RES/50/204[A]', 'A/RES/50/204']
>>> variant_key("S/RES/2421 (2018)") == variant_key("s/res/2421(2018)")
True
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from undocs.errors import NoResponseError
from undocs.grammar.normalize import fold
from undocs.records.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from undocs.symbol import Symbol

__all__ = ["Variant", "first_found", "variant_key", "variants_of"]

# A year or session in brackets at the end, which the Library writes with or without a space: `S/RES/2421 (2018)`,
# `A/RES/217 (III)`.
_YEAR_OR_SESSION = re.compile(r"(?<=[0-9A-Z])(\((?:\d{4}|[IVXLC]+)\))$", re.ASCII)
# A lettered part of a resolution, with the Library's brackets or as printed: `A/RES/50/204[A]`, `A/RES/50/204A`.
_PART = re.compile(
    r"(?P<whole>.+/RES/.*?\d+(?:\([IVXLC]+\))?)(?:\[(?P<part>[A-Z][A-Z0-9-]*)\]|(?P<letter>[A-Z]))", re.ASCII
)
# A report that may be a supplement of the official records: `A/54/42`, `E/1998/23/Corr.1`.
_SUPPLEMENT = re.compile(r"[AE]/\d+/\d+(?:/(?:Add|Corr|Rev)\.\d+)*", re.ASCII)
# A meeting record, verbatim or summary: `A/74/PV.1`, `A/C.3/74/SR.1`.
_MEETING = re.compile(r"/(?:PV|SR)\.\d", re.ASCII)
# What the Official Document System adds to official records and to supplements.
_OFFICIAL = re.compile(r"\((?:OR|SUPP)\)$")
# The letter of a language version, after which the record is the same: `V.94 2611 (E)`.
_LANGUAGE = re.compile(r"\([ACEFRSO]\)$")
# A first component in brackets, which the Library adds where the document does not print it: `[HS/]CHS/1`.
_BRACKETED_PARENT = re.compile(r"^\[([^][/]+/)\]")


class Variant(NamedTuple):
    """A spelling under which a source may list a symbol.

    Attributes:
        spelling: the spelling.
        note: the note of a record that is found under it, else empty.
    """

    spelling: str
    note: str = ""


def variants_of(symbol: Symbol) -> Iterator[Variant]:
    """Yield the variants of a symbol in the order to try them, each once. The first is the canonical spelling."""
    seen = set()
    for half in (symbol, *symbol.joint):
        for variant in _variants(str(half)):
            if variant.spelling not in seen:
                seen.add(variant.spelling)
                yield variant


def variant_key(text: str) -> str:
    """Return a key that two spellings of one symbol share: upper case, no spaces, `[HS/]CHS/1` as `HS/CHS/1`."""
    folded = re.sub(r"\s+", "", fold(text)).upper().rstrip("/")
    return _BRACKETED_PARENT.sub(r"\1", _LANGUAGE.sub("", folded))


def first_found(source: str, symbol: Symbol, find: Callable[[str], Record | None]) -> Record:
    """Return the record of the first variant that has one, else an `absent` record or one with the failure.

    Args:
        source: name of the source.
        symbol: the symbol that is looked up.
        find: returns the record of a spelling, or None; may raise NoResponseError.
    """
    try:
        for spelling, note in variants_of(symbol):
            if record := find(spelling):
                return replace(
                    record,
                    symbol=symbol.canonical,
                    source=source,
                    spelling=spelling,
                    note=note or record.note,
                )
    except NoResponseError as failure:
        return Record(symbol=symbol.canonical, status=failure.status, source=source, note=str(failure))
    return Record(symbol=symbol.canonical, status="absent", source=source)


def _variants(symbol: str) -> Iterator[Variant]:
    """Yield the variants of one symbol, which may repeat."""
    yield Variant(symbol)
    if _YEAR_OR_SESSION.search(symbol):
        yield Variant(_YEAR_OR_SESSION.sub(r" \1", symbol))
    if _MEETING.search(symbol) and not _OFFICIAL.search(symbol):
        yield Variant(symbol + "(OR)")
    if _SUPPLEMENT.fullmatch(symbol):
        yield Variant(symbol + "(SUPP)")
    if _OFFICIAL.search(symbol):
        yield Variant(_OFFICIAL.sub("", symbol))
    if part := _PART.fullmatch(symbol):
        whole, letters = part["whole"], part["part"] or part["letter"]
        yield Variant(f"{whole}[{letters}]")
        yield Variant(whole + letters)
        yield Variant(whole, f"this is the record of {whole}, which contains the part")
