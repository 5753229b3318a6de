"""JSON Lines: an object for each row, with every key, written as soon as it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.output.json import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["NESTED", "write"]

NESTED = True


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write each row as soon as it is there."""
    for row in rows:
        out.write(dumps({column: row.value(column) for column in columns}) + "\n")
        out.flush()
