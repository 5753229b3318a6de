"""One file a format: rows in, text out."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.rows import Row
    from undocs_cli.terminal import Color

__all__ = ["Cells", "Format", "shown", "write"]


class Cells(Protocol):
    """What the formats that name columns can write: a result that knows its cells."""

    def value(self, column: str) -> Any:  # noqa: ANN401 # a cell is what its column holds
        """Return the cell of a column."""


class Format(StrEnum):
    """How results are written."""

    table = "table"
    plain = "plain"
    tsv = "tsv"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    urls = "urls"
    markdown = "markdown"


def shown(form: Format | None, rows: Iterable[Row]) -> Iterable[Row]:
    """Return the rows of which a format has something to write: a symbol, a link."""
    needed = "symbol" if form is Format.plain else "url" if form is Format.urls else ""
    return (row for row in rows if row.value(needed)) if needed else rows


def write(form: Format | None, rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: Color) -> None:
    """Write rows to `out`: in `form`, else as a table for a person and as TSV for a pipe."""
    form = form or (Format.table if out.isatty() else Format.tsv)
    import_module(f"undocs_cli.output.{form}").write(rows, columns, out, color)
