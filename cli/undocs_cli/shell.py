"""How a command behaves towards the shell: exit codes, a closed pipe, Ctrl-C."""

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import typer

from undocs_cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Run", "wrap"]

T = TypeVar("T")


def wrap(command: Callable[..., None]) -> Callable[..., None]:
    """Wrap a command: a closed pipe is not an error, Ctrl-C exits 130, errors are one line and exit 2."""

    @wraps(command)
    def wrapped(*args: object, **options: object) -> None:
        from undocs.errors import UndocsError

        try:
            try:
                command(*args, **options)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()  # the reader, such as `head`, has read enough
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except UndocsError as error:
            say(str(error))
            raise typer.Exit(2) from None
        except OSError as error:
            _discard_output()
            say(f"cannot write the result: {error.strerror or error}")
            raise typer.Exit(2) from None

    return wrapped


def _discard_output() -> None:
    """Send standard output to the null device, so that Python's flush at exit does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Run:
    """What decides the exit code of a run.

    >>> run = Run()
    >>> list(run.track(["A/66/10"]))
    ['A/66/10']
    >>> run.exit().exit_code
    0

    Attributes:
        found: there was a result.
        failed: an error was printed to standard error; the rest of the work was still done.
        interrupted: the user pressed Ctrl-C; partial results were printed.
    """

    def __init__(self) -> None:
        """Start without a result and without an error."""
        self.found = self.failed = self.interrupted = False

    def track(self, results: Iterable[T]) -> Iterator[T]:
        """Yield the results unchanged; the first one makes the run `found`."""
        for result in results:
            self.found = True
            yield result

    def report(self, error: Exception | str) -> None:
        """Print an error to standard error and make the run `failed`."""
        self.failed = True
        say(str(error))

    def exit(self) -> typer.Exit:
        """Return the exception that ends the command with its exit code.

        130 after Ctrl-C, 2 after any error, 0 with a result, 1 without one.
        """
        if self.interrupted:
            return typer.Exit(130)
        if not (self.found or self.failed) and is_terminal(sys.stderr):
            say("nothing found")
        return typer.Exit(2 if self.failed else 0 if self.found else 1)
