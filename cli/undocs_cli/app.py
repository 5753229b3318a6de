"""The program: its commands and its manners towards the shell."""

from __future__ import annotations

import os
import sys
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["COMMANDS", "app", "main"]

# In the order of the help; each is the function of that name in its module of `undocs_cli.commands`.
COMMANDS = ("extract", "resolve", "explain", "series")


class Commands(TyperGroup):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  # as the base class has it
        """Return their names."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401  # of a class that typer keeps to itself
        """Return one by its name; for another name, None, and all are there to choose the nearest from."""
        if cmd_name not in COMMANDS:
            for name in COMMANDS:
                self.get_command(ctx, name)
        elif cmd_name not in self.commands:
            run = getattr(import_module(f"undocs_cli.commands.{cmd_name}"), cmd_name)
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(cmd_name, context_settings=SETTINGS)(mannered(run))
            self.commands[cmd_name] = typer.main.get_command(alone)
        return self.commands.get(cmd_name)


SETTINGS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="undocs",
    cls=Commands,
    help="Find, explain and resolve United Nations document symbols.",
    no_args_is_help=True,
    rich_markup_mode=None,  # it would eat [...] in help
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


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
            # Whoever read has seen enough. What is still buffered must not raise again when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except UndocsError as error:
            say(str(error))
            raise typer.Exit(2) from None

    return run


@app.callback(invoke_without_command=True)
def _program(version: bool = typer.Option(False, "--version", help="Show the version.")) -> None:
    if version:
        from importlib.metadata import version as installed

        print("undocs", installed("undocs"))
        raise typer.Exit


def main() -> None:
    """Run the command; the exit code is 0 something found, 1 nothing found, 2 an error, 130 interrupted."""
    app(prog_name="undocs")
