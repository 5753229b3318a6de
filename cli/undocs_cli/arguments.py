"""Arguments and options that several commands share, each defined once.

The values of an option come from the library's own table or type, so that a new language, link or source is an option
at once. typer reads the values of one choice from a `Literal`, but wants an enumeration for a list of choices. Type
checkers cannot read an enumeration that is made at run time; they see the library's type, or `str`.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

import typer
from undocs import mention
from undocs.links import LANGUAGES, Target
from undocs.records.sources.registry import NAMES

from undocs_cli.output import Format
from undocs_cli.terminal import Color

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs import Symbol

    from undocs_cli.shell import Run

__all__ = [
    "ColorOption",
    "FetchOption",
    "FormatOption",
    "Given",
    "Kind",
    "Lang",
    "LangOption",
    "LinkOption",
    "OfflineOption",
    "RefreshOption",
    "SourceOption",
    "SymbolsArgument",
    "read_symbols",
]

if TYPE_CHECKING:
    from undocs.mention import Kind

    Lang = str
    SourceName = str
else:
    Kind = StrEnum("Kind", {name: name for name in get_args(mention.Kind)})
    Lang = StrEnum("Lang", {name: name for name in LANGUAGES})
    SourceName = StrEnum("SourceName", {name: name for name in NAMES})

SymbolsArgument = Annotated[
    list[str],
    typer.Argument(metavar="SYMBOL...", help="Symbols or links; - reads them from standard input, one a line."),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "-f",
        "--format",
        envvar="UNDOCS_FORMAT",
        help="Format of the result.",
        show_default="table on a terminal, tsv in a pipe",
    ),
]
ColorOption = Annotated[Color, typer.Option("--color", help="Colour and hyperlinks in tables.")]
LangOption = Annotated[
    Lang, typer.Option("-l", "--lang", envvar="UNDOCS_LANG", help="Language of the linked documents.")
]
LinkOption = Annotated[
    Target,
    typer.Option(
        "--link",
        envvar="UNDOCS_LINK",
        help="Target of the links: undocs.org, docs.un.org, the PDF file, or a Digital Library search.",
    ),
]
FetchOption = Annotated[
    bool,
    typer.Option(
        "--fetch", help="Look up title, date and languages: in the local catalog, then at the Library's record service."
    ),
]
SourceOption = Annotated[
    list[SourceName] | None,
    typer.Option(
        "--source",
        help="Source of records; may be repeated, and sources are asked in this order until one has the record."
        " Implies --fetch.",
        show_default="catalog, if there is one, then library",
    ),
]
OfflineOption = Annotated[
    bool, typer.Option("--offline", help="Look up in the local catalog and the cache only, without a network.")
]
RefreshOption = Annotated[bool, typer.Option("--refresh", help="Ignore the cache. Implies --fetch.")]


class Given(NamedTuple):
    """A symbol given on the command line or on standard input.

    Attributes:
        symbol: the symbol; a joint one is not split.
        text: the spelling that was given.
        line: the line of standard input, from 1, or None for an argument.
    """

    symbol: Symbol
    text: str
    line: int | None


def read_symbols(arguments: Iterable[str], run: Run) -> Iterator[Given]:
    """Yield the symbols given; a text that is not a symbol is reported as an error."""
    from undocs import Symbol, SymbolError

    for text, line in _texts(arguments):
        try:
            symbol = Symbol.parse(text)
        except SymbolError as error:
            run.report(error)
            continue
        yield Given(symbol, text, line)


def _texts(arguments: Iterable[str]) -> Iterator[tuple[str, int | None]]:
    """Yield the arguments, and in place of `-` the lines of standard input that are not empty, with their numbers."""
    from undocs.reading import read

    for argument in arguments:
        if argument != "-":
            yield argument, None
            continue
        chunks = (chunk for document in read(sys.stdin.buffer) for chunk in document.chunks)
        lines = (line for chunk in chunks for line in chunk.text.splitlines())
        yield from ((line.strip(), number) for number, line in enumerate(lines, 1) if line.strip())
