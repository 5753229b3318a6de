"""Text in its encodings, whole and in pieces."""

from __future__ import annotations

import codecs
import io
import os
import threading
import tracemalloc
from typing import IO, TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undocs.reading import Document, ReadingError, read
from undocs.reading.decoding import decode, lines
from undocs.reading.limits import LINE

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "Lettre du 3 mars – voir A/78/6 (Sect.3), et S/RES/1325 (2000).\nقرار الجمعية العامة 60/1\n"


def only(data: bytes) -> tuple[Document, str]:
    [found] = [
        (document, "".join(chunk.text for chunk in document.chunks)) for document in read(io.BytesIO(data), "it")
    ]
    return found


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be", "utf-32 le"],
)
def test_encodings(data: bytes) -> None:
    document, text = only(data)
    assert (document.format, text, document.warnings) == ("text", LETTER, [])


def test_what_is_not_utf_8_is_read_as_cp1252_and_said() -> None:
    document, text = only("Résolution “60/1” à l’Assemblée".encode("cp1252"))
    assert text == "Résolution “60/1” à l’Assemblée"
    assert document.warnings == ["not all UTF-8: the rest decoded as cp1252"]


def test_one_bad_byte_spoils_nothing_else() -> None:
    document, text = only(b"\xe9 " + LETTER.encode())
    assert text == "é " + LETTER
    assert len(document.warnings) == 1


