"""The local catalog.

Records of documents are kept on this machine, for look-ups without a network.
"""

from __future__ import annotations

import sys
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from undocs_cli.arguments import ColorOption, FormatOption
from undocs_cli.output import Cells, check_format, grid, with_content, write
from undocs_cli.progress import reading
from undocs_cli.shell import Run
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from undocs.records.catalog.importer import Tally

__all__ = ["SUBCOMMANDS"]

# Columns of each subcommand. Scripts rely on their order: new ones come last.
TALLY = ("file", "records", "added", "updated", "unchanged", "deleted", "without_symbol", "faults")
FOUND = (
    "symbol", "title", "date", "document_type", "body", "languages", "files", "subjects", "agenda", "related",
    "job_numbers", "vote", "catalog_url", "spelling", "note",
)  # fmt: skip
HELD = ("kind", "records", "without_symbol", "first", "last")

CatalogOption = Annotated[
    Path | None,
    typer.Option("--catalog", envvar="UNDOCS_CATALOG", help="File of the catalog.", show_default="in your data folder"),
]


def import_(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files of records; - is standard input.")],
    catalog: CatalogOption = None,
    form: FormatOption = None,
    color: ColorOption = "auto",
) -> None:
    """Import files of records into the catalog.

    MARCXML, .mrk, the Library's JSON, and tables with the columns symbol and title. An import that is interrupted
    changes nothing; importing a file again changes nothing either.
    """
    from undocs.records.catalog.importer import Import

    run = Run()
    check_format(form, TALLY)  # a format that cannot show the result is refused before the import
    tallies: list[Tally] = []
    with Import(catalog) as into:
        for file in files:
            try:
                with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as stream:
                    tallies.append(into.load(file, reading(file, stream), run.report))
            except OSError as error:
                run.report(f"{file}: {error.strerror or error}")
    for tally in tallies:
        run.found |= tally.records > 0
        if tally.without_symbol:
            say(f"{tally.file}: records without a symbol, found by their titles only: {tally.without_symbol}")
    # On a terminal, counts that are 0 for every file would only take space.
    shown = [name for name in TALLY if name in TALLY[:2] or any(getattr(tally, name) for tally in tallies)]
    rows = (Cells.of(tally, TALLY) for tally in tallies)
    write(form, rows, TALLY, sys.stdout, color, view=partial(grid.write, shown=shown, wide="file"))
    raise run.exit()


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help="Words of titles and subjects, or the start of a symbol.")
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="Most records to show.")] = 50,
    catalog: CatalogOption = None,
    form: FormatOption = None,
    color: ColorOption = "auto",
) -> None:
    """Search the catalog.

    Finds the records that have every word, best match first; haiti* matches all words that start with haiti.
    """
    from undocs.records.catalog.catalog import Catalog

    run = Run()
    check_format(form, FOUND)
    with closing(Catalog(catalog)) as held:
        found = (Cells.of(record, FOUND) for record in held.search(" ".join(words), limit))
        rows = run.track(with_content(form, found, FOUND))
        view = partial(grid.write, shown=("symbol", "title", "date"), wide="title")
        write(form, rows, FOUND, sys.stdout, color, view=view)
    raise run.exit()


def info(catalog: CatalogOption = None, form: FormatOption = None, color: ColorOption = "auto") -> None:
    """Show what the catalog holds.

    Records are counted by the kind of file that they were imported from.
    """
    from undocs.records.catalog.catalog import Catalog

    run = Run()
    check_format(form, HELD)
    with closing(Catalog(catalog)) as held:
        kinds = held.info()
        say(f"{held.path}: {held.path.stat().st_size >> 10} KiB")
    run.found = kinds[-1].records > 0
    rows = (Cells.of(kind, HELD) for kind in kinds)
    write(form, rows, HELD, sys.stdout, color, view=partial(grid.write, wide="kind"))
    raise run.exit()


SUBCOMMANDS = {"import": import_, "search": search, "info": info}
