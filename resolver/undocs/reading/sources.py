"""From paths to documents."""

from __future__ import annotations

import os
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from undocs.reading.document import Chunk, Document, ReadingError
from undocs.reading.sniff import HEAD, may_be_more, sniff
from undocs.reading.text import decode, encoding_of, lines, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["files", "read"]


def files(paths: Iterable[str | os.PathLike[str]], *, recursive: bool = False) -> Iterator[str]:
    """Give the files that `paths` name, folders walked in sorted order when `recursive`.

    Inside a folder what is hidden (a name that begins with a dot) and what is no regular file is left out,
    and links to folders are not followed. Without `recursive` a folder itself is given, and `read` refuses it.
    """
    for path in paths:
        if recursive and Path(path).is_dir():
            yield from _walk(os.fspath(path))
        else:
            yield os.fspath(path)


def _walk(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            seen = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield folder  # `read` says what is wrong with it
        return
    for entry in seen:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.is_file():
            yield entry.path


def read(source: str | os.PathLike[str] | BinaryIO, name: str | None = None) -> Iterator[Document]:
    """Read a file or a binary stream: one document, or as many as an archive holds.

    This never raises; `Document.chunks` does, so that one bad document of many is one error.

    Args:
        source: a path, or a stream of bytes from where it stands, which need not be seekable.
        name: the document's name; by default the path, or `-` for a stream.
    """
    name = name or (os.fspath(source) if isinstance(source, str | os.PathLike) else "-")
    try:
        with _opened(source, name) as stream:
            yield from _documents(name, stream)
    except (OSError, ReadingError) as error:
        yield unreadable(error if isinstance(error, ReadingError) else ReadingError(name, reason(error)))


@contextmanager
def _opened(source: str | os.PathLike[str] | BinaryIO, name: str) -> Iterator[BinaryIO]:
    if not isinstance(source, str | os.PathLike):
        yield source
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115  # what the with statement's body raises is not ours
    except IsADirectoryError:
        raise ReadingError(name, "is a folder; say -r to read what is in it") from None
    except (OSError, ValueError) as error:
        raise ReadingError(name, reason(error)) from None
    with stream:
        yield stream


def reason(error: Exception) -> str:
    """Return in one line why a call failed, without the path and the number that the system adds."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return " ".join(said.split())


def unreadable(error: ReadingError) -> Document:
    """Give the document whose text is nothing but an error."""

    def chunks() -> Iterator[Chunk]:
        raise error
        yield

    return Document(error.name, "unreadable", chunks())


def _documents(name: str, stream: BinaryIO) -> Iterator[Document]:
    head = _head(stream)
    kind = sniff(name, head)
    if kind == "text":
        yield _text(name, head, stream)
    else:
        raise ReadingError(name, f"not readable: {kind}")


def _head(stream: BinaryIO) -> bytes:
    """Take the first bytes, as many as came at once and more only when those do not settle what they are."""
    head = b""
    for piece in pieces(stream):
        head += piece
        if len(head) >= HEAD or not may_be_more(head):
            break
    return head


def _text(name: str, head: bytes, stream: BinaryIO) -> Document:
    warnings: list[str] = []
    decoded = decode(chain([head], pieces(stream)), encoding_of(head) or "utf-8", warnings)
    return Document(name, "text", _guarded(name, map(Chunk, lines(decoded))), warnings)


def _guarded(name: str, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """Turn what the system says while a document is read into a ReadingError."""
    try:
        yield from chunks
    except OSError as error:
        raise ReadingError(name, reason(error)) from error
