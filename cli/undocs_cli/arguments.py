"""The options that several commands share, each said once."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from undocs_cli.output import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs import Symbol

    from undocs_cli.shell import Outcome

__all__ = [
    "ColorOption",
    "FetchOption",
    "FileType",
    "FormatOption",
    "Kind",
    "Lang",
    "LangOption",
    "LinkOption",
    "OfflineOption",
    "RefreshOption",
    "SourceName",
    "SourceOption",
    "Target",
    "When",
    "given",
    "symbols_of",
]


class FileType(StrEnum):
    """The files of a document: what is printed, or what it was made from."""

    pdf = "pdf"
    doc = "doc"


class Kind(StrEnum):
    """How a document is mentioned."""

    symbol = "symbol"
    continued = "continued"
    citation = "citation"
    press = "press"


class Lang(StrEnum):
    """The languages that UN documents are linked in."""

    en = "en"
    fr = "fr"
    es = "es"
    ar = "ar"
    zh = "zh"
    ru = "ru"
    de = "de"


class Target(StrEnum):
    """Where a link leads."""

    undocs = "undocs"
    docs = "docs"
    pdf = "pdf"
    library = "library"


class SourceName(StrEnum):
    """Who can be asked for records."""

    catalog = "catalog"
    library = "library"
    ods = "ods"
    undl = "undl"


class When(StrEnum):
    """When output is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "-f",
        "--format",
        envvar="UNDOCS_FORMAT",
        help="How to write the result.",
        show_default="table on a terminal, tsv in a pipe",
    ),
]
LangOption = Annotated[
    Lang, typer.Option("-l", "--lang", envvar="UNDOCS_LANG", help="Language of the linked documents.")
]
LinkOption = Annotated[
    Target,
    typer.Option(
        "--link",
        envvar="UNDOCS_LINK",
        help="Where links lead: undocs.org, docs.un.org, the PDF file, or a Digital Library search.",
    ),
]
ColorOption = Annotated[When, typer.Option("--color", help="Colour and hyperlinks in tables.")]
FetchOption = Annotated[
    bool, typer.Option("--fetch", help="Look up title, date and languages: in your catalogue, then at the Library.")
]
SourceOption = Annotated[
    list[SourceName] | None,
    typer.Option(
        "--source",
        help="Who is asked; may be given more than once, in the order to ask until one has it. Implies --fetch.",
        show_default="catalog, if you have one, then library",
    ),
]
OfflineOption = Annotated[
    bool, typer.Option("--offline", help="Look up in your catalogue and in what was fetched before, without a network.")
]
RefreshOption = Annotated[
    bool, typer.Option("--refresh", help="Ask again for what was fetched before. Implies --fetch.")
]


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
            halves = Symbol.parse(text).joint
        except SymbolError as error:
            outcome.fail(error)
            continue
        for symbol in halves:
            yield symbol, text, line
