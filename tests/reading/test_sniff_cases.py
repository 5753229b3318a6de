"""What a document is told to be from its first bytes, and which kinds are refused with which words."""

from __future__ import annotations

import csv
import io
import re
from importlib import import_module
from pathlib import Path
from typing import IO, cast

import pytest
from undocs.reading import ReadingError, read
from undocs.reading.readers import READERS

TABLE = Path(__file__).parent.parent / "data/reading/sniff.tsv"
with TABLE.open(encoding="utf-8") as table:
    ROWS = [
        (row["bytes"], row["said"], row["why"])
        for row in csv.DictReader(
            (line for line in table if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
    ]


def unescaped(text: str) -> bytes:
    """Return the bytes that a cell of the table describes."""
    whole = re.sub(r"\{([0-9]+)\*([^{}]+)\}", lambda found: found[2] * int(found[1]), text)
    return whole.encode("latin-1").decode("unicode_escape").encode("latin-1")


def sniffed(stream: IO[bytes]) -> str:
    """Return the format of the one document in a stream, and why it cannot be read if it is unreadable."""
    for document in read(stream, "it"):
        if document.format != "unreadable":
            return document.format
        try:
            list(document.chunks)
        except ReadingError as error:
            return f"unreadable: {error.reason}"
    return "nothing"


class Trickle(io.RawIOBase):
    """A pipe that gives two bytes and then one at a time."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, _: int = -1) -> bytes:
        return self._content.read(1 if self._content.tell() else 2)


@pytest.mark.parametrize("name", READERS)
def test_every_row_of_the_table_of_readers_is_a_reader(name: str) -> None:
    assert callable(import_module(READERS[name].module).chunks)


@pytest.mark.parametrize(("escaped", "said", "why"), ROWS, ids=[why for _, _, why in ROWS])
def test_a_document_is_told_from_its_first_bytes(escaped: str, said: str, why: str) -> None:
    assert sniffed(io.BytesIO(unescaped(escaped))) == said, why


# A byte order mark of UTF-8 and a zero byte are seen only where they come at once.
AT_ONCE = ("binary", "UTF-8 with its mark", "UTF-32, big end", "UTF-16 without", "PDF: after much")
SLOWLY = [(escaped, said, why) for escaped, said, why in ROWS if not why.startswith(AT_ONCE) and "70000" not in escaped]


@pytest.mark.parametrize(("escaped", "said", "why"), SLOWLY, ids=[why for _, _, why in SLOWLY])
def test_it_may_come_byte_by_byte(escaped: str, said: str, why: str) -> None:
    assert sniffed(cast("IO[bytes]", Trickle(unescaped(escaped)))) == said, why
