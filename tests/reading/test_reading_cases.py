"""What is read of pages, of XML, of Word documents and of plain text: the cases in tests/data/reading."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
