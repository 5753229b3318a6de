"""Mentions from a document of any length, with the line and page where each stands.

The text is worked through in blocks that end where a paragraph ends, so that memory stays constant and a symbol
that lies across two chunks is found whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from undocs.extract import Mention, extract
from undocs.reading import Chunk
from undocs.role import Role, own
from undocs.spelled import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Place", "names", "scan"]

# Where a block may end, the best place last: a line, a paragraph, the end of a sentence and paragraph.
_ENDS = [re.compile(pattern) for pattern in (r"[ \t]", r"[^-/.,(\s][ \t]*\r?\n", r"[.;:!?)]\s*\n\s*\n")]
# A text without any of these is cut hard, but never this close to what is not read yet, in characters.
_REACH = 400
_LONGEST = 1 << 20
_WINDOWS = (1 << 12, 1 << 16)  # characters before the end in which one is looked for


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
            whole = replace(mention, start=mention.start + start, end=mention.end + start) if start else mention
            yield Place(whole, line, page, "own" if mention.symbol in mine else "cited")
        line += text.count("\n", counted)
        start += len(text)


def names(chunks: Iterable[Chunk], *, strict: bool = False) -> Iterator[list[str]]:
    """Yield the canonical spellings of the symbols in a document's chunks, many at once: no places, no citations."""
    for text, _ in _blocks(chunks):
        if found := [name for name, _, _, _, sure in symbols(text) if not (strict and sure == "unlisted")]:
            yield found


def _blocks(chunks: Iterable[Chunk]) -> Iterator[tuple[str, list[tuple[int, int | None]]]]:
    """Yield pieces of text that no mention crosses, each with the offsets where its pages begin."""
    held, pages = "", []
    for chunk in chunks:
        pages.append((len(held), chunk.page))
        held += chunk.text
        cut = _cut(held)
        if cut:
            yield held[:cut], pages
            pages = [(max(0, at - cut), page) for at, page in pages[-1:]]
            held = held[cut:]
    if held:
        yield held, pages


def _cut(text: str) -> int:
    """Return where a block may end, 0 for nowhere yet."""
    for end in reversed(_ENDS):
        for window in _WINDOWS:
            ends = [match.end() for match in end.finditer(text, max(0, len(text) - window))]
            if ends:
                return ends[-1]
        if len(text) < _LONGEST:
            return 0
    return len(text) - _REACH
