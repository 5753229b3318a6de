"""One JSON array of objects, every key always there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import OBEYED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import Cells

__all__ = ["dumps", "write"]

_ESCAPED = re.compile(rf"{OBEYED.pattern}|[\ud800-\udfff]")


def write(rows: Iterable[Cells], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write all rows at once."""
    out.write(dumps([{column: row.value(column) for column in columns} for row in rows], indent=2) + "\n")


def dumps(value: object, indent: int | None = None) -> str:
    """Return a value as JSON with nothing in it that a terminal would obey, nor bytes of a file's name as they are."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))
