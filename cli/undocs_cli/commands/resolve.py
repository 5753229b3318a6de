"""`undocs resolve`: links of symbols that are given in any spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs_cli.arguments import (
    ColorOption,
    FetchOption,
    FormatOption,
    LangOption,
    LinkOption,
    OfflineOption,
    RefreshOption,
    SourceOption,
    SymbolsArgument,
    read_symbols,
)
from undocs_cli.lookup import LookupOptions, show
from undocs_cli.output import with_content
from undocs_cli.rows import DISTINCT, Row
from undocs_cli.shell import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.links import Target

    from undocs_cli.arguments import Given, Lang

__all__ = ["resolve"]


def resolve(
    symbols: SymbolsArgument,
    form: FormatOption = None,
    lang: LangOption = "en",
    link: LinkOption = "undocs",
    color: ColorOption = "auto",
    fetch: FetchOption = False,
    source: SourceOption = None,
    offline: OfflineOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Link symbols that are given in any spelling."""
    run = Run()
    rows = run.track(with_content(form, _rows(read_symbols(symbols, run), lang, link), DISTINCT))
    show(form, rows, DISTINCT, color, LookupOptions(fetch, source, offline, refresh), run)
    raise run.exit()


def _rows(symbols: Iterable[Given], lang: Lang, link: Target) -> Iterator[Row]:
    """Yield a row for each symbol, for a joint symbol one for each half."""
    from undocs import Mention

    for given in symbols:
        for symbol in given.symbol.joint:
            yield Row(Mention.of(symbol, given.text), "-" if given.line else "", given.line, None, lang, link)
