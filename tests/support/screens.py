"""A terminal of a given width, and what a command writes on it."""

from __future__ import annotations

import os
import re
import struct
import subprocess
from pathlib import Path

__all__ = ["ESCAPE", "screen"]

ROOT = Path(__file__).parents[2]
# A sequence that moves the cursor or changes a colour, or one that begins or ends a hyperlink.
ESCAPE = re.compile(r"\x1b\[\??[0-9;]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\")


def screen(
    command: list[str],
    *arguments: str,
    columns: int = 80,
    given: bytes | None = None,
    settings: dict[str, str] | None = None,
) -> str:
    """Run the command on a terminal and return what it wrote there; with `given`, standard input is a pipe."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    with subprocess.Popen(
        [*command, *arguments],
        stdin=theirs if given is None else subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=kept | {"TERM": "xterm-256color"} | (settings or {}),
    ) as running:
        os.close(theirs)
        if running.stdin:
            running.stdin.write(given or b"")
            running.stdin.close()
        written = b""
        while piece := _read(ours):
            written += piece
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # how Linux reports that the other end is closed
        return b""
