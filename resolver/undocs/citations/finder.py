"""The search through a whole text: what is learned from its symbols, what is cited, in order of place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.attribution import attribute, repeated
from undocs.citations.context import Context, Finding
from undocs.citations.detect import languages
from undocs.citations.grouping import cited
from undocs.citations.masking import mask, undivided
from undocs.citations.numbers import Number, is_heading
from undocs.citations.passages import passages
from undocs.citations.vocabulary import vocabulary
from undocs.errors import UndocsError
from undocs.mention import Span
from undocs.tables.organs import organ_of, organs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undocs.citations.grouping import Cited
    from undocs.citations.vocabulary import Vocabulary
    from undocs.mention import Confidence

__all__ = ["cite"]

_MASTHEAD = 1500  # characters in which a document names the organ that issues it
_GLUE = frozenset("0123456789/.:,-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_NOTES = 8000  # characters below a number in which the note may stand whose mark is glued to it


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a resolution's symbol, and a number that may repeat one."""
    symbol = re.compile(r"(A/RES|A/HRC/RES|E/RES)/(?:(ES|S)-)?(\d{1,4})/(\d{1,3})(?!\d)", re.ASCII)
    return symbol, re.compile(r"/(?<=\d\d/)(\d{1,3})(?![\w/%]|[.:,-]\d)", re.ASCII)


def cite(
    text: str,
    taken: Sequence[tuple[int, int]] = (),
    *,
    organ: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Iterator[Span]:
    """Yield the citations in `text` that are no symbols, in order of their place.

    Args:
        text: the text, or one piece of a document.
        taken: the spans of whole symbols already found, in order; nothing inside them is cited again.
        organ: whose resolutions are meant where the text does not say, by code ("GA", "HRC") or by how the
            symbols of that organ begin ("A", "S", "E", "A/HRC").
        language: two-letter code of the language, when it is known; otherwise it is found from the text.
        context: what earlier pieces of the same document have told; it is added to.

    Raises:
        UndocsError: the language or the organ is not known.
    """
    context = context or Context()
    if organ:
        context.organ, context.given, context.begun = _code(organ), True, True
    if taken and taken[0][0] < _MASTHEAD and not context.begun:
        context.organ = _issuer(text, taken)
    context.begun = True
    for start, end in taken:
        _learn(text[start:end], context)
    masked = undivided(mask(text, taken))
    found: list[Span] = []
    refused: set[int] = set()
    for code in (language,) if language else languages(text):
        words = vocabulary(code)
        found += _cited(masked, words, context, refused)
        for phrase in words.phrases:
            places = phrase.find(masked)
            found += (_span(start, end, Finding(symbol)) for start, end, symbol in places)
    found += _repeated(masked, context)
    found.sort(key=lambda span: (span.start, -span.end, span.confidence != "certain"))
    done = 0
    for span in found:
        if span.start >= done and not (span.confidence != "certain" and span.start in refused):
            yield span
            done = span.end


def _code(organ: str) -> str:
    """Return the code of an organ given by it, or by how its symbols begin (A, S, E, A/HRC)."""
    code = organ.upper() if organ.upper() in organs() else organ_of(organ.upper())
    if not code:
        raise UndocsError(f"no such organ: {organ} (A, S, E, A/HRC or another series whose resolutions are numbered)")
    return code


def _issuer(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return the code of the organ that the masthead's symbol is of, "" if none is known.

    Of two that stand together, E/2018/41 E/ESCWA/30/18, the second is that of the body itself.
    """
    (start, end), *others = taken
    if others and not text[end : others[0][0]].strip():
        below = organ_of(text[slice(*others[0])])
        if below and organs()[below].series[0].startswith(text[start : start + 2]):
            return below
    return organ_of(text[start:end])


def _learn(symbol: str, context: Context) -> None:
    """Note whose a resolution is from its own symbol."""
    if match := _patterns()[0].match(symbol):
        series, prefix, session, serial = match.groups()
        context.seen.setdefault((prefix or "", session, serial), organ_of(series))


def _span(start: int, end: int, finding: Finding) -> Span:
    """Return the span of a citation."""
    confidence: Confidence = "certain" if finding.certain else "likely"
    symbol, _, candidates, note, published_in = finding
    return Span(symbol, start, end, "citation", confidence, candidates, note, published_in)


def _cited(masked: str, words: Vocabulary, context: Context, refused: set[int]) -> Iterator[Span]:
    """Yield the numbers that a word such as "resolution" governs.

    To `refused` it adds where a number alone is none, for what stands around it, and where one is another
    organization's: a text that may be in several languages is better known to one of them.
    """
    for offset, passage in passages(masked, words):
        for item in cited(words.tokens(passage), passage, words):
            if finding := attribute(item, context) or _unglued(item, masked, offset, context):
                yield _span(offset + item.start, offset + item.end, finding)
            elif item.number.shape == "bare" or item.touching == "FOREIGN":
                refused.add(offset + item.start)


def _unglued(item: Cited, text: str, offset: int, context: Context) -> Finding | None:
    """Try a number no organ can have given, 74/13611, without the mark of a note that stands below."""
    number, end = item.number, item.end
    if number.shape != "session" or number.letters:
        return None
    for cut in (1, 2):
        serial, note = number.serial[:-cut], number.serial[-cut:]
        below = offset + end
        if serial and text.find(f"\n{note} ", below, below + _NOTES) >= 0:
            item.number, item.end = number._replace(serial=serial), end - cut
            if finding := attribute(item, context):
                return finding
    return None


def _repeated(masked: str, context: Context) -> Iterator[Span]:
    """Yield the bare numbers, 79/239, of resolutions whose symbol or citation the document has elsewhere."""
    if not context.seen:
        return
    for match in _patterns()[1].finditer(masked):
        start, slash, end = match.start() - 2, match.start(), match.end()
        glued = start > 0 and masked[start - 1] in _GLUE
        finding = None if glued else repeated(Number("session", masked[start:slash], match[1]), context)
        if finding and not is_heading(masked, start, end):
            yield _span(start, end, finding)
