"""Many documents, on one process and on several."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest
from undocs import UndocsError
from undocs.corpus.batch import Found, Problem, names_in_files, scan_files
from undocs.reading import files
from undocs.reading.limits import SHARD
from undocs.reading.shards import shards

if TYPE_CHECKING:
    from pathlib import Path

    from undocs.extract import Options


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"see A/78/{number + 1}\n" * (number % 3 + 1))
    (tmp_path / "07.txt").write_bytes(b"\x89PNG\0")
    (tmp_path / "11.txt").write_bytes("A/78/12 à\n".encode("cp1252"))
    return tmp_path


def test_the_order_is_that_of_the_files_whatever_the_jobs(folder: Path) -> None:
    alone = list(scan_files(files([folder], recursive=True)))
    assert list(scan_files(files([folder], recursive=True), jobs=2)) == alone
    found = [str(one.place.mention.symbol) for one in alone if isinstance(one, Found)]
    assert list(dict.fromkeys(found)) == [f"A/78/{number + 1}" for number in range(20) if number != 7]
    assert [one for one in alone if isinstance(one, Problem)] == [
        Problem(f"{folder}/07.txt: unsupported format: binary file", fatal=True),
        Problem(f"{folder}/11.txt: not all UTF-8: the rest decoded as cp1252", fatal=False),
    ]


def test_standard_input_keeps_its_turn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A/79/1")))
    given = [str(folder / "00.txt"), "-", str(folder / "01.txt")]
    found = [str(one.place.mention.symbol) for one in scan_files(given, jobs=2) if isinstance(one, Found)]
    assert found == ["A/78/1", "A/79/1", "A/78/2", "A/78/2"]


def test_an_end_before_the_end_leaves_no_work_behind(folder: Path) -> None:
    found = scan_files(files([folder], recursive=True), jobs=2)
    assert isinstance(next(found), Found)
    found.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a text of some parts, with a symbol broken over a line in every paragraph and a byte that is no UTF-8."""
    path = tmp_path_factory.mktemp("large") / "large.txt"
    with path.open("wb") as file:
        for number in range(5_000):
            file.write(
                f"{number}. It took note of A/66/{number} and Corr.1, A/C.4/\n{number} as a whole text.\n\n".encode()
                + b"So it went on from one day to the next.\n" * 40
                + b"And so on.\n\n"
            )
        file.write(b"The last is \xe0 A/78/1.\n" + b"x" * SHARD + b"\n")
    return path


def test_a_large_file_is_shared_and_gives_the_same_in_the_same_order(large: Path) -> None:
    assert len(shards(str(large))) > 1
    told = list(names_in_files([str(large)], citations=False))
    shared = list(names_in_files([str(large)], jobs=2, citations=False))
    alone = [name for lines in told if isinstance(lines, str) for name in lines.split("\n")]
    assert [name for lines in shared if isinstance(lines, str) for name in lines.split("\n")] == alone
    assert len(alone) > 14_000
    trouble = [Problem(f"{large}: not all UTF-8: the rest decoded as cp1252", fatal=False)]
    assert [one for one in told if isinstance(one, Problem)] == trouble
    assert [one for one in shared if isinstance(one, Problem)] == trouble


def test_parts_are_the_whole_file(large: Path) -> None:
    cuts = shards(str(large))
    assert [part.start for part in cuts[1:]] == [part.end for part in cuts[:-1]]
    assert (cuts[0].start, cuts[-1].end) == (0, large.stat().st_size)


@pytest.mark.parametrize("head", [b"%PDF-1.7", b"\xff\xfe", b"<html><p>", b"\x89PNG\0", b"no paragraphs "])
def test_what_is_no_large_text_in_paragraphs_is_not_shared(head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "it"
    path.write_bytes(head + b"A/66/10 and so on, " * (SHARD // 6))
    assert shards(str(path)) == []
    assert shards(str(tmp_path / "none")) == []


def _ends(options: Options, file: str) -> None:  # noqa: ARG001 # takes what the real one takes
    os._exit(9)  # as the system ends a process that wants too much memory


def test_a_process_that_is_ended_is_one_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("undocs.corpus.batch._scan", _ends)
    with pytest.raises(UndocsError, match="ended before its work"):
        list(scan_files(files([folder], recursive=True), jobs=2))


def test_names_are_those_of_the_survey(folder: Path) -> None:
    given = list(files([folder], recursive=True))
    named = list(names_in_files(given, jobs=2))
    alone = list(scan_files(given))
    assert [name for lines in named if isinstance(lines, str) for name in lines.split("\n")] == [
        str(one.place.mention.symbol) for one in alone if isinstance(one, Found)
    ]
    assert [one for one in named if isinstance(one, Problem)] == [one for one in alone if isinstance(one, Problem)]
