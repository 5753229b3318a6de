"""A Markdown table, for a note or an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from undocs_cli.terminal import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["write"]

# Characters that Markdown may read as markup.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write the rows; symbols that have a link become one, and only the columns worth reading are shown beside it."""
    if "url" in columns:
        _write_links(rows, "count" if "count" in columns else "line", out)
        return
    out.write(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n")
    out.writelines(f"| {' | '.join(_escape(_no_bar(row.value(column))) for column in columns)} |\n" for row in rows)


def _write_links(rows: Iterable[OutputRow], last: str, out: TextIO) -> None:
    """Write symbols as links, with what they are, what a look-up found, and their count or line."""
    rows = list(rows)
    looked_up = ("title", "date", "languages", "status") if any(row.value("status") for row in rows) else ()
    out.write(f"| symbol | what | {' | '.join((*looked_up, last))} |\n")
    out.write(f"| --- | --- |{' --- |' * len(looked_up)} ---: |\n")
    for row in rows:
        name = _escape(cell(row.value("symbol") or row.value("text")))
        url = row.value("url")
        what = _escape(cell(row.value("description") or row.value("note")))
        more = (_escape(_no_bar(row.value(column))) for column in looked_up)
        link = f"[{name}](<{url}>)" if url else name
        out.write(f"| {' | '.join((link, what, *more, str(row.value(last))))} |\n")


def _no_bar(value: object) -> str:
    """Return a cell with spaces between the items of a list, as a bar ends a cell of a Markdown table."""
    return cell(value).replace("|", " ")


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
