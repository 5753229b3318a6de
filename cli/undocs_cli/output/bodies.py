"""A table of series for a person: prefix, body, years, whether the Official Document System serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.tables.series import Series

__all__ = ["write"]


def write(rows: Iterable[Series], out: TextIO, color: Color) -> None:
    """Write the rows as a table, in the width of the window; names that rest on memory are marked as such."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    listed = list(rows)
    if not listed:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Series", overflow="fold")
    table.add_column("Body", ratio=1, overflow="fold")
    table.add_column("Years", no_wrap=True)
    table.add_column("On ODS")
    table.add_column("For example", overflow="fold")
    for row in listed:
        name = Text(row.name)
        if not row.verified:
            name.append(" (from memory)", style="dim italic")
        years = f"{row.first}–{row.last}" if row.first != row.last else row.first
        table.add_row(Text(row.prefix, style="bold"), name, years, row.on_ods, Text(row.example, style="dim"))
    console(out, color).print(table)
