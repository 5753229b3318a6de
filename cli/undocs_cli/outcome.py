"""How a run ends: the exit code that scripts rely on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import typer

from undocs_cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Outcome"]

T = TypeVar("T")


class Outcome:
    """What a run has come to: whether something was found, and whether something failed.

    Attributes:
        found: a result was shown.
        failed: an error was told on standard error; the rest of the work went on.
        interrupted: the person had no more patience; what had been done was shown.
    """

    def __init__(self) -> None:
        """Begin with nothing found and nothing failed."""
        self.found = self.failed = self.interrupted = False

    def watch(self, results: Iterable[T]) -> Iterator[T]:
        """Pass results on, and remember that there was one."""
        for result in results:
            self.found = True
            yield result

    def fail(self, error: Exception | str) -> None:
        """Tell an error and go on."""
        self.failed = True
        say(str(error))

    def exit(self) -> typer.Exit:
        """Return what to raise at the end: 0 something found and no error, 1 nothing found, 2 an error, 130 Ctrl-C."""
        if self.interrupted:
            return typer.Exit(130)
        if not (self.found or self.failed) and is_terminal(sys.stderr):
            say("nothing found")
        return typer.Exit(2 if self.failed else 0 if self.found else 1)
