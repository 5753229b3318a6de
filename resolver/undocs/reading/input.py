r"""The bytes of one document, as every reader takes them: from their start once, or as a seekable file.

>>> import io
>>> with Input("letter", io.BytesIO(b"See A/66/10.\n")) as source:
...     source.head, b"".join(source.pieces())
(b'See A/66/10.\n', b'See A/66/10.\n')
"""

from __future__ import annotations

import sys
from io import BufferedReader
from itertools import chain
from typing import IO, TYPE_CHECKING, Self

from undocs.reading.document import ReadingError
from undocs.reading.limits import DOCUMENT_BYTES, HEAD, MEMORY, READ
from undocs.reading.sniff import may_change

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Input", "pieces"]


class Input:
    """A document that is being read. It is a context manager, because it may make a temporary file.

    Attributes:
        name: the document's name, for errors.
        head: its first bytes, enough to tell the format.
        warnings: a reader adds a line for each thing that it could read only in part.
    """

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        """Read the head of a stream, from where it is; the stream need not be seekable and is not closed."""
        self.name = name
        self.warnings: list[str] = []
        self._stream = stream
        self._file: IO[bytes] | None = None
        self.head = self._read_head()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file and self._file is not self._stream:
            self._file.close()

    def pieces(self) -> Iterator[bytes]:
        """Yield all the bytes, cut anywhere, as they arrive; they can be read once only."""
        return chain([self.head], pieces(self._stream))

    def file(self) -> IO[bytes]:
        """Return all the bytes as a seekable file, at its start.

        That is the stream itself if it is a file, else a copy, in memory or, if it is large, on the disk.

        Raises:
            ReadingError: the copy would be larger than limits.DOCUMENT_BYTES.
        """
        if self._file is None:
            self._file = self._stream if self._is_file() else self._copied()
        self._file.seek(0)
        return self._file

    def _is_file(self) -> bool:
        """Return whether the stream is a file that was opened for this document: the head was its beginning."""
        stream = self._stream
        return isinstance(stream, BufferedReader) and stream.seekable() and stream.tell() == len(self.head)

    def _copied(self) -> IO[bytes]:
        from tempfile import SpooledTemporaryFile

        copy = SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115 # closed with the input
        for piece in self.pieces():
            copy.write(piece)
            if copy.tell() > DOCUMENT_BYTES:
                copy.close()
                raise ReadingError(self.name, "too large: more than 2 GiB")
        return copy

    def _read_head(self) -> bytes:
        """Read what arrives first, and more only while it does not settle the format: a pipe may be slow."""
        head = b""
        for piece in pieces(self._stream):
            head += piece
            if len(head) >= HEAD or not may_change(head):
                break
        return head


def pieces(stream: IO[bytes], most: int = sys.maxsize) -> Iterator[bytes]:
    """Yield the rest of a stream as it arrives, or its next `most` bytes; a piece has at most limits.READ bytes."""
    # read1 returns what is there and does not wait for more. A raw stream has no read1: its read does not wait either.
    take = getattr(stream, "read1", stream.read)
    while piece := take(min(READ, most)):
        yield piece
        most -= len(piece)
