"""JSON Lines: an object a row, every key always there, flushed as found."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.output.json import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import Cells

__all__ = ["write"]


def write(rows: Iterable[Cells], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write a line for each row as soon as it comes."""
    for row in rows:
        out.write(dumps({column: row.value(column) for column in columns}) + "\n")
        out.flush()
