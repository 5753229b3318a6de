"""Read one symbol where it starts: which components belong to it, and whether they make a symbol.

>>> parse("s/res/1325 (2000)")
'S/RES/1325(2000)'
>>> read_symbol("A/66/10 and Corr.1").end
7
>>> list(split("A/55/432-S/2000/921"))
['A/55/432', 'S/2000/921']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from undocs.errors import SymbolError
from undocs.grammar.normalize import canonical_component, canonical_qualifier, fold, unbreak
from undocs.grammar.patterns import COMPONENT, SHAPE
from undocs.grammar.rules import is_complete, is_numbered_as, is_plausible
from undocs.tables.series import Series, lookalikes, series_of, walk_series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Parsed", "parse", "read_symbol", "split"]

# What joins the two symbols of one document: a hyphen in print, a slash or other marks in catalogues.
_JOINT = re.compile(r" ?(?:(?<=[A-Za-z0-9)])-|\|\||;|&) ?(?=[A-Z]{1,8}[./])|(?<=[A-Za-z0-9)])/(?=[AES]/)")
# Limit on hyphenated components that are tried as the start of a joint symbol: A/ES-10/273-S/2002/921 has two.
_MOST_HYPHENS = 3
# A slash after which another symbol may begin: A/55/305/S/2000/809.
_SLASHED = re.compile(r"/(?:[0-9]+|(?:Add|Corr|Rev)\.[0-9]+)(?P<slash>/)(?=[AES]/)", re.IGNORECASE)
# A number with the letter of a note glued on: A/77/800a. Letters that belong to a number are capitals.
_MARKED = re.compile(r"(?:[A-Za-z]+\.)?[0-9]+[a-z]")
# A number with the figure of a note glued on: S/640.39, Rev.1.177. A version has two numbers of its own: Ver.1.1.
_FOOTNOTED = re.compile(r"(?:(?!Ver)[A-Za-z]+\.)?[0-9]+[A-Z]?\.[0-9]{1,3}", re.ASCII)
# The number before something glued on, a word (ADD.1and) or a note's figure (S/640.39).
_GLUED = re.compile(r"(?:[A-Z]{1,5}\.|[A-Z][a-z]{2,4}\.)?[0-9]+(?:-[0-9]+(?![0-9.]))?", re.ASCII)
# Brackets that only some numbers take: a session set off by a space, A/RES/3314 (XXIX); a year, S/RES/1325(2000).
_SPACED = re.compile(r" [(\[](?:E?S-|ORG-)?[IVXLC0-9]+[)\]]")
_YEARED = re.compile(r"\((?:19|20)[0-9]{2}\)")
_SESSIONED = re.compile(r"/(?:COP|CRIC|CST|CTIEBI)$")  # ICCD/COP (14)
_RESOLUTION = re.compile(r"(?:^|/)(?:RES|DEC)/")
_LETTERED = re.compile(r"(?:A|E|A/HRC)/(?:RES|DEC)/")  # the series whose numbers take a lettered part: A/RES/38/36 B
# A lettered part before the session: A/RES/217 A (III).
_SWAPPED = re.compile(r"(?P<number>[0-9]+) (?P<letter>[A-Z]) ?(?P<session>\((?:E?S-)?[IVXLC]{1,8}+\))")
# A lettered part glued to the session: A/RES/217(III)A.
_PART = re.compile(r"[0-9]+\([IVXLC]+\)[A-Z]")


class Parsed(NamedTuple):
    """A symbol that was read.

    Attributes:
        canonical: the canonical spelling.
        end: offset in the text where the symbol ends.
        series: its row of the table; None for a series that is not listed.
    """

    canonical: str
    end: int
    series: Series | None


def parse(text: str) -> str:
    """Parse `text` as a single symbol in any accepted spelling and return its canonical form.

    Raises:
        SymbolError: `text` is not a symbol, or holds more than one.
    """
    from undocs.grammar import urls
    from undocs.grammar.diagnose import diagnose

    given = text.strip()
    bare = urls.symbol_in(given) or given
    unbroken, offsets = unbreak(fold(bare))
    unbroken = unbroken.rstrip("*./ ")
    if not unbroken:
        raise SymbolError(text, (0, len(text)), "a symbol such as A/RES/60/1")
    halves: list[str] = []
    end = 0
    while found := read_symbol(unbroken, end, lenient=True):
        halves.append(found.canonical)
        end = found.end
        if end == len(unbroken):
            return "-".join(halves)
        if not (joint := _JOINT.match(unbroken, end)):
            break
        end = joint.end()
    if not halves:
        raise SymbolError(text, *diagnose(text))
    at = text.find(bare[: offsets[end]]) + offsets[end] if bare is given else 0
    raise SymbolError(text, (at, len(text)), "the end, or /Add.1 and the like")


def split(canonical: str) -> Iterator[str]:
    """Yield the halves of a joint symbol in canonical spelling; another symbol as it is."""
    end = 0
    while found := read_symbol(canonical, end, lenient=True):
        yield found.canonical
        if found.end >= len(canonical):
            return
        end = found.end + 1


def read_symbol(
    text: str, start: int = 0, *, lenient: bool = False, cued: bool = False, whole: bool = False
) -> Parsed | None:
    """Read the symbol that starts at `start`, or return None where none starts.

    Args:
        text: a folded text without page breaks inside symbols (`undocs.grammar.normalize`).
        start: offset in `text`.
        lenient: the user typed this symbol, so that words in any case are accepted as components.
        cued: the words before announce a document, so that a short serial number is accepted (`S/24`).
        whole: do not look for the other half of a joint symbol after a hyphen or a slash.
    """
    shape = SHAPE.match(text, start)
    if not shape:
        return None
    head = canonical_component(shape["head"].replace(" ", ""), lenient=True)
    if head is None:
        return None
    tail = list(_components(text, shape, lenient=lenient, whole=whole))
    while tail and not is_complete([component for component, _ in tail], lenient=lenient):
        tail.pop()
    if not tail:
        return None
    components = [head, *(component for component, _ in tail)]
    if _is_foreign(components, lenient=lenient):
        return None
    row = series_of(components)
    if row and not is_numbered_as(components, row, short=lenient or cued):
        row = None
    if (row and not lenient and _is_body(components, row)) or not (row or is_plausible(components)):
        return None
    return Parsed("/".join(components), tail[-1][1], row)


def _is_foreign(components: Sequence[str], *, lenient: bool) -> bool:
    """Return whether the symbol begins like another organization's; a user may type two components all the same."""
    head, beginning = components[0], "/".join(components[:2])
    body = beginning.partition(".")[0] if len(head) > 1 else ""
    foreign = lookalikes().keys() & {head, beginning, body}
    return bool(foreign) and not (lenient and len(components) == 2)


