"""A document as the rest of undocs sees it: a name, a format, and text in chunks.

>>> document = Document("letter.txt", "text", iter([Chunk("See A/66/10.")]))
>>> [(chunk.text, chunk.page) for chunk in document.chunks]
[('See A/66/10.', None)]
>>> str(ReadingError("letter.pdf", "broken PDF: no pages"))
'letter.pdf: broken PDF: no pages'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from undocs.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Chunk", "Document", "ReadingError"]


class Chunk(NamedTuple):
    """A stretch of a document's text; the page it is on, from 1, or None where there are no pages."""

    text: str
    page: int | None = None


@dataclass(slots=True)
class Document:
    """One document, its text still to be read.

    Attributes:
        name: the path, or `archive.zip!member` for a document in an archive.
        format: a name of the table of readers (`undocs.reading.readers`), or `unreadable` where `chunks` only raises.
        chunks: the text; the chunks joined are the whole of it. Iterate over it once, and before asking the same
            `read` for the next document. Raises ReadingError.
        warnings: what could be read only in part, one line each; complete when `chunks` is exhausted.
    """

    name: str
    format: str
    chunks: Iterator[Chunk]
    warnings: list[str] = field(default_factory=list)
