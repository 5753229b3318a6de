"""What a person sees who waits for many files, or for a long one."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from undocs_cli.terminal import is_terminal, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Bar", "progress", "reading"]

_PATIENCE, _STEP = 1.0, 0.1  # seconds before there is something to see, and between two changes of it
_WIDTH = 20  # characters of the bar


class Bar:
    """A line on standard error that says how far the work is, when a person waits there."""

    def __init__(self) -> None:
        """Begin the wait; nothing is shown before it has become one."""
        self.wanted = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self._due = time.monotonic() + _PATIENCE
        self._shown = False

    def show(self, done: int, of: int, said: str, name: str) -> None:
        """Show how much is done, in a bar and in words, and what is being done."""
        if self.wanted and time.monotonic() >= self._due:
            bar = f"[{'#' * (_WIDTH * done // max(of, 1)):{_WIDTH}}] {said}"
            sys.stderr.write(f"\r\x1b[K{bar} {plain(name)[-40:]}\r")
            sys.stderr.flush()
            self._due = time.monotonic() + _STEP
            self._shown = True

    def end(self) -> None:
        """Leave the line empty, for results to stand there."""
        if self._shown:
            sys.stderr.write("\x1b[K")
            sys.stderr.flush()
            self._shown = False


def progress(files: Iterable[str], *, streamed: bool) -> Iterator[str]:
    """Pass files on, and show on standard error how far the work is when a person waits there.

    Nothing is shown for the first second, nor where results that are `streamed` run over the same screen.
    """
    bar = Bar()
    if not bar.wanted or (streamed and is_terminal(sys.stdout)):
        yield from files
        return
    files = list(files)
    for number, file in enumerate(files):
        bar.show(number, len(files), f"{number} of {len(files)}", file)
        yield file
    bar.end()


def reading(name: str, stream: IO[bytes]) -> Iterator[bytes]:
    """Give the bytes of a file as they come, and show how much of it is read; of a pipe the bytes alone."""
    from undocs.reading.plaintext import pieces

    bar, done, size = Bar(), 0, 0
    with suppress(OSError):
        size = os.fstat(stream.fileno()).st_size
    of = f" of {size >> 20}" if size else ""
    try:
        for piece in pieces(stream):
            bar.show(done, max(size, done), f"{done >> 20}{of} MB", name)
            yield piece
            done += len(piece)
    finally:
        bar.end()
