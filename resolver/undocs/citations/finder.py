"""Find the citations of a whole text: the last step, which puts all others together.

>>> text = "Recalling its resolutions 60/1 and 1325 (2000)"
>>> [(text[span.start : span.end], span.symbol) for span in cite(text)]
[('60/1', 'A/RES/60/1'), ('1325 (2000)', 'S/RES/1325(2000)')]
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.attribution import attribute, attribute_repeated
from undocs.citations.context import Attribution, Context, canonical
from undocs.citations.detect import detect_languages
from undocs.citations.grouping import group_numbers
from undocs.citations.masking import join_divided_words, mask
from undocs.citations.numbers import Number, is_heading
from undocs.citations.passages import passages
from undocs.citations.phrases import phrases
from undocs.citations.tuning import MASTHEAD, NUMBER_TO_NOTE
from undocs.citations.vocabulary import vocabulary
from undocs.errors import UndocsError
from undocs.mention import Span
from undocs.tables.organs import organ_of, organs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undocs.citations.grouping import Citation
    from undocs.citations.vocabulary import Vocabulary
    from undocs.mention import Confidence

__all__ = ["cite"]

# A number right after one of these is a piece of something longer.
_JOINING = frozenset("0123456789/.:,-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


@cache
def _resolution_symbol() -> re.Pattern[str]:
    """Return the pattern of the symbol of a resolution that is cited as session/serial or year/serial."""
    return re.compile(r"(A/RES|A/HRC/RES|E/RES)/(?:(ES|S)-)?(\d{1,4})/(\d{1,3})(?!\d)", re.ASCII)


@cache
def _repeated_number() -> re.Pattern[str]:
    """Return the pattern of 79/239 from its slash on; the search for the slash alone is fast."""
    return re.compile(r"/(?<=\d\d/)(\d{1,3})(?![\w/%]|[.:,-]\d)", re.ASCII)


def cite(
    text: str,
    taken: Sequence[tuple[int, int]] = (),
    *,
    organ: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Iterator[Span]:
    """Yield the citations in words in `text`, in order of their place.

    Args:
        text: the text, or one piece of a document.
        taken: the spans of the symbols already found, in order; nothing inside them is cited again.
        organ: whose resolutions are meant where the text does not say, by code ("GA", "HRC") or by how the
            symbols of that organ begin ("A", "S", "E", "A/HRC").
        language: two-letter code of the language, when it is known; otherwise it is detected.
        context: what earlier pieces of the same document have said; it is updated.

    Raises:
        UndocsError: the language or the organ is not known.
    """
    context = context or Context()
    _begin(text, taken, organ, context)
    masked = join_divided_words(mask(text, taken))
    found: list[Span] = []
    refused: set[int] = set()
    for code in (language,) if language else detect_languages(text):
        found += _cited_after_cues(masked, vocabulary(code), context, refused)
        for phrase in phrases(code):
            places = phrase.find(masked)
            found += (_span(start, end, Attribution(canonical(symbol))) for start, end, symbol in places)
    found += _repeated_numbers(masked, context)
    # Where two overlap, the one that starts first is taken, then the longer one, then the certain one.
    found.sort(key=lambda span: (span.start, -span.end, span.confidence != "certain"))
    done = 0
    for span in found:
        if span.start >= done and not (span.confidence != "certain" and span.start in refused):
            yield span
            done = span.end


def _begin(text: str, taken: Sequence[tuple[int, int]], organ: str | None, context: Context) -> None:
    """Update the context with the organ that the caller gives or the masthead names, and with the text's symbols."""
    if organ:
        context.organ, context.organ_is_given, context.started = _organ_code(organ), True, True
    if taken and taken[0][0] < MASTHEAD and not context.started:
        context.organ = _issuing_organ(text, taken)
    context.started = True
    for start, end in taken:
        if match := _resolution_symbol().match(text[start:end]):
            series, prefix, session, serial = match.groups()
            context.organ_of_number.setdefault((prefix or "", session, serial), organ_of(series))


def _organ_code(organ: str) -> str:
    """Return the code of an organ given by its code, or by how its symbols begin (A, S, E, A/HRC)."""
    code = organ.upper() if organ.upper() in organs() else organ_of(organ.upper())
    if not code:
        raise UndocsError(f"no such organ: {organ} (A, S, E, A/HRC or another series whose resolutions are numbered)")
    return code


def _issuing_organ(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return the code of the organ whose symbol the masthead has, "" if none is known.

    Of two symbols that stand together (E/2018/41, E/ESCWA/30/18), the second is that of the body itself.
    """
    (start, end), *others = taken
    if others and not text[end : others[0][0]].strip():
        below = organ_of(text[slice(*others[0])])
        if below and organs()[below].series[0].startswith(text[start : start + 2]):
            return below
    return organ_of(text[start:end])


def _span(start: int, end: int, attribution: Attribution) -> Span:
    """Return the span of a citation."""
    confidence: Confidence = "certain" if attribution.certain else "likely"
    symbol, _, candidates, note, published_in = attribution
    return Span(symbol, start, end, "citation", confidence, candidates, note, published_in)


def _cited_after_cues(masked: str, words: Vocabulary, context: Context, refused: set[int]) -> Iterator[Span]:
    """Yield the citations that have a cue in one language.

    Adds to `refused` the offsets of bare numbers that are no citations here, and of numbers of other organizations, so
    that another language, in which the text may be read as well, does not claim them.
    """
    for offset, passage in passages(masked, words):
        for citation in group_numbers(words.tokenizer.tokens(passage), passage, words):
            attribution = attribute(citation, context) or _without_note_mark(citation, masked, offset, context)
            if attribution:
                yield _span(offset + citation.start, offset + citation.end, attribution)
            elif citation.number.shape == "bare" or citation.named_organ == "FOREIGN":
                refused.add(offset + citation.start)


def _without_note_mark(citation: Citation, text: str, offset: int, context: Context) -> Attribution | None:
    """Attribute a number that no organ can have adopted, 74/13611, without the mark of a note that stands below.

    Where that succeeds, the mark is cut from the citation.
    """
    number, end = citation.number, citation.end
    if number.shape != "session" or number.letters:
        return None
    for digits in (1, 2):
        serial, mark = number.serial[:-digits], number.serial[-digits:]
        below = offset + end
        if serial and text.find(f"\n{mark} ", below, below + NUMBER_TO_NOTE) >= 0:
            citation.number, citation.end = number._replace(serial=serial), end - digits
            if attribution := attribute(citation, context):
                return attribution
    return None


def _repeated_numbers(masked: str, context: Context) -> Iterator[Span]:
    """Yield the numbers without a cue, 79/239, of resolutions whose symbol or citation the document has elsewhere."""
    if not context.organ_of_number:
        return
    for match in _repeated_number().finditer(masked):
        start, slash, end = match.start() - 2, match.start(), match.end()
        if start > 0 and masked[start - 1] in _JOINING:
            continue
        attribution = attribute_repeated(Number("session", masked[start:slash], match[1]), context)
        if attribution and not is_heading(masked, start, end):
            yield _span(start, end, attribution)
