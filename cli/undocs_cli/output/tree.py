"""The view of `undocs explain`: a tree for each symbol, with its description, its parts and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["write"]


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: Color) -> None:  # noqa: ARG001
    """Write a tree for each row; names that no source confirms are marked as from memory."""
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    screen = console(out, color)
    for row in rows:
        heading = Text.assemble((row.value("symbol"), "bold"), "  ", row.value("description"))
        tree = Tree(heading, guide_style="dim")
        parts = Table.grid(padding=(0, 2))
        for part in row.value("parts"):
            name = Text(part.name or "not in the tables", style="" if part.name else "dim italic")
            if part.name and not part.verified:
                name.append(" (from memory)", style="dim italic")
            parts.add_row(Text(part.text or "-", style="bold"), Text(part.role, style="cyan"), name)
        tree.add(parts)
        if relation := row.value("relation"):
            tree.add(Text(f"{relation} of {row.value('parent')}"))
        if note := row.value("note"):
            published_in = row.value("published_in")
            tree.add(Text(note + (f": {published_in}" if published_in else ""), style="italic"))
        screen.print(tree)
