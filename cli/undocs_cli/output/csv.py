"""Comma-separated values with a header, for a spreadsheet."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["write"]


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the names of the columns, then the rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_defuse(cell(row.value(column))) for column in columns])


def _defuse(text: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe goes before text that it would read as a formula.

    >>> _defuse("=HYPERLINK(A1)"), _defuse("A/66/10"), _defuse("-")
    ("'=HYPERLINK(A1)", 'A/66/10', '-')
    """
    return f"'{text}" if text[:1] in tuple("=+-@") and text != "-" else text
