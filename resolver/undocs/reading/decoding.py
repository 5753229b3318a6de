r"""Bytes to text: byte order marks, UTF-8, Windows-1252 for bytes that are not UTF-8, and lines.

>>> warnings = []
>>> list(lines(decode(iter([b"caf\xe9\nA/66", b"/10"]), "utf-8", warnings)))
['café\n', 'A/66/10']
>>> warnings
['not all UTF-8: the rest decoded as cp1252']
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from undocs.reading.limits import LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["decode", "encoding_of", "lines"]

# The mark of UTF-32 before that of UTF-16, which it begins with.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def encoding_of(head: bytes) -> str | None:
    """Return the encoding that a byte order mark at the start of `head` declares, or None without a mark."""
    return next((name for mark, name in _MARKS.items() if head.startswith(mark)), None)


def decode(pieces: Iterator[bytes], encoding: str, warnings: list[str]) -> Iterator[str]:
    """Decode bytes that are cut anywhere into text that is cut between characters.

    Args:
        pieces: the bytes.
        encoding: the name of a codec. Under UTF-8, bytes that are not UTF-8 are read as Windows-1252, the encoding of
            nearly every old file; under any other encoding they become U+FFFD.
        warnings: gets one line if there were such bytes.
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


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are not UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def lines(texts: Iterator[str]) -> Iterator[str]:
    """Cut text anew, so that each cut is after a line; a line longer than LINE characters is cut within."""
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