def _is_body(components: Sequence[str], row: Series) -> bool:
    """Return whether the components are the name of a series and no document of it: A/AC.105, ECE/TRANS/WP.29."""
    named = max(depth for depth, _ in walk_series(components)) == len(components)
    return named and (row.prefix == "/".join(components) or not row.pattern.startswith("none"))


def _components(text: str, shape: re.Match[str], *, lenient: bool, whole: bool) -> Iterator[tuple[str, int]]:
    """Yield the components of the tail in canonical spelling with their ends, up to the first that is not one."""
    hyphens = 0 if whole else _MOST_HYPHENS
    for match in COMPONENT.finditer(text, shape.start("tail"), shape.end() if whole else _first_half(text, shape)):
        piece = match["piece"]
        hyphens -= "-" in piece
        if hyphens >= 0 and "-" in piece and (joint := _second_half(text, match)):
            yield canonical_component(text[match.start("piece") : joint], lenient=lenient) or "", joint
            return
        printed = canonical_component(piece, lenient=lenient)
        marked = not lenient and not match["qualifiers"] and _MARKED.fullmatch(piece)
        if printed is None or _FOOTNOTED.fullmatch(printed) or marked:
            glued = _GLUED.match(piece)
            if glued and (printed := canonical_component(glued[0], lenient=lenient)):
                yield printed, match.start("piece") + glued.end()
            return
        before = text[shape.start() : match.start("qualifiers")]
        if not match["qualifiers"] and _LETTERED.match(before):
            swapped = _SWAPPED.match(text, match.start("piece"))
            if swapped:
                yield f"{swapped['number']}{swapped['session']}[{swapped['letter']}]", swapped.end()
                return
        yield _qualified(text, match, printed, before)


def _qualified(text: str, match: re.Match[str], printed: str, before: str) -> tuple[str, int]:
    """Return a component with its qualifiers and its letter, and where it ends.

    Args:
        text: the text.
        match: the component in it.
        printed: the component in canonical spelling.
        before: the symbol up to the qualifiers.
    """
    qualifiers, end = match["qualifiers"], match.end("piece")
    if (_SPACED.match(qualifiers) or _YEARED.match(qualifiers)) and not (
        _RESOLUTION.search(before.upper()) or _SESSIONED.search(before)
    ):
        qualifiers = ""
    if qualifiers:
        printed += canonical_qualifier(qualifiers)
    end += len(qualifiers)
    if match["letter"] and qualifiers == match["qualifiers"] and _LETTERED.match(before):
        letter = match["letter"].strip()
        return printed + (f"[{letter}]" if printed.endswith(")") else letter), match.end()
    if _PART.fullmatch(printed + text[end : end + 1]) and not text[end + 1 : end + 2].isalnum():
        return f"{printed}[{text[end]}]", end + 1
    return printed, end


def _first_half(text: str, shape: re.Match[str]) -> int:
    """Return where the first of two symbols with a slash between them ends, or else where the shape ends."""
    joint = _SLASHED.search(text, shape.start("tail") + 1, shape.end())
    return joint.start("slash") if joint and read_symbol(text, joint.end(), whole=True) else shape.end()


def _second_half(text: str, match: re.Match[str]) -> int | None:
    """Return where, at a hyphen inside a component, another symbol begins (`432-S/2000/921`), or None."""
    for hyphen in range(match.start("piece"), match.end("piece")):
        if _JOINT.match(text, hyphen):
            second = read_symbol(text, hyphen + 1, whole=True)
            if second and second.series and second.series.kind != "press":
                return hyphen
    return None
