"""Text in, mentions of document symbols out, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from heapq import merge
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocs import tails, urls
from undocs.grammar import LOWERED, SLASH
from undocs.parse import Parsed, read
from undocs.shapes import NONE, ODD, WRITTEN, verdict
from undocs.spelling import fold, mend
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from undocs.citations import Context
    from undocs.series import Series

__all__ = ["Confidence", "Found", "Kind", "Mention", "extract", "symbols"]

Kind = Literal["symbol", "continued", "citation", "press"]
Confidence = Literal["certain", "likely", "unlisted"]

# How far back a head is looked for, and how far on a symbol may reach, in characters.
_HEAD, _REACH = 40, 200
# A head has at most three dots or hyphens, so no more places than these are tried.
_MOST_HEADS = 4
# Directly before a symbol, these make it a piece of something else: a path, a name, a query.
_GLUED = re.compile(r"[A-Za-z0-9_/\\@#$%&=~+.-]", re.ASCII)
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_HEADS = re.compile(r"(?:(?<![A-Za-z])|(?<=[a-z]))[A-Z]", re.ASCII)
# What announces a document, so that a short serial number will do.
_CUE = re.compile(r"(?i:documents?|doc\.|docs\.)[ \n(]{1,3}")
_LOWER = re.compile(r"[a-z]++(?:[./][a-z0-9]++)++")

# Before a symbol that stands free.
_OPEN = frozenset(" \n\t\r(\"',;:[")


class Found(NamedTuple):
    """A spelled-out symbol: canonical spelling, place in characters, and how sure it is."""

    name: str
    start: int
    end: int
    kind: Kind = "symbol"
    confidence: Confidence = "certain"


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
        text_in: the document that has the text, where the mention has no symbol of its own and it is known.
    """

    symbol: Symbol | None
    text: str
    start: int
    end: int
    kind: Kind = "symbol"
    confidence: Confidence = "certain"
    candidates: tuple[Symbol, ...] = field(default=())
    note: str = ""
    text_in: Symbol | None = None

    @classmethod
    def of(cls, symbol: Symbol, text: str) -> Mention:
        """Return the mention of a symbol by a text that is nothing but it."""
        return cls(symbol, text, 0, len(text), *_sort(symbol.series))


