"""Text in, mentions of document symbols out, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from undocs import tails, urls
from undocs.grammar import SLASH
from undocs.parse import Parsed, read
from undocs.spelling import fold, mend
from undocs.symbol import Symbol

__all__ = ["Confidence", "Kind", "Mention", "extract", "symbols"]

Kind = Literal["symbol", "continued", "citation", "press"]
Confidence = Literal["certain", "likely", "unlisted"]

# How far back a head is looked for, and how far on a symbol may reach, in characters.
_HEAD, _REACH = 40, 200
# Directly before a symbol, these make it a piece of something else: a path, a name, a query.
_GLUED = re.compile(r"[A-Za-z0-9_/\\@#$%&=~+.-]", re.ASCII)
_HEAD_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-()")
_HEADS = re.compile(r"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))[A-Za-z]", re.ASCII)
_PLAIN = re.compile(r"[A-Za-z0-9./()\[\]&-]*+", re.ASCII)

_Found: TypeAlias = tuple[Parsed, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text that means a document.

    Attributes:
        symbol: the document; None for a reference to a text that has no document of its own (see `note`).
        text: the surface, as the text has it.
        start: offset of its first character in the text given, in characters.
        end: offset behind its last.
        kind: a whole `symbol`, one `continued` from the symbol before it ("and Add.1"), a `citation` in words
            ("resolution 60/1"), or the number of a `press` release.
        confidence: `certain`; `likely` where two organs are possible; `unlisted` for a series not in the table.
        candidates: where two are possible, both symbols, the likelier first.
        note: what a reader should know of it, else empty.
    """

    symbol: Symbol | None
    text: str
    start: int
    end: int
    kind: Kind = "symbol"
    confidence: Confidence = "certain"
    candidates: tuple[Symbol, ...] = field(default=())
    note: str = ""


def extract(
    text: str,
    *,
    strict: bool = False,
    citations: bool = True,
    organ: str | None = None,
    language: str | None = None,
) -> Iterator[Mention]:
    """Yield every mention of a UN document in `text`, in order of their places.

    Args:
        text: any text; lines may break its symbols.
        strict: leave out symbols of series that are not listed.
        citations: find references in words ("resolution 60/1") too.
        organ: whose resolutions are meant where the text does not say: the series letter or prefix, `A`, `S`, `E`
            or `A/HRC`.
        language: `en`, `fr`, `es`, `ru`, `ar`, `zh` or `de`; found from the text when None.
    """
    found = [
        Mention(Symbol(name), text[start:end], start, end, kind, confidence)
        for name, start, end, kind, confidence in symbols(text)
        if not (strict and confidence == "unlisted")
    ]
    yield from found


def symbols(text: str) -> Iterator[tuple[str, int, int, Kind, Confidence]]:
    """Yield the spelled-out symbols of `text`: canonical spelling, start, end, kind and confidence.

    This is what `extract` builds its mentions from, for those who want no objects.
    """
    folded = fold(text)
    named = {place.start: place for place in urls.find(folded)}
    last, done = "", 0
    for slash in SLASH.finditer(folded):
        if slash.start() < done:
            continue
        start, found = _first(folded, slash.start(), done, named)
        while found:
            parsed, end = found
            confidence: Confidence = "certain" if parsed.series else "unlisted"
            for name in tails.between(last, folded[done:start], parsed.canonical):
                yield name, start, end, "continued", confidence
            first, *more = tails.expand(parsed.canonical)
            yield first, start, end, _kind(parsed), confidence
            for name in more:
                yield name, start, end, "continued", confidence
            last, done = parsed.canonical, end
            for name, begin, end in tails.follow(folded, last, end):
                yield name, begin, end, "continued", confidence
                done = end
            # The other half of a joint symbol: A/55/432-S/2000/921.
            start = done + 1
            found = _read_at(folded, start) if folded[done : done + 1] in {"-", "\xad"} else None


def _first(text: str, slash: int, floor: int, named: Mapping[int, urls.Located]) -> tuple[int, _Found | None]:
    """Return the symbol around a slash and its start, looking from the longest head that may be one."""
    start = slash - (text[slash - 1] == " ")
    stop = max(floor, slash - _HEAD)
    while start > stop and text[start - 1] in _HEAD_CHARACTERS:
        start -= 1
    for head in _HEADS.finditer(text, start, slash):
        place = named.get(head.start())
        if found := _read_url(text, place) if place else _read_at(text, head.start()):
            return head.start(), found
    return slash, None


def _read_url(text: str, place: urls.Located) -> _Found | None:
    """Read the symbol that a URL names."""
    parsed = read(place.text, lenient=True)
    if not parsed:
        return None
    escaped = "%" in text[place.start : place.end]
    return parsed, place.end if escaped else place.start + parsed.end


def _read_at(text: str, start: int) -> _Found | None:
    """Read the symbol that starts at `start`, over the page's breaks where that makes it longer."""
    window = text[start : start + _REACH]
    if window[0].islower():
        # Whole texts get lower-cased on their way; only a series known to its second component counts then.
        parsed = read(_PLAIN.match(window)[0].upper())
        if not (parsed and parsed.series and "/" in parsed.series.prefix and window[: parsed.end].islower()):
            return None
        end = parsed.end
    else:
        mended, offsets = mend(window)
        if not (parsed := read(mended)):
            return None
        end = offsets[parsed.end]
    glued = _GLUED.match(text[start - 1]) if start else None
    if glued and not (glued[0] in ".-" and parsed.series):
        return None
    return parsed, start + end


def _kind(parsed: Parsed) -> Kind:
    return "press" if parsed.series and parsed.series.kind == "press" else "symbol"
