"""A Markdown table, for a note or an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.rows import Row

__all__ = ["write"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def write(rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the symbols as links, with what they are, and how often they stand there where that is counted."""
    last = "count" if "count" in columns else "line"
    out.write(f"| symbol | what | {last} |\n| --- | --- | ---: |\n")
    for row in rows:
        name = _SPECIAL.sub(r"\\\1", plain(row.symbol or row.value("text")))
        name = f"[{name}](<{row.url}>)" if row.url else name
        what = _SPECIAL.sub(r"\\\1", plain(row.what or row.note))
        out.write(f"| {name} | {what} | {row.value(last)} |\n")
