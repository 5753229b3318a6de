"""The bar: what a user who waits at a terminal sees, and that results and other runs are not disturbed by it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from screens import ESCAPE, screen

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.posix]
HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"
# Reads `size` MB through the bar, with a message after the first of them, and says whether rich is loaded.
READ = """
import io, sys
from undocs_cli import progress, terminal
progress._PATIENCE = progress._STEP = {patience}
seen, size = set(), 0
for piece in progress.reading({name!r}, io.BytesIO(b"x" * ({size} << 20))):
    if not seen:
        terminal.say("a message")
    seen.add("rich" in sys.modules)
    size += len(piece)
assert size == {size} << 20
print("loaded:", sorted(seen))
"""


def shown(size: int, name: str = "big.xml", patience: float = 0.0, columns: int = 80, term: str = "xterm") -> str:
    script = READ.format(size=size, name=name, patience=patience)
    return screen([sys.executable], "-c", script, columns=columns, settings={"TERM": term})


def test_the_bar_is_one_line_that_is_erased_before_results_are_written() -> None:
    written = shown(3)
    assert written.startswith(HIDE)
    assert " 0 MB big.xml" in written
    assert " 2 MB big.xml" in written
    assert written.endswith(f"{SHOW}\r\x1b[1A\x1b[2Kloaded: [True]\n")


def test_a_message_is_written_on_a_line_of_its_own() -> None:
    assert "\r\x1b[2Kundocs: a message\n" in shown(1)


def test_the_bar_has_no_colours() -> None:
    assert not re.search(r"\x1b\[[0-9;]*m", shown(2))


@pytest.mark.parametrize("columns", [12, 24, 40, 80])
@pytest.mark.parametrize("name", ["a/long/path/" * 9 + "end.xml", "聯合國文件" * 20, "\x1b[31m\u202ered" * 20])
def test_the_bar_is_never_wider_than_the_window(columns: int, name: str) -> None:
    lines = re.split(r"[\r\n]+", ESCAPE.sub("", shown(2, name, columns=columns)).replace(HIDE, "").replace(SHOW, ""))
    bars = [line for line in lines if "MB" in line or "━" in line]
    assert bars
    assert max(map(cell_len, bars)) <= columns


def test_of_a_long_name_its_end_is_shown() -> None:
    assert f"0 MB {'b' * 40}" in shown(1, "a" + "b" * 40)
    assert "a" + "b" * 40 not in shown(1, "a" + "b" * 40)


def test_a_short_wait_shows_nothing_and_loads_no_rich() -> None:
    assert shown(1, patience=30) == "undocs: a message\nloaded: [False]\n"


def test_a_dumb_terminal_shows_nothing() -> None:
    assert shown(1, term="dumb") == "undocs: a message\nloaded: [False]\n"


def test_without_a_terminal_nothing_is_shown_and_rich_is_not_loaded() -> None:
    script = READ.format(size=1, name="x", patience=0.0)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("loaded: [False]\n", "undocs: a message\n")


def test_ctrl_c_gives_the_cursor_back(command: list[str], tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text("resolution 60/1 of the General Assembly. A/66/10 " * 20_000)
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*command, "extract", "--all", "-f", "jsonl", "-r", str(tmp_path)],
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm"},
    ) as running:
        os.close(theirs)
        written = b""
        while HIDE.encode() not in written:
            written += os.read(ours, 1 << 16)
        running.send_signal(signal.SIGINT)
        try:
            while piece := os.read(ours, 1 << 16):
                written += piece
        except OSError:  # how Linux reports that the other end is closed
            pass
    os.close(ours)
    assert SHOW.encode() in written
    assert running.returncode == 130
