"""undocs get: whole files, under the Library's names, and none replaced unasked."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner
from un_replies import CHANGED, content
from un_server import Server, serving
from undocs.records.download import file_name
from undocs_cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "/doc/undoc/gen/a_res_60_1/pdf/fr.pdf"
NAME = "A_RES_60_1-FR.pdf"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def get(server: Server, folder: Path, *arguments: str, code: int = 0) -> tuple[list[dict[str, Any]], str]:
    """Return the rows, and what stood on standard error."""
    result = CliRunner().invoke(
        app, ["get", "-f", "json", "-o", str(folder), "-l", "fr", *arguments], env=server.environment
    )
    assert result.exit_code == code, result.output
    return json.loads(result.stdout), result.stderr


def whole(size: int = 200_000, kind: str = "pdf") -> bytes:
    return content("a_res_60_1", "fr", kind, size)


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("A/RES/60/1", "A_RES_60_1-FR.pdf"),
        ("A/79/PV.1", "A_79_PV.1-FR.pdf"),
        ("S/RES/2421 (2018)", "S_RES_2421_(2018)-FR.pdf"),
        ("A/RES/63/108[B-IV]", "A_RES_63_108^B-IV^-FR.pdf"),
        ("A/C.1/52/L.1*", "A_C.1_52_L.1!-FR.pdf"),
        ("A/1:2;3", "A_1#2%3-FR.pdf"),
    ],
)
def test_a_file_is_named_as_the_library_does(symbol: str, name: str) -> None:
    assert file_name(symbol, "fr", ".pdf") == name


def test_files_are_saved_and_the_absent_ones_told(server: Server, tmp_path: Path) -> None:
    rows, told = get(server, tmp_path / "new" / "folder", "A/RES/60/1", "A/RES/404/1", "-l", "en")
    assert [(row["symbol"], row["language"], row["status"], row["bytes"]) for row in rows] == [
        ("A/RES/60/1", "fr", "found", 200_000),
        ("A/RES/60/1", "en", "found", 200_000),
        ("A/RES/404/1", "fr", "absent", 0),
        ("A/RES/404/1", "en", "absent", 0),
    ]
    assert told == "undocs: 2 saved, 2 absent: A/RES/404/1 fr, A/RES/404/1 en\n"
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == ["A_RES_60_1-EN.pdf", NAME]
    assert (tmp_path / "new" / "folder" / NAME).read_bytes() == whole()


def test_nothing_found_is_told_by_the_exit_code(server: Server, tmp_path: Path) -> None:
    get(server, tmp_path, "A/RES/404/1", code=1)


def test_the_word_processors_file_is_named_by_what_it_is(server: Server, tmp_path: Path) -> None:
    [row], _ = get(server, tmp_path, "A/RES/60/1", "--type", "doc")
    assert row["file"] == str(tmp_path / "A_RES_60_1-FR.doc")
    assert (tmp_path / "A_RES_60_1-FR.doc").read_bytes() == whole(kind="doc")


def test_a_file_that_is_there_is_kept_without_a_request(server: Server, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"mine")
    [row], told = get(server, tmp_path, "A/RES/60/1")
    assert (row["status"], told) == ("kept", "undocs: 1 there before\n")
    assert (tmp_path / NAME).read_bytes() == b"mine"
    assert not server.asked
    [row], _ = get(server, tmp_path, "A/RES/60/1", "--force")
    assert (row["status"], (tmp_path / NAME).read_bytes()) == ("found", whole())


def test_parts_that_stand_in_one_document_give_one_file(server: Server, tmp_path: Path) -> None:
    server.missing = {"A/RES/60/1[A]", "A/RES/60/1[B]", "A/RES/60/1A", "A/RES/60/1B"}
    rows, _ = get(server, tmp_path, "A/RES/60/1[A]", "A/RES/60/1[B]")
    assert {row["file"] for row in rows} == {str(tmp_path / NAME)}
    assert sorted(row["status"] for row in rows) in (["found", "kept"], ["found", "found"])
    assert all("A/RES/60/1" in row["note"] for row in rows if row["status"] == "found")
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).read_bytes() == whole()


def test_what_breaks_off_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    server.faults[PATH] = "cut, then well"
    server.seen[PATH] = -1  # it is asked for once before, to see what it is
    get(server, tmp_path, "A/RES/60/1")
    assert (tmp_path / NAME).read_bytes() == whole()
    assert server.ranges == ["bytes=100000-"]


@pytest.mark.posix
def test_a_second_run_goes_on_where_the_first_was_ended(server: Server, tmp_path: Path, command: list[str]) -> None:
    server.faults[PATH] = "stall"
    environment = os.environ | server.environment | {"UNDOCS_TIMEOUT": "50"}
    process = subprocess.Popen(
        [*command, "get", "A/RES/60/1", "-l", "fr", "-o", tmp_path],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    part = tmp_path / f"{NAME}.part"
    while not part.exists() or part.stat().st_size < 90_000:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out.decode().split("\t")[2]) == (130, "unknown"), err
    assert [path.name for path in tmp_path.iterdir()] == [part.name]
    size = part.stat().st_size
    server.faults.clear()
    get(server, tmp_path, "A/RES/60/1")
    assert server.ranges == [f"bytes={size}-"]
    assert (tmp_path / NAME).read_bytes() == whole()


def test_a_part_of_another_state_of_the_file_is_not_taken_up(server: Server, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"%PDF older")
    get(server, tmp_path, "A/RES/60/1")
    assert (tmp_path / NAME).read_bytes() == whole()


def test_a_part_that_is_longer_than_the_file_is_begun_anew(server: Server, tmp_path: Path) -> None:
    from email.utils import parsedate_to_datetime

    part = tmp_path / f"{NAME}.part"
    part.write_bytes(whole() + b"more")
    changed = parsedate_to_datetime(CHANGED).timestamp()
    os.utime(part, (changed, changed))
    get(server, tmp_path, "A/RES/60/1")
    assert (tmp_path / NAME).read_bytes() == whole()


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ("page", "unknown"),
        ("404", "unknown"),
        ("to a file", "unknown"),
        ("challenge", "blocked"),
        ("503", "unavailable"),
        ("packed bomb", "unknown"),
        ("cut", "unavailable"),
        ("silence", "unavailable"),
    ],
)
def test_what_is_no_whole_file_leaves_none(server: Server, tmp_path: Path, fault: str, status: str) -> None:
    """The fault comes after the file was seen, when it is fetched."""
    server.faults[PATH] = fault
    server.seen[PATH] = -1
    (tmp_path / f"{NAME}.part").write_bytes(b"%PDF the beginning of it")
    [row, other], told = get(server, tmp_path, "A/RES/60/1", "A/RES/60/2", code=2)
    assert (row["status"], row["file"]) == (status, "")
    assert told.splitlines()[0].startswith("undocs: A/RES/60/1: ")
    assert not (tmp_path / NAME).exists()
    assert other["status"] in ({"blocked", "found"} if status == "blocked" else {"found"})


def test_a_folder_that_cannot_be_is_an_error_of_its_files(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    [row], told = get(server, tmp_path / "file", "A/RES/60/1", code=2)
    assert row["status"] == "unknown"
    assert "Not a directory" in told or "exists" in told
