"""Files, folders and what is wrong with them."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NoReturn, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undocs.reading import ReadingError, files, read


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
        ("a", "is a directory (use -r)"),
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


def test_a_folder_is_given_as_it_is_unless_it_is_to_be_walked(folder: Path) -> None:
    assert list(files([folder, folder / "b.txt", "-"])) == [str(folder), str(folder / "b.txt"), "-"]


def test_only_regular_files_of_a_folder_are_given(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "link.txt").symlink_to(folder / "b.txt")
    (folder / "gone").symlink_to(folder / "none")
    (folder / "a" / "deeper").mkdir()
    (folder / "a" / "deeper" / "3.txt").write_text("A/1")
    found = [str(Path(name).relative_to(folder)) for name in files([folder], recursive=True)]
    assert found == ["a/1.txt", "a/2.txt", "a/deeper/3.txt", "b.txt", "c.txt", "link.txt"]


def test_a_hidden_file_that_is_named_is_given(folder: Path) -> None:
    assert list(files([folder / ".git", folder / ".hidden"], recursive=True)) == [
        str(folder / ".git" / "config"),
        str(folder / ".hidden"),
    ]


class Failing(io.RawIOBase):
    """A stream that gives a line and fails."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error
        self._begun = False

    def readable(self) -> bool:
        return True

    def read(self, _: int = -1) -> bytes:
        if self._begun:
            raise self._error
        self._begun = True
        return b"A/1\n"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError("no number"), "no number"),
        (ValueError("two\n  lines"), "two lines"),
        (KeyError(), "KeyError"),
        (ReadingError("other", "as it says"), "as it says"),
    ],
    ids=["of the system", "without a number", "of two lines", "without words", "of a reader"],
)
def test_an_error_is_one_line_after_what_could_be_read(error: Exception, said: str) -> None:
    (document,) = read(cast("IO[bytes]", Failing(error)), "it")
    assert (document.format, next(document.chunks).text) == ("text", "A/1\n")
    with pytest.raises(ReadingError) as caught:
        next(document.chunks)
    assert caught.value.reason == said


def test_an_empty_name_is_said() -> None:
    (document,) = read("")
    assert (document.name, document.format) == ("", "unreadable")
    with pytest.raises(ReadingError, match=r"^empty file name$"):
        list(document.chunks)


def test_only_a_file_with_a_name_is_said_to_be_empty() -> None:
    assert [document.warnings for document in read(io.BytesIO(b""), "it")] == [["is empty"]]
    assert [document.warnings for document in read(io.BytesIO(b""))] == [[]]
    assert [document.warnings for document in read(io.BytesIO(b" "), "it")] == [[]]


def test_an_archive_may_come_through_a_pipe() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("a.txt", "A/1")
    pipe = io.BufferedReader(Unseekable(file.getvalue()))
    assert [(document.name, next(document.chunks).text) for document in read(pipe)] == [("-!a.txt", "A/1")]


class Unseekable(io.RawIOBase):
    """A pipe."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # whatever has room
        return self._content.readinto(buffer)


class Enormous(io.BytesIO):
    """A copy that takes each byte for a mebibyte."""

    def __init__(self, max_size: int) -> None:
        super().__init__()
        assert max_size == 16_777_216

    def tell(self) -> int:
        return super().tell() << 20


@pytest.mark.parametrize(("mebibytes", "said"), [(2048, "File is not a zip file"), (2049, "more than 2 GiB")])
def test_what_must_be_copied_is_no_larger_than_2_gibibytes(
    mebibytes: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.SpooledTemporaryFile", Enormous)
    (document,) = read(io.BytesIO(b"PK\x03\x04".ljust(mebibytes, b"x")), "it")
    with pytest.raises(ReadingError, match=said):
        list(document.chunks)


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
