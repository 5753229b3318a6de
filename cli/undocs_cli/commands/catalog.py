"""Records kept on this machine, for work without a network."""

from __future__ import annotations

import sys
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from undocs_cli.arguments import ColorOption, When
from undocs_cli.progress import reading
from undocs_cli.shape import Shape, ShapeOption, write
from undocs_cli.shell import Outcome
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from undocs.records.catalog.importer import Tally
    from undocs.records.model import Record

__all__ = ["COMMANDS"]

# The columns, in the order that scripts may rely on: new ones come last.
TALLY = ("file", "records", "added", "updated", "unchanged", "deleted", "without_symbol", "faults")
FOUND = (
    "symbol", "title", "date", "document_type", "body", "languages", "files", "subjects", "agenda", "related",
    "job_numbers", "vote", "catalog_url", "spelling", "note",
)  # fmt: skip
HELD = ("kind", "records", "without_symbol", "first", "last")

CatalogOption = Annotated[
    Path | None,
    typer.Option(
        "--catalog", envvar="UNDOCS_CATALOG", help="The catalogue's file.", show_default="in your data folder"
    ),
]


def import_(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files of records; - is standard input.")],
    catalog: CatalogOption = None,
    shape: ShapeOption = None,
    color: ColorOption = When.auto,
) -> None:
    """Take files of records into the catalogue.

    MARCXML, .mrk, the Library's JSON, tables that have symbol and title. All of their records are taken, or none when
    the import is interrupted; the same file twice changes nothing.
    """
    from undocs.records.catalog.importer import Import

    outcome = Outcome()
    tallies: list[Tally] = []
    with Import(catalog) as into:
        for file in files:
            try:
                with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as stream:
                    tallies.append(into.load(file, reading(file, stream), outcome.fail))
            except OSError as error:
                outcome.fail(f"{file}: {error.strerror or error}")
    for tally in tallies:
        outcome.found |= tally.records > 0
        if tally.without_symbol:
            say(f"{tally.file}: records without a symbol, found by their titles alone: {tally.without_symbol}")
    shown = [name for name in TALLY if name in TALLY[:2] or any(getattr(tally, name) for tally in tallies)]
    _write(shape, (tally._asdict() for tally in tallies), TALLY, "file", color, shown)
    raise outcome.exit()


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help="Words of titles and subjects, or how a symbol begins.")
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many records at most.")] = 50,
    catalog: CatalogOption = None,
    shape: ShapeOption = None,
    color: ColorOption = When.auto,
) -> None:
    """Find records in the catalogue.

    Those that have every word, the best first; haiti* is all that begin so.
    """
    from undocs.records.catalog.catalog import Catalog

    outcome = Outcome()
    shape = shape or _by_default()
    with closing(Catalog(catalog)) as held:
        found = (_cells(record, shape) for record in outcome.watch(held.search(" ".join(words), limit)))
        _write(shape, found, FOUND, "title", color, shown=("symbol", "title", "date"))
    raise outcome.exit()


def info(catalog: CatalogOption = None, shape: ShapeOption = None, color: ColorOption = When.auto) -> None:
    """Say what the catalogue holds.

    It is counted by the kind of file that it came from.
    """
    from undocs.records.catalog.catalog import Catalog

    outcome = Outcome()
    with closing(Catalog(catalog)) as held:
        kinds = held.info()
        say(f"{held.path}: {held.path.stat().st_size >> 10} KiB")
        outcome.found = kinds[-1].records > 0
        _write(shape, (kind._asdict() for kind in kinds), HELD, "kind", color)
    raise outcome.exit()


def _cells(record: Record, shape: Shape) -> dict[str, Any]:
    """Return a record by column; what has parts is an object in JSON, else its parts with a space between."""
    inner = (lambda part: part._asdict()) if shape in {Shape.json, Shape.jsonl} else _joined
    cells = {column: getattr(record, column) for column in FOUND}
    for column in ("files", "related"):
        cells[column] = [inner(part) for part in cells[column]]
    return {**cells, "vote": inner(record.vote) if record.vote else None}


def _joined(part: tuple[object, ...]) -> str:
    return " ".join(str(value) for value in part if value not in {"", None})


def _write(
    shape: Shape | None,
    results: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
    wide: str,
    color: When,
    shown: Sequence[str] = (),
) -> None:
    shape = shape or _by_default()
    if shape is Shape.text:
        from undocs_cli.output import grid

        grid.write(results, shown or columns, sys.stdout, color.value, wide)
    else:
        write(shape, results, columns, sys.stdout, color.value)


def _by_default() -> Shape:
    return Shape.text if sys.stdout.isatty() else Shape.tsv


COMMANDS = {"import": import_, "search": search, "info": info}
