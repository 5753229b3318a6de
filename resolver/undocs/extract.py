"""Text in, mentions of document symbols out, each with its place in the text."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, TypedDict

from undocs.mention import Mention
from undocs.scanner.scan import symbols
from undocs.symbol import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.citations import Context

__all__ = ["Options", "extract"]


class Options(TypedDict, total=False):
    """How mentions are looked for: the options of `undocs.extract.extract`."""

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
        Mention(unchecked(name), text[start:end], start, end, kind, confidence)
        for name, start, end, kind, confidence in symbols(text)
    ]
    kept = (mention for mention in spelled if not (strict and mention.confidence == "unlisted"))
    if not citations:
        return kept
    from undocs.citations import cite

    taken = [(mention.start, mention.end) for mention in spelled]
    cited = cite(text, taken, organ=organ, language=language, context=context)
    return merge(kept, cited, key=lambda mention: mention.start)
