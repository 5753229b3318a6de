"""How the command behaves towards the shell: exit codes, closed pipes, interruption, what goes where."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from undocs_cli.output import Format

if TYPE_CHECKING:
    from conftest import Run

REPORT = str(Path(__file__).parents[2] / "examples/ctoc-cop-2024-report.txt")

ENDS = [  # arguments, standard input, exit code, lines on standard output, what standard error says
    (("extract",), b"nothing here", 1, 0, b""),
    (("extract",), b"", 1, 0, b""),
    (("extract", "missing.txt", REPORT), b"", 2, 5, b"undocs: missing.txt: No such file or directory\n"),
    (("extract", ""), b"", 2, 0, b"undocs: empty file name\n"),
    (("extract", "--organ", "a/hrc", REPORT), b"", 0, 5, b""),
    (("extract", "."), b"", 2, 0, b"undocs: .: is a directory (use -r)\n"),
    (("extract", "--organ", "X", REPORT), b"", 2, 0, b"undocs: no such organ: X"),
    (("resolve", "24/7", "A/RES/60/1"), b"", 2, 1, b"undocs: not a document symbol, expected the letters of"),
    (("resolve", "-"), b"A/RES/60/1\n\nHIV/AIDS\n", 2, 1, b"\n  HIV/AIDS\n  ^^^\n"),
    (("resolve", "-"), b"", 1, 0, b""),
    (("explain", "OEA/Ser.L/III.15"), b"", 2, 0, b"\n  OEA/Ser.L/III.15\n  ^^^\n"),
    (("series", "no such body at all"), b"", 1, 0, b""),
    (("extract", "-f", "nope"), b"", 2, 0, b"is not one of 'table', 'plain'"),
]
DEVICES = [  # the same, with files that only POSIX systems have
    (("extract", "/bin/sh", REPORT), b"", 2, 5, b"undocs: /bin/sh: unsupported format: binary file\n"),
    (("get", "A/RES/60/1", "-o", "/dev/null"), b"", 2, 1, b"undocs: A/RES/60/1: /dev/null: File exists\n"),
    (("extract", "/dev/null"), b"", 1, 0, b"undocs: /dev/null: is empty\n"),
]


@pytest.mark.parametrize("end", [*ENDS, *(pytest.param(end, marks=pytest.mark.posix) for end in DEVICES)])
def test_ends(end: tuple[tuple[str, ...], bytes, int, int, bytes], invoke: Run) -> None:
    arguments, given, code, lines, told = end
    run = invoke(*arguments, stdin=given)
    assert (run.returncode, len(run.stdout.splitlines())) == (code, lines)
    assert told in run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.slow
@pytest.mark.posix
def test_a_closed_pipe_is_no_error(command: list[str], tmp_path: Path) -> None:
    """More rows than a pipe holds, and a reader that stops after one."""
    (tmp_path / "long.txt").write_text("A/RES/60/1, S/RES/1325 (2000)\n" * 20_000)
    with subprocess.Popen(
        [*command, "extract", "--all", "long.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b"A/RES/60/1\t")
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.slow
@pytest.mark.posix
def test_the_first_rows_of_a_stream_come_before_its_end_and_ctrl_c_ends_it(command: list[str]) -> None:
    with subprocess.Popen(
        [*command, "extract", "-f", "plain", "--all"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(b"A/RES/60/1 and more.\n\n" * 2_000)
        running.stdin.flush()
        assert running.stdout.readline() == b"A/RES/60/1\n"
        running.send_signal(signal.SIGINT)
        running.stdout.read()
        assert running.stderr.read() == b""
    assert running.returncode == 130


NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, where every write fails")
STREAMS = [  # what is done to the streams, arguments, exit code, lines on standard output
    ("2>&-", ("extract", REPORT), 0, 5),
    ("2>&-", ("resolve", "zzz", "A/RES/60/1"), 2, 1),
    ("<&-", ("extract",), 1, 0),
    ("<&-", ("resolve", "-"), 1, 0),
    ("<&-", ("extract", REPORT), 0, 5),
    pytest.param(("2>/dev/full", ("extract", REPORT, "missing.txt"), 2, 5), marks=NEEDS_FULL),
    pytest.param(("2>/dev/full", ("resolve", "A/RES/60/1", "zzz"), 2, 1), marks=NEEDS_FULL),
]


@pytest.mark.slow
@pytest.mark.parametrize("case", STREAMS)
@pytest.mark.posix
def test_streams_that_are_closed_or_full_cost_no_result(
    case: tuple[str, tuple[str, ...], int, int], command: list[str]
) -> None:
    streams, arguments, code, lines = case
    run = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {streams}', "sh", *command, *arguments], capture_output=True, check=False
    )
    assert (run.returncode, len(run.stdout.splitlines()), run.stderr) == (code, lines, b"")


@pytest.mark.parametrize("options", [("-f", "urls"), ("-f", "plain"), ("-f", "plain", "--kind", "citation")])
def test_a_row_that_shows_nothing_is_nothing_found(options: tuple[str, ...], invoke: Run) -> None:
    run = invoke("extract", *options, stdin=b"decision 1/CP.21")
    assert (run.returncode, run.stdout) == (1, b"")


@pytest.mark.slow
@pytest.mark.posix
def test_a_closed_output_is_one_line(command: list[str]) -> None:
    run = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&-', "sh", *command, "extract", REPORT], capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (2, b"undocs: standard output is closed\n")


@pytest.mark.slow
@NEEDS_FULL
@pytest.mark.posix
def test_a_full_disk_is_one_line(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([*command, "extract", REPORT], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (run.returncode, run.stderr) == (2, b"undocs: cannot write the result: No space left on device\n")


def test_results_are_utf8_whatever_the_locale(undocs: Run) -> None:
    given = "القرار 217 ألف (د-3)".encode()
    run = undocs("extract", "--all", stdin=given, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert run.returncode == 0
    assert given[13:] in run.stdout


@pytest.mark.posix
@pytest.mark.skipif(sys.platform == "darwin", reason="file names are UTF-8 there")
def test_a_name_that_is_no_utf8_is_shown_as_it_is(invoke: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A/RES/60/1")
    assert b"\tcaf\xe9.txt\t" in invoke("extract", os.fsdecode(b"caf\xe9.txt"), cwd=tmp_path).stdout
    run = invoke("extract", "-f", "json", os.fsdecode(b"caf\xe9.txt"), cwd=tmp_path)
    assert b'"file": "caf\\udce9.txt"' in run.stdout


HOSTILE = ["\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\u202e", "\r", "[/bold]", "[link=https://example.org]"]


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("bad", HOSTILE, ids=ascii)
@pytest.mark.posix
def test_nothing_from_outside_is_obeyed(form: Format, bad: str, invoke: Run, tmp_path: Path) -> None:
    name = f"{bad.replace('/', '')}.txt"
    (tmp_path / name).write_text(
        f"resolution{bad} 60/1 {bad} A/66/10 {bad} and Add.1 CTOC/COP/{bad}2024/6{bad}", "utf-8"
    )
    run = invoke("extract", "--all", "-f", form, name, cwd=tmp_path)
    assert run.returncode == 0
    assert b"A/66/10" in run.stdout
    assert not set("\x1b\x07\x9b\u202e\r") & set(run.stdout.decode() + run.stderr.decode())
