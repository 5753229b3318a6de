"""The symbols alone, one a line."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.rows import Row

__all__ = ["write", "write_names"]


def write(rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the canonical symbol of each row."""
    out.writelines(f"{row.symbol}\n" for row in rows)


def write_names(names: Iterable[str], out: TextIO, *, distinct: bool) -> None:
    """Write canonical symbols that come many lines at once; `distinct` writes each only where it comes first."""
    if distinct:
        names = dict.fromkeys(chain.from_iterable(lines.split("\n") for lines in names))
    out.writelines(f"{lines}\n" for lines in names)
