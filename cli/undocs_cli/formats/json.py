"""One JSON array of objects, every key always there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.formats import Cells

__all__ = ["write"]


def write(rows: Iterable[Cells], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write all rows at once."""
    json.dump([{column: row.value(column) for column in columns} for row in rows], out, ensure_ascii=False, indent=2)
    out.write("\n")
