"""Zip archives and their limits."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from undocs.reading import ReadingError, archive, read

if TYPE_CHECKING:
    import pytest


def packed(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return file.getvalue()


def seen(data: bytes) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for document in read(io.BytesIO(data), "z"):
        try:
            said = "".join(chunk.text for chunk in document.chunks)
        except ReadingError as error:
            said = error.reason
        found.append((document.name, document.format, said))
    return found


def test_what_is_inside_comes_in_order_and_one_bad_file_stops_nothing() -> None:
    inner = packed({"deep.txt": b"A/3"})
    files = {"b.txt": b"A/2", "a/a.html": b"<p>A/1", "c.zip": inner, "d.png": b"\x89PNG\0", "e.txt": b"A/4"}
    data = packed(files | {".hidden": b"A/5", "__MACOSX/a": b"A/6"})
    assert seen(data) == [
        ("z!a/a.html", "html", "A/1\n"),
        ("z!b.txt", "text", "A/2"),
        ("z!c.zip!deep.txt", "text", "A/3"),
        ("z!d.png", "unreadable", "not readable: a binary file"),
        ("z!e.txt", "text", "A/4"),
    ]


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({"a": b"A/1" * 100, "b": b"A/2"})
    too_deep = b"A/1"
    for _ in range(archive.DEPTH + 2):
        too_deep = packed({"x": too_deep})
    assert [said for _, _, said in seen(too_deep)] == ["not readable: too many archives in one another"]
    for limits in [archive.Limits(files=1), archive.Limits(size=302)]:
        monkeypatch.setattr("undocs.reading.archive.Limits", lambda limits=limits: limits)
        assert [said for _, _, said in seen(data)] == ["not readable: an archive of more than 100,000 files or 4 GiB"]


def test_broken_and_locked_archives() -> None:
    data = packed({"a": b"A/1" * 1000})
    locked = bytearray(data)
    for header, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[data.index(header) + flags] |= 1
    assert "password required" in seen(bytes(locked))[0][2]
    spoiled = data.replace(data[40:50], b"\xff" * 10)
    assert seen(spoiled)[0][1:] != ("text", "A/1" * 1000)
    assert [name for name, _, _ in seen(spoiled)] == ["z!a"]
    assert seen(data[:-30])[0][1:] == ("unreadable", "File is not a zip file")
