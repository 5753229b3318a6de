"""What a person sees who waits for many files."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from undocs_cli.terminal import is_terminal, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["progress"]

_PATIENCE, _STEP = 1.0, 0.1  # seconds before there is something to see, and between two changes of it
_WIDTH = 20  # characters of the bar


def progress(files: Iterable[str]) -> Iterator[str]:
    """Pass files on, and show on standard error how far the work is when a person waits there.

    Nothing is shown for the first second, nor when results run over the same screen.
    """
    if not is_terminal(sys.stderr):
        yield from files
        return
    files = list(files)
    due = time.monotonic() + _PATIENCE
    for number, file in enumerate(files):
        if time.monotonic() >= due:
            bar = f"[{'#' * (_WIDTH * number // len(files)):{_WIDTH}}] {number} of {len(files)}"
            sys.stderr.write(f"\r\x1b[K{bar} {plain(file)[-40:]}\r")
            sys.stderr.flush()
            due = time.monotonic() + _STEP
        yield file
    sys.stderr.write("\x1b[K")
