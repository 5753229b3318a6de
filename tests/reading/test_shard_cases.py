"""Where a large text is cut into shards: within 64 KiB after each 4 MiB, at the end of a sentence and paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from undocs.reading import ReadingError
from undocs.reading.shards import read_shard, shards

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 9_000_000


def written(path: Path, *pieces: tuple[int, bytes], size: int = SIZE, head: bytes = b"x" * 1024) -> str:
    """Write a file of zero bytes but for its head and the pieces, each with its place."""
    with path.open("wb") as file:
        file.write(head)
        for place, piece in pieces:
            file.seek(place)
            file.write(piece)
        file.truncate(size)
    return str(path)


def spans(path: str) -> list[tuple[int, int, str]]:
    return [(shard.start, shard.end, shard.encoding) for shard in shards(path)]


ENDS = {
    b" end.\n\n": True,
    b"\nend.\n\n": True,
    b" end.\r\n\r\n": True,
    b" end. \t\n\n": True,
    b" abcdefghijklmnopqrst.\n\n": True,
    b" abcdefghijklmnopqrstu.\n\n": False,
    b" en.\n\n": False,
    b" End.\n\n": False,
    b" 1end.\n\n": False,
    b" end1.\n\n": False,
    b"-end.\n\n": False,
    b" end;\n\n": False,
    b" end\n\n": False,
    b" end.\n": False,
    b" end.\n \n": False,
    b" A/66/10.\n\n": False,
}


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_a_shard_ends_where_a_sentence_and_a_paragraph_end(end: bytes, tmp_path: Path) -> None:
    cut = 4_200_000 + len(end)
    found = spans(written(tmp_path / "it", (4_200_000, end)))
    assert found == ([(0, cut, "utf-8"), (cut, SIZE, "utf-8")] if ENDS[end] else [])


def test_the_end_is_looked_for_in_64_kibibytes(tmp_path: Path) -> None:
    last = 4_194_304 + 65_536
    assert spans(written(tmp_path / "it", (last - 7, b" end.\n\n"))) == [(0, last, "utf-8"), (last, SIZE, "utf-8")]
    assert spans(written(tmp_path / "it", (last - 6, b" end.\n\n"))) == []
    assert spans(written(tmp_path / "it", (4_194_304, b" end.\n\n")))[0] == (0, 4_194_311, "utf-8")
    assert spans(written(tmp_path / "it", (4_194_303, b" end.\n\n"))) == []


def test_a_file_is_large_from_8_mebibytes(tmp_path: Path) -> None:
    assert len(spans(written(tmp_path / "it", (4_200_000, b" end.\n\n"), size=8_388_608))) == 2
    assert spans(written(tmp_path / "it", (4_200_000, b" end.\n\n"), size=8_388_607)) == []


def test_the_last_shard_is_shorter_than_8_mebibytes(tmp_path: Path) -> None:
    ends = ((4_200_000, b" end.\n\n"), (8_400_000, b" end.\n\n"))
    size = 4_200_007 + 8_388_608
    path = written(tmp_path / "it", *ends, size=size)
    assert [start for start, _, _ in spans(path)] == [0, 4_200_007, 8_400_007]
    assert [start for start, _, _ in spans(written(tmp_path / "it", *ends, size=size - 1))] == [0, 4_200_007]
    assert spans(written(tmp_path / "it", ends[0], size=size)) == [], "one end is missing"


@pytest.mark.parametrize(
    ("head", "encodings"),
    [
        (b"\xef\xbb\xbfA", ["utf-8-sig", "utf-8"]),
        (b"A", ["utf-8", "utf-8"]),
        (b"\xff\xfeA\0", []),
        (b"<html>", []),
        (b"%PDF-", []),
        (b"\x1f\x8b", []),
        (b"A\0", []),
    ],
)
def test_only_text_in_utf_8_is_cut(head: bytes, encodings: list[str], tmp_path: Path) -> None:
    path = written(tmp_path / "it", (4_200_000, b" end.\n\n"), head=head + b"x" * 1024)
    assert [encoding for _, _, encoding in spans(path)] == encodings


def test_what_is_no_file_has_no_shards(tmp_path: Path) -> None:
    assert shards(str(tmp_path)) == []
    assert shards(str(tmp_path / "none")) == []
    assert shards("\0") == []


def test_the_text_of_the_shards_is_that_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path / "it", (4_200_000, b" end.\n\nA/1 \xe9"), head=b"\xef\xbb\xbfA/2" + b"x" * 1024)
    first, second = shards(path)
    warnings: list[str] = []
    text = "".join(chunk.text for chunk in read_shard(first, warnings))
    assert (text[:4], text[-7:], len(text), warnings) == ("A/2x", " end.\n\n", 4_200_004, [])
    text = "".join(chunk.text for chunk in read_shard(second, warnings))
    assert (text[:5], len(text)) == ("A/1 é", SIZE - 4_200_007)
    assert warnings == ["not all UTF-8: the rest decoded as cp1252"]


def test_a_file_that_has_gone_is_one_error(tmp_path: Path) -> None:
    path = written(tmp_path / "it", (4_200_000, b" end.\n\n"))
    first, _ = shards(path)
    (tmp_path / "it").unlink()
    with pytest.raises(ReadingError) as caught:
        list(read_shard(first, []))
    assert str(caught.value) == f"{path}: No such file or directory"
