r"""From paths to documents: which files a list of paths holds, and the text of each.

>>> import io
>>> for document in read(io.BytesIO(b"<p>See A/66/10.<p>And A/66/20.")):
...     document.name, document.format, [chunk.text for chunk in document.chunks]
('-', 'html', ['See A/66/10.\nAnd A/66/20.\n'])
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from importlib import import_module
from typing import IO, TYPE_CHECKING

from undocs.reading.document import Document, ReadingError
from undocs.reading.input import Input
from undocs.reading.limits import ARCHIVE_DEPTH
from undocs.reading.readers import READERS
from undocs.reading.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from undocs.reading.archive import Budget
    from undocs.reading.document import Chunk

__all__ = ["files", "read"]


def files(paths: Iterable[str | os.PathLike[str]], *, recursive: bool = False) -> Iterator[str]:
    """Yield the files that `paths` name.

    Args:
        paths: files and directories; `-` is yielded as it is.
        recursive: yield the files in directories and those below, in the order of their names, without hidden ones
            (whose names begin with a dot) and without what is not a regular file; links to directories are not
            followed. Otherwise a directory is yielded itself, and `read` reports it.
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
        yield folder  # `read` reports what is wrong with it
        return
    for entry in seen:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif os.path.isfile(entry.path):  # noqa: PTH113  # as above, for links that lead to themselves
            yield entry.path


def read(file: str | os.PathLike[str] | IO[bytes], name: str | None = None) -> Iterator[Document]:
    """Read a file or a binary stream: one document, or as many as an archive holds.

    This never raises; `Document.chunks` does, so that one broken document among many is one error.

    Args:
        file: a path, or a stream of bytes, read from where it is, which need not be seekable.
        name: the document's name; by default the path, or `-` for a stream.
    """
    if name is None:
        name = os.fspath(file) if isinstance(file, str | os.PathLike) else "-"
    try:
        with _opened(file) as stream:
            yield from _documents(name, stream)
    except Exception as error:  # noqa: BLE001  # a broken file can make a parser raise anything
        yield _unreadable(name, error)


def _opened(file: str | os.PathLike[str] | IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    return open(file, "rb") if isinstance(file, str | os.PathLike) else nullcontext(file)  # noqa: PTH123 # Path("") is a folder


def _documents(name: str, stream: IO[bytes], budget: Budget | None = None, depth: int = 0) -> Iterator[Document]:
    """Yield the document in a stream, or those in an archive that is `depth` archives deep."""
    with Input(name, stream) as source:
        kind = sniff(name, source.head)
        if not source.head and name != "-":
            source.warnings.append("is empty")
        if kind == "zip":
            yield from _packed(source, budget, depth)
        else:
            yield _document(source, kind)


def _packed(source: Input, budget: Budget | None, depth: int) -> Iterator[Document]:
    """Yield the one document that a zip is, or those in it."""
    from zipfile import ZipFile

    from undocs.reading import archive, docx

    budget = budget or archive.Budget()
    with ZipFile(source.file()) as package:
        if depth >= ARCHIVE_DEPTH:
            raise ReadingError(source.name, f"archives nested too deep: more than {ARCHIVE_DEPTH}")
        if docx.body(source.name, package):
            yield _document(source, "docx")
            return
        for member in archive.members(source.name, package, budget):
            name = f"{source.name}!{member.filename}"
            try:
                with package.open(member) as stream:
                    yield from _documents(name, stream, budget, depth + 1)
            except Exception as error:  # noqa: BLE001  # as in `read`
                yield _unreadable(name, error)


def _document(source: Input, kind: str) -> Document:
    def chunks() -> Iterator[Chunk]:
        try:
            yield from import_module(READERS[kind].module).chunks(source)
        except Exception as error:  # as in `read`
            raise _as_reading_error(source.name, error) from error

    return Document(source.name, kind, chunks(), source.warnings)


def _unreadable(name: str, error: Exception) -> Document:
    def chunks() -> Iterator[Chunk]:
        raise _as_reading_error(name, error) from error
        yield

    return Document(name, "unreadable", chunks())


def _as_reading_error(name: str, error: Exception) -> ReadingError:
    """Return the error as one line, in the words of the system or of the parser."""
    if isinstance(error, ReadingError):
        return error
    if not name:
        return ReadingError("", "empty file name")
    if isinstance(error, IsADirectoryError):
        return ReadingError(name, "is a directory (use -r)")
    message = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return ReadingError(name, " ".join(message.split()))
