"""Text in, mentions of document symbols out, each with its place in the text.

>>> [(mention.text, str(mention.symbol)) for mention in extract("See A/66/10 and Corr.1, and resolution 1325 (2000).")]
[('A/66/10', 'A/66/10'), ('Corr.1', 'A/66/10/Corr.1'), ('1325 (2000)', 'S/RES/1325(2000)')]
"""

from __future__ import annotations

from itertools import starmap
from operator import attrgetter
from typing import TYPE_CHECKING, TypedDict, Unpack

from undocs.mention import Mention, Span
from undocs.scanner.scan import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.citations import Context

__all__ = ["Options", "extract", "spans"]


class Options(TypedDict, total=False):
    """The options of `extract`, for the functions that pass them on."""

    strict: bool
    citations: bool
    organ: str | None
    language: str | None


def extract(
    text: str,
    *,
    strict: bool = False,
    citations: bool = True,
    organ: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Iterator[Mention]:
    """Yield every mention of a UN document in `text`, in the order of their places.

    Args:
        text: any text; line ends may break its symbols.
        strict: leave out symbols of series that are not listed.
        citations: also find references in words ("resolution 60/1").
        organ: the organ whose resolutions are meant where the text names none, as the beginning of its symbols: `A`,
            `S`, `E` or `A/HRC`.
        language: `en`, `fr`, `es`, `ru`, `ar`, `zh` or `de`; None to detect it from the text.
        context: what earlier pieces of the same document said, for citations; it is updated.

    Raises:
        UndocsError: the language or the organ is none of these.
    """
    found = spans(text, strict=strict, citations=citations, organ=organ, language=language, context=context)
    return (Mention.at(span, text) for span in found)


def spans(text: str, *, context: Context | None = None, **options: Unpack[Options]) -> Iterator[Span]:
    """Yield what `extract` yields as plain values; the arguments and errors are the same.

    `extract`, the reader of streams and the reader of many files are all built on this generator.
    """
    found = list(starmap(Span, symbols(text)))
    kept = [span for span in found if span.confidence != "unlisted"] if options.get("strict", False) else found
    if not options.get("citations", True):
        return iter(kept)
    from undocs.citations import cite

    taken = [(span.start, span.end) for span in found]
    cited = cite(text, taken, organ=options.get("organ"), language=options.get("language"), context=context)
    return iter(sorted([*kept, *cited], key=attrgetter("start")))
