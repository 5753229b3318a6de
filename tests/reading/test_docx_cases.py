"""Word documents made of the bodies in tests/data/reading/docx.toml, and of other parts."""

from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from undocs.reading import Document, ReadingError, read

CASES = tomllib.loads((Path(__file__).parent.parent / "data/reading/docx.toml").read_text("utf-8"))["body"]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = f'xmlns:w="urn:w" xmlns:r="{OFFICE}" xmlns:mc="urn:mc" xmlns:m="urn:m"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def part(body: str) -> str:
    return f"<w:document {PREFIXES}><w:body>{body}</w:body></w:document>"


def relationships(*given: tuple[str, str]) -> str:
    each = (
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(given)
    )
    return f'<Relationships xmlns="urn:rels">{"".join(each)}</Relationships>'


def office(kind: str, path: str = "/word/document.xml") -> str:
    return f'<Types xmlns="urn:types"><Override PartName="{path}" ContentType="{kind}"/></Types>'


def packed(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return file.getvalue()


def docx(body: str, *links: str, **parts: str) -> bytes:
    return packed(
        {
            "[Content_Types].xml": office(WORD),
            "word/document.xml": part(body),
            "word/_rels/document.xml.rels": relationships(*(("hyperlink", link) for link in links)),
        }
        | parts
    )


def only(data: bytes) -> tuple[Document, str]:
    [found] = [
        (document, "".join(chunk.text for chunk in document.chunks)) for document in read(io.BytesIO(data), "it")
    ]
    return found


def refused(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        only(data)
    return caught.value.reason


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_bodies(case: dict[str, Any]) -> None:
    document, text = only(docx(case["body"], *case.get("links", [])))
    assert (document.format, text, document.warnings) == ("docx", case["text"], [])


@pytest.mark.parametrize(
    "kind",
    [
        WORD,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_every_kind_of_word_document_is_read(kind: str) -> None:
    files = {"[Content_Types].xml": office(kind, "/w/d.xml"), "w/d.xml": part("<w:p><w:t>A/1</w:t></w:p>")}
    document, text = only(packed(files))
    assert (document.format, text) == ("docx", "A/1\n")


@pytest.mark.parametrize(
    "types",
    [
        office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml2"),
        office("application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"),
        "<Types/>",
    ],
    ids=["sheets", "slides", "a longer name", "no main part", "no part"],
)
def test_other_documents_of_office_programs_are_refused(types: str) -> None:
    said = "unsupported format: office file other than DOCX, convert it to PDF, DOCX or text"
    assert refused(packed({"[Content_Types].xml": types, "word/document.xml": part("")})) == said


def test_an_open_document_is_refused() -> None:
    said = "unsupported format: office file other than DOCX, convert it to PDF, DOCX or text"
    assert refused(packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})) == said


def test_parts_come_in_a_fixed_order_whatever_that_of_the_file() -> None:
    kinds = ("footer", "endnotes", "footnotes", "header", "header", "styles", "comments")
    files = {
        f"word/part{number}.xml": part(f"<w:p><w:t>{kind} {number}</w:t></w:p>") for number, kind in enumerate(kinds)
    }
    targets = [(kind, f"part{number}.xml") for number, kind in enumerate(kinds)]
    text = only(
        docx("<w:p><w:t>body</w:t></w:p>", **files, **{"word/_rels/document.xml.rels": relationships(*targets)})
    )[1]
    assert text.splitlines() == ["header 3", "header 4", "body", "footnotes 2", "endnotes 1", "footer 0"]


def test_the_last_line_of_a_part_ends_with_it() -> None:
    files = {
        "word/footnotes.xml": part("<w:t>8/1</w:t>"),
        "word/_rels/document.xml.rels": relationships(("footnotes", "footnotes.xml")),
    }
    assert only(docx("<w:t>A/7</w:t>", **files))[1] == "A/7\n8/1\n"


@pytest.mark.parametrize(
    "target", ["footnotes.xml", "/word/footnotes.xml", "../word/footnotes.xml", "./x/../footnotes.xml"]
)
def test_a_part_is_found_wherever_its_target_leads(target: str) -> None:
    files = {
        "word/footnotes.xml": part("<w:p><w:t>A/2</w:t></w:p>"),
        "word/_rels/document.xml.rels": relationships(("footnotes", target)),
    }
    assert only(docx("", **files))[1] == "A/2\n"


def test_links_of_a_note_are_those_of_its_part() -> None:
    note = part('<w:p><w:hyperlink r:id="r0"><w:t>it</w:t></w:hyperlink></w:p>')
    files = {
        "word/footnotes.xml": note,
        "word/_rels/footnotes.xml.rels": relationships(("hyperlink", "https://undocs.org/A/2")),
        "word/_rels/document.xml.rels": relationships(("footnotes", "footnotes.xml")),
    }
    assert only(docx("", **files))[1] == "it\nhttps://undocs.org/A/2\n"


def test_a_long_document_comes_in_chunks() -> None:
    data = docx("<w:p><w:t>A/66/1</w:t></w:p>" * 40_000)
    [sizes] = [[len(chunk.text) for chunk in document.chunks] for document in read(io.BytesIO(data))]
    assert sum(sizes) == 7 * 40_000
    assert min(sizes[:-1]) >= 7 * 10_923


def declared(size: int) -> bytes:
    """Make a document whose archive says that its body has so many bytes unpacked."""
    data = bytearray(docx("<w:p><w:t>A/1</w:t></w:p>"))
    entry = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 46
    data[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    return bytes(data)


def test_a_document_unpacks_to_a_gibibyte_at_most() -> None:
    assert only(declared(1_073_741_824))[1] == "A/1\n"
    assert refused(declared(1_073_741_825)) == "too large: unpacks to more than 1 GiB"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx("", **{"word/_rels/document.xml.rels": relationships(("header", "gone.xml"))}), "gone.xml"),
        (packed({"[Content_Types].xml": office(WORD)}), "word/document.xml"),
        (packed({"[Content_Types].xml": office(WORD)[:-3], "word/document.xml": part("")}), "broken XML file"),
        (docx("<w:p>"), "broken XML file: mismatched tag"),
        (docx("")[:-9], "File is not a zip file"),
    ],
    ids=["a part is missing", "the body is missing", "its types are cut", "not well-formed", "cut"],
)
def test_broken_documents_are_one_line(data: bytes, said: str) -> None:
    reason = refused(data)
    assert said in reason
    assert "\n" not in reason