def test_broken_utf_16_is_said() -> None:
    document, text = only(codecs.BOM_UTF16_LE + "A/1".encode("utf-16-le") + b"\x00")
    assert text == "A/1\N{REPLACEMENT CHARACTER}"
    assert document.warnings == ["not all utf-16: the rest replaced by U+FFFD"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x7fELF\x02\x01\x00\x00", "binary file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "old Office file"),
        (b"\xffWPC\x10\x00", "WordPerfect file"),
        (rb"{\rtf1\ansi", "RTF file"),
        (b"\x1f\x8b\x08\x00", "gzip file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, said: str) -> None:
    (document,) = read(io.BytesIO(data), "it")
    with pytest.raises(ReadingError) as caught:
        list(document.chunks)
    assert document.format == "unreadable"
    assert str(caught.value).startswith(f"it: unsupported format: {said}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"P", b"<", b"%", b"\xff", b"\xfe", b"A/1", b"  <A/RES/60/1> and"])
def test_short_and_odd_beginnings_are_text(data: bytes) -> None:
    document, text = only(data)
    assert (document.format, text.encode("cp1252")) == ("text", data)


@given(st.text(), st.data())
def test_any_cut_of_the_bytes_gives_the_same_text(text: str, data: st.DataObject) -> None:
    encoded = text.encode("utf-8", "replace")
    cuts = sorted(data.draw(st.lists(st.integers(0, len(encoded)), max_size=5)))
    parts = [encoded[start:end] for start, end in zip([0, *cuts], [*cuts, len(encoded)], strict=True)]
    warnings: list[str] = []
    assert "".join(lines(decode(iter(parts), "utf-8", warnings))) == encoded.decode()
    assert warnings == []


def test_pieces_end_with_a_line_and_a_line_without_end_is_cut() -> None:
    assert list(lines(iter(["A/1\nA/", "2\n", "A/3"]))) == ["A/1\n", "A/2\n", "A/3"]
    assert max(map(len, lines("x" * 1000 for _ in range(200)))) <= LINE + 1000


class Gulp(io.RawIOBase):
    """A stream that gives these pieces whole and notes how much is asked for."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__()
        self._pieces = iter(pieces)
        self.asked: set[int] = set()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        self.asked.add(size)
        return next(self._pieces, b"")


def chunks_of(*pieces: bytes) -> list[str]:
    [chunks] = [[chunk.text for chunk in document.chunks] for document in read(cast("IO[bytes]", Gulp(*pieces)))]
    return chunks


def test_a_line_is_held_back_for_64_kibibytes() -> None:
    assert [len(text) for text in chunks_of(b"x" * 65_535, b"y", b"z\n")] == [65_538]
    assert [len(text) for text in chunks_of(b"x" * 65_536, b"y", b"z\n")] == [65_537, 2]
    assert [len(text) for text in chunks_of(b"x" * 65_537, b"y\n")] == [65_537, 2]


def test_a_chunk_ends_with_a_line() -> None:
    assert chunks_of(b"A/1\nA/", b"2\n\nA/", b"3") == ["A/1\n", "A/2\n\n", "A/3"]
    assert chunks_of(b"A/1\n", b"A/2\n") == ["A/1\n", "A/2\n"]
    assert chunks_of(b"A/1\r\n", b"A/2\r", b"A/3") == ["A/1\r\n", "A/2\rA/3"]


def test_64_kibibytes_are_asked_for_at_once() -> None:
    stream = Gulp(b"A/1\n", b"A/2")
    assert [[chunk.text for chunk in document.chunks] for document in read(cast("IO[bytes]", stream))] == [
        ["A/1\n", "A/2"]
    ]
    assert stream.asked == {65_536}


DECODED = [  # bytes, their text, the warning
    (b"caf\xc3\xa9", "caf\xe9", []),
    (b"\xef\xbb\xbfcaf\xc3\xa9", "caf\xe9", []),
    (b"caf\xe9", "caf\xe9", ["not all UTF-8: the rest decoded as cp1252"]),
    (b"\xef\xbb\xbfcaf\xe9", "caf\xe9", ["not all UTF-8: the rest decoded as cp1252"]),
    (b"\x93caf\xe9\x94", "\u201ccaf\xe9\u201d", ["not all UTF-8: the rest decoded as cp1252"]),
    (b"\x81\x8d", "\ufffd\ufffd", ["not all UTF-8: the rest decoded as cp1252"]),
    (b"\xe9 \xc3\xa9 \xe9", "\xe9 \xe9 \xe9", ["not all UTF-8: the rest decoded as cp1252"]),
    (b"x\xc3", "x\xc3", ["not all UTF-8: the rest decoded as cp1252"]),
    (b"\xed\xa0\x80", "\xed\xa0\u20ac", ["not all UTF-8: the rest decoded as cp1252"]),
    (codecs.BOM_UTF16_BE + b"\x00A\xd8\x00\x00B", "A\ufffdB", ["not all utf-16: the rest replaced by U+FFFD"]),
    (codecs.BOM_UTF32_LE + b"A\0\0\0\xff\xff\xff\xff", "A\ufffd", ["not all utf-32: the rest replaced by U+FFFD"]),
    (codecs.BOM_UTF32_BE + b"\0\0\0A", "A", []),
]


@pytest.mark.parametrize(("data", "text", "warnings"), DECODED, ids=[ascii(data) for data, _, _ in DECODED])
def test_what_is_not_of_its_encoding(data: bytes, text: str, warnings: list[str]) -> None:
    document, found = only(data)
    assert (document.format, found, document.warnings) == ("text", text, warnings)


def test_the_first_line_of_a_slow_pipe_comes_at_once() -> None:
    there, here = os.pipe()
    go_on = threading.Event()

    def write() -> None:
        with os.fdopen(here, "wb", buffering=0) as pipe:
            pipe.write(b"A/1\nA/")
            go_on.wait(10)
            pipe.write(b"2\n")

    writer = threading.Thread(target=write)
    writer.start()
    with os.fdopen(there, "rb") as stream:
        (chunks,) = (document.chunks for document in read(stream))
        assert next(chunks).text == "A/1\n"
        go_on.set()
        assert [chunk.text for chunk in chunks] == ["A/2\n"]
    writer.join()


def test_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        for _ in range(64):
            file.write(b"see A/78/1 and so on\n" * 50_000)
    tracemalloc.start()
    try:
        count = sum(len(chunk.text) for document in read(path) for chunk in document.chunks)
        assert count == path.stat().st_size
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
