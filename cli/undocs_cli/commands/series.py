"""undocs series: browse the table of bodies, by prefix or by words."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from undocs_cli.arguments import ColorOption, When
from undocs_cli.shape import Shape, ShapeOption, write
from undocs_cli.shell import Outcome

__all__ = ["series"]


def series(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PREFIX | WORD...]", help="A/AC.105, or words of a name; nothing lists the organs."),
    ] = None,
    shape: ShapeOption = None,
    color: ColorOption = When.auto,
) -> None:
    """Browse the table of series.

    Which body is A/AC.105, which deals with human settlements?
    """
    from undocs.tables.series import Series, search

    outcome = Outcome()
    rows = outcome.watch(search(" ".join(words or [])))
    shape = shape or (Shape.text if sys.stdout.isatty() else Shape.tsv)
    if shape is Shape.text:
        from undocs_cli.output import bodies

        bodies.write(rows, sys.stdout, color.value)
    else:
        write(shape, map(Series._asdict, rows), Series._fields, sys.stdout, color.value)
    raise outcome.exit()
