"""The view of results that are not a list of links: a table with a column for each column of the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, cell, console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["write"]


def write(
    rows: Iterable[OutputRow],
    columns: Sequence[str],
    out: TextIO,
    color: Color,
    *,
    shown: Sequence[str] = (),
    wide: str = "",
) -> None:
    """Write the rows as a table as wide as the window.

    Args:
        rows: the rows of the result.
        columns: its columns.
        out: the stream to write to.
        color: when to colour it.
        shown: the columns to show; all of them if there are none.
        wide: the column that gets the width which the others leave.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    columns = shown or columns
    lines = [[row.value(column) for column in columns] for row in rows]
    if not lines:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, values in zip(columns, zip(*lines, strict=True), strict=True):
        table.add_column(
            column.replace("_", " ").capitalize(),
            justify="right" if all(isinstance(value, int) for value in values) else "left",
            ratio=1 if column == wide else None,
            overflow="fold",
        )
    for line in lines:
        first, *rest = map(cell, line)
        table.add_row(Text(first or "–", style="bold"), *map(Text, rest))
    console(out, color).print(table)
