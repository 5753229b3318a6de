"""A large text file as parts that can be read apart from one another, each by a process of its own."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.plaintext import decode, encoding_of, lines, pieces
from undocs.reading.sniff import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PART", "Part", "chunks", "parts"]

PART = 4 << 20  # bytes, about
_WINDOW = 1 << 16  # bytes in which the end of a part is looked for
# Where no mention goes on: the end of a sentence and paragraph, behind a plain word.
_END = re.compile(rb"[ \n][a-z]{3,20}+\.[ \t]*\r?\n\r?\n")


class Part(NamedTuple):
    """A piece of a text file, in bytes."""

    path: str
    start: int
    end: int
    encoding: str


def parts(path: str) -> list[Part]:
    """Return the parts of a file, in order; none if it is no large text file in UTF-8 that has paragraphs."""
    try:
        size = os.path.getsize(path) if os.path.isfile(path) else 0  # noqa: PTH113, PTH202  # as in `sources`
        if size < 2 * PART:
            return []
        with Path(path).open("rb") as file:
            head = file.read(HEAD)
            encoding = encoding_of(head) or "utf-8"
            if sniff(path, head) != "text" or not encoding.startswith("utf-8"):
                return []
            cuts = [0]
            while cuts[-1] + 2 * PART <= size:
                file.seek(cuts[-1] + PART)
                if not (end := _END.search(file.read(_WINDOW))):
                    return []
                cuts.append(cuts[-1] + PART + end.end())
    except (OSError, ReadingError):
        return []  # reading it as a whole says what is wrong
    spans = zip(cuts, [*cuts[1:], size], strict=True)
    return [Part(path, start, end, "utf-8" if start else encoding) for start, end in spans]


def chunks(part: Part, warnings: list[str]) -> Iterator[Chunk]:
    """Give the text of a part; see `undocs.reading.Document` for what may go wrong.

    Raises:
        ReadingError: the file cannot be read any more.
    """
    try:
        with Path(part.path).open("rb") as file:
            file.seek(part.start)
            yield from map(Chunk, lines(decode(pieces(file, part.end - part.start), part.encoding, warnings)))
    except OSError as error:
        raise ReadingError(part.path, error.strerror or str(error)) from error
