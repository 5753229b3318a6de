"""The table of links: never wider than the window, and links are kept whole where the window allows it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, TextIO

from undocs_cli.terminal import Color, console, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text
    from undocs.records.model import Record

    from undocs_cli.rows import Row

__all__ = ["write"]

# Least width of the description in a row that holds the link as well; in a narrower window links go below the rows.
_READABLE = 40
_GAP = 2  # spaces between two columns
_NAME = 16  # characters that are shown of a file's name: its last ones


def write(rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: Color) -> None:
    """Write the rows as a table as wide as the window.

    Args:
        rows: the rows of `undocs extract` or `undocs resolve`.
        columns: their columns; with `count`, addenda and corrigenda go below the document they belong to.
        out: the stream to write to.
        color: when to colour it, and to make links of the symbols.
    """
    from rich.cells import cell_len
    from rich.style import Style
    from rich.text import Text

    rows = list(rows)
    if not rows:
        return
    screen = console(out, color)
    linked = screen.is_terminal and not screen.no_color and not screen.is_dumb_terminal
    counted = "count" in columns
    lines = list(_families(rows)) if counted else [("", row) for row in rows]
    named = len({row.file for row in rows}) > 1
    ends = [str(row.count) if counted else _place(row, named=named) for _, row in lines]
    last = "Count" if counted else "Line" if all(map(str.isdigit, ends)) else "Place"
    widths = _widths(screen.width, lines, max(map(cell_len, [last, *ends])))
    _line(screen, widths, [Text(name, style="bold") for name in ("Symbol", "What it is", "Link", last)])
    screen.print(Text("─" * screen.width))
    for (indent, row), end in zip(lines, ends, strict=True):
        symbol = Text(indent + _name(row), style=Style(bold=True, link=row.url if linked else None))
        link = Text(row.url or "", style=Style(dim=True, link=row.url if linked else None))
        _line(screen, widths, [symbol, _what(row), link, Text(end)])
        if row.url and not widths.link:
            screen.print(Text("  ").append(link), overflow="fold", soft_wrap=False)


class _Widths(NamedTuple):
    """Width of each column in characters; `link` is 0 where the links go below the rows."""

    symbol: int
    what: int
    link: int
    last: int


def _place(row: Row, *, named: bool) -> str:
    """Return the line or page of a mention, after the name of its file if `named`."""
    place = f"p. {row.page}" if row.page else str(row.line or "")
    return f"{printable(PurePath(row.file).name)[-_NAME:]}: {place}" if named else place


def _widths(window: int, lines: Sequence[tuple[str, Row]], end: int) -> _Widths:
    """Divide the window: the last column gets `end` characters, a symbol at most half of the window."""
    from rich.cells import cell_len

    symbol = min(max(cell_len(indent + _name(row)) for indent, row in lines), max(12, window // 2))
    link = max(len(row.url or "") for _, row in lines)
    what = window - symbol - link - end - 3 * _GAP
    if what >= _READABLE:
        return _Widths(symbol, what, link, end)
    return _Widths(symbol, max(1, window - symbol - end - 2 * _GAP), 0, end)


def _line(screen: Console, widths: _Widths, cells: Sequence[Text]) -> None:
    """Print one line of the table, the last column to the right."""
    from rich.table import Table

    line: Table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    kept = [(width, cell) for width, cell in zip(widths, cells, strict=True) if width]
    for width, _ in kept[:-1]:
        line.add_column(width=width, overflow="fold")
    line.add_column(width=widths.last, justify="right", overflow="fold")
    line.add_row(*(cell for _, cell in kept))
    screen.print(line)


def _name(row: Row) -> str:
    return printable(row.symbol or row.value("text"))


def _what(row: Row) -> Text:
    """Return the text of a row's second column: record, description, how it was found, and note."""
    from rich.text import Text

    what = Text(printable(row.description))
    if row.record:
        what = Text("\n").join(filter(None, [*_record(row.record), what]))
    if inferred := _inferred(row):
        what.append((" · " if what else "") + inferred, style="italic")
    if row.note:
        what.append(("\n" if what else "") + printable(row.note), style="italic")
    return what


def _record(record: Record) -> Iterator[Text]:
    """Yield the lines of a record: the title, then date and languages with the status if it is not `found`."""
    from rich.text import Text

    yield Text(printable(record.title), style="bold")
    status = f"{record.status} ({record.source})" if record.source else record.status
    known = [record.date, " ".join(record.languages), "" if record.status == "found" else status]
    yield Text(printable(" · ".join(filter(None, known))), style="dim" if record.status == "found" else "italic")


def _families(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Yield the rows with their indent: addenda and corrigenda follow the document they belong to, indented."""
    below: dict[str, list[Row]] = {}
    named = {row.symbol for row in rows}
    for row in rows:
        base = str(row.mention.symbol.base) if row.mention.symbol else ""
        below.setdefault(base if base != row.symbol and base in named else "", []).append(row)
    for row in below.get("", rows):
        yield "", row
        yield from (("  ", child) for child in below.get(row.symbol or "-", ()))


def _inferred(row: Row) -> str:
    """Return how a mention was found, if not by a whole symbol of a listed series."""
    mention = row.mention
    how = {"continued": "continued", "citation": "cited in words"}.get(mention.kind, "")
    if mention.candidates:
        return f"{how}; or {', '.join(map(str, mention.candidates[1:]))}"
    return "series not listed" if mention.confidence == "unlisted" else how
