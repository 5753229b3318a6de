"""A table for a person: never wider than the window, and no link broken by a fold where it can be helped."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import Color, console, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text
    from undocs.records.record import Record

    from undocs_cli.rows import Row

__all__ = ["write"]

# A window this wide has a column for the links; in a narrower one each stands below what it leads to.
_WIDE = 110


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
    wide = screen.width >= _WIDE
    last = "count" if "count" in columns else "line"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    table.add_column("Symbol", overflow="fold", max_width=max(12, screen.width * 2 // 5))
    table.add_column("What it is", ratio=3, overflow="fold")
    if wide:
        table.add_column(
            "Link",
            ratio=2,
            overflow="fold",
            min_width=min(max(len(row.url or "") for row in rows), screen.width // 2),
        )
    table.add_column(last.title(), justify="right")
    for depth, row in _families(rows) if last == "count" else ((0, row) for row in rows):
        link = Text(row.url or "", style=Style(dim=True, link=row.url if linked else None))
        what = Text(plain(row.what))
        if row.record:
            what = Text("\n").join(filter(None, [*_told(row.record), what]))
        if inferred := _inferred(row):
            what.append((" · " if what else "") + inferred, style="italic")
        if row.note:
            what.append(("\n" if what else "") + plain(row.note), style="italic")
        if not wide and row.url:
            what = Text("\n").join([what, link]) if what else link
        symbol = Text(
            "  " * depth + plain(row.symbol or row.value("text")),
            style=Style(bold=True, link=row.url if linked else None),
        )
        table.add_row(symbol, what, *([link] if wide else []), str(row.value(last)))
    screen.print(table)


def _told(record: Record) -> Iterator[Text]:
    """Yield what was found out about a document: its title, then its date and languages or why they are not known."""
    from rich.text import Text

    yield Text(plain(record.title), style="bold")
    known = [record.date, " ".join(record.languages), "" if record.status == "found" else record.status]
    yield Text(plain(" · ".join(filter(None, known))), style="dim" if record.status == "found" else "italic")


def _families(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """Yield the rows with their depth, addenda and corrigenda below the document that they belong to."""
    below: dict[str, list[Row]] = {}
    named = {row.symbol for row in rows}
    for row in rows:
        base = str(row.mention.symbol.base) if row.mention.symbol else ""
        below.setdefault(base if base != row.symbol and base in named else "", []).append(row)
    for row in below.get("", rows):
        yield 0, row
        yield from ((1, child) for child in below.get(row.symbol or "-", ()))


def _inferred(row: Row) -> str:
    """Say how sure a row is, where it is not plain."""
    mention = row.mention
    said = {"continued": "continued", "citation": "cited in words", "press": "press release"}.get(mention.kind, "")
    if mention.candidates:
        return f"{said}; or {', '.join(map(str, mention.candidates[1:]))}"
    return "series not listed" if mention.confidence == "unlisted" else said
