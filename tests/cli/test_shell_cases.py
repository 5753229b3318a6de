"""How a run behaves towards the shell and a terminal: streams that fail, Ctrl-C, the bar of progress."""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from screens import ESCAPE
from undocs_cli.progress import Bar, progress, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Run


class Broken(io.StringIO):
    """An output that fails when it is written out, on a file of its own."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 # closed with the stream

    def fileno(self) -> int:
        return self._file.fileno()

    def flush(self) -> None:
        if not self.closed:
            raise self._error

    def close(self) -> None:
        self._file.close()
        super().close()


def leads_nowhere(out: Broken) -> bool:
    return os.path.samestat(os.fstat(out.fileno()), Path(os.devnull).stat())


@pytest.fixture(params=["-f tsv", "-f jsonl --all", "-f plain", "-f urls"])
def options(request: pytest.FixtureRequest) -> list[str]:
    return str(request.param).split()


def test_a_reader_that_has_seen_enough_is_no_error(options: list[str], invoke: Run) -> None:
    out = Broken(BrokenPipeError(32, "Broken pipe"))
    run = invoke("extract", *options, stdin=b"A/66/10\n", streams={"stdout": out})
    assert (run.returncode, run.stderr) == (0, b"")
    # What is still buffered goes nowhere, lest it fail again when the process ends.
    assert leads_nowhere(out)
    out.close()


def test_an_output_that_cannot_be_written_is_one_line(options: list[str], invoke: Run) -> None:
    for error, said in (
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("odd"), "odd"),
    ):
        out = Broken(error)
        run = invoke("extract", *options, stdin=b"A/66/10\n", streams={"stdout": out})
        assert (run.returncode, run.stderr.decode()) == (2, f"undocs: cannot write the result: {said}\n")
        assert leads_nowhere(out)
        out.close()


class Impatient(io.RawIOBase):
    """An input at which the user presses Ctrl-C after a line."""

    def __init__(self, line: bytes) -> None:
        super().__init__()
        self._begun = False
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if self._begun:
            raise KeyboardInterrupt
        self._begun = True
        buffer[: len(self._line)] = self._line
        return len(self._line)


@pytest.mark.parametrize(
    ("arguments", "line", "written"),
    [
        (("extract", "-f", "jsonl", "--all"), b"It is in A/66/10.\n\n", 1),
        (("extract", "-f", "tsv"), b"It is in A/66/10.\n\n", 0),
        (("resolve", "-f", "tsv", "-"), b"A/66/10\n", 1),
        (("explain", "-f", "jsonl", "-"), b"A/66/10\n", 1),
    ],
)
def test_ctrl_c_ends_a_run_with_130_and_no_word(
    arguments: tuple[str, ...], line: bytes, written: int, invoke: Run
) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(cast("io.RawIOBase", Impatient(line))))
    run = invoke(*arguments, streams={"stdin": stdin})
    assert (run.returncode, run.stderr, run.stdout.count(b"\n")) == (130, b"", written)
    stdin.detach()


def test_streams_that_are_closed(invoke: Run) -> None:
    run = invoke("resolve", "A/66/10", streams={"stdout": None})
    assert (run.returncode, run.stderr) == (2, b"undocs: standard output is closed\n")
    run = invoke("resolve", "-f", "plain", "A/66/10", "x", streams={"stderr": None})
    assert (run.returncode, run.stdout) == (2, b"A/66/10\n")
    assert invoke("extract", streams={"stdin": None}).returncode == 1


class Clock:
    """A clock that stands still until it is moved, and a terminal for standard error."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def visible(screen: Terminal) -> str:
    """Return what is left on the line of the bar: the text after the last erasure."""
    return ESCAPE.sub("", re.split(r"\x1b\[2K", screen.getvalue())[-1]).strip("\r\n").rstrip()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", clock)
    monkeypatch.setenv("TERM", "xterm")
    return clock


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Put a terminal in the place of standard error; a test calls it, since pytest has its own there before."""

    def put() -> Terminal:
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        return screen

    return put


def test_a_bar_comes_after_a_second_and_moves_ten_times_a_second(clock: Clock, watch: Callable[[], Terminal]) -> None:
    screen = watch()
    bar = Bar()
    seen = []
    for now in (100.0, 100.99, 101.0, 101.05, 101.09, 101.11, 101.2, 101.22):
        clock.now = now
        before = len(screen.getvalue())
        bar.show(1, 2, "1 of 2", "a.txt")
        seen.append(len(screen.getvalue()) > before)
    assert seen == [False, False, True, False, False, True, False, True]


def test_a_bar_of_nothing_yet_is_not_taken_away(clock: Clock, watch: Callable[[], Terminal]) -> None:
    screen = watch()
    bar = Bar()
    bar.show(1, 2, "1 of 2", "a.txt")
    bar.end()
    assert screen.getvalue() == ""
    clock.now += 1
    bar.show(1, 2, "1 of 2", "a.txt")
    assert visible(screen) == "━━━━━━━━━━           1 of 2 a.txt"
    bar.end()
    bar.end()
    assert visible(screen) == ""


def test_ctrl_c_while_a_bar_appears_shows_the_cursor_again(
    clock: Clock, watch: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    def push(*_: object) -> None:
        raise KeyboardInterrupt

    screen = watch()
    bar = Bar()
    clock.now += 1
    monkeypatch.setattr("rich.console.Console.push_render_hook", push)
    with pytest.raises(KeyboardInterrupt):
        bar.show(1, 2, "1 of 2", "a.txt")
    bar.end()
    assert screen.getvalue().endswith("\x1b[?25h")


BARS = [
    (0, 4, ""),
    (1, 4, "━━━━━"),
    (3, 4, "━━━━━━━━━━━━━━━"),
    (4, 4, "━━━━━━━━━━━━━━━━━━━━"),
    (0, 0, "━━━━━━━━━━━━━━━━━━━━"),
    (1, 3, "━━━━━━╸"),
]


@pytest.mark.parametrize(("done", "of", "shown"), BARS, ids=[f"{done} of {of}" for done, of, _ in BARS])
def test_a_bar_is_twenty_wide(done: int, of: int, shown: str, clock: Clock, watch: Callable[[], Terminal]) -> None:
    screen = watch()
    bar = Bar()
    clock.now += 1
    bar.show(done, of, "words", "x" * 30 + "\x1b[31m" + "y" * 30)
    assert visible(screen) == f"{shown:20} words {'x' * 5} [31m{'y' * 30}"
    bar.end()


@pytest.mark.parametrize(("term", "screen"), [("dumb", Terminal()), ("xterm", io.StringIO())], ids=["dumb", "pipe"])
def test_a_bar_is_for_a_terminal_that_can_show_it(
    term: str, screen: io.StringIO, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", term)
    bar = Bar()
    clock.now += 9
    bar.show(1, 2, "1 of 2", "")
    bar.end()
    assert screen.getvalue() == ""


SCREENS = {"a table on a terminal": True, "results in a pipe": True, "results on a terminal": False}


@pytest.mark.parametrize("case", SCREENS)
def test_files_are_counted_where_no_results_run_over_the_screen(
    case: str, clock: Clock, watch: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = watch()
    monkeypatch.setattr(sys, "stdout", Terminal() if "terminal" in case else io.StringIO())

    def files() -> Iterator[str]:
        for name in ("a.txt", "b.txt"):
            clock.now += 1
            yield name

    assert list(progress(files(), streamed="results" in case)) == ["a.txt", "b.txt"]
    assert ("0 of 2 a.txt" in screen.getvalue()) == SCREENS[case]
    assert ("of 2" in screen.getvalue()) == SCREENS[case]
    assert visible(screen) == ""


def test_a_file_is_measured_and_a_pipe_is_not(clock: Clock, watch: Callable[[], Terminal]) -> None:
    screen = watch()
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * (3 << 20))
        file.seek(0)
        pieces = reading("a.xml", file)
        assert len(next(pieces)) == 65_536
        clock.now += 1
        assert sum(map(len, pieces)) == (3 << 20) - 65_536
    assert "l                     0 of 3 MB a.xml" in screen.getvalue()
    assert visible(screen) == ""
    screen.truncate(0)
    screen.seek(0)
    pieces = reading("-", io.BytesIO(b"x" * (3 << 20)))
    next(pieces)
    clock.now += 1
    assert sum(map(len, pieces)) == (3 << 20) - 65_536
    assert " 0 MB -" in screen.getvalue()
    assert " of " not in screen.getvalue()
    assert visible(screen) == ""


def test_no_bar_stands_between_results(invoke: Run, clock: Clock) -> None:
    class Later(Clock):
        def __call__(self) -> float:
            clock.now += 1
            return clock.now

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "monotonic", Later())
        files = ("README.md", "CHANGELOG.md", "LICENSE")
        for form, shown in (("plain", False), ("jsonl", False), ("table", True)):
            run = invoke("extract", "--all", "-f", form, *files, terminal="stdout stderr")
            assert (b"of 3" in run.stderr) == shown
        assert b"of 3" in invoke("extract", "-f", "plain", *files, terminal="stderr").stderr
