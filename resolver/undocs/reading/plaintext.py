"""Plain text of any length, in constant memory."""

from __future__ import annotations

import codecs
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["decode", "encoding_of", "lines", "pieces"]

PIECE = 1 << 16  # bytes read at once: what is quickly at hand again when it is let go
LINE = 1 << 16  # characters held back at most while the end of their line is awaited

# The longer mark first: UTF-32's begins like UTF-16's.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def encoding_of(head: bytes) -> str | None:
    """Return the encoding that a byte order mark at the start of `head` declares, or None."""
    return next((name for mark, name in _MARKS.items() if head.startswith(mark)), None)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252, which is what they are in nearly every old file."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def decode(pieces: Iterator[bytes], encoding: str, warnings: list[str]) -> Iterator[str]:
    """Decode bytes cut anywhere into text cut between characters.

    Args:
        pieces: the bytes.
        encoding: a codec's name. Under UTF-8, bytes that are not UTF-8 are read as Windows-1252; under any
            other, what cannot be decoded becomes U+FFFD.
        warnings: gets one line when that happened.
    """
    utf8 = encoding.startswith("utf-8")
    if utf8:
        codecs.register_error("undocs.cp1252", _as_cp1252)
    fallback, warning = (
        ("undocs.cp1252", "not all UTF-8: the rest decoded as cp1252")
        if utf8
        else ("replace", f"not all {encoding}: the rest replaced by U+FFFD")
    )
    decoder = codecs.getincrementaldecoder(encoding)("strict")

    def step(piece: bytes, *, final: bool = False) -> str:
        try:
            return decoder.decode(piece, final)
        except UnicodeDecodeError:
            decoder.errors = fallback
            warnings.append(warning)
            return decoder.decode(piece, final)

    for piece in pieces:
        yield step(piece)
    yield step(b"", final=True)


def lines(texts: Iterator[str]) -> Iterator[str]:
    """Cut text anew so that each piece ends with a line, unless a line is longer than LINE characters."""
    held = ""
    for text in texts:
        end = text.rfind("\n") + 1
        if end or len(held) + len(text) > LINE:
            end = end or len(text)
            yield held + text[:end]
            held = text[end:]
        else:
            held += text
    if held:
        yield held


def pieces(stream: IO[bytes], most: int = sys.maxsize) -> Iterator[bytes]:
    """Give the rest of `stream`, or its next bytes and no more than `most`, as they come, not only in full pieces."""
    # A raw stream has no read1: its read does not wait either.
    take = getattr(stream, "read1", stream.read)
    while piece := take(min(PIECE, most)):
        yield piece
        most -= len(piece)
