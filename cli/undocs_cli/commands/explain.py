"""undocs explain: symbols in, what each piece of them says out; nothing is fetched."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from undocs_cli.arguments import ColorOption, When, given
from undocs_cli.shape import Shape, ShapeOption, write
from undocs_cli.shell import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.meaning.describe import Meaning

__all__ = ["explain"]

# The columns, in the order that scripts may rely on: new ones come last.
VALUES = ("body", "session", "year", "type", "number", "country")
WHOLE = ("symbol", "description", "parts", "years", "relation", "parent", "note", "published_in", "on_ods", *VALUES)
PIECE = ("symbol", "role", "text", "name", "start", "end", "verified", "series")


def explain(
    symbols: Annotated[
        list[str],
        typer.Argument(metavar="SYMBOL...", help="Symbols or links; - reads them from standard input, one a line."),
    ],
    shape: ShapeOption = None,
    color: ColorOption = When.auto,
) -> None:
    """Say what symbols mean.

    The body, the session or year, the type of document, what it changes.
    """
    outcome = Outcome()
    meanings = outcome.watch(_meanings(symbols, outcome))
    shape = shape or (Shape.text if sys.stdout.isatty() else Shape.tsv)
    if shape is Shape.text:
        from undocs_cli.output import tree

        tree.write(meanings, sys.stdout, color.value)
    elif shape is Shape.tsv:
        write(shape, _pieces(meanings), PIECE, sys.stdout, color.value)
    else:
        wholes = (
            {**asdict(meaning), **{name: getattr(meaning, name) for name in ("years", *VALUES)}} for meaning in meanings
        )
        write(shape, wholes, WHOLE, sys.stdout, color.value)
    raise outcome.exit()


def _meanings(symbols: Iterable[str], outcome: Outcome) -> Iterator[Meaning]:
    """Yield what the symbols mean, both halves of a joint one; tell those that are none."""
    from undocs import Symbol, SymbolError

    for text, _ in given(symbols):
        try:
            halves = Symbol.parse(text).joint
            for symbol in halves:
                meaning = symbol.explain()
                others = " and ".join(str(other) for other in halves if other != symbol)
                yield meaning if meaning.note or not others else replace(meaning, note=f"one document with {others}")
        except SymbolError as error:
            outcome.fail(error)


def _pieces(meanings: Iterable[Meaning]) -> Iterator[dict[str, Any]]:
    """Yield a row for the whole of each symbol, for each part, for what it is of, and for what is to note."""
    for meaning in meanings:
        whole = {
            "symbol": meaning.symbol,
            "start": 0,
            "end": len(meaning.symbol),
            "verified": True,
            "series": "",
        }
        yield {**whole, "role": "description", "text": meaning.symbol, "name": meaning.description}
        for part in meaning.parts:
            yield {"symbol": meaning.symbol, **asdict(part)}
        if meaning.relation:
            yield {**whole, "role": "relation", "text": meaning.parent, "name": meaning.relation}
        if meaning.note:
            yield {**whole, "role": "note", "text": meaning.published_in, "name": meaning.note}
