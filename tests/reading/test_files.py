"""Files, folders and what is wrong with them."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undocs.reading import ReadingError, files, read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ["b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config", "c.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.posix
def test_a_folder_is_walked_in_order_without_what_is_hidden(folder: Path) -> None:
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "itself").symlink_to(folder / "itself")
    found = list(files([folder, "c.txt"], recursive=True))
    assert found == [*(str(folder / name) for name in ["a/1.txt", "a/2.txt", "b.txt", "c.txt"]), "c.txt"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a", "is a folder; say -r to read what is in it"),
        ("none.txt", "No such file or directory"),
        ("\0", "embedded null byte"),
    ],
)
def test_what_cannot_be_opened_is_one_line(folder: Path, name: str, said: str) -> None:
    (document,) = read(folder / name)
    with pytest.raises(ReadingError) as caught:
        list(document.chunks)
    assert str(caught.value) == f"{folder / name}: {said}"


def test_a_folder_that_may_not_be_read_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", refuse)
    assert list(files([folder, "x" * 5000], recursive=True)) == [str(folder), "x" * 5000]


def test_a_name_can_be_given(folder: Path) -> None:
    assert [document.name for document in read(folder / "b.txt", "letter")] == ["letter"]
    assert [document.name for document in read(io.BytesIO(b"A/1"))] == ["-"]


BEGINNINGS = [
    b"",
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>",
    b"PK\x03\x04",
    b"<html><a href=",
    b"<?xml ?><a>",
]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=5000))
def test_any_bytes_are_read_or_refused(beginning: bytes, data: bytes) -> None:
    for document in read(io.BytesIO(beginning + data), "any"):
        with suppress(ReadingError):
            assert all(chunk.text is not None for chunk in document.chunks)


@given(st.data())
def test_spoiled_archives_are_read_or_refused(data: st.DataObject) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", '<a><b PartName="/w/d.xml" ContentType="word/document.main+xml"/></a>')
        package.writestr("w/d.xml", "<w><p><t>A/78/1</t></p></w>")
    spoiled = bytearray(file.getvalue())
    for _ in range(data.draw(st.integers(1, 20))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    for document in read(io.BytesIO(spoiled), "any"):
        with suppress(ReadingError):
            assert all(chunk.text is not None for chunk in document.chunks)
