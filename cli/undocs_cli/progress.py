"""Progress on standard error for a user who waits for many files, or for a long one."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from undocs_cli.terminal import console, is_terminal, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Progress

__all__ = ["Bar", "progress", "reading"]

_PATIENCE, _STEP = 1.0, 0.1  # seconds before the bar appears, and between two updates
_WIDTH, _NAME = 20, 40  # characters of the bar, and of the end of a file's name


class Bar:
    """A progress bar on standard error, if that is a terminal."""

    def __init__(self) -> None:
        """Start the clock. During the first second nothing is shown and rich is not loaded."""
        self.wanted = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self._due = time.monotonic() + _PATIENCE
        self._shown: Progress | None = None

    def show(self, done: int, of: int | None, said: str, name: str) -> None:
        """Draw the bar.

        Args:
            done: how much is done, in any unit.
            of: how much there is to do, in the same unit; None if that is unknown.
            said: the same in words, such as "3 of 12".
            name: the file at work, or empty.
        """
        if not self.wanted or time.monotonic() < self._due:
            return
        name = printable(name)[-_NAME:]
        if self._shown is None:
            self._shown = _progress()
            self._shown.add_task("", completed=done, total=of, said=said, name=name)
            self._shown.start()
        else:
            self._shown.update(self._shown.task_ids[0], completed=done, total=of, said=said, name=name)
            self._shown.refresh()
        self._due = time.monotonic() + _STEP

    def end(self) -> None:
        """Clear the line and show the cursor, so that results can be printed there."""
        if self._shown:
            shown, self._shown = self._shown, None
            try:
                shown.stop()
            except IndexError:  # Ctrl-C came while rich was about to begin the bar
                shown.console.show_cursor()


def _progress() -> Progress:
    """Return rich's bar: one line without colours, which messages on standard error are written above."""
    from rich.progress import BarColumn, Progress, TextColumn

    words = TextColumn("{task.fields[said]} {task.fields[name]}", markup=False)
    # Results go to standard output as they are. Rich's thread is not started: `show` is called often enough.
    return Progress(
        BarColumn(_WIDTH),
        words,
        console=console(sys.stderr, "never"),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
    )


def progress(files: Iterable[str], *, streamed: bool) -> Iterator[str]:
    """Yield the files unchanged, and show on standard error how many are done.

    There is no bar during the first second, nor if `streamed` results go to a terminal, where the two would mix.
    """
    bar = Bar()
    if not bar.wanted or (streamed and is_terminal(sys.stdout)):
        yield from files
        return
    files = list(files)
    try:
        for number, file in enumerate(files):
            bar.show(number, len(files), f"{number} of {len(files)}", file)
            yield file
    finally:
        bar.end()


def reading(name: str, stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file, and show how many megabytes are read; the total is unknown for a pipe."""
    from undocs.reading.input import pieces

    bar, done, size = Bar(), 0, 0
    with suppress(OSError):
        size = os.fstat(stream.fileno()).st_size
    of = f" of {size >> 20}" if size else ""
    try:
        for piece in pieces(stream):
            bar.show(done, max(size, done) if size else None, f"{done >> 20}{of} MB", name)
            yield piece
            done += len(piece)
    finally:
        bar.end()
