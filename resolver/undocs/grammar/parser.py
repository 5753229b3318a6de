"""Read one symbol where it starts: which components are its own, and whether it is a symbol at all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.errors import SymbolError
from undocs.grammar.normalize import fold, mend, respell, respell_qualifier
from undocs.grammar.patterns import COMPONENT, SHAPE
from undocs.tables import codes, series
from undocs.tables.countries import country

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Parsed", "parse", "read", "split"]

# What joins the two symbols of one document: a hyphen in print, or a slash, other marks in catalogues.
_JOINT = re.compile(r" ?(?:(?<=[A-Za-z0-9)])-|\|\||;|&) ?(?=[A-Z]{1,8}[./])|(?<=[A-Za-z0-9)])/(?=[AES]/)")
_MOST_HALVES = 3  # components with a hyphen behind which another symbol is looked for
# Where another symbol may begin behind a slash: A/55/305/S/2000/809.
_SLASHED = re.compile(r"/(?:[0-9]+|(?:Add|Corr|Rev)\.[0-9]+)(?P<slash>/)(?=[AES]/)", re.IGNORECASE)
# A number with the letter of a note glued on, A/77/800a: letters of the number's own are capitals.
_MARKED = re.compile(r"(?:[A-Za-z]+\.)?[0-9]+[a-z]")
_NUMBER = re.compile(r"[0-9]")
_ROMAN_QUALIFIED = re.compile(r"(?:RES|DEC)?[(\[](?:E?S-|ORG-)?[IVXLC]+[)\]]")
_SPACED = re.compile(r" [(\[](?:E?S-|ORG-)?[IVXLC0-9]+[)\]]")
_YEARED = re.compile(r"\((?:19|20)[0-9]{2}\)")
_SESSIONED = re.compile(r"/(?:COP|CRIC|CST|CTIEBI)$")
_RESOLUTION = re.compile(r"(?:^|/)(?:RES|DEC)/")
# A serial number, a session, a special session: what may follow an organ's letter at once.
_SERIAL = re.compile(r"[1-9][0-9]{2,4}(?:$|\(|/(?![0-9]+(?:/|$)))")
_YEARLY = re.compile(r"[1-9][0-9]{3}/")
_NUMBERS = re.compile(r"(?:[0-9]+/){3}")
# A lettered part before the session: A/RES/217 A (III).
_SWAPPED = re.compile(r"(?P<number>[0-9]+) (?P<letter>[A-Z]) ?(?P<session>\((?:E?S-)?[IVXLC]{1,8}+\))")
_SESSION = re.compile(r"(?:[1-9][0-9]|E?S-[0-9]{1,2})/")
_SHORT_SERIAL = re.compile(r"[1-9][0-9]{0,4}(?:/|$|\()")
_CHANGED = re.compile(r"[1-9][0-9]/(?:Add|Corr|Rev)\.[0-9]")
# A country, a language or a word that may stand last.
_WORD = re.compile(r"[A-Z]{1,12}(?:-[A-Z]{1,5})?")
_SPELLED_OUT = len("BRIEF.")
_TYPED = re.compile(r"(?:RES|DEC|PRST|INF|NGO|BUR|SPC|Agenda|[A-Z]{1,4}\.[0-9]{1,5})(?:/|$|\()")
# Components that show the shape of a UN document in a series that is not listed.
_STRUCTURE = re.compile(
    r"/(?:(?:19[4-9]|20[0-4])[0-9](?=/)|(?:L|CRP|WP|INF|SR|PV|WG|Add|Rev|Corr|CONF|AC|COP|MSP|Res|Dec)\.[0-9]+|INF|RES|CONF|MSP|COP)(?=/|$)"
)


class Parsed(NamedTuple):
    """What was read.

    Attributes:
        canonical: the canonical spelling.
        end: offset in the text given where the symbol ends.
        series: the row of the table that it belongs to; None for a series that is not listed.
    """

    canonical: str
    end: int
    series: series.Series | None


def parse(text: str) -> str:
    """Return the canonical spelling of the one symbol that `text` is, in any spelling.

    Raises:
        SymbolError: `text` is no symbol, or holds more than one.
    """
    from undocs.grammar import urls
    from undocs.grammar.diagnose import fault

    given = text.strip()
    bare = urls.symbol_in(given) or given
    mended, offsets = mend(fold(bare))
    mended = mended.rstrip("*./ ")
    if not mended:
        raise SymbolError(text, (0, len(text)), "a symbol such as A/RES/60/1")
    halves: list[str] = []
    end = 0
    while found := read(mended, end, lenient=True):
        halves.append(found.canonical)
        end = found.end
        if end == len(mended):
            return "-".join(halves)
        if not (joint := _JOINT.match(mended, end)):
            break
        end = joint.end()
    if not halves:
        raise SymbolError(text, *fault(text))
    at = text.find(bare[: offsets[end]]) + offsets[end] if bare is given else 0
    raise SymbolError(text, (at, len(text)), "the end, or /Add.1 and the like")


def split(canonical: str) -> Iterator[str]:
    """Yield the halves of a joint symbol, given in canonical spelling; a plain one alone."""
    end = 0
    while found := read(canonical, end, lenient=True):
        yield found.canonical
        if found.end >= len(canonical):
            return
        end = found.end + 1


def read(text: str, start: int = 0, *, lenient: bool = False, cued: bool = False, whole: bool = False) -> Parsed | None:
    """Read the symbol that starts at `start` of a folded and mended text.

    With `lenient`, as for a symbol that somebody typed, words in any case are taken for components; `cued` says
    that what stands before announces a document, so that a short serial number will do (`S/24`); `whole` looks for
    no other half behind a hyphen or a slash. Returns None where no symbol starts.
    """
    shape = SHAPE.match(text, start)
    if not shape:
        return None
    head = respell(shape["head"].replace(" ", ""), lenient=True)
    if head is None:
        return None
    taken = list(_components(text, shape, lenient=lenient, whole=whole))
    while taken and not _closes([component for component, _ in taken], lenient=lenient):
        taken.pop()
    if not taken:
        return None
    components = [head, *(component for component, _ in taken)]
    beginning = "/".join(components[:2])
    foreign = series.lookalikes().keys() & {head, beginning, beginning.partition(".")[0] if len(head) > 1 else ""}
    if foreign and not (lenient and len(components) == 2):
        return None
    found = series.find(components)
    if found and not _fits(components, found, short=lenient or cued):
        found = None
    # A series by its name is no symbol: A/AC.105, ECE/TRANS/WP.29.
    named = found and not lenient and max(depth for depth, _ in series.walk(components)) == len(components)
    bare = named and found and (found.prefix == "/".join(components) or not found.pattern.startswith("none"))
    if bare or not (found or _sound(components)):
        return None
    return Parsed("/".join(components), taken[-1][1], found)


def _components(text: str, shape: re.Match[str], *, lenient: bool, whole: bool) -> Iterator[tuple[str, int]]:
    """Yield the components of the tail in canonical spelling, each with its end, up to the first that is none."""
    halves = 0 if whole else _MOST_HALVES
    for match in COMPONENT.finditer(text, shape.start("tail"), shape.end() if whole else _half(text, shape)):
        piece, end = match["piece"], match.end("piece")
        halves -= "-" in piece
        if halves >= 0 and "-" in piece and (joint := _second_half(text, match)):
            yield respell(text[match.start("piece") : joint], lenient=lenient) or "", joint
            return
        printed = respell(piece, lenient=lenient)
        if (
            printed is None
            or _footnote(printed)
            or (not lenient and not match["qualifiers"] and _MARKED.fullmatch(piece))
        ):
            # Glued on behind a number: a word (`ADD.1and`) or a note's mark (`S/640.39`).
            glued = re.match(r"(?:[A-Z]{1,5}\.|[A-Z][a-z]{2,4}\.)?[0-9]+(?:-[0-9]+(?![0-9.]))?", piece, re.ASCII)
            if glued and (printed := respell(glued[0], lenient=lenient)):
                yield printed, match.start("piece") + glued.end()
            return
        qualifiers = match["qualifiers"]
        before = text[shape.start() : match.start("qualifiers")]
        if (_SPACED.match(qualifiers) or _YEARED.match(qualifiers)) and not (
            _RESOLUTION.search(before.upper()) or _SESSIONED.search(before)
        ):
            # A year, or a session set off by a space, belongs to a resolution's number only: A/RES/3314 (XXIX).
            qualifiers = ""
        if qualifiers:
            printed += respell_qualifier(qualifiers)
        end += len(qualifiers)
        resolution = re.match(r"(?:A|E|A/HRC)/(?:RES|DEC)/", before)
        if resolution and not qualifiers and (swapped := _SWAPPED.match(text, match.start("piece"))):
            yield f"{swapped['number']}{swapped['session']}[{swapped['letter']}]", swapped.end()
            return
        if match["letter"] and qualifiers == match["qualifiers"] and resolution:
            letter = match["letter"].strip()
            printed += f"[{letter}]" if printed.endswith(")") else letter
            end = match.end()
        elif (
            re.fullmatch(r"[0-9]+\([IVXLC]+\)[A-Z]", printed + text[end : end + 1])
            and not text[end + 1 : end + 2].isalnum()
        ):
            printed += f"[{text[end]}]"
            end += 1
        yield printed, end


def _half(text: str, shape: re.Match[str]) -> int:
    """Return where the first half of two symbols with a slash between them ends, else where the shape does."""
    joint = _SLASHED.search(text, shape.start("tail") + 1, shape.end())
    return joint.start("slash") if joint and read(text, joint.end(), whole=True) else shape.end()


def _footnote(component: str) -> bool:
    """Whether a component is a number with a note's mark glued on (`640.39`, `Rev.1.177`)."""
    return "." in component and bool(
        re.fullmatch(r"(?:(?!Ver)[A-Za-z]+\.)?[0-9]+[A-Z]?\.[0-9]{1,3}", component, re.ASCII)
    )


