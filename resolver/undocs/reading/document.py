"""A document as the rest of undocs sees it: a name, a format and pieces of text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocs.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Chunk", "Document", "Format", "ReadingError"]

Format = Literal["text", "pdf", "docx", "html", "xml", "unreadable"]


class Chunk(NamedTuple):
    """A piece of a document's text, and the page it stands on (from 1; None where there are no pages)."""

    text: str
    page: int | None = None


@dataclass(slots=True)
class Document:
    """One document, its text still to be read.

    Attributes:
        name: the path, or `archive.zip!member` for a document inside an archive.
        format: what the content is; "unreadable" when `chunks` can only raise.
        chunks: the text in pieces, which put together are the whole of it. To be walked once, and before the
            next document of the same `read` is asked for. Raises ReadingError.
        warnings: what went less than well, one line each; complete when `chunks` is at its end.
    """

    name: str
    format: Format
    chunks: Iterator[Chunk]
    warnings: list[str] = field(default_factory=list)
