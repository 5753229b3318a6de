"""Scan running text for document symbols. Every other entry point builds on `symbols()`, which yields plain tuples.

Nearly every symbol of a real text is regular, and `undocs.scanner.fast` knows its shape. The parser reads the others,
in as much of the text around them as that takes.

>>> list(symbols("See A/66/10 and Corr.1"))
[('A/66/10', 4, 11, 'symbol', 'certain'), ('A/66/10/Corr.1', 16, 22, 'continued', 'certain')]
>>> symbol_names("See A/66/10 and Corr.1")
['A/66/10', 'A/66/10/Corr.1']
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

from undocs.grammar.normalize import fold, fold_slashes, unbreak
from undocs.grammar.parser import Parsed, read_symbol
from undocs.mention import Confidence, Kind, classify
from undocs.scanner.fast import CANONICAL, DIGITS_TO_NINE, IRREGULAR, REJECTED, TREATMENTS, UNSPACED
from undocs.scanner.patterns import OPEN, SLASH, regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Spelled", "symbol_names", "symbols"]

# Canonical spelling, start and end in characters, kind, confidence.
Spelled: TypeAlias = tuple[str, int, int, Kind, Confidence]
_Located: TypeAlias = tuple[Parsed, int, int]  # a symbol, its start and its end

_HEAD = 40  # characters before a slash in which the head of its symbol is searched
_LONGEST = 200  # characters of the longest symbol, with its breaks
# Size of the window read around a slash: characters before it (cue words) and after it (the symbol and its
# continuations).
_BEFORE, _AFTER = 80, 1000
# After this many irregular symbols, stop using the fast path for this text.
_MOST_IRREGULAR = 16
_MOST_HEADS = 4  # a head has at most three dots or hyphens, so that no more starts need to be tried
# Directly before a symbol, these characters make it a piece of something else: a path, a name, a query.
_GLUED = re.compile(r"[A-Za-z0-9_/\\@#$%&=~+.-]", re.ASCII)
# Except where templates and LaTeX set a value off with them: docid=A/RES/60/1, UN Doc.~A/HRC/41/35.
_SET_OFF = re.compile(r"(?:(?:^|[\s|{,;(])[A-Za-z_-]{1,20}=|[A-Za-z0-9.]~)$", re.ASCII)
_SET_OFF_LONGEST = 24  # characters of such a word
# A placeholder for a number in a draft: A/HRC/56/L.xx.
_PLACEHOLDER = re.compile(
    r"/(?:[A-Za-z]{1,6}\.)?(?:\u2026|\.{2,3}|_{1,9}|[xX]{1,4}(?![A-Za-z0-9]))|[xX]{2,4}(?![A-Za-z0-9])"
)
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_HEADS = re.compile(r"(?:(?<![A-Za-z])|(?<=[a-z]))[A-Z]", re.ASCII)
# Cue words. After one, a short serial number such as `S/24` is accepted.
_CUE = re.compile(r"(?i:documents?|doc\.|docs\.|press\ releases?)[ \n(]{1,3}")
_CUE_LONGEST = 16  # characters before a symbol in which a cue word begins
_LOWER = re.compile(r"[a-z]++(?:[./-][a-z0-9]++)++(?: ?\([0-9ivxlc]{1,8}+\))?")
# After an organ's letter in lower case, only typed symbols count: a/res/60/1, s/prst/2004/36.
_LOWER_TYPED = re.compile(r"[AES]/(?:RES|DEC|PRST)/(?:E?S-)?[0-9]+(?:/[0-9]+)?(?:\([^()]+\))?$")


def symbols(text: str, start: int = 0) -> Iterator[Spelled]:
    """Yield the symbols that `text` spells out from `start` on, in the order of their places.

    Each is a tuple of canonical spelling, start, end, kind and confidence; offsets count characters of `text`.
    """
    text = fold_slashes(text)
    done = again = start
    while again >= 0:
        slashes, again = SLASH.finditer(text, again), -1
        for slash in slashes:
            at, end = slash.span()
            if at >= done:
                found, done = _at(text, slash, done)
                yield from found
            # The match consumed a slash that turned out not to belong to this symbol; rescan from it.
            if (again := text.find("/", done, end)) >= 0:
                break


def symbol_names(text: str, *, strict: bool = False) -> list[str]:
    """Return the canonical spellings that `symbols` yields; `strict` leaves out those of series that are not listed.

    This is the fast path: regular symbols, nearly all of them, are taken many at once, without a step of Python for
    each.
    """
    text = fold_slashes(text)
    find = regular().findall
    named: list[str] = []
    done = 0
    for _ in range(_MOST_IRREGULAR):
        hits = find(text, done)
        rest = hits.pop()[-1] if hits and hits[-1][-1] else ""
        if hits:
            surfaces = "\n".join(map("".join, hits))
            treatments = [*map(TREATMENTS.__getitem__, surfaces.encode().translate(DIGITS_TO_NINE).split(b"\n"))]
            if IRREGULAR in treatments:
                break
            if UNSPACED in treatments:
                surfaces = surfaces.replace(" ", "")
            named += compress(surfaces.split("\n"), treatments)  # REJECTED is 0
        if not rest:
            return named
        slash = next(SLASH.finditer(text, len(text) - len(rest) - 1))
        found, done = _at(text, slash, done)
        named += _names_of(found, strict=strict)
    named += _names_of(symbols(text, done), strict=strict)
    return named


def _names_of(found: Iterable[Spelled], *, strict: bool) -> Iterator[str]:
    return (name for name, _, _, _, confidence in found if not (strict and confidence == "unlisted"))


def _at(text: str, slash: re.Match[str], done: int) -> tuple[Sequence[Spelled], int]:
    """Read the symbol at this slash and its continuations.

    Returns:
        The symbols, and the offset at which to resume.
    """
    at, end = slash.span()
    group = slash.lastgroup
    start = slash.start(group) if group else at - 1
    while not group and start > done and text[start - 1] in _LETTERS:
        start -= 1
    if group == "linked" or (group is None and (start == 0 or text[start - 1] in OPEN)):
        surface = text[start:end]
        treatment = TREATMENTS[surface.encode().translate(DIGITS_TO_NINE)]
        if treatment == REJECTED:
            return (), end
        if treatment != IRREGULAR:
            name = surface if treatment == CANONICAL else surface.replace(" ", "")
            return [(name, start, end, "symbol", "certain")], end
    return _parse_at(text, at, done, "host" if slash["linked"] else group)


def _parse_at(text: str, at: int, done: int, group: str | None) -> tuple[Sequence[Spelled], int]:
    """Read the symbol at a slash with the parser; the result is that of `_at`."""
    locate = {"host": _in_url, "lowered": _lowered}.get(group or "", _around)
    size = _AFTER
    while True:
        base = max(0, at - _BEFORE)
        window = fold(text[base : at + size])
        if not (located := locate(window, at - base, max(0, done - base))):
            return (), at + 1
        found, end = _expand(window, *located)
        # No rule looks farther ahead than twice the longest symbol; otherwise read again in a larger window.
        if end + 2 * _LONGEST < len(window) or at + size >= len(text):
            moved = [(name, base + start, base + stop, kind, sure) for name, start, stop, kind, sure in found]
            return moved, base + end
        size *= 4


def _expand(text: str, parsed: Parsed, start: int, end: int) -> tuple[list[Spelled], int]:
    """Expand a symbol: its range, the continuations after it, and the second half of a joint symbol.

    Returns:
        The symbols, and the offset where the last of them ends.
    """
    from undocs.scanner import continuations

    found: list[Spelled] = []
    located: _Located | None = (parsed, start, end)
    while located:
        parsed, start, end = located
        kind, confidence = classify(parsed.series)
        first, *more = continuations.expand(parsed.canonical)
        found.append((first, start, end, kind, confidence))
        found += ((name, start, end, "continued", confidence) for name in more)
        for name, begin, stop in continuations.follow(text, more[-1] if more else first, end):
            found.append((name, begin, stop, "continued", confidence))
            end = stop
        # The other half of a joint symbol, A/55/432-S/2000/921, or the other end of a range, S/2023/1 to S/2023/5.
        located = None
        if gap := continuations.JOIN.match(text, end):
            located = _read_at(text, gap.end(), joint=True)
            if located:
                between = continuations.between(parsed.canonical, located[0].canonical)
                found += ((name, start, located[2], "continued", confidence) for name in between)
    return found, end


def _in_url(text: str, slash: int, floor: int) -> _Located | None:
    """Read the symbol in a URL of the UN's hosts, whose host ends at the slash."""
    from undocs.grammar import urls

    place = urls.at(text, slash)
    if not place or place.start < floor:
        return None
    if not (parsed := read_symbol(place.text, lenient=True)):
        return None
    escaped = "%" in text[place.start : place.end]
    return parsed, place.start, place.end if escaped else place.start + parsed.end