def _second_half(text: str, match: re.Match[str]) -> int | None:
    """Return where, at a hyphen inside a component, another symbol of its own begins (`432-S/2000/921`)."""
    for hyphen in range(match.start("piece"), match.end("piece")):
        if _JOINT.match(text, hyphen):
            second = read(text, hyphen + 1, whole=True)
            if second and second.series and second.series.kind != "press":
                return hyphen
    return None


def _closes(components: Sequence[str], *, lenient: bool) -> bool:
    """Whether a symbol can end here: with a number, a country behind one, or a word that stands last."""
    last = components[-1]
    if _NUMBER.search(last) or _ROMAN_QUALIFIED.search(last):
        return True
    if not any(map(_NUMBER.search, components)):
        return False
    if lenient or (last.istitle() and len(last) > 3) or country(last):
        return True
    return len(components) > 2 and _WORD.fullmatch(last) is not None and last + "." not in _codes()


@cache
def _codes() -> frozenset[str]:
    """Return the codes that want a number; one spelled out, as BROCHURE, may stand without."""
    return frozenset(code for code in codes.codes() if len(code) < _SPELLED_OUT)


def _fits(components: Sequence[str], found: series.Series, *, short: bool) -> bool:
    """Whether the components keep the rules of a listed series."""
    head, _, rest = "/".join(components).partition("/")
    if not (_NUMBER.search(rest) or _ROMAN_QUALIFIED.search(rest)):
        return False
    if found.kind == "press" and not short and (len(head) == 1 or "(" in rest):
        return False  # L/4907 may be anybody's, and SG/Inf(2019)1 is the Council of Europe's
    if len(found.prefix) == 1:
        # Nothing is joined to the letter of an organ: S(1)/2 is algebra. And no symbol is four numbers:
        # A/46/1/3/6 is an archive's.
        if head != found.prefix or (_NUMBERS.match(rest) and not short):
            return False
        return bool(
            _TYPED.match(rest)
            or (head == "A" and _SESSION.match(rest))
            or (head in "ES" and _YEARLY.match(rest))
            or _SERIAL.match(rest)
            or _CHANGED.match(rest)
            or (short and _SHORT_SERIAL.match(rest))
        )
    return short or not (len(components) == 2 and len(head) <= 3 and re.fullmatch(r"[0-9]{1,2}", components[1]))


def _sound(components: Sequence[str]) -> bool:
    """Whether the shape alone says a symbol, where the series is not listed."""
    canonical = "/".join(components)
    known = 1 if series.find(components[:1]) else 0
    return (
        len(components) > 2 + known
        and all(len(head) > 1 and head.isalpha() and head.isupper() for head in components[known : known + 1])
        and bool(re.search(r"[0-9]\)?$", canonical))
        and bool(_STRUCTURE.search(canonical))
    )
