"""A table for a person: never wider than the window, never a link broken by a fold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, console, plain

if TYPE_CHECKING:
    from undocs_cli.rows import Row

__all__ = ["write"]

# Below this width the links are left to the symbols, which a terminal can open; above, they are shown too.
_WIDE = 100


def write(rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: Color) -> None:
    """Write the rows as a table, in the width of the window."""
    from rich import box
    from rich.style import Style
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    if not rows:
        return
    screen = console(out, color)
    linked = screen.is_terminal and not screen.no_color and not screen.is_dumb_terminal
    last = "count" if "count" in columns else "line"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Symbol", overflow="fold", no_wrap=False)
    table.add_column("What it is", ratio=1, overflow="fold")
    longest = max((len(row.url or "") for row in rows), default=0)
    show_links = screen.width - longest >= _WIDE - 40 or not linked
    if show_links:
        table.add_column("Link", overflow="fold", min_width=min(longest, screen.width // 2))
    table.add_column("Line" if last == "line" else "No.", justify="right")
    for row in rows:
        style = Style(bold=True, link=row.url if linked else None)
        symbol = Text(plain(row.symbol or row.value("text")), style=style)
        what = Text(plain(row.what))
        for aside in filter(None, [_inferred(row), row.note]):
            what.append(("\n" if what else "") + plain(aside), style="dim italic")
        cells = [symbol, what]
        if show_links:
            cells.append(Text(row.url or "", style=Style(dim=True, link=row.url if linked else None)))
        table.add_row(*cells, Text(str(row.value(last))))
    screen.print(table)


def _inferred(row: Row) -> str:
    """Say how sure a row is, where it is not plain."""
    mention = row.mention
    said = {"continued": "continued", "citation": "cited in words", "press": "press release"}.get(mention.kind, "")
    if mention.candidates:
        return f"{said}; or {', '.join(map(str, mention.candidates[1:]))}"
    return "series not listed" if mention.confidence == "unlisted" else said
