"""Many documents, on one process and on several."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from undocs.reading import files
from undocs.survey import Found, Trouble, survey

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"see A/78/{number + 1}\n" * (number % 3 + 1))
    (tmp_path / "07.txt").write_bytes(b"\x89PNG\0")
    (tmp_path / "11.txt").write_bytes("A/78/12 à\n".encode("cp1252"))
    return tmp_path


def test_the_order_is_that_of_the_files_whatever_the_jobs(folder: Path) -> None:
    alone = list(survey(files([folder], recursive=True)))
    assert list(survey(files([folder], recursive=True), jobs=2)) == alone
    found = [str(one.place.mention.symbol) for one in alone if isinstance(one, Found)]
    assert list(dict.fromkeys(found)) == [f"A/78/{number + 1}" for number in range(20) if number != 7]
    assert [one for one in alone if isinstance(one, Trouble)] == [
        Trouble(f"{folder}/07.txt: not readable: a binary file", fatal=True),
        Trouble(f"{folder}/11.txt: not all UTF-8: the rest decoded as cp1252", fatal=False),
    ]


def test_standard_input_keeps_its_turn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A/79/1")))
    given = [str(folder / "00.txt"), "-", str(folder / "01.txt")]
    found = [str(one.place.mention.symbol) for one in survey(given, jobs=2) if isinstance(one, Found)]
    assert found == ["A/78/1", "A/79/1", "A/78/2", "A/78/2"]


def test_an_end_before_the_end_leaves_no_work_behind(folder: Path) -> None:
    found = survey(files([folder], recursive=True), jobs=2)
    assert isinstance(next(found), Found)
    found.close()
