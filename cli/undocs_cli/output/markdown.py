"""A Markdown table, for a note or an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.rows import Row

__all__ = ["write"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def write(rows: Iterable[Row], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the symbols as links, with what they are, what was found out about them, and how often they occur."""
    last = "count" if "count" in columns else "line"
    rows = list(rows)
    told = ("title", "date", "languages", "status") if any(row.record for row in rows) else ()
    out.write(f"| symbol | what | {' | '.join((*told, last))} |\n| --- | --- |{' --- |' * len(told)} ---: |\n")
    for row in rows:
        name = _SPECIAL.sub(r"\\\1", plain(row.symbol or row.value("text")))
        name = f"[{name}](<{row.url}>)" if row.url else name
        what = _SPECIAL.sub(r"\\\1", plain(row.description or row.note))
        more = (_SPECIAL.sub(r"\\\1", cell(row.value(column)).replace("|", " ")) for column in told)
        out.write(f"| {' | '.join((name, what, *more, str(row.value(last))))} |\n")
