"""The program: its commands and its manners towards the shell."""

from __future__ import annotations

import os
import sys
from functools import wraps
from io import TextIOWrapper
from typing import TYPE_CHECKING

import typer

from undocs_cli.commands import cache, catalog
from undocs_cli.commands.check import check
from undocs_cli.commands.explain import explain
from undocs_cli.commands.extract import extract
from undocs_cli.commands.get import get
from undocs_cli.commands.resolve import resolve
from undocs_cli.commands.series import series
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["app", "main"]

app = typer.Typer(
    name="undocs",
    help="Find, explain and resolve United Nations document symbols. Not affiliated with the United Nations.",
    epilog="Exit codes: 0 something found, 1 nothing found, 2 an error, 130 interrupted.",
    no_args_is_help=True,
    rich_markup_mode=None,  # it would eat [...] in help
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
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


for command in (extract, resolve, explain, series, check, get):
    app.command()(mannered(command))

records = typer.Typer(help="The records kept on this machine: titles, dates and languages without a network.")
records.command("import")(mannered(catalog.import_))
records.command()(mannered(catalog.search))
records.command()(mannered(catalog.info))
app.add_typer(records, name="catalog", no_args_is_help=True)

fetched = typer.Typer(help="What was fetched before, kept so that it is not asked for again.")
fetched.command()(mannered(cache.info))
fetched.command()(mannered(cache.clear))
app.add_typer(fetched, name="cache", no_args_is_help=True)


@app.callback(invoke_without_command=True)
def _program(version: bool = typer.Option(False, "--version", help="Show the version.")) -> None:
    if version:
        from importlib.metadata import version as installed

        print("undocs", installed("undocs"))
        raise typer.Exit


def main() -> None:
    """Run the command; the exit code is 0 something found, 1 nothing found, 2 an error, 130 interrupted."""
    if isinstance(sys.stdout, TextIOWrapper):
        # Whatever the locale, scripts get UTF-8, and the names of files as the system has them.
        errors = "replace" if sys.stdout.isatty() else "surrogateescape"
        sys.stdout.reconfigure(encoding="utf-8", errors=errors)
    app(prog_name="undocs")
