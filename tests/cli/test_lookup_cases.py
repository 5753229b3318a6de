"""Rows with their records: what is known at once, what comes, on a terminal and in a pipe, and Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from un_server import Server, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Run


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def ask(server: Server, invoke: Run) -> Run:
    """Run the command against the server."""

    return partial(invoke, **{**server.environment, "UNDOCS_DELAY": "0"})


SYMBOLS = ("A/RES/60/1", "A/RES/60/2", "A/RES/60/3")


@pytest.mark.parametrize("options", [(), ("-f", "table")], ids=["by default", "a table"])
def test_on_a_terminal_what_is_known_has_a_table_of_its_own(options: tuple[str, ...], ask: Run) -> None:
    ask("resolve", "--fetch", SYMBOLS[1])
    out = ask("resolve", "--fetch", *options, "--color", "never", *SYMBOLS, terminal="stdout").stdout.decode()
    names = [line.split()[0] for line in out.splitlines() if line.startswith(("Symbol", "A/RES"))]
    assert names == ["Symbol", SYMBOLS[1], "Symbol", SYMBOLS[0], SYMBOLS[2]]


def test_in_other_formats_on_a_terminal_what_is_known_comes_first(ask: Run) -> None:
    ask("resolve", "--fetch", SYMBOLS[1])
    out = ask("resolve", "--fetch", "-f", "json", *SYMBOLS, terminal="stdout").stdout
    assert [row["symbol"] for row in json.loads(out)] == [SYMBOLS[1], SYMBOLS[0], SYMBOLS[2]]
    assert {row["status"] for row in json.loads(out)} == {"found"}


def test_in_a_pipe_rows_keep_their_order(ask: Run) -> None:
    ask("resolve", "--fetch", SYMBOLS[1])
    out = ask("resolve", "--fetch", "-f", "plain", *SYMBOLS).stdout
    assert out.decode().split() == list(SYMBOLS)


@pytest.mark.parametrize("option", [("--fetch",), ("--source", "library"), ("--offline",), ("--refresh",)])
def test_each_of_these_options_looks_records_up(option: tuple[str, ...], ask: Run) -> None:
    [row] = json.loads(ask("resolve", "-f", "json", *option, "A/RES/60/1").stdout)
    assert row["status"] == ("unknown" if option == ("--offline",) else "found")


def test_a_row_without_a_symbol_waits_for_nothing(ask: Run, server: Server) -> None:
    run = ask("extract", "--fetch", "-f", "json", "--all", stdin=b"decision 1/CP.21")
    [row] = json.loads(run.stdout)
    assert (row["symbol"], row["status"], server.asked) == (None, "", [])


def test_a_reason_is_told_once_and_the_run_fails(ask: Run, server: Server) -> None:
    server.faults = dict.fromkeys(SYMBOLS, "422")
    run = ask("resolve", "--fetch", "-f", "json", *SYMBOLS)
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.startswith(b"undocs: A/RES/60/")


def marks(out: bytes) -> list[list[str]]:
    return [line.split() for line in out.decode().splitlines() if not line.startswith("─")]


def test_check_on_a_terminal_says_yes_no_and_not_known(ask: Run, server: Server) -> None:
    server.faults["A/RES/60/3"] = "503"
    run = ask("check", "--color", "never", "A/RES/60/1", "A/RES/404/1", "A/RES/60/3", terminal="stdout")
    assert marks(run.stdout) == [
        ["Symbol", "En", "Fr", "Es", "Ar", "Zh", "Ru"],
        ["A/RES/60/1", *["yes"] * 6],
        ["A/RES/404/1", *["no"] * 6],
        ["A/RES/60/3", *["?"] * 6],
    ]
    assert run.returncode == 2


def test_check_as_a_table_in_a_pipe(ask: Run) -> None:
    assert marks(ask("check", "-f", "table", "A/RES/60/1").stdout)[1:] == [["A/RES/60/1", *["yes"] * 6]]


def test_check_refresh_asks_again(ask: Run, server: Server) -> None:
    ask("check", "A/RES/60/1")
    asked = len(server.asked)
    ask("check", "A/RES/60/1")
    assert len(server.asked) == asked
    ask("check", "--refresh", "A/RES/60/1")
    assert len(server.asked) == 2 * asked


def test_get_on_a_terminal_is_a_table(ask: Run, tmp_path: Path) -> None:
    run = ask(
        "get", "--color", "never", "-l", "fr", "-o", str(tmp_path), "A/RES/60/1", terminal="stdout", COLUMNS="200"
    )
    head, _, row = run.stdout.decode().splitlines()
    assert head.split() == ["Symbol", "Language", "Status", "File", "Bytes", "Note"]
    assert row.split() == ["A/RES/60/1", "fr", "found", str(tmp_path / "A_RES_60_1-FR.pdf"), "200000"]
    assert (run.returncode, run.stderr) == (0, b"undocs: 1 saved\n")


def test_get_of_nothing_says_nothing(ask: Run) -> None:
    run = ask("get", "-")
    assert (run.returncode, run.stdout, run.stderr) == (1, b"", b"")


def interrupting(when: Callable[[], bool]) -> threading.Thread:
    """Press Ctrl-C a moment after something has happened."""

    def wait() -> None:
        for _ in range(1000):
            if when():
                break
            time.sleep(0.01)
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_ctrl_c_while_records_come_shows_what_has_come(ask: Run, server: Server) -> None:
    ask("resolve", "--fetch", SYMBOLS[0])
    server.faults = dict.fromkeys(SYMBOLS, "silence")
    asked = len(server.asked)
    thread = interrupting(lambda: len(server.asked) > asked)
    run = ask("resolve", "--fetch", "-f", "json", *SYMBOLS, UNDOCS_TIMEOUT="30")
    thread.join()
    assert [row["status"] for row in json.loads(run.stdout)] == ["found", "unknown", "unknown"]
    assert (run.returncode, run.stderr) == (130, b"")


def test_ctrl_c_while_a_file_comes_says_so(ask: Run, server: Server, tmp_path: Path) -> None:
    server.faults["/doc/undoc/gen/a_res_60_1/pdf/fr.pdf"] = "stall"
    part = tmp_path / "A_RES_60_1-FR.pdf.part"
    thread = interrupting(part.exists)
    run = ask("get", "-f", "json", "-l", "fr", "-o", str(tmp_path), "A/RES/60/1", UNDOCS_TIMEOUT="30")
    thread.join()
    assert run.returncode == 130
    assert [(row["status"], row["note"]) for row in json.loads(run.stdout)] == [("unknown", "interrupted")]
    assert run.stderr == b"undocs: 1 unknown\n"
