"""Files of records: which form they are in is known by what is in them, and what cannot be read is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from case_files import toml, why
from undocs.errors import ReadingError
from undocs.records.formats.detect import entries
from undocs.records.formats.entry import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def read(data: bytes, size: int = 1 << 30) -> list[str]:
    """Return the kind, symbol and title of each record of a file, and the reason of each fault."""
    found = []
    for one in entries("f", pieces(data, size)):
        if isinstance(one, Fault):
            parsed = r"(?<=broken XML: ).*|(?<=malformed record: ).*"
            found.append("!" + re.sub(parsed, "…", one.reason))
        else:
            found.append(f"{one.kind} {one.record.symbol} {one.record.title}")
    return found


@pytest.mark.parametrize("case", toml("detect.toml"), ids=why)
def test_a_file_in_pieces_of_any_size(case: dict[str, Any]) -> None:
    data = case["text"].encode(case.get("encoding", "utf-8"))
    for size in (1, 7, 1 << 30):
        if "error" in case:
            with pytest.raises(ReadingError) as raised:
                read(data, size)
            assert str(raised.value) == f"f: {case['error']}"
            assert raised.value.__cause__ is None
        else:
            assert read(data, size) == case["read"]


@pytest.mark.parametrize(("before", "known"), [(65_530, True), (65_531, False)])
def test_how_much_of_a_file_tells_what_it_is(before: int, known: bool) -> None:  # noqa: FBT001
    data = b"x" * (before - 1) + b"\n=191  \\\\$aA/1\n"
    if known:
        assert read(data, 4) == ["marc A/1 "]
    else:
        with pytest.raises(ReadingError, match="not a known kind of records"):
            read(data, 1)


def test_what_is_read_is_given_before_more_is_taken() -> None:
    taken = []

    def endless() -> Iterator[bytes]:
        yield b"symbol,title\n" + b" " * 70_000 + b",One\n"
        while True:
            taken.append(1)
            yield b"A/1,Two\n"

    found = entries("f", endless())
    assert not isinstance(one := next(found), Fault)
    assert one.record.title == "One"
    assert not taken
    next(found)
    assert len(taken) == 1


@pytest.mark.parametrize(("length", "refused"), [(4_194_304, False), (4_194_305, True)])
def test_a_line_is_held_up_to_a_limit(length: int, refused: bool) -> None:  # noqa: FBT001
    first = b"=500  \\\\$a" + b"x" * 65_526 + b"\n"
    found = entries("f", iter([first, b"=245  00$a" + b"x" * (length - 10), b"\n=191  \\\\$aA/1\n"]))
    if refused:
        with pytest.raises(ReadingError, match=r"^f: too large: a line of more than 4 million characters$"):
            list(found)
    else:
        (one,) = found
        assert not isinstance(one, Fault)
        assert len(one.record.title) == length - 10


def test_a_cell_that_is_too_long_is_a_fault_of_its_row() -> None:
    rows = f"symbol,title\nA/1,{'x' * 131_073}\nA/2,{'x' * 131_072}\nA/3,Three\n"
    found = [one if one.startswith("!") else one[:14] for one in read(rows.encode())]
    assert found == ["!record 1: field larger than field limit (131072)", "own table A/2 ", "own table A/3 "]


def test_names_that_are_too_long_with_one_mark_are_tried_with_the_next() -> None:
    names = f"symbol\ttitle\t{'x' * 131_070}"
    assert read(f"{names}\nA/1\tOne\tx\n".encode()) == ["own table A/1 One"]
    with pytest.raises(ReadingError, match="not a known kind of records; the file starts with: symbol,title,x"):
        read(f"symbol,title,{'x' * 131_073}\nA/1,One,x\n".encode())


def test_a_name_of_an_encoding_is_no_longer_than_forty_characters() -> None:
    def declared(name: str) -> bytes:
        return f'<?xml version="1.0" encoding="{name}"?><l xmlns="x"/>'.encode()

    with pytest.raises(ReadingError, match=rf"^f: unsupported: a file in an unknown encoding \({'x' * 40}\)$"):
        read(declared("X" * 40))
    assert read(declared("X" * 41)) == []
