"""From paths to documents."""

from __future__ import annotations

import os
from contextlib import contextmanager, nullcontext
from io import BufferedReader
from itertools import chain
from typing import IO, TYPE_CHECKING

from undocs.reading.document import Chunk, Document, ReadingError
from undocs.reading.plaintext import decode, encoding_of, lines, pieces
from undocs.reading.sniff import HEAD, may_be_more, sniff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from undocs.reading.archive import Limits
    from undocs.reading.document import Format

__all__ = ["files", "read"]

_IN_MEMORY = 16 << 20  # bytes
_LARGEST = 2 << 30  # bytes of a document that must be whole before it can be read


def files(paths: Iterable[str | os.PathLike[str]], *, recursive: bool = False) -> Iterator[str]:
    """Give the files that `paths` name, folders walked in sorted order when `recursive`.

    Inside a folder what is hidden (a name that begins with a dot) and what is no regular file is left out;
    links to folders are not followed. Without `recursive` a folder itself is given, and `read` refuses it.
    """
    for path in paths:
        if recursive and os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises where there is no access
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
        elif os.path.isfile(entry.path):  # noqa: PTH113  # as above, for links that lead to themselves
            yield entry.path


def read(source: str | os.PathLike[str] | IO[bytes], name: str | None = None) -> Iterator[Document]:
    """Read a file or a binary stream: one document, or as many as an archive holds.

    This never raises; `Document.chunks` does, so that one bad document of many is one error.

    Args:
        source: a path, or a stream of bytes from where it stands, which need not be seekable.
        name: the document's name; by default the path, or `-` for a stream.
    """
    if name is None:
        name = os.fspath(source) if isinstance(source, str | os.PathLike) else "-"
    try:
        with _opened(source) as stream:
            yield from _documents(name, stream)
    except Exception as error:  # noqa: BLE001  # whatever a stranger's file makes a parser raise
        yield _unreadable(name, error)


def _opened(source: str | os.PathLike[str] | IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    return open(source, "rb") if isinstance(source, str | os.PathLike) else nullcontext(source)  # noqa: PTH123 # Path("") is a folder


def _documents(name: str, stream: IO[bytes], limits: Limits | None = None, depth: int = 0) -> Iterator[Document]:
    head = _head(stream)
    kind = sniff(name, head)
    warnings = [] if head or name == "-" else ["is empty"]
    if kind == "zip":
        with _seekable(name, head, stream) as file:
            yield from _packed(name, file, limits, depth)
        return
    if kind == "pdf":
        from undocs.reading import pdf

        with _seekable(name, head, stream) as file:
            yield _document(name, kind, pdf.chunks(name, file, warnings), warnings)
        return
    rest = chain([head], pieces(stream))
    if kind == "xml":
        from undocs.reading import xml

        chunks = xml.chunks(name, rest)
    elif kind == "html":
        from undocs.reading import html

        chunks = html.chunks(name, head, rest, warnings)
    else:
        chunks = map(Chunk, lines(decode(rest, encoding_of(head) or "utf-8", warnings)))
    yield _document(name, kind, chunks, warnings)


def _packed(name: str, file: IO[bytes], limits: Limits | None, depth: int) -> Iterator[Document]:
    """Give the one document that a zip is, or those that are in it."""
    from zipfile import ZipFile

    from undocs.reading import archive, docx

    limits = limits or archive.Limits()
    with ZipFile(file) as package:
        if depth > archive.DEPTH:
            raise ReadingError(name, "not readable: too many archives in one another")
        if body := docx.body(name, package):
            yield _document(name, "docx", docx.chunks(name, package, body), [])
            return
        for member in archive.members(name, package, limits):
            label = f"{name}!{member.filename}"
            try:
                with package.open(member) as stream:
                    yield from _documents(label, stream, limits, depth + 1)
            except Exception as error:  # noqa: BLE001  # as in `read`
                yield _unreadable(label, error)


def _head(stream: IO[bytes]) -> bytes:
    """Take the first bytes, as many as came at once and more only when those do not settle what they are."""
    head = b""
    for piece in pieces(stream):
        head += piece
        if len(head) >= HEAD or not may_be_more(head):
            break
    return head


@contextmanager
def _seekable(name: str, head: bytes, stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give the whole of a stream as a file: itself if it is one, or a copy, on the disk when it is large."""
    if isinstance(stream, BufferedReader) and stream.seekable() and stream.tell() == len(head):
        stream.seek(0)
        yield stream
        return
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        for piece in chain([head], pieces(stream)):
            copy.write(piece)
            if copy.tell() > _LARGEST:
                raise ReadingError(name, "not readable: larger than 2 GiB")
        copy.seek(0)
        yield copy


def _document(name: str, kind: Format, chunks: Iterator[Chunk], warnings: list[str]) -> Document:
    def guarded() -> Iterator[Chunk]:
        try:
            yield from chunks
        except Exception as error:  # as in `read`
            raise _error(name, error) from error

    return Document(name, kind, guarded(), warnings)


def _unreadable(name: str, error: Exception) -> Document:
    def chunks() -> Iterator[Chunk]:
        raise _error(name, error) from error
        yield

    return Document(name, "unreadable", chunks())


def _error(name: str, error: Exception) -> ReadingError:
    """Say in one line why a document cannot be read, in the system's or the parser's own words."""
    if isinstance(error, ReadingError):
        return error
    if not name:
        return ReadingError("''", "is no name of a file")
    if isinstance(error, IsADirectoryError):
        return ReadingError(name, "is a folder; say -r to read what is in it")
    said = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return ReadingError(name, " ".join(said.split()))
