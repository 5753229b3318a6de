"""Shards of a large text file, which several processes read at the same time.

>>> shards("a/small/file")
[]
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from undocs.reading.decoding import decode, encoding_of, lines
from undocs.reading.document import Chunk, ReadingError
from undocs.reading.input import pieces
from undocs.reading.limits import HEAD, SHARD, SHARD_END
from undocs.reading.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Shard", "read_shard", "shards"]

# Where no mention continues: the end of a sentence and paragraph, after a word in lower case.
_END = re.compile(rb"[ \n][a-z]{3,20}+\.[ \t]*\r?\n\r?\n")


class Shard(NamedTuple):
    """A stretch of a text file that one process reads.

    Attributes:
        path: the file.
        start: offset of its first byte.
        end: offset after its last byte.
        encoding: the codec that decodes it.
    """

    path: str
    start: int
    end: int
    encoding: str


def shards(path: str) -> list[Shard]:
    """Return the shards of a file, in order; none unless it is a large text file in UTF-8 that has paragraphs."""
    try:
        size = os.path.getsize(path) if os.path.isfile(path) else 0  # noqa: PTH113, PTH202  # as in `files`
        if size < 2 * SHARD:
            return []
        with Path(path).open("rb") as file:
            head = file.read(HEAD)
            encoding = encoding_of(head) or "utf-8"
            if sniff(path, head) != "text" or not encoding.startswith("utf-8"):
                return []
            cuts = [0]
            while cuts[-1] + 2 * SHARD <= size:
                file.seek(cuts[-1] + SHARD)
                if not (end := _END.search(file.read(SHARD_END))):
                    return []
                cuts.append(cuts[-1] + SHARD + end.end())
    except (OSError, ReadingError):
        return []  # reading the whole file reports the error
    spans = zip(cuts, [*cuts[1:], size], strict=True)
    return [Shard(path, start, end, "utf-8" if start else encoding) for start, end in spans]


def read_shard(shard: Shard, warnings: list[str]) -> Iterator[Chunk]:
    """Yield the text of a shard.

    Args:
        shard: the shard.
        warnings: gets one line if bytes of it are not UTF-8.

    Raises:
        ReadingError: the file can no longer be read.
    """
    try:
        with Path(shard.path).open("rb") as file:
            file.seek(shard.start)
            yield from map(Chunk, lines(decode(pieces(file, shard.end - shard.start), shard.encoding, warnings)))
    except OSError as error:
        raise ReadingError(shard.path, error.strerror or str(error)) from error
