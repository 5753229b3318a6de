"""`undocs explain`: what symbols mean, part by part, without a network."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from undocs_cli.arguments import ColorOption, FormatOption, SymbolsArgument, read_symbols
from undocs_cli.output import Cells, Flat, tree, write
from undocs_cli.shell import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.meaning.describe import Meaning

    from undocs_cli.output import OutputRow

__all__ = ["explain"]

# Columns: of a whole symbol, and of its parts in formats without nesting. Scripts rely on their order: new ones come
# last.
WHOLE = (
    "symbol", "description", "parts", "years", "relation", "parent", "note", "published_in", "on_ods", "body",
    "session", "year", "type", "number", "country",
)  # fmt: skip
PIECE = ("symbol", "role", "text", "name", "start", "end", "verified", "series")


def explain(symbols: SymbolsArgument, form: FormatOption = None, color: ColorOption = "auto") -> None:
    """Explain what symbols mean.

    The body, the session or year, the type of document, and the document that it amends.
    """
    run = Run()
    rows = run.track(Cells.of(meaning, WHOLE) for meaning in _meanings(symbols, run))
    write(form, rows, WHOLE, sys.stdout, color, view=tree.write, flat=Flat(PIECE, _pieces))
    raise run.exit()


def _meanings(symbols: Iterable[str], run: Run) -> Iterator[Meaning]:
    """Yield the meaning of each symbol, for a joint symbol that of each half; report series that are not listed."""
    from undocs import SymbolError

    for given in read_symbols(symbols, run):
        halves = given.symbol.joint
        try:
            for symbol in halves:
                meaning = symbol.explain()
                others = " and ".join(str(other) for other in halves if other != symbol)
                yield meaning if meaning.note or not others else replace(meaning, note=f"one document with {others}")
        except SymbolError as error:
            run.report(error)


def _pieces(rows: Iterable[OutputRow]) -> Iterator[Cells]:
    """Yield the rows of each symbol: its description, its parts, its relation to another document, its note."""
    for row in rows:
        symbol = row.value("symbol")
        whole = {"symbol": symbol, "start": 0, "end": len(symbol), "verified": True, "series": ""}

        def piece(role: str, text: str, name: str, whole: dict[str, Any] = whole) -> Cells:
            return Cells({**whole, "role": role, "text": text, "name": name})

        yield piece("description", symbol, row.value("description"))
        for part in row.value("parts"):
            yield Cells({"symbol": symbol, **asdict(part)})
        if relation := row.value("relation"):
            yield piece("relation", row.value("parent"), relation)
        if note := row.value("note"):
            yield piece("note", row.value("published_in"), note)
