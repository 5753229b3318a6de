"""Comma-separated values with a header, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import plain

if TYPE_CHECKING:
    from undocs_cli.formats import Cells

__all__ = ["write"]


def write(rows: Iterable[Cells], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the names of the columns, then the rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = (row.value(column) for column in columns)
        writer.writerow(["" if cell is None else _harmless(plain(str(cell))) for cell in cells])


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell of foreign text for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@" and cell != "-" else cell
