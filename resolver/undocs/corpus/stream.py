"""Mentions from a document of any length, with the line and page where each stands.

The text is worked through in blocks that end where a paragraph ends, so that memory stays constant and a symbol
that lies across two chunks is found whole.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Unpack

from undocs.corpus.masthead import Role, own
from undocs.extract import spans
from undocs.mention import Mention
from undocs.reading import Chunk
from undocs.scanner.scan import symbol_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.extract import Options

__all__ = ["Place", "scan", "stream_names"]

# Where a block may end, the best place last: a line, a paragraph, the end of a sentence and paragraph.
_ENDS = [re.compile(pattern) for pattern in (r"[ \t]", r"[^-/.,(\s][ \t]*\r?\n", r"[.;:!?)]\s*\n\s*\n")]
# And where more is waited for: behind a line that ends a sentence, a list's entry or a record, when the next has begun.
_LINE = re.compile(
    r"""[.!?;:0-9)\]}"][ \t]*\r?\n(?=[A-Z]{1,8}/|[{\[<"]|(?!Add|Corr|Rev|Amend|Supp)[A-Z][a-z]{1,20}+ [a-z])"""
)
# A text without any of these is cut hard, but never this close to what is not read yet, in characters.
_REACH = 400
_LONGEST = 1 << 20
_FULL = 1 << 14  # characters of a chunk behind which more is at hand
_WINDOWS = (1 << 10, 1 << 13, 1 << 16)  # characters before the end in which one is looked for


class Place(NamedTuple):
    """A mention, with offsets in the whole document, and where it stands.

    Attributes:
        mention: what was found.
        line: line of its first character, from 1.
        page: page, from 1; None where the document has none.
        role: `own` when the document bears the symbol itself, else `cited`.
    """

    mention: Mention
    line: int
    page: int | None
    role: Role


def scan(chunks: Iterable[Chunk], **options: Unpack[Options]) -> Iterator[Place]:
    """Yield the mentions in the chunks of a document, in order; the options are those of `undocs.extract.extract`."""
    from undocs.citations import Context

    context = Context()
    start, line = 0, 1
    chunks = iter(chunks)
    first = next(chunks, Chunk(""))
    mine = own(first)
    for text, pages in _blocks(chain([first], chunks)):
        counted = 0
        for span in spans(text, context=context, **options):
            line += text.count("\n", counted, span.start)
            counted = max(counted, span.start)
            page = next((page for at, page in reversed(pages) if at <= span.start), None)
            mention = Mention.at(span, text, start)
            yield Place(mention, line, page, "own" if mention.symbol in mine else "cited")
        line += text.count("\n", counted)
        start += len(text)


def stream_names(chunks: Iterable[Chunk], **options: Unpack[Options]) -> Iterator[str]:
    """Yield the canonical symbols of the mentions that `scan` yields, for callers that need no places.

    Each item has many symbols, one a line, without a line end after the last.
    """
    if not options.get("citations", True):
        found = (symbol_names(text, strict=options.get("strict", False)) for text, _ in _blocks(chunks))
    else:
        from undocs.citations import Context

        context = Context()
        found = (
            [span.symbol for span in spans(text, context=context, **options) if span.symbol]
            for text, _ in _blocks(chunks)
        )
    yield from filter(None, map("\n".join, found))


def _blocks(chunks: Iterable[Chunk]) -> Iterator[tuple[str, list[tuple[int, int | None]]]]:
    """Yield pieces of text that no mention crosses, each with the offsets where its pages begin."""
    held, pages = "", []
    for chunk in chunks:
        pages.append((len(held), chunk.page))
        held += chunk.text
        cut = _cut(held, waiting=chunk.page is None and len(chunk.text) < _FULL)
        if cut:
            yield held[:cut], pages
            pages = [(max(0, at - cut), page) for at, page in pages[-1:]]
            held = held[cut:]
    if held:
        yield held, pages


def _cut(text: str, *, waiting: bool) -> int:
    """Return where a block may end, 0 for nowhere yet; `waiting` says that more of the text is not at hand."""
    for end in (_ENDS[2], *([_LINE] if waiting else []), _ENDS[1], _ENDS[0]):
        for window in _WINDOWS:
            ends = [match.end() for match in end.finditer(text, max(0, len(text) - window))]
            if ends:
                return ends[-1]
        if len(text) < _LONGEST and not (waiting and end is _ENDS[2]):
            return 0
    return len(text) - _REACH
