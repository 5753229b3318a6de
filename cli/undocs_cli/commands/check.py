"""undocs check: does a document exist, and in which languages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from undocs_cli.arguments import ColorOption, SourceName, When, symbols_of
from undocs_cli.lookup import Wish, in_order, look_up
from undocs_cli.shape import Shape, ShapeOption, write
from undocs_cli.shell import Outcome
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.records.model import Record

__all__ = ["check"]

# The columns, in the order that scripts may rely on: new ones come last.
LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
COLUMNS = ("symbol", *LANGUAGES, "spelling", "note")
# What a person reads; of anything else the reason is told on standard error.
_MARKS = {"found": "yes", "absent": "no"}


def check(
    symbols: Annotated[
        list[str],
        typer.Argument(metavar="SYMBOL...", help="Symbols or links; - reads them from standard input, one a line."),
    ],
    offline: Annotated[bool, typer.Option("--offline", help="Say what was learnt before, without a network.")] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again for what was learnt before.")] = False,
    shape: ShapeOption = None,
    color: ColorOption = When.auto,
) -> None:
    """Ask whether documents exist, and in which languages.

    The Official Document System is asked. It is slow: up to half a minute for each language.
    """
    outcome = Outcome()
    shape = shape or (Shape.text if sys.stdout.isatty() else Shape.tsv)
    wish = Wish(True, [SourceName.ods], offline, refresh)
    asked = [symbol for symbol, _, _ in symbols_of(symbols, outcome)]
    with look_up(asked, wish, outcome) as (known, coming):
        records = {record.symbol: record for record in known}
        for record in known:
            if record.status == "unknown":
                say(f"{record.symbol}: {record.note}")
        names = in_order(dict.fromkeys(map(str, asked)), records, coming, records.__contains__)
        cells = _cells((records[name] for name in names if name in records), outcome)
        if shape is Shape.text:
            from undocs_cli.output import grid

            marked = ({**row, **{name: _MARKS.get(row[name], "?") for name in LANGUAGES}} for row in cells)
            grid.write(marked, ("symbol", *LANGUAGES), sys.stdout, color.value)
        else:
            write(shape, cells, COLUMNS, sys.stdout, color.value)
    raise outcome.exit()


def _cells(records: Iterable[Record], outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Yield a row for each document: what was said of each language."""
    for record in records:
        outcome.found |= record.status == "found"
        said = dict.fromkeys(LANGUAGES, record.status) | dict(record.asked)
        yield {"symbol": record.symbol, **said, "spelling": record.spelling, "note": record.note}
