"""Links only, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["NESTED", "ONE_OF", "write"]

ONE_OF = ("url", "catalog_url")
NESTED = True  # one line for each result, not for each part of it


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the link of each row that has one: to the document, or else to its record in a catalogue."""
    column = next(name for name in ONE_OF if name in columns)
    out.writelines(f"{url}\n" for row in rows if (url := cell(row.value(column))))
