"""Symbols that a text spells out, as plain values: the one search that everything else is made of.

Nearly every symbol of a real text is plain, and is known by its shape. The others are read in full, in as much of the
text around them as that takes.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

from undocs.grammar.normalize import fold, fold_slashes, mend
from undocs.grammar.parser import Parsed, read
from undocs.mention import Confidence, Kind, classify
from undocs.scanner.fast import KNOWN, NINES, NONE, ODD, UNSPACED, WRITTEN
from undocs.scanner.patterns import OPEN, SLASH, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


__all__ = ["Spelled", "names", "symbols"]

# Canonical spelling, start and end in characters, kind, and how sure it is.
Spelled: TypeAlias = tuple[str, int, int, Kind, Confidence]
_Located: TypeAlias = tuple[Parsed, int, int]

# How far back a head is looked for, and how far on a symbol may reach, in characters.
_HEAD, _REACH = 40, 200
# What is looked at around a slash: behind it what may announce a symbol, before it the symbol and what leans on it.
_BEHIND, _BEFORE = 80, 1000
# So many symbols that are not plain, and a text is read one symbol after another.
_STOPS = 16
# A head has at most three dots or hyphens, so no more places than these are tried.
_MOST_HEADS = 4
# Directly before a symbol, these make it a piece of something else: a path, a name, a query.
_GLUED = re.compile(r"[A-Za-z0-9_/\\@#$%&=~+.-]", re.ASCII)
# Unless it is what templates and LaTeX set a value off with: docid=A/RES/60/1, UN Doc.~A/HRC/41/35.
_SET_OFF = re.compile(r"(?:(?:^|[\s|{,;(])[A-Za-z_-]{1,20}=|[A-Za-z0-9.]~)$", re.ASCII)
_WORD = 24  # characters of such a word
# Where a draft leaves room for a number: A/HRC/56/L.xx.
_PLACE = re.compile(r"/(?:[A-Za-z]{1,6}\.)?(?:\u2026|\.{2,3}|_{1,9}|[xX]{1,4}(?![A-Za-z0-9]))|[xX]{2,4}(?![A-Za-z0-9])")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_HEADS = re.compile(r"(?:(?<![A-Za-z])|(?<=[a-z]))[A-Z]", re.ASCII)
# What announces a document, so that a short serial number will do.
_CUE = re.compile(r"(?i:documents?|doc\.|docs\.|press\ releases?)[ \n(]{1,3}")
_LOWER = re.compile(r"[a-z]++(?:[./-][a-z0-9]++)++(?: ?\([0-9ivxlc]{1,8}+\))?")
# Of an organ by its letter alone, only what says what it is: a/res/60/1, s/prst/2004/36.
_LOWER_TYPED = re.compile(r"[AES]/(?:RES|DEC|PRST)/(?:E?S-)?[0-9]+(?:/[0-9]+)?(?:\([^()]+\))?$")


def symbols(text: str, done: int = 0) -> Iterator[Spelled]:
    """Yield the spelled-out symbols of `text` from `done` on, in order of their places.

    This is what `extract` makes its mentions of, for those who want no objects: canonical spelling, start, end,
    kind and confidence of each.
    """
    text = fold_slashes(text)
    again = done
    while again >= 0:
        slashes, again = SLASH.finditer(text, again), -1
        for slash in slashes:
            at, end = slash.span()
            if at >= done:
                found, done = _at(text, slash, done)
                yield from found
            # A slash that was taken for a piece of this symbol, and is none, may be one of another.
            if (again := text.find("/", done, end)) >= 0:
                break


def names(text: str, *, strict: bool = False) -> list[str]:
    """Return the canonical spellings that `symbols` yields; `strict` leaves out those of series that are not listed.

    Plain symbols, which are nearly all, are taken many at once, so that no step of Python is made for each of them.
    """
    text = fold_slashes(text)
    find = plain().findall
    named: list[str] = []
    done = 0
    for _ in range(_STOPS):
        hits = find(text, done)
        rest = hits.pop()[-1] if hits and hits[-1][-1] else ""
        if hits:
            surfaces = "\n".join(map("".join, hits))
            taken = [*map(KNOWN.__getitem__, surfaces.encode().translate(NINES).split(b"\n"))]
            if ODD in taken:
                break
            if UNSPACED in taken:
                surfaces = surfaces.replace(" ", "")
            named += compress(surfaces.split("\n"), taken)  # NONE is 0
        if not rest:
            return named
        slash = next(SLASH.finditer(text, len(text) - len(rest) - 1))
        found, done = _at(text, slash, done)
        named += _named(found, strict=strict)
    named += _named(symbols(text, done), strict=strict)
    return named


def _named(found: Iterable[Spelled], *, strict: bool) -> Iterator[str]:
    return (name for name, _, _, _, sure in found if not (strict and sure == "unlisted"))


def _at(text: str, slash: re.Match[str], done: int) -> tuple[Sequence[Spelled], int]:
    """Return the symbol around a slash with what leans on it, and where the text behind that begins."""
    at, end = slash.span()
    what = slash.lastgroup
    start = slash.start(what) if what else at - 1
    while not what and start > done and text[start - 1] in _LETTERS:
        start -= 1
    if what == "linked" or (what is None and (start == 0 or text[start - 1] in OPEN)):
        surface = text[start:end]
        taken = KNOWN[surface.encode().translate(NINES)]
        if taken == NONE:
            return (), end
        if taken != ODD:
            name = surface if taken == WRITTEN else surface.replace(" ", "")
            return [(name, start, end, "symbol", "certain")], end
    return _at_length(text, at, done, "host" if slash["linked"] else what)


def _at_length(text: str, at: int, done: int, what: str | None) -> tuple[Sequence[Spelled], int]:
    """Read the symbol at a slash in full; return what `_at` does."""
    locate = {"host": _in_url, "lowered": _lowered}.get(what or "", _around)
    size = _BEFORE
    while True:
        base = max(0, at - _BEHIND)
        piece = fold(text[base : at + size])
        if not (located := locate(piece, at - base, max(0, done - base))):
            return (), at + 1
        found, end = _all(piece, *located)
        # Nothing that is looked at lies farther off than twice this.
        if end + 2 * _REACH < len(piece) or at + size >= len(text):
            return [
                (name, base + start, base + till, kind, sure) for name, start, till, kind, sure in found
            ], base + end
        size *= 4


def _all(text: str, parsed: Parsed, start: int, end: int) -> tuple[list[Spelled], int]:
    """Return what a symbol stands for, itself or its range, what leans on it, its other half; and where all ends."""
    from undocs.scanner import continuations

    found: list[Spelled] = []
    read_on: _Located | None = (parsed, start, end)
    while read_on:
        parsed, start, end = read_on
        kind, confidence = classify(parsed.series)
        first, *more = continuations.expand(parsed.canonical)
        found.append((first, start, end, kind, confidence))
        found += ((name, start, end, "continued", confidence) for name in more)
        for name, begin, till in continuations.follow(text, more[-1] if more else first, end):
            found.append((name, begin, till, "continued", confidence))
            end = till
        # The other half of a joint symbol, A/55/432-S/2000/921, or the other end of a range, S/2023/1 to S/2023/5.
        read_on = None
        if gap := continuations.JOIN.match(text, end):
            read_on = _read_at(text, gap.end(), joint=True)
            if read_on:
                between = continuations.between(parsed.canonical, read_on[0].canonical)
                found += ((name, start, read_on[2], "continued", confidence) for name in between)
    return found, end


def _in_url(text: str, slash: int, floor: int) -> _Located | None:
    """Read the symbol that a URL of the UN's hosts names; its host ends at the slash."""
    from undocs.grammar import urls

    place = urls.at(text, slash)
    if not place or place.start < floor:
        return None
    if not (parsed := read(place.text, lenient=True)):
        return None
    escaped = "%" in text[place.start : place.end]
    return parsed, place.start, place.end if escaped else place.start + parsed.end


