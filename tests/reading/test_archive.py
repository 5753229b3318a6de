"""Zip archives and their limits."""

from __future__ import annotations

import io
import zipfile

import pytest
from undocs.reading import ReadingError, read


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
        ("z!d.png", "unreadable", "unsupported format: binary file"),
        ("z!e.txt", "text", "A/4"),
    ]


def nested(depth: int) -> bytes:
    """Put a text into archives in one another."""
    data = b"A/1"
    for _ in range(depth):
        data = packed({"x": data})
    return data


def test_archives_may_be_in_one_another_three_deep() -> None:
    assert seen(nested(4)) == [("z!x!x!x!x", "text", "A/1")]
    assert seen(nested(5)) == [("z!x!x!x!x", "unreadable", "archives nested too deep: more than 4")]


def declared(*sizes: int) -> bytes:
    """Pack files of one letter each, which say that they have so many bytes unpacked."""
    data = bytearray(packed({f"{number}.txt": b"A" for number in range(len(sizes))}))
    at = 0
    for size in sizes:
        at = data.index(b"PK\x01\x02", at) + 24
        data[at : at + 4] = size.to_bytes(4, "little")
    return bytes(data)


TOO_MUCH = "too large: an archive of more than 100,000 files or 4 GiB"


def test_an_archive_unpacks_to_4_gibibytes_at_most() -> None:
    assert [said for _, _, said in seen(declared(3_221_225_472, 1_073_741_824))] == ["A", "A"]
    assert seen(declared(3_221_225_472, 1_073_741_825)) == [("z", "unreadable", TOO_MUCH)]


def test_what_one_archive_takes_is_not_there_for_the_next() -> None:
    inner = {"a.zip": declared(3_221_225_472), "b.zip": declared(1_073_741_824), "c.txt": b"A"}
    assert seen(packed(inner)) == [
        ("z!a.zip!0.txt", "text", "A"),
        ("z!b.zip", "unreadable", TOO_MUCH),
        ("z!c.txt", "text", "A"),
    ]


def many(count: int) -> bytes:
    """Write an archive that lists one empty file so many times."""
    data = packed({"a.txt": b"A"})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    listed = data[start:end] * count
    tail = bytearray(data[end:])
    tail[12:16] = len(listed).to_bytes(4, "little")
    return data[:start] + listed + bytes(tail)


def test_an_archive_holds_100_000_files_at_most() -> None:
    assert next(read(io.BytesIO(many(100_000)), "z")).name == "z!a.txt"
    (document,) = read(io.BytesIO(many(100_001)), "z")
    with pytest.raises(ReadingError, match="more than 100,000 files"):
        list(document.chunks)


def test_what_is_hidden_is_not_counted_and_not_read() -> None:
    hidden = (".a", "b/.c", ".d/e", "__MACOSX/f", "g/__MACOSX/h", "__MACOSX_i/j")
    assert seen(packed(dict.fromkeys(hidden, b"A/1") | {"k.": b"A/2", "l/m.n": b"A/3", "MACOSX/o": b"A/4"})) == [
        ("z!MACOSX/o", "text", "A/4"),
        ("z!k.", "text", "A/2"),
        ("z!l/m.n", "text", "A/3"),
    ]


def test_a_folder_is_no_file() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("folder/", b"")
        package.writestr("folder/a", b"A/1")
    assert [name for name, _, _ in seen(file.getvalue())] == ["z!folder/a"]


def test_an_empty_file_in_an_archive_is_said() -> None:
    (document,) = read(io.BytesIO(packed({"a": b""})), "z")
    assert (list(document.chunks), document.warnings) == ([], ["is empty"])


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
