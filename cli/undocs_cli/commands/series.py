"""`undocs series`: search the table of series by prefix or by words."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from undocs_cli.arguments import ColorOption, FormatOption
from undocs_cli.output import Cells, bodies, write
from undocs_cli.shell import Run

__all__ = ["series"]


def series(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PREFIX | WORD...]", help="A/AC.105, or words of a name; without any, the organs are listed."
        ),
    ] = None,
    form: FormatOption = None,
    color: ColorOption = "auto",
) -> None:
    """Search the table of series.

    Which body is A/AC.105? Which one deals with human settlements?
    """
    from undocs.tables.series import Series, search_series

    run = Run()
    rows = run.track(Cells.of(row, Series._fields) for row in search_series(" ".join(words or [])))
    write(form, rows, Series._fields, sys.stdout, color, view=bodies.write)
    raise run.exit()
