"""PDFs, most of them written here object by object."""

from __future__ import annotations

import io
import logging
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
from undocs.reading import Document, ReadingError, read

if TYPE_CHECKING:
    from pathlib import Path

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


SIZES = [  # what is shown, and whether its figure is set so small that it is a note's mark
    ("/F 100 Tf (S/1) Tj /F 79 Tf (2) Tj", True),
    ("/F 100 Tf (S/1) Tj /F 80 Tf (2) Tj", False),
    ("/F 100 Tf (S/1) Tj /F 81 Tf (2) Tj", False),
    ("/F 12 Tf (S/1) Tj /F 9 Tf (2) Tj", True),
    ("/F 12 Tf (S/1) Tj /F 10 Tf (2) Tj", False),
    ("/F 9 Tf (S/1) Tj /F 12 Tf (2) Tj", False),
    ("/F 12 Tf (S/1) Tj /F 7 Tf (a) Tj", False),
    ("/F 12 Tf (S/1) Tj /F 7 Tf (2a) Tj", True),
    ("/F 12 Tf (S/1) Tj /F 7 Tf (a2) Tj", False),
    # The size is that of the font times that of the text's matrix and that of the page's, whichever way they turn.
    ("/F 12 Tf (S/1) Tj 2 0 0 2 68 700 Tm /F 3 Tf (2) Tj", True),
    ("/F 12 Tf (S/1) Tj 2 0 0 2 68 700 Tm /F 6 Tf (2) Tj", False),
    ("1 0 0 -1 50 700 Tm /F 12 Tf (S/1) Tj /F 7 Tf (2) Tj", True),
    ("1 0 0 -1 50 700 Tm /F 12 Tf (S/1) Tj /F 10 Tf (2) Tj", False),
    ("0 1 -1 0 50 600 Tm /F 12 Tf (S/1) Tj /F 7 Tf (2) Tj", True),
    ("0 1 -1 0 50 600 Tm /F 12 Tf (S/1) Tj /F 10 Tf (2) Tj", False),
    ("0 1 -1 0 0 0 cm /F 12 Tf (S/1) Tj /F 7 Tf (2) Tj", True),
]


@pytest.mark.parametrize(("shown", "mark"), SIZES, ids=[shown for shown, _ in SIZES])
def test_a_figure_that_is_much_smaller_is_the_mark_of_a_note(shown: str, mark: bool) -> None:  # noqa: FBT001
    [(text, _)] = only(pages(shown))[1]
    assert (" 2" in text) == mark
    assert text.replace(" ", "").replace("\n", "").startswith(("S/12", "S/1a2", "S/1a"))


def test_the_mark_of_a_note_is_measured_by_the_text_and_not_by_the_mark_before_it() -> None:
    shown = "/F 12 Tf (S/1) Tj /F 7 Tf (2) Tj /F 6 Tf (3) Tj /F 12 Tf (4) Tj"
    assert only(pages(shown))[1] == [("S/1 2 34\n", 1)]


@pytest.mark.parametrize(
    ("glyph", "letters"),
    [
        ("ff", "ff"),
        ("fi", "fi"),
        ("fl", "fl"),
        ("ffi", "ffi"),
        ("ffl", "ffl"),
        ("uniFB05", "st"),
        ("uniFB06", "st"),
        ("uniFB07", "\ufb07"),
        ("ae", "\xe6"),
    ],
)
def test_letters_that_are_drawn_as_one_are_taken_apart(glyph: str, letters: str) -> None:
    data = pages(r"(a\001b) Tj").replace(b"[1/fi/fl]", b"[1/" + glyph.encode() + b"]")
    assert only(data)[1] == [(f"a{letters}b\n", 1)]


def test_an_annotation_that_leads_nowhere_is_no_link() -> None:
    data = pages("(A/78/1) Tj", links=("https://undocs.org/A/78/2",))
    assert only(data)[1] == [("A/78/1\nhttps://undocs.org/A/78/2\n", 1)]
    assert only(data.replace(b"/URI(", b"/XXX("))[1] == [("A/78/1\n", 1)]
    assert only(data.replace(b"/A<<", b"/B<<"))[1] == [("A/78/1\n", 1)]


