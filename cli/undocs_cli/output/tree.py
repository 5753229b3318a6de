"""A tree for a person: a symbol, what it is, and under it what each piece of it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.meaning.describe import Meaning

__all__ = ["write"]


def write(meanings: Iterable[Meaning], out: TextIO, color: Color) -> None:
    """Write a tree for each symbol; names that rest on memory are marked as such."""
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    screen = console(out, color)
    for meaning in meanings:
        tree = Tree(Text.assemble((meaning.symbol, "bold"), "  ", meaning.description), guide_style="dim")
        parts = Table.grid(padding=(0, 2))
        for part in meaning.parts:
            name = Text(part.name or "not in the tables", style="" if part.name else "dim italic")
            if part.name and not part.verified:
                name.append(" (from memory)", style="dim italic")
            parts.add_row(Text(part.text or "-", style="bold"), Text(part.role, style="cyan"), name)
        tree.add(parts)
        if meaning.relation:
            tree.add(Text(f"{meaning.relation} of {meaning.parent}"))
        if meaning.note:
            tree.add(Text(meaning.note + (f": {meaning.published_in}" if meaning.published_in else ""), style="italic"))
        screen.print(tree)
