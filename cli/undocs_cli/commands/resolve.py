"""undocs resolve: symbols in any spelling in, the same rows out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from undocs_cli.formats import write
from undocs_cli.options import ColorOption, FormatOption, Lang, LangOption, LinkOption, Target, When
from undocs_cli.outcome import Outcome
from undocs_cli.rows import DISTINCT, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["given", "resolve"]


def resolve(
    symbols: Annotated[
        list[str],
        typer.Argument(metavar="SYMBOL...", help="Symbols or links; - reads them from standard input, one a line."),
    ],
    form: FormatOption = None,
    lang: LangOption = Lang.en,
    link: LinkOption = Target.undocs,
    color: ColorOption = When.auto,
) -> None:
    """Link symbols that are given in any spelling."""
    outcome = Outcome()
    rows = outcome.watch(_rows(given(symbols), outcome, lang, link))
    write(form, rows, DISTINCT, sys.stdout, color.value)
    raise outcome.exit()


def given(symbols: Iterable[str]) -> Iterator[tuple[str, int | None]]:
    """Yield the symbols of the command line, `-` replaced by the lines of standard input, each with its line."""
    from undocs.reading import read

    for symbol in symbols:
        if symbol != "-":
            yield symbol, None
            continue
        chunks = (chunk for document in read(sys.stdin.buffer) for chunk in document.chunks)
        lines = (line for chunk in chunks for line in chunk.text.splitlines())
        yield from ((line.strip(), number) for number, line in enumerate(lines, 1) if line.strip())


def _rows(symbols: Iterable[tuple[str, int | None]], outcome: Outcome, lang: Lang, link: Target) -> Iterator[Row]:
    from undocs import Mention, Symbol, SymbolError

    for text, line in symbols:
        try:
            halves = Symbol.parse(text).halves
        except SymbolError as error:
            outcome.fail(error)
            continue
        for symbol in halves:
            yield Row(Mention.of(symbol, text), "-" if line else "", line, None, lang.value, link.value)
