"""Mentions from a document of any length, with the line and page where each stands.

The text is worked through in blocks that end where a paragraph ends, so that memory stays constant and a symbol
that lies across two chunks is found whole.
"""

from __future__ import annotations

import re
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from undocs.corpus.masthead import Role, own
from undocs.extract import extract
from undocs.mention import Mention
from undocs.reading import Chunk
from undocs.scanner.scan import names as symbol_names
from undocs.scanner.scan import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Place", "names", "scan"]

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


def scan(
    chunks: Iterable[Chunk],
    *,
    strict: bool = False,
    citations: bool = True,
    organ: str | None = None,
    language: str | None = None,
) -> Iterator[Place]:
    """Yield the mentions in a document's chunks, in order; the options are those of `extract`."""
    from undocs.citations import Context

    context = Context()
    start, line = 0, 1
    chunks = iter(chunks)
    first = next(chunks, Chunk(""))
    mine = own(first)
    for text, pages in _blocks(chain([first], chunks)):
        counted = 0
        found = extract(text, strict=strict, citations=citations, organ=organ, language=language, context=context)
        for mention in found:
            line += text.count("\n", counted, mention.start)
            counted = max(counted, mention.start)
            page = next((page for at, page in reversed(pages) if at <= mention.start), None)
            yield Place(_moved(mention, start), line, page, "own" if mention.symbol in mine else "cited")
        line += text.count("\n", counted)
        start += len(text)


def _moved(mention: Mention, by: int) -> Mention:
    if not by:
        return mention
    symbol, text, start, end = mention.symbol, mention.text, mention.start + by, mention.end + by
    return Mention(symbol, text, start, end, mention.kind, mention.confidence, mention.candidates, mention.note)


def names(
    chunks: Iterable[Chunk],
    *,
    strict: bool = False,
    citations: bool = True,
    organ: str | None = None,
    language: str | None = None,
) -> Iterator[str]:
    """Yield the canonical symbols of the mentions that `scan` yields, many lines at once, for those who want no places.

    Each is a line, and the last has no end.
    """
    if not citations:
        yield from filter(None, ("\n".join(symbol_names(text, strict=strict)) for text, _ in _blocks(chunks)))
        return
    from undocs.citations import Context, cite

    context = Context()
    for text, _ in _blocks(chunks):
        found = [*symbols(text)]
        taken = [(start, end) for _, start, end, _, _ in found]
        cited = [
            (one.symbol.canonical, one.start, one.end, one.kind, one.confidence)
            for one in cite(text, taken, organ=organ, language=language, context=context)
            if one.symbol
        ]
        both = merge(found, cited, key=itemgetter(1)) if cited else found
        if named := "\n".join(name for name, _, _, _, sure in both if not (strict and sure == "unlisted")):
            yield named


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