def extract(
    text: str,
    *,
    strict: bool = False,
    citations: bool = True,
    organ: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Iterator[Mention]:
    """Yield every mention of a UN document in `text`, in order of their places.

    Args:
        text: any text; lines may break its symbols.
        strict: leave out symbols of series that are not listed.
        citations: find references in words ("resolution 60/1") too.
        organ: whose resolutions are meant where the text does not say: how that organ's symbols begin, `A`, `S`, `E`
            or `A/HRC`.
        language: `en`, `fr`, `es`, `ru`, `ar`, `zh` or `de`; found from the text when None.
        context: what earlier pieces of the same document have told, for citations; it is added to.

    Raises:
        UndocsError: the language or the organ is none of these.
    """
    spelled = [
        Mention(Symbol(name), text[start:end], start, end, kind, confidence)
        for name, start, end, kind, confidence in symbols(text)
    ]
    kept = (mention for mention in spelled if not (strict and mention.confidence == "unlisted"))
    if not citations:
        return kept
    from undocs.citations import cite

    taken = [(mention.start, mention.end) for mention in spelled]
    cited = cite(text, taken, organ=organ, language=language, context=context)
    return merge(kept, cited, key=lambda mention: mention.start)


def symbols(text: str) -> Iterator[Found]:
    """Yield the spelled-out symbols of `text`, in order of their places.

    This is what `extract` makes its mentions of, for those who want no objects.
    """
    folded = fold(text)
    aside = sorted((*_in_urls(folded), *_lowered(folded)), key=lambda found: found[1], reverse=True)
    done = 0
    for slash in SLASH.finditer(folded):
        at = slash.start()
        while aside and aside[-1][1] < at:
            done = yield from _all(folded, *aside.pop())
        if at < done:
            continue
        start = at
        while start > done and folded[start - 1] in _LETTERS:
            start -= 1
        if slash.lastgroup is None and (start == 0 or folded[start - 1] in _OPEN):
            surface = folded[start : slash.end()]
            taken = verdict(surface)
            if taken == NONE:
                continue
            if taken != ODD:
                done = slash.end()
                yield Found(surface if taken == WRITTEN else surface.replace(" ", ""), start, done)
                continue
        if found := _around(folded, at, done):
            done = yield from _all(folded, *found)
    while aside:
        done = yield from _all(folded, *aside.pop())


def _sort(series: Series | None) -> tuple[Kind, Confidence]:
    """Return what the series of a spelled-out symbol makes of it."""
    return "press" if series and series.kind == "press" else "symbol", "certain" if series else "unlisted"


def _all(text: str, parsed: Parsed, start: int, end: int) -> Generator[Found, None, int]:
    """Yield what a symbol stands for: itself or its range, what leans on it, its other half; return where all ends."""
    read_on: tuple[Parsed, int, int] | None = (parsed, start, end)
    while read_on:
        parsed, start, end = read_on
        kind, confidence = _sort(parsed.series)
        first, *more = tails.expand(parsed.canonical)
        yield Found(first, start, end, kind, confidence)
        for name in more:
            yield Found(name, start, end, "continued", confidence)
        for name, begin, till in tails.follow(text, more[-1] if more else first, end):
            yield Found(name, begin, till, "continued", confidence)
            end = till
        # The other half of a joint symbol, A/55/432-S/2000/921, or the other end of a range, S/2023/1 to S/2023/5.
        read_on = None
        if gap := tails.JOIN.match(text, end):
            read_on = _read_at(text, gap.end(), joint=True)
            if read_on:
                for name in tails.between(parsed.canonical, read_on[0].canonical):
                    yield Found(name, start, read_on[2], "continued", confidence)
    return end


def _in_urls(text: str) -> Iterator[tuple[Parsed, int, int]]:
    """Yield the symbols that URLs of the UN's hosts name."""
    for place in urls.find(text):
        if parsed := read(place.text, lenient=True):
            escaped = "%" in text[place.start : place.end]
            yield parsed, place.start, place.end if escaped else place.start + parsed.end


def _lowered(text: str) -> Iterator[tuple[Parsed, int, int]]:
    """Yield the symbols of a text whose letters were all lowered; only those of well-known series count."""
    for slash in LOWERED.finditer(text):
        start = slash.start()
        while start and text[start - 1] in _LETTERS:
            start -= 1
        plain = _LOWER.match(text, start)
        if plain and not (start and _GLUED.match(text[start - 1])):
            parsed = read(plain[0].upper())
            if parsed and parsed.series and "/" in parsed.series.prefix:
                yield parsed, start, start + parsed.end


def _around(text: str, slash: int, floor: int) -> tuple[Parsed, int, int] | None:
    """Read the symbol around a slash, from the longest head that may be one."""
    start = slash = slash - (text[slash - 1] == " ")
    floor = max(floor, slash - _HEAD)
    while start > floor and (text[start - 1] in _LETTERS or text[start - 1] in ".-()"):
        start -= 1
    heads = [head.start() for head in _HEADS.finditer(text, start, slash)]
    return next(filter(None, (_read_at(text, head) for head in heads[-_MOST_HEADS:])), None)


def _read_at(text: str, start: int, *, joint: bool = False) -> tuple[Parsed, int, int] | None:
    """Read the symbol that starts at `start`, over the page's breaks where that makes it longer.

    `joint` says that it is the other half of the symbol before it.
    """
    before = text[start - 1] if start and not joint else " "
    if before not in ".-" and _GLUED.match(before):
        return None
    mended, offsets = mend(text[start : start + _REACH])
    parsed = read(mended) or (read(mended, cued=True) if _CUE.search(text, max(0, start - 12), start) else None)
    if not parsed:
        return None
    if before in ".-" and not (parsed.series and parsed.canonical.find("/") > 1):
        return None  # "Ser.L/III" is no symbol, "39.S/640" is one behind a note's mark
    return parsed, start, start + offsets[parsed.end]
