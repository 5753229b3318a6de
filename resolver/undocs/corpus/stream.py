r"""Mentions in a document of any length, each with its line and page.

The text is processed in blocks that end where a paragraph ends, so that memory stays constant and a symbol that two
chunks share is found whole.

>>> for place in scan([Chunk("See A/66"), Chunk("/10.\n"), Chunk("And A/66/20.")]):
...     str(place.mention.symbol), place.mention.start, place.line
('A/66/10', 4, 1)
('A/66/20', 17, 2)
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Unpack

from undocs.corpus.masthead import Role, own_symbols
from undocs.extract import spans
from undocs.mention import Mention
from undocs.reading import Chunk
from undocs.scanner.scan import symbol_names
from undocs.tables.lexicon import continuing_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.extract import Options

__all__ = ["Place", "scan", "stream_names"]

# Where a block may end. No mention continues after the end of a sentence and paragraph.
_PARAGRAPH = re.compile(r"[.;:!?)]\s*\n\s*\n")
# While more text is awaited from a pipe: after a line that ends a sentence, a list entry or a record, once the next
# line has begun as a symbol ("A/"), as a record ("{") or as a sentence ("This is", but not "Corrigendum to": it may
# continue a symbol).
_SENTENCE = re.compile(
    rf"""[.!?;:0-9)\]}}"] [ \t]* \r?\n
    (?= [A-Z]{{1,8}} / | [{{\[<"] | (?! {continuing_codes(modifications=True)} ) [A-Z][a-z]{{1,20}}+ [ ] [a-z] )""",
    re.VERBOSE,
)
# In a long text without these: after a line whose last character does not continue a symbol, then after any word.
_LINE = re.compile(r"[^-/.,(\s][ \t]*\r?\n")
_WORD = re.compile(r"[ \t]")
# Characters before the end of the text in which such an end is searched: a near one is found in little time.
_WINDOWS = (1 << 10, 1 << 13, 1 << 16)
# Characters after which a text without paragraphs is cut after a line or a word, or at any character.
_LONGEST = 1 << 20
# Characters before the end of the text at which such a cut is made: more than a symbol with its continuations.
_REACH = 400
# Characters of a chunk from which more text is likely to be there already, so that the block need not end at once.
_FULL = 1 << 14


class Place(NamedTuple):
    """A mention and its place.

    Attributes:
        mention: the mention, with offsets in the whole document.
        line: the line of its first character, from 1.
        page: the page of its first character, from 1; None where the document has no pages.
        role: `own` if the document bears the symbol itself, else `cited`.
    """

    mention: Mention
    line: int
    page: int | None
    role: Role


def scan(chunks: Iterable[Chunk], **options: Unpack[Options]) -> Iterator[Place]:
    """Yield the mentions in a document, in order.

    Args:
        chunks: the text of the document, as `undocs.reading.read` gives it.
        options: the options of `undocs.extract.extract`.

    Raises:
        ReadingError: the document cannot be read any further.
    """
    from undocs.citations import Context

    context = Context()
    start, line = 0, 1
    chunks = iter(chunks)
    first = next(chunks, Chunk(""))
    own = own_symbols(first)
    for text, pages in _blocks(chain([first], chunks)):
        counted = 0
        for span in spans(text, context=context, **options):
            line += text.count("\n", counted, span.start)
            counted = max(counted, span.start)
            page = next((page for at, page in reversed(pages) if at <= span.start), None)
            mention = Mention.at(span, text, start)
            yield Place(mention, line, page, "own" if mention.symbol in own else "cited")
        line += text.count("\n", counted)
        start += len(text)


def stream_names(chunks: Iterable[Chunk], **options: Unpack[Options]) -> Iterator[str]:
    r"""Yield the canonical symbols of the mentions that `scan` yields, for callers that need no places.

    Each item is the symbols of one block, one a line, without a line end after the last. The arguments and errors are
    those of `scan`.

    >>> list(stream_names([Chunk("See A/66/10 and Corr.1.")]))
    ['A/66/10\nA/66/10/Corr.1']
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
    """Yield stretches of text that no mention crosses, each with the offsets and numbers of its pages."""
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
    """Return the offset at which a block may end, or 0 if there is none yet.

    Args:
        text: the text that is held.
        waiting: whether the rest of the text may take time to arrive, as from a pipe.
    """
    for end in (_PARAGRAPH, *([_SENTENCE] if waiting else []), _LINE, _WORD):
        for window in _WINDOWS:
            ends = [match.end() for match in end.finditer(text, max(0, len(text) - window))]
            if ends:
                return ends[-1]
        if len(text) < _LONGEST and not (waiting and end is _PARAGRAPH):
            return 0
    return len(text) - _REACH