def test_links_that_say_more_than_the_page_follow_it() -> None:
    links = ("https://undocs.org/A/78/1", "https://docs.un.org/en/A/RES/60/1", "https://example.org/A/B/1")
    _, chunks = only(pages("(A/78/1 and resolution 60/1) Tj", links=links))
    assert chunks == [("A/78/1 and resolution 60/1\nhttps://docs.un.org/en/A/RES/60/1\n", 1)]


def test_a_scan_is_an_error_and_one_among_other_pages_a_warning() -> None:
    with pytest.raises(ReadingError, match="it: no text: a scan"):
        only(pages("", "", image=True))
    document, chunks = only(pages("(A/78/1) Tj", "", image=True))
    assert [page for _, page in chunks] == [1, 2]
    assert document.warnings == ["pages that are images without text: 2"]


def test_a_page_without_text_or_image_is_no_scan() -> None:
    document, chunks = only(pages("", ""))
    assert ([text.strip() for text, _ in chunks], document.warnings) == (["", ""], [])


def test_of_many_images_the_first_ten_are_named() -> None:
    document, chunks = only(pages("(A/78/1) Tj", *[""] * 12, image=True))
    assert len(chunks) == 13
    assert document.warnings == ["pages that are images without text: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"]


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pages("(A/78/1) Tj")))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")  # noqa: S106
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_password_is_asked_for_only_where_there_is_one() -> None:
    assert only(locked(""))[1] == [("A/78/1\n", 1)]
    with pytest.raises(ReadingError, match="it: encrypted: needs a password"):
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
    assert str(caught.value).startswith("it: broken PDF file")
    assert "\n" not in str(caught.value)


def test_a_broken_page_stops_no_other() -> None:
    bomb = stream(zlib.compress(bytes(100_000_000)), "/Filter/FlateDecode")
    document, chunks = only(pages(bomb, "(A/78/2) Tj"))
    assert chunks == [("A/78/2\n", 2)]
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("page 1 is broken: LimitReachedError")


def test_without_cryptography_a_locked_file_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise pypdf.errors.DependencyError("cryptography is required")

    monkeypatch.setattr("pypdf.PdfReader.decrypt", refuse)
    with pytest.raises(ReadingError, match=r"^it: encrypted: install undocs\[pdf\] to read it$"):
        only(locked(""))


def test_what_pypdf_finds_odd_stays_in_its_log(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = b"\n\n" + pages("(A/78/1) Tj")  # each object stands two bytes behind its place
    assert only(odd)[1] == [("A/78/1\n", 1)]
    assert {record.name.partition(".")[0] for record in caplog.records} == {"pypdf"}
    monkeypatch.setattr(logging.getLogger("pypdf"), "handlers", [])
    monkeypatch.setattr(logging.root, "handlers", [])  # pytest listens there
    assert only(odd)[1] == [("A/78/1\n", 1)]
    assert capsys.readouterr() == ("", "")


def test_a_file_is_read_from_where_it_stands(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    data = pages("(A/78/1) Tj")
    (tmp_path / "it").write_bytes(data)
    for document in read(tmp_path / "it"):
        assert [chunk.text for chunk in document.chunks] == ["A/78/1\n"]
    (tmp_path / "it").write_bytes(b"0123456789" + data)
    with (tmp_path / "it").open("rb") as file:
        file.seek(10)
        for document in read(file, "rest"):
            assert (document.name, [chunk.text for chunk in document.chunks]) == ("rest", ["A/78/1\n"])
    assert not caplog.records, "each object stands at its place"


def test_without_pypdf_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadingError, match=r"it: PDF file: install undocs\[pdf\] to read it"):
        only(pages("(A/78/1) Tj"))
