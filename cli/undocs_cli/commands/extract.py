"""`undocs extract`: the document symbols in texts, with their links."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from undocs_cli.arguments import (
    ColorOption,
    FetchOption,
    FormatOption,
    Kind,
    Lang,
    LangOption,
    LinkOption,
    OfflineOption,
    RefreshOption,
    SourceOption,
)
from undocs_cli.lookup import LookupOptions, show
from undocs_cli.output import Format, plain, with_content
from undocs_cli.progress import progress
from undocs_cli.rows import DISTINCT, EACH, Row, distinct
from undocs_cli.shell import Run
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.corpus.batch import Problem
    from undocs.extract import Options

__all__ = ["extract"]

T = TypeVar("T")


def extract(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Files to read; - or no file is standard input."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="A row for each mention, not for each distinct symbol.")] = False,
    form: FormatOption = None,
    lang: LangOption = "en",
    link: LinkOption = "undocs",
    recursive: Annotated[bool, typer.Option("-r", "--recursive", help="Read the files in folders.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out symbols of series that are not listed.")] = False,
    citations: Annotated[bool, typer.Option("--citations/--no-citations", help="Find references in words too.")] = True,
    organ: Annotated[
        str | None,
        typer.Option("--organ", help="Organ whose resolutions are meant if the text does not say: A, S, E or A/HRC."),
    ] = None,
    text_lang: Annotated[
        Lang | None, typer.Option("--text-lang", help="Language of the text.", show_default="detected from the text")
    ] = None,
    kind: Annotated[
        list[Kind] | None, typer.Option("--kind", help="Only mentions of this kind; may be repeated.")
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="Number of processes.")] = 1,
    color: ColorOption = "auto",
    fetch: FetchOption = False,
    source: SourceOption = None,
    offline: OfflineOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Find the document symbols in texts and link them."""
    if not files and sys.stdin.isatty():
        hint = "Give a file, or pipe a text in; see undocs extract --help."
        print(context.get_usage(), hint, sep="\n", file=sys.stderr)
        raise typer.Exit(2)
    from undocs.corpus.batch import names_in_files, scan_files
    from undocs.reading import files as paths

    run = Run()
    given = progress(paths(files or ["-"], recursive=recursive), streamed=form not in {None, Format.table})
    options: Options = {
        "strict": strict,
        "citations": citations,
        "organ": organ,
        "language": text_lang and str(text_lang),
    }
    if form is Format.plain and not kind:  # the fast path, without places
        found_names = run.track(_without_problems(names_in_files(given, jobs=jobs, **options), run))
        plain.write_names(found_names, sys.stdout, distinct=not every)
        raise run.exit()
    columns = EACH if every else DISTINCT
    rows: Iterable[Row] = (
        Row(place.mention, name, place.line, place.page, lang, link, role=place.role)
        for name, place in _without_problems(scan_files(given, jobs=jobs, **options), run)
        if not kind or place.mention.kind in kind
    )
    rows = run.track(with_content(form, rows, columns))
    lookup = LookupOptions(fetch, source, offline, refresh)
    show(form, rows if every else distinct(rows), columns, color, lookup, run)
    raise run.exit()


def _without_problems(found: Iterable[T | Problem], run: Run) -> Iterator[T]:
    """Yield what was found, and print the problems of documents; a fatal one makes the run `failed`."""
    from undocs.corpus.batch import Problem

    for one in found:
        if not isinstance(one, Problem):
            yield one
        elif one.fatal:
            run.report(one.line)
        else:
            say(one.line)
