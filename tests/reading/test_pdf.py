"""PDFs, most of them written here object by object."""

from __future__ import annotations

import io
import logging
import sys
import zlib

import pytest
from undocs.reading import Document, ReadingError, read

pypdf = pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[1/fi/fl]>>>>"
LINK = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({})>>>>"
IMAGE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    "stream\n0\nendstream"
)


def made(*objects: str | bytes, root: str = "<</Type/Catalog/Pages 2 0 R>>") -> bytes:
    """Put together a file whose second object is the page tree."""
    file = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate((root, *objects), start=1):
        places.append(len(file))
        data = content.encode("latin-1") if isinstance(content, str) else content
        file += b"%d 0 obj\n" % number + data + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def stream(content: bytes, extra: str = "") -> bytes:
    return f"<</Length {len(content)}{extra}>>stream\n".encode() + content + b"\nendstream"


def pages(*contents: str | bytes, links: tuple[str, ...] = (), image: bool = False) -> bytes:
    """Make a file of pages, each of text-showing operators or a whole stream; the links are on every one."""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + 2 * len(contents), 2))
    drawn = "/XObject<</I 4 0 R>>" if image else ""
    objects: list[str | bytes] = [f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>", FONT, IMAGE]
    for number, content in enumerate(contents):
        annotations = "".join(LINK.format(link) for link in links)
        page = f"/Contents {6 + 2 * number} 0 R/Resources<</Font<</F 3 0 R>>{drawn}>>/Annots[{annotations}]"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{page}>>",
            content if isinstance(content, bytes) else stream(f"BT /F 12 Tf 50 700 Td {content} ET".encode("latin-1")),
        ]
    return made(*objects)


def only(data: bytes) -> tuple[Document, list[tuple[str, int | None]]]:
    stream = io.BytesIO(data)
    [found] = [(document, [(text, page) for text, page in document.chunks]) for document in read(stream, "it")]
    return found


def test_a_chunk_a_page() -> None:
    document, chunks = only(pages("(A/78/1) Tj", "(A/78/2) Tj 0 -14 Td (and on) Tj"))
    assert document.format == "pdf"
    assert chunks == [("A/78/1\n", 1), ("A/78/2\nand on\n", 2)]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("(S/11296) Tj /F 7 Tf 5 Ts (11) Tj 0 Ts /F 12 Tf (, see) Tj", "S/11296 11, see\n"),
        ("(S/112) Tj (96) Tj", "S/11296\n"),
        ("/F 18 Tf (UNITED NATIONS) Tj 0 -30 Td /F 12 Tf (A/78/1) Tj", "UNITED NATIONS\nA/78/1\n"),
        (r"(\001fty-\001fth) Tj", "fifty-fifth\n"),
    ],
    ids=["note", "pieces", "masthead", "ligatures"],
)
def test_symbols_stay_whole_and_alone(shown: str, text: str) -> None:
    assert only(pages(shown))[1] == [(text, 1)]


def test_links_that_say_more_than_the_page_follow_it() -> None:
    links = ("https://undocs.org/A/78/1", "https://docs.un.org/en/A/RES/60/1", "https://example.org/A/B/1")
    _, chunks = only(pages("(A/78/1 and resolution 60/1) Tj", links=links))
    assert chunks == [("A/78/1 and resolution 60/1\nhttps://docs.un.org/en/A/RES/60/1\n", 1)]


def test_a_scan_is_an_error_and_one_among_other_pages_a_warning() -> None:
    with pytest.raises(ReadingError, match="it: no text in it: a scan"):
        only(pages("", "", image=True))
    document, chunks = only(pages("(A/78/1) Tj", "", image=True))
    assert [page for _, page in chunks] == [1, 2]
    assert document.warnings == ["pages without text, being images: 2"]


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pages("(A/78/1) Tj")))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")  # noqa: S106
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_password_is_asked_for_only_where_there_is_one() -> None:
    assert only(locked(""))[1] == [("A/78/1\n", 1)]
    with pytest.raises(ReadingError, match="it: encrypted: it needs a password"):
        only(locked("secret"))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        pages("(A/78/1) Tj")[:200],
        made("<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        made("<</Type/Pages/Kids 3 0 R/Count 1>>", "[3 0 R]"),
        made("17"),
    ],
    ids=["empty", "cut", "tree in itself", "kids in themselves", "no tree"],
)
def test_broken_files_are_one_line(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    with pytest.raises(ReadingError) as caught:
        only(data)
    assert str(caught.value).startswith("it: a broken PDF")
    assert "\n" not in str(caught.value)


def test_a_broken_page_stops_no_other() -> None:
    bomb = stream(zlib.compress(bytes(100_000_000)), "/Filter/FlateDecode")
    document, chunks = only(pages(bomb, "(A/78/2) Tj"))
    assert chunks == [("A/78/2\n", 2)]
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("page 1 is broken: LimitReachedError")


def test_without_pypdf_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadingError, match=r"it: a PDF: install undocs\[pdf\] to read it"):
        only(pages("(A/78/1) Tj"))
