"""Word documents, made here from their parts."""

from __future__ import annotations

import io
import zipfile

import pytest
from undocs.reading import Document, ReadingError, read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def part(paragraphs: str) -> str:
    return f'<w:part xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="urn:mc">{paragraphs}</w:part>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def relations(*given: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(given)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def docx(body: str, **parts: str) -> bytes:
    """Make a document of a body and of parts by their names: header1, footnotes, document_rels."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", part(body))
        for name, text in parts.items():
            path = f"word/_rels/{name.removesuffix('_rels')}.xml.rels" if name.endswith("_rels") else f"word/{name}.xml"
            package.writestr(path, text)
    return file.getvalue()


def only(data: bytes) -> tuple[Document, str]:
    [found] = [
        (document, "".join(chunk.text for chunk in document.chunks)) for document in read(io.BytesIO(data), "it")
    ]
    return found


RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>11</w:t></w:r>'
REPLACED = "<w:del><w:r><w:delText>A/1</w:delText></w:r></w:del><w:ins><w:r><w:t>A/2</w:t></w:r></w:ins>"
TWICE = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://undocs</w:instrText></w:r>'
    '<w:r><w:instrText>.org/A/RES/60/1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>resolution 60/1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE_FIELD = "<w:fldSimple w:instr='HYPERLINK \"https://undocs.org/A/1\"'><w:r><w:t>it</w:t></w:r></w:fldSimple>"


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        pytest.param(run("A/7") + run("8/1"), "A/78/1\n", id="runs"),
        pytest.param("<w:r><w:t>ES</w:t><w:noBreakHyphen/><w:t>10</w:t></w:r>", "ES\u201110\n", id="hyphen"),
        pytest.param("<w:r><w:t>A/7</w:t><w:softHyphen/><w:t>8/1</w:t></w:r>", "A/78/1\n", id="soft hyphen"),
        pytest.param("<w:r><w:t>A</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>3</w:t></w:r>", "A 2\n3\n", id="tab"),
        pytest.param(run("S/11296") + RAISED, "S/11296 11\n", id="raised figure"),
        pytest.param(REPLACED, "A/2\n", id="deleted text"),
        pytest.param(f"<w:moveFrom>{run('A/1')}</w:moveFrom>{run('A/2')}", "A/2\n", id="moved text"),
        pytest.param(TWICE.format(run("A/1")), "A/1\n", id="a drawing in two forms"),
        pytest.param(FIELD, "resolution 60/1\nhttps://undocs.org/A/RES/60/1\n", id="field"),
        pytest.param(SIMPLE_FIELD, "it\nhttps://undocs.org/A/1\n", id="simple field"),
    ],
)
def test_paragraphs(paragraph: str, text: str) -> None:
    assert only(docx(f"<w:p>{paragraph}</w:p>"))[1] == text


def test_all_parts_in_order() -> None:
    document, text = only(
        docx(
            f'<w:p>{run("body ")}<w:hyperlink r:id="r4">{run("link")}</w:hyperlink></w:p>',
            document_rels=relations(
                ("footer", "footer1.xml"),
                ("endnotes", "endnotes.xml"),
                ("footnotes", "footnotes.xml"),
                ("header", "header1.xml"),
                ("hyperlink", "https://undocs.org/A/RES/60/1"),
            ),
            header1=part(f"<w:p>{run('A/78/1')}</w:p>"),
            footnotes=part(f'<w:p>{run("A/78/2")}<w:hyperlink r:id="r0">{run("!")}</w:hyperlink></w:p>'),
            footnotes_rels=relations(("hyperlink", "https://undocs.org/A/RES/60/2")),
            endnotes=part(f"<w:p>{run('A/78/3')}</w:p>"),
            footer1=part(f"<w:p>{run('A/78/4')}</w:p>"),
        )
    )
    assert document.format == "docx"
    assert text.split("\n") == [
        "A/78/1",
        "body link",
        "https://undocs.org/A/RES/60/1",
        "A/78/2!",
        "https://undocs.org/A/RES/60/2",
        "A/78/3",
        "A/78/4",
        "",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx("", document_rels=relations(("header", "gone.xml"))), "gone.xml"),
        (docx("<w:p>")[:-9], "not a zip file"),
        (docx("</w:x>"), "broken XML file"),
    ],
    ids=["part missing", "cut", "not well-formed"],
)
def test_broken_documents(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        only(data)


def test_other_office_files_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(
            "[Content_Types].xml", TYPES.replace("wordprocessingml", "spreadsheetml").replace("word", "xl")
        )
    with pytest.raises(ReadingError, match="office file other than DOCX"):
        only(file.getvalue())
