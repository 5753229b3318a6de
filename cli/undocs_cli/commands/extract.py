"""undocs extract: a text in, its symbols and their links out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from undocs_cli.formats import write
from undocs_cli.options import ColorOption, FormatOption, Lang, LangOption, LinkOption, Target, When
from undocs_cli.outcome import Outcome
from undocs_cli.rows import DISTINCT, EACH, Row, distinct
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from undocs.stream import Place

__all__ = ["extract"]


def extract(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="What to read; - or nothing is standard input.")] = None,
    every: Annotated[bool, typer.Option("--all", help="A row for each mention, not for each distinct symbol.")] = False,
    form: FormatOption = None,
    lang: LangOption = Lang.en,
    link: LinkOption = Target.undocs,
    recursive: Annotated[bool, typer.Option("-r", "--recursive", help="Read the files in folders.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out symbols of series that are not listed.")] = False,
    citations: Annotated[bool, typer.Option("--citations/--no-citations", help="Find references in words too.")] = True,
    organ: Annotated[str | None, typer.Option("--organ", help="Whose resolutions are meant where the text does not say: A, S, E or A/HRC.")] = None,
    color: ColorOption = When.auto,
) -> None:
    """Find the document symbols in texts and link them."""
    if not files and sys.stdin.isatty():
        print(context.get_usage(), "Give a file, or pipe a text in; undocs extract --help says more.", sep="\n", file=sys.stderr)
        raise typer.Exit(2)
    from undocs.reading import files as sources

    outcome = Outcome()
    places = (
        (name, place)
        for source in sources(files or ["-"], recursive=recursive)
        for name, place in _places(source, outcome, strict=strict, citations=citations, organ=organ)
    )
    rows = outcome.watch(Row(place.mention, name, place.line, place.page, lang.value, link.value) for name, place in places)
    write(form, rows if every else distinct(rows), EACH if every else DISTINCT, sys.stdout, color.value)
    raise outcome.exit()


def _places(source: str, outcome: Outcome, **options: Any) -> Iterator[tuple[str, Place]]:  # noqa: ANN401
    """Yield the mentions in the documents of one source, each with its document's name."""
    from undocs.reading import ReadingError, read
    from undocs.stream import scan

    for document in read(sys.stdin.buffer if source == "-" else source):
        try:
            for place in scan(document.chunks, **options):
                yield document.name, place
        except ReadingError as error:
            outcome.fail(error)
        for warning in document.warnings:
            say(f"{document.name}: {warning}")
