"""undocs extract: a text in, its symbols and their links out."""

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
    Target,
    When,
)
from undocs_cli.lookup import Wish, show
from undocs_cli.output import Format, plain, shown
from undocs_cli.progress import progress
from undocs_cli.rows import DISTINCT, EACH, Row, distinct
from undocs_cli.shell import Outcome
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
        typer.Argument(metavar="[FILE]...", help="What to read; - or nothing is standard input."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="A row for each mention, not for each distinct symbol.")] = False,
    form: FormatOption = None,
    lang: LangOption = Lang.en,
    link: LinkOption = Target.undocs,
    recursive: Annotated[bool, typer.Option("-r", "--recursive", help="Read the files in folders.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out symbols of series that are not listed.")] = False,
    citations: Annotated[bool, typer.Option("--citations/--no-citations", help="Find references in words too.")] = True,
    organ: Annotated[
        str | None,
        typer.Option("--organ", help="Whose resolutions are meant where the text does not say: A, S, E or A/HRC."),
    ] = None,
    text_lang: Annotated[
        Lang | None, typer.Option("--text-lang", help="Language of the text; found from it when not given.")
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help="Only mentions of this kind; may be given more than once."),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="Processes that share the files.")] = 1,
    color: ColorOption = When.auto,
    fetch: FetchOption = False,
    source: SourceOption = None,
    offline: OfflineOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Find the document symbols in texts and link them."""
    if not files and sys.stdin.isatty():
        print(
            context.get_usage(),
            "Give a file, or pipe a text in; undocs extract --help says more.",
            sep="\n",
            file=sys.stderr,
        )
        raise typer.Exit(2)
    from undocs.corpus.batch import names_in_files, scan_files
    from undocs.reading import files as sources

    outcome = Outcome()
    given = progress(sources(files or ["-"], recursive=recursive), streamed=form not in {None, Format.table})
    options: Options = {
        "strict": strict, "citations": citations, "organ": organ, "language": text_lang and text_lang.value,
    }  # fmt: skip
    if form is Format.plain and not kind:
        plain.write_names(
            outcome.watch(_told(names_in_files(given, jobs=jobs, **options), outcome)), sys.stdout, distinct=not every
        )
        raise outcome.exit()
    found = scan_files(given, jobs=jobs, **options)
    rows: Iterable[Row] = (
        Row(place.mention, name, place.line, place.page, lang.value, link.value, role=place.role)
        for name, place in _told(found, outcome)
        if not kind or place.mention.kind in kind
    )
    rows = outcome.watch(shown(form, rows))
    wish = Wish(fetch, source, offline, refresh)
    show(form, rows if every else distinct(rows), EACH if every else DISTINCT, color.value, wish, outcome)
    raise outcome.exit()


def _told(found: Iterable[T | Problem], outcome: Outcome) -> Iterator[T]:
    """Yield what was found; tell the person what went wrong."""
    from undocs.corpus.batch import Problem

    for one in found:
        if not isinstance(one, Problem):
            yield one
        elif one.fatal:
            outcome.fail(one.line)
        else:
            say(one.line)
