"""What a reader of a page sees, and where its links lead."""

from __future__ import annotations

import io
import time

import pytest
from undocs.reading import read
from undocs.reading.html import chunks


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
    assert "".join(chunk.text for chunk in chunks("page", page, pieces, [])) == "A/781.\nhttps://undocs.org/A/1\n"


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
