"""Symbols only, one a line."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["NESTED", "ONE_OF", "write", "write_names"]

ONE_OF = ("symbol",)
NESTED = True  # one line for each symbol, not for each part of it


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the canonical symbol of each row that has one."""
    out.writelines(f"{symbol}\n" for row in rows if (symbol := cell(row.value("symbol"))))


def write_names(names: Iterable[str], out: TextIO, *, distinct: bool) -> None:
    """Write canonical symbols that come as blocks of lines; with `distinct`, each symbol once."""
    if distinct:
        names = dict.fromkeys(chain.from_iterable(lines.split("\n") for lines in names))
    out.writelines(f"{lines}\n" for lines in names)
