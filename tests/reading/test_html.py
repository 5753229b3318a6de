"""What a reader of a page sees, and where its links lead."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import pytest
from undocs.reading import ReadingError, read
from undocs.reading.html import chunks
from undocs.reading.input import Input

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cut(Input):
    """A page that comes in these pieces."""

    def __init__(self, pieces: Iterator[bytes], head: bytes = b"") -> None:
        super().__init__("page", io.BytesIO())
        self.head = head
        self._pieces = pieces

    def pieces(self) -> Iterator[bytes]:
        return self._pieces


def text_of(page: str | bytes) -> str:
    data = page.encode() if isinstance(page, str) else page
    [(kind, text)] = [
        (document.format, "".join(chunk.text for chunk in document.chunks))
        for document in read(io.BytesIO(b"<html>" + data), "page")
    ]
    assert kind == "html"
    return text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>A/78/1<p>A/78/2", "A/78/1\nA/78/2\n"),
        ("<td>A/78/1</td><td>A/78/2</td>", "A/78/1\nA/78/2\n"),
        ("A/78/1<br>A/78/2<BR/>", "A/78/1\nA/78/2\n"),
        ("<b>A</b>/<i>78</i>/<span class=x>1</span>", "A/78/1\n"),
        ("see\n  A/78/1\t and  more", "see A/78/1 and more\n"),
        ("A&#x2F;78&sol;1 &amp; A/78/2&nbsp;(Part I)", "A/78/1 & A/78/2 (Part I)\n"),
        ("S/11296<sup>11</sup>", "S/11296 11\n"),
        ("<o:p>A/78/</o:p><st1:place>1</st1:place>", "A/78/1\n"),
        ("<script>var a = 'A/1' < 2</script>B<style>p{}</style >C<template>A/2</template>", "BC\n"),
        ("<SCRIPT src=x>A/1</script\n>B", "B\n"),
        ("B<!-- A/1 > -->C<!DOCTYPE x><?php A/1 ?>", "BC\n"),
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3\n"),
        ('<img alt="a > b">C', "C\n"),
        ("<a id=x href='https://undocs.org/S/1 (1976)'>it</a>", "it\nhttps://undocs.org/S/1%20(1976)\n"),
        ('<a href="https://undocs.org/A/78/1">A/78/1</a>', "A/78/1\n"),
        ("<a href=https://undocs.org/A/78/6%20(I)>here</a>", "here\nhttps://undocs.org/A/78/6%20(I)\n"),
        ('<a href="https://example.org/A/78/1">here</a>', "here\n"),
        ("cut <a href=", "cut\n"),
        ("cut <!-- ", "cut\n"),
        (f"&#{'9' * 5000};", f"&#{'9' * 5000};\n"),
    ],
)  # fmt: skip
def test_pages(page: str, text: str) -> None:
    assert text_of(page) == text


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_page_may_come_in_any_pieces(size: int) -> None:
    page = b"<p title='>'>A/&#55;8<!-- > --><a href='https://undocs.org/A/1'>1</a><script></p></script>.</p>"
    pieces = (page[start : start + size] for start in range(0, len(page), size))
    assert "".join(chunk.text for chunk in chunks(Cut(pieces, page))) == "A/781.\nhttps://undocs.org/A/1\n"


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("<meta charset=windows-1252>", "cp1252"),
        ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">', "cp1252"),
        ("<meta charset='gb2312'>", "gb2312"),
        ("<meta charset=KOI8-R>", "koi8-r"),
        ("<meta charset=rot13>", "utf-8"),
        ("<meta charset=no-such>", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_is_what_the_page_says(said: str, encoding: str) -> None:
    letters = {"gb2312": "大会", "koi8-r": "Генеральная"}.get(encoding, "Assemblée")
    assert text_of(said.encode() + letters.encode(encoding)) == f"{letters}\n"


MIB = 1 << 20


@pytest.mark.parametrize("size", [65_000, 65_536, 131_073, 1 * MIB, 16 * MIB - 200_000])
@pytest.mark.parametrize("after", ["", "<p>A/78/2" + " x" * 200_000])
def test_a_long_comment_hides_nothing_after_it(size: int, after: str) -> None:
    text = text_of(f"A/78/1<!-- {'A/66/10 ' * (size // 8)}-->, A/78/3{after}")
    assert text.startswith("A/78/1, A/78/3\n")
    assert ("A/78/2" in text) is bool(after)


def test_a_comment_may_have_16_mib_and_no_more() -> None:
    def page(size: int) -> list[bytes]:
        return [b"<html>", b"<!--" + b"x" * (size - 4), b"-->A/78/1"]

    assert "".join(chunk.text for chunk in chunks(Cut(iter(page(16_777_216))))) == "A/78/1\n"
    with pytest.raises(ReadingError, match="does not end"):
        list(chunks(Cut(iter(page(16_777_217)))))


def test_a_tag_that_comes_in_two_pieces_is_not_waited_for_longer() -> None:
    asked = []

    def pieces() -> Iterator[bytes]:
        yield b"<p>" + b"A/78/1 " * 10_000 + b"<div class='a'"
        yield b">"
        asked.append("for more")
        yield b"A/78/2"

    found = chunks(Cut(pieces()))
    assert next(found).text.startswith("A/78/1 A/78/1")
    assert asked == []


@pytest.mark.parametrize("kind", ["<a ", "<!--", "<a b='", "<p a=1 ", "<script>"])
def test_a_tag_of_megabytes_takes_linear_time(kind: str) -> None:
    def seconds(size: int) -> float:
        page = b"<html>" + kind.encode() + b"a=1 " * (size // 4)
        pieces = (page[start : start + 65_536] for start in range(0, len(page), 65_536))
        start = time.process_time()
        for _chunk in chunks(Cut(pieces, page)):
            pass
        return time.process_time() - start

    # Matched again with every piece, the larger one would take four times as long as the smaller, and seconds.
    assert min(seconds(8_000_000) for _ in range(2)) < 3 * min(seconds(4_000_000) for _ in range(2)) + 0.1


@pytest.mark.parametrize("pages", ["<b>{}</i>", "<div>{}</p>", "<b>{}</div>", "<a>{}</b>", "<font><p>{}</font>"])
def test_deep_nesting_takes_linear_time(pages: str) -> None:
    before, after = pages.split("{}")

    def seconds(depth: int) -> float:
        page = f"{before * depth}{after * depth}A/78/1"
        start = time.process_time()
        assert text_of(page).endswith("A/78/1\n")
        return time.process_time() - start

    assert min(seconds(60_000) for _ in range(2)) < 3 * min(seconds(30_000) for _ in range(2)) + 0.1


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<a b='", "&#", "<", "</", "<![", "<script>", "<a href=", "<p><a>"])
def test_hostile_pages_take_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        page = b"<html>" + piece.encode() * (size // len(piece))
        best = 9.9
        for _ in range(3):
            start = time.process_time()
            for document in read(io.BytesIO(page)):
                for _chunk in document.chunks:
                    pass
            best = min(best, time.process_time() - start)
        return best

    assert seconds(200_000) < 3 * seconds(100_000) + 0.05
