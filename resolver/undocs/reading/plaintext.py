"""Plain text of any length, in constant memory.

>>> import io
>>> from undocs.reading.input import Input
>>> with Input("letter", io.BytesIO(b"See A/66/10.")) as source:
...     list(chunks(source))
[Chunk(text='See A/66/10.', page=None)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.reading.decoding import decode, encoding_of, lines
from undocs.reading.document import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.reading.input import Input

__all__ = ["chunks"]


def chunks(source: Input) -> Iterator[Chunk]:
    """Yield a text as it arrives, cut after its lines. Without a byte order mark it is read as UTF-8."""
    encoding = encoding_of(source.head) or "utf-8"
    return map(Chunk, lines(decode(source.pieces(), encoding, source.warnings)))
