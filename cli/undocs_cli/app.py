"""The `undocs` program: its commands, each loaded only when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from undocs_cli.shell import wrap
from undocs_cli.terminal import say

__all__ = ["COMMANDS", "app", "main"]

# In the order of the help. Each is a module of `commands` with a function of the same name, or with SUBCOMMANDS.
COMMANDS = ("extract", "resolve", "explain", "series", "check", "get", "catalog", "cache")
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Commands(TyperGroup):
    """The group of all commands, which imports the module of a command only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  # as the base class has it
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401  # of a class that typer keeps to itself
        """Return a command; for an unknown name, load all commands, from which typer suggests one, and return None."""
        if cmd_name not in COMMANDS:
            for name in COMMANDS:
                self.get_command(ctx, name)
        elif cmd_name not in self.commands:
            module = import_module(f"undocs_cli.commands.{cmd_name}")
            functions = getattr(module, "SUBCOMMANDS", None) or {cmd_name: getattr(module, cmd_name)}
            part = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=len(functions) > 1)
            for name, function in functions.items():
                part.command(name, context_settings=SETTINGS)(wrap(function))
            if len(functions) > 1:
                part.info.help = module.__doc__
            self.commands[cmd_name] = typer.main.get_command(part)
        return self.commands.get(cmd_name)


app = typer.Typer(
    name="undocs",
    cls=Commands,
    help="Find, explain and resolve United Nations document symbols. Not affiliated with the United Nations.",
    epilog="Exit codes: 0 something found, 1 nothing found, 2 an error, 130 interrupted.",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich would take [...] in the help for markup
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


@app.callback(invoke_without_command=True)
def _program(version: bool = typer.Option(False, "--version", help="Show the version.")) -> None:
    if version:
        from importlib.metadata import version as installed

        print("undocs", installed("undocs"))
        raise typer.Exit


def main() -> None:
    """Run the command; the exit code is 0 something found, 1 nothing found, 2 an error, 130 interrupted."""
    # A stream that the caller closed (`<&-`, `2>&-`) is None: read nothing from it, and write diagnostics nowhere.
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115 # open until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 # open until the end
    if sys.stdout is None:
        say("standard output is closed")
        sys.exit(2)
    if isinstance(sys.stdout, TextIOWrapper):
        # Scripts get UTF-8 in any locale. In a pipe, the bytes of a file's name that are not UTF-8 are kept.
        errors = "replace" if sys.stdout.isatty() else "surrogateescape"
        sys.stdout.reconfigure(encoding="utf-8", errors=errors)
    app(prog_name="undocs")
