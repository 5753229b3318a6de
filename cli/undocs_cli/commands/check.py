"""`undocs check`: whether documents exist, and in which languages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, TextIO

import typer
from undocs.tables.languages import OFFICIAL_LANGUAGES as LANGUAGES

from undocs_cli.arguments import ColorOption, FormatOption, SymbolsArgument, read_symbols
from undocs_cli.lookup import LookupOptions, in_order, look_up
from undocs_cli.output import Cells, check_format, grid, write
from undocs_cli.shell import Run
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from undocs.records.model import Record

    from undocs_cli.output import OutputRow
    from undocs_cli.terminal import Color

__all__ = ["check"]

# Columns. Scripts rely on their order: new ones come last.
COLUMNS = ("symbol", *LANGUAGES, "spelling", "note")
# What the table shows for a status; for any other it shows `?`, and the reason is printed on standard error.
_MARKS = {"found": "yes", "absent": "no"}


def check(
    symbols: SymbolsArgument,
    offline: Annotated[bool, typer.Option("--offline", help="Use the cache only, without a network.")] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ignore the cache.")] = False,
    form: FormatOption = None,
    color: ColorOption = "auto",
) -> None:
    """Check whether documents exist, and in which languages.

    This asks the Official Document System, which is slow: up to half a minute for each language.
    """
    run = Run()
    check_format(form, COLUMNS)
    options = LookupOptions(fetch=True, sources=["ods"], offline=offline, refresh=refresh)
    asked = [half for given in read_symbols(symbols, run) for half in given.symbol.joint]
    with look_up(asked, options, run) as (known, arriving):
        for record in known:
            if record.status == "unknown":
                say(f"{record.symbol}: {record.note}")
        names = dict.fromkeys(map(str, asked))
        records = in_order(names, str, {record.symbol: record for record in known}, arriving)
        rows = _rows((record for _, record in records if record), run)
        write(form, rows, COLUMNS, sys.stdout, color, view=_view)
    raise run.exit()


def _rows(records: Iterable[Record], run: Run) -> Iterator[Cells]:
    """Yield a row for each document with the status of each language; the run is `found` if a document exists."""
    for record in records:
        run.found |= record.status == "found"
        statuses = dict.fromkeys(LANGUAGES, record.status) | dict(record.language_statuses)
        yield Cells({"symbol": record.symbol, **statuses, "spelling": record.spelling, "note": record.note})


def _view(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: Color) -> None:  # noqa: ARG001
    """Write the table for a terminal, which has `yes`, `no` or `?` for each language."""
    marked = (
        Cells({"symbol": row.value("symbol"), **{name: _MARKS.get(row.value(name), "?") for name in LANGUAGES}})
        for row in rows
    )
    grid.write(marked, ("symbol", *LANGUAGES), out, color)
