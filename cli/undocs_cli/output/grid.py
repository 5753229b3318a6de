"""A plain table for a person, of results that are no list of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from undocs_cli.terminal import Color, cell, console

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["write"]


def write(
    results: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, color: Color, wide: str = ""
) -> None:
    """Write results, each given by column, in the width of the window; the column `wide` takes what is left."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    results = list(results)
    if not results:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        numeric = all(isinstance(result[column], int) for result in results)
        table.add_column(
            column.replace("_", " ").capitalize(),
            justify="right" if numeric else "left",
            ratio=1 if column == wide else None,
            overflow="fold",
        )
    for result in results:
        first, *rest = (cell(result[column]) for column in columns)
        table.add_row(Text(first or "–", style="bold"), *map(Text, rest))
    console(out, color).print(table)
