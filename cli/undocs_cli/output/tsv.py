"""Tab-separated values without a header, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["write"]


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write each row as soon as it is there; tabs and line ends inside a cell become spaces."""
    for row in rows:
        out.write("\t".join(cell(row.value(column)) for column in columns) + "\n")
        out.flush()
