"""How a command behaves towards the shell."""

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING

import typer

from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["mannered"]


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
