"""The view of `undocs series`: prefix, body, years, whether the Official Document System serves it, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["write"]


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: Color) -> None:  # noqa: ARG001
    """Write the rows as a table as wide as the window; names that no source confirms are marked as from memory."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Series", overflow="fold")
    table.add_column("Body", ratio=1, overflow="fold")
    table.add_column("Years", no_wrap=True)
    table.add_column("On ODS")
    table.add_column("For example", overflow="fold")
    for row in rows:
        name = Text(row.value("name"))
        if not row.value("verified"):
            name.append(" (from memory)", style="dim italic")
        first, last = row.value("first"), row.value("last")
        table.add_row(
            Text(row.value("prefix"), style="bold"),
            name,
            f"{first}–{last}" if first != last else first,
            row.value("on_ods"),
            Text(row.value("example"), style="dim"),
        )
    console(out, color).print(table)
