"""What is read of pages, of XML, of Word documents and of plain text: the cases in tests/data/reading."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import pytest
from undocs.reading import Document, ReadingError, read

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

FOLDER = Path(__file__).parent.parent / "data/reading"


def cases(file: str, kind: str) -> list[ParameterSet]:
    table = tomllib.loads((FOLDER / file).read_text("utf-8"))
    return [pytest.param(case, id=case["why"]) for case in table[kind]]


def only(data: bytes) -> tuple[Document, str]:
    """Read the one document that the bytes are, and its text."""
    [found] = [
        (document, "".join(chunk.text for chunk in document.chunks)) for document in read(io.BytesIO(data), "it")
    ]
    return found


@pytest.mark.parametrize("case", cases("html.toml", "page"))
def test_a_page_is_what_its_reader_sees(case: dict[str, str]) -> None:
    document, text = only(f"<html>{case['page']}".encode())
    assert (document.format, text, document.warnings) == ("html", case["text"], [])


@pytest.mark.parametrize("case", cases("html.toml", "encoded"))
def test_a_page_is_read_in_the_encoding_that_it_declares(case: dict[str, str]) -> None:
    document, text = only(b"<html>" + case["head"].encode() + case["letters"].encode(case["codec"]))
    assert (document.format, text) == ("html", case.get("text", case["letters"]) + "\n")
    assert document.warnings == []


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_counts_more_than_a_declaration(codec: str) -> None:
    document, text = only("<html><meta charset=windows-1251>Assemblée".encode(codec))
    assert (document.format, text) == ("html", "Assemblée\n")


class Gulp(io.RawIOBase):
    """A stream that gives these pieces whole, whatever is asked for."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__()
        self._pieces = iter(pieces)

    def readable(self) -> bool:
        return True

    def read(self, _: int = -1) -> bytes:
        return next(self._pieces, b"")


def whole(*pieces: bytes) -> str:
    """Read the one document whose bytes come in these pieces."""
    [text] = ["".join(chunk.text for chunk in document.chunks) for document in read(cast("IO[bytes]", Gulp(*pieces)))]
    return text


def test_a_tag_of_a_page_ends_within_16_mebibytes() -> None:
    assert whole(b"<html>", b"<a " + b"x" * 16_777_213, b">A/1") == "A/1\n"
    with pytest.raises(ReadingError, match=r"^-: broken HTML file: a tag or a comment does not end$"):
        whole(b"<html>", b"<a " + b"x" * 16_777_214, b">A/1")


def test_a_tag_of_xml_ends_within_4_mebibytes() -> None:
    assert whole(b"<?xml version='1.0'?><c a='", b"x" * 4_190_000, b"'>A/1</c>") == "A/1\n"
    with pytest.raises(ReadingError, match=r"^-: broken XML file: a tag does not end$"):
        whole(b"<?xml version='1.0'?><c a='", b"x" * 4_200_000, b"'>A/1</c>")


def test_a_line_of_markup_is_cut_after_a_mebibyte() -> None:
    def lines(size: int) -> list[int]:
        return [len(line) for line in whole(b"<html>", b"x" * size + b"<b>y</b>").split("\n")]

    assert lines(1_048_575) == [1_048_576, 0]
    assert lines(1_048_576) == [1_048_577, 0]
    assert lines(1_048_577) == [1_048_577, 1, 0]


@pytest.mark.parametrize(
    "page",
    [b"<html>" + b"<p>A/66/1" * 40_000, b"<?xml version='1.0'?><c>" + b"<p>A/66/1</p>" * 40_000 + b"</c>"],
    ids=["html", "xml"],
)
def test_markup_is_given_in_chunks_of_64_kibibytes(page: bytes) -> None:
    [sizes] = [[len(chunk.text) for chunk in document.chunks] for document in read(io.BytesIO(page))]
    assert sum(sizes) == 7 * 40_000
    # A line end is not counted: 10,923 lines of six characters are the first that are more than 65,536.
    assert min(sizes[:-1]) >= 7 * 10_923
    if page.startswith(b"<html>"):
        assert sizes[0] == 7 * 10_923


@pytest.mark.parametrize("case", cases("xml.toml", "document"))
def test_xml_is_the_lines_of_its_elements(case: dict[str, str]) -> None:
    document, text = only(case["xml"].encode(case.get("codec", "utf-8")))
    assert (document.format, text, document.warnings) == ("xml", case["text"], [])


@pytest.mark.parametrize("case", cases("xml.toml", "refused"))
def test_xml_that_is_refused(case: dict[str, str]) -> None:
    with pytest.raises(ReadingError) as caught:
        only(case["xml"].encode(case.get("codec", "utf-8")))
    assert (caught.value.name, caught.value.reason) == ("it", case["said"])
