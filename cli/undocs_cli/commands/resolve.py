"""undocs resolve: symbols in any spelling in, the same rows out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from undocs_cli.fetching import Wish, show
from undocs_cli.formats import shown
from undocs_cli.options import (
    ColorOption,
    FetchOption,
    FormatOption,
    Lang,
    LangOption,
    LinkOption,
    OfflineOption,
    RefreshOption,
    SourceOption,
    Target,
    When,
)
from undocs_cli.outcome import Outcome
from undocs_cli.rows import DISTINCT, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs import Symbol

__all__ = ["given", "resolve", "symbols_of"]


def resolve(
    symbols: Annotated[
        list[str],
        typer.Argument(metavar="SYMBOL...", help="Symbols or links; - reads them from standard input, one a line."),
    ],
    form: FormatOption = None,
    lang: LangOption = Lang.en,
    link: LinkOption = Target.undocs,
    color: ColorOption = When.auto,
    fetch: FetchOption = False,
    source: SourceOption = None,
    offline: OfflineOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Link symbols that are given in any spelling."""
    outcome = Outcome()
    rows = outcome.watch(shown(form, _rows(symbols_of(symbols, outcome), lang, link)))
    show(form, rows, DISTINCT, color.value, Wish(fetch, source, offline, refresh), outcome)
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


def symbols_of(given_symbols: Iterable[str], outcome: Outcome) -> Iterator[tuple[Symbol, str, int | None]]:
    """Yield the symbols given, both halves of a joint one, with their text and line; tell what is none."""
    from undocs import Symbol, SymbolError

    for text, line in given(given_symbols):
        try:
            halves = Symbol.parse(text).halves
        except SymbolError as error:
            outcome.fail(error)
            continue
        for symbol in halves:
            yield symbol, text, line


def _rows(symbols: Iterable[tuple[Symbol, str, int | None]], lang: Lang, link: Target) -> Iterator[Row]:
    from undocs import Mention

    for symbol, text, line in symbols:
        yield Row(Mention.of(symbol, text), "-" if line else "", line, None, lang.value, link.value)
