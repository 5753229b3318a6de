"""undocs resolve: symbols in any spelling in, the same rows out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from undocs_cli.arguments import (
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
    symbols_of,
)
from undocs_cli.lookup import Wish, show
from undocs_cli.output import shown
from undocs_cli.rows import DISTINCT, Row
from undocs_cli.shell import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs import Symbol

__all__ = ["resolve"]


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


def _rows(symbols: Iterable[tuple[Symbol, str, int | None]], lang: Lang, link: Target) -> Iterator[Row]:
    from undocs import Mention

    for symbol, text, line in symbols:
        yield Row(Mention.of(symbol, text), "-" if line else "", line, None, lang.value, link.value)