def _lowered(text: str, slash: int, floor: int) -> _Located | None:
    """Read the symbol of a text whose letters were all lowered; only those of well-known series count."""
    start = slash
    while start > floor and text[start - 1] in _LETTERS:
        start -= 1
    plain = _LOWER.match(text, start)
    if plain and not (start and _GLUED.match(text[start - 1])):
        parsed = read(plain[0].upper())
        if parsed and parsed.series and ("/" in parsed.series.prefix or _LOWER_TYPED.match(parsed.canonical)):
            return parsed, start, start + parsed.end
    return None


def _around(text: str, slash: int, floor: int) -> _Located | None:
    """Read the symbol around a slash, from the longest head that may be one."""
    start = slash = slash - (text[slash - 1] == " ")
    floor = max(floor, slash - _HEAD)
    while start > floor and (text[start - 1] in _LETTERS or text[start - 1] in ".-()"):
        start -= 1
    heads = [head.start() for head in _HEADS.finditer(text, start, slash)]
    return next(filter(None, (_read_at(text, head) for head in heads[-_MOST_HEADS:])), None)


def _read_at(text: str, start: int, *, joint: bool = False) -> _Located | None:
    """Read the symbol that starts at `start`, over the page's breaks where that makes it longer.

    `joint` says that it is the other half of the symbol before it.
    """
    apart = len(text[:start].rstrip("_")) if text[start - 1 : start] == "_" else start  # emphasis in Markdown
    before = text[apart - 1] if apart and not joint else " "
    if before not in ".-" and _GLUED.match(before) and not _SET_OFF.search(text, max(0, start - _WORD), start):
        return None
    mended, offsets = mend(text[start : start + _REACH])
    parsed = read(mended) or (read(mended, cued=True) if _CUE.search(text, max(0, start - 16), start) else None)
    if not parsed or _PLACE.match(mended, parsed.end):
        return None
    if before in ".-" and not (parsed.series and parsed.canonical.find("/") > 1):
        return None  # "Ser.L/III" is no symbol, "39.S/640" is one behind a note's mark
    return parsed, start, start + offsets[parsed.end - 1] + 1
