"""Output formats, one module each; every command has all of them.

To add a format, add its module here and its name to `Format`. The module has the function

    write(rows, columns, out, color)

and may set

    NESTED   True if a cell may hold objects, as in JSON. A result that has parts is then given as one row; other
             formats get the parts as rows of their own (see `Flat`).
    ONE_OF   the columns of which the format writes the first that a result has, and nothing else. The format is
             refused for a result that has none of them.

The modules `grid`, `tree` and `bodies` are views: how `table` shows the results that are not a list of links.

>>> import sys
>>> rows = [Cells({"symbol": "A/66/10", "languages": ["en", "fr"]})]
>>> write(Format.csv, rows, ("symbol", "languages"), sys.stdout, "never")
symbol,languages
A/66/10,en|fr
>>> write(Format.jsonl, rows, ("symbol", "languages"), sys.stdout, "never")
{"symbol": "A/66/10", "languages": ["en", "fr"]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TextIO, TypeVar

if TYPE_CHECKING:
    from types import ModuleType

    from undocs_cli.terminal import Color

__all__ = ["Cells", "Flat", "Format", "OutputRow", "Writer", "check_format", "with_content", "write"]


class Format(StrEnum):
    """The formats of results, each the name of a module of this package."""

    table = "table"
    plain = "plain"
    tsv = "tsv"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    urls = "urls"
    markdown = "markdown"


class OutputRow(Protocol):
    """A row that formats can write."""

    def value(self, column: str) -> Any:  # noqa: ANN401 # a cell may hold anything
        """Return the cell in a column."""


R = TypeVar("R", bound=OutputRow)
Writer = Callable[[Iterable[OutputRow], Sequence[str], TextIO, "Color"], None]


class Cells:
    """A row made of a mapping from columns to cells.

    >>> Cells({"symbol": "A/66/10"}).value("symbol")
    'A/66/10'
    """

    def __init__(self, cells: Mapping[str, Any]) -> None:
        """Use a mapping as a row."""
        self.value = cells.__getitem__

    @classmethod
    def of(cls, result: object, columns: Sequence[str]) -> Cells:
        """Return a row with the attributes of `result` that the columns name."""
        return cls({column: getattr(result, column) for column in columns})


class Flat(NamedTuple):
    """The same result for formats without nesting.

    Attributes:
        columns: the columns of the flat rows.
        rows: makes the flat rows from the nested ones.
    """

    columns: Sequence[str]
    rows: Callable[[Iterable[OutputRow]], Iterable[OutputRow]]


def write(
    form: Format | None,
    rows: Iterable[OutputRow],
    columns: Sequence[str],
    out: TextIO,
    color: Color,
    *,
    view: Writer | None = None,
    flat: Flat | None = None,
) -> None:
    """Write a result.

    Args:
        form: the format; None is `table` if `out` is a terminal, and else `tsv`.
        rows: the rows of the result.
        columns: their columns, in order.
        out: the stream to write to.
        color: when to colour a table.
        view: writes the table of a result that is not a list of links.
        flat: the rows for formats without nesting, for a result whose rows have parts.

    Raises:
        UndocsError: the format writes one column only, and the result does not have it.
    """
    form = form or (Format.table if out.isatty() else Format.tsv)
    check_format(form, columns)
    if form is Format.table and view:
        view(rows, columns, out, color)
        return
    module = _module(form)
    if flat and not getattr(module, "NESTED", False):
        rows, columns = flat.rows(rows), flat.columns
    module.write(rows, columns, out, color)


def check_format(form: Format | None, columns: Sequence[str]) -> None:
    """Refuse a format that cannot show a result; `write` does so too, but only after the work is done.

    Raises:
        UndocsError: the format writes one column only, and the result does not have it.
    """
    _only_column(form, columns)


def with_content(form: Format | None, rows: Iterable[R], columns: Sequence[str]) -> Iterable[R]:
    """Return the rows for which a format writes anything: with `plain` those with a symbol, with `urls` a link."""
    column = _only_column(form, columns)
    return (row for row in rows if row.value(column)) if column else rows


def _only_column(form: Format | None, columns: Sequence[str]) -> str | None:
    """Return the one column that a format writes, or None if it writes all of them."""
    names = getattr(_module(form), "ONE_OF", ()) if form and form is not Format.table else ()
    if not names:
        return None
    for name in names:
        if name in columns:
            return str(name)
    from undocs.errors import UndocsError

    raise UndocsError(f"-f {form}: this command's results have no {names[0]} column")


def _module(form: Format) -> ModuleType:
    return import_module(f"undocs_cli.output.{form}")
