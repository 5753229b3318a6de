"""Progress on standard error for a user who waits for many files, or for a long one."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from undocs_cli.terminal import is_terminal, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Bar", "progress", "reading"]

_PATIENCE, _STEP = 1.0, 0.1  # seconds before the bar appears, and between two updates
_WIDTH = 20  # characters inside the bar


class Bar:
    """A progress bar on standard error, if that is a terminal."""

    def __init__(self) -> None:
        """Start the clock; the bar appears only after a second."""
        self.wanted = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self._due = time.monotonic() + _PATIENCE
        self._shown = False

    def show(self, done: int, of: int, said: str, name: str) -> None:
        """Draw the bar.

        Args:
            done: how much is done, in any unit.
            of: how much there is to do, in the same unit.
            said: the same in words, such as "3 of 12".
            name: the file at work, or empty.
        """
        if self.wanted and time.monotonic() >= self._due:
            bar = f"[{'#' * (_WIDTH * done // max(of, 1)):{_WIDTH}}] {said}"
            sys.stderr.write(f"\r\x1b[K{bar} {printable(name)[-40:]}\r")
            sys.stderr.flush()
            self._due = time.monotonic() + _STEP
            self._shown = True

    def end(self) -> None:
        """Clear the line, so that results can be printed there."""
        if self._shown:
            sys.stderr.write("\x1b[K")
            sys.stderr.flush()
            self._shown = False


def progress(files: Iterable[str], *, streamed: bool) -> Iterator[str]:
    """Yield the files unchanged, and show on standard error how many are done.

    There is no bar during the first second, nor if `streamed` results go to a terminal, where the two would mix.
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
    """Yield the bytes of a file, and show how many megabytes are read; the total is unknown for a pipe."""
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
