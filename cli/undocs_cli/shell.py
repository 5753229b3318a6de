"""How a command behaves towards the shell."""

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import typer

from undocs_cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Outcome", "mannered"]

T = TypeVar("T")


def mannered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its manners: a closed pipe is no error, Ctrl-C ends with 130, an error is one line and 2."""

    @wraps(command)
    def run(*args: object, **options: object) -> None:
        from undocs.errors import UndocsError

        try:
            try:
                command(*args, **options)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _leave_unwritten()  # whoever read has seen enough
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except UndocsError as error:
            say(str(error))
            raise typer.Exit(2) from None
        except OSError as error:
            _leave_unwritten()
            say(f"cannot write the result: {error.strerror or error}")
            raise typer.Exit(2) from None

    return run


def _leave_unwritten() -> None:
    """Send what is still buffered nowhere: it must not raise again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