def _lowered(text: str, slash: int, floor: int) -> _Located | None:
    """Read a symbol in lower case; only well-known series count."""
    start = slash
    while start > floor and text[start - 1] in _LETTERS:
        start -= 1
    surface = _LOWER.match(text, start)
    if surface and not (start and _GLUED.match(text[start - 1])):
        parsed = read_symbol(surface[0].upper())
        if parsed and parsed.series and ("/" in parsed.series.prefix or _LOWER_TYPED.match(parsed.canonical)):
            return parsed, start, start + parsed.end
    return None


def _around(text: str, slash: int, floor: int) -> _Located | None:
    """Read the symbol around a slash, from the longest head that begins one."""
    start = slash = slash - (text[slash - 1] == " ")
    floor = max(floor, slash - _HEAD)
    while start > floor and (text[start - 1] in _LETTERS or text[start - 1] in ".-()"):
        start -= 1
    heads = [head.start() for head in _HEADS.finditer(text, start, slash)]
    return next(filter(None, (_read_at(text, head) for head in heads[-_MOST_HEADS:])), None)


def _read_at(text: str, start: int, *, joint: bool = False) -> _Located | None:
    """Read the symbol that starts at `start`, across the breaks of a page.

    Args:
        text: the folded text.
        start: offset in `text`.
        joint: it is the other half of the symbol before it.
    """
    # An underscore is emphasis in Markdown, so that the character before it counts.
    apart = len(text[:start].rstrip("_")) if text[start - 1 : start] == "_" else start
    before = text[apart - 1] if apart and not joint else " "
    if (
        before not in ".-"
        and _GLUED.match(before)
        and not _SET_OFF.search(text, max(0, start - _SET_OFF_LONGEST), start)
    ):
        return None
    unbroken, offsets = unbreak(text[start : start + _LONGEST])
    parsed = read_symbol(unbroken)
    if not parsed and _CUE.search(text, max(0, start - _CUE_LONGEST), start):
        parsed = read_symbol(unbroken, cued=True)
    if not parsed or _PLACEHOLDER.match(unbroken, parsed.end):
        return None
    # After a note's mark a listed series counts, "39.S/640"; "Ser.L/III" is not a symbol.
    if before in ".-" and not (parsed.series and parsed.canonical.find("/") > 1):
        return None
    return parsed, start, start + offsets[parsed.end - 1] + 1
