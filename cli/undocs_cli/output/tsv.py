"""Tab-separated values without a header, for a script: the symbol first, then its link, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import Cells

__all__ = ["write"]


def write(rows: Iterable[Cells], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write a line for each row as soon as it comes; tabs and line ends inside a cell become spaces."""
    for row in rows:
        values = (row.value(column) for column in columns)
        out.write("\t".join(cell(value) for value in values) + "\n")
        out.flush()
