"""undocs extract: a text in, its symbols and their links out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from undocs_cli.formats import Format, write
from undocs_cli.options import ColorOption, FormatOption, Lang, LangOption, LinkOption, Target, When
from undocs_cli.rows import DISTINCT, EACH, Row, distinct
from undocs_cli.terminal import say

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
    found = _Found()
    rows = found.watch(
        Row(place.mention, source, place.line, place.page, lang.value, link.value)
        for source, place in _places(files or ["-"], found, recursive=recursive, strict=strict, citations=citations, organ=organ)
    )
    write(form, rows if every else distinct(rows), EACH if every else DISTINCT, sys.stdout, color.value)
    raise typer.Exit(2 if found.failed else 0 if found.any else 1)
