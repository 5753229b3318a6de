"""Comma-separated values with a header, for a spreadsheet."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import Cells

__all__ = ["write"]


def write(rows: Iterable[Cells], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the names of the columns, then the rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = (row.value(column) for column in columns)
        writer.writerow([_harmless(cell(value)) for value in values])


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a cell of foreign text for a formula."""
    return f"'{text}" if text[:1] in tuple("=+-@") and text != "-" else text
