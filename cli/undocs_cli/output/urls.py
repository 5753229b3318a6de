"""The links alone, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.rows import Row

__all__ = ["write"]


def write(rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the link of each row."""
    out.writelines(f"{row.url}\n" for row in rows)
