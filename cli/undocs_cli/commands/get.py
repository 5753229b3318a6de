"""`undocs get`: documents as files, from the Official Document System."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from undocs_cli.arguments import ColorOption, FormatOption, Lang, SymbolsArgument, read_symbols
from undocs_cli.output import Cells, check_format, grid, write
from undocs_cli.progress import Bar
from undocs_cli.shell import Run
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from undocs import Symbol
    from undocs.records.download import Saved

__all__ = ["get"]

# The values of `undocs.records.sources.ods.FileKind`. Its module is slow to import, and `--help` needs only the values;
# mypy reports a value that the library does not take.
FileType = Literal["pdf", "doc"]

# Columns. Scripts rely on their order: new ones come last.
COLUMNS = ("symbol", "language", "status", "file", "bytes", "note")


def get(
    symbols: SymbolsArgument,
    lang: Annotated[
        list[Lang] | None,
        typer.Option("-l", "--lang", help="Language of the files; may be repeated.", show_default="en"),
    ] = None,
    kind: Annotated[
        FileType, typer.Option("--type", help="The PDF, or the word processor's file that it was made from.")
    ] = "pdf",
    folder: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder for the files.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing files.")] = False,
    form: FormatOption = None,
    color: ColorOption = "auto",
) -> None:
    """Download documents as files.

    They come from the Official Document System; interrupted downloads resume.
    """
    run = Run()
    check_format(form, COLUMNS)
    asked = [half for given in read_symbols(symbols, run) for half in given.symbol.joint]
    saved: list[Saved] = []
    rows = _rows(_saved(asked, list(map(str, lang or ["en"])), kind, folder, force, run), saved, run)
    write(form, rows, COLUMNS, sys.stdout, color, view=partial(grid.write, wide="file"))
    _sum_up(saved)
    raise run.exit()


def _saved(
    symbols: Iterable[Symbol], languages: Sequence[Lang], kind: FileType, folder: Path, force: bool, run: Run
) -> Iterator[Saved]:
    """Download the files, and yield the result of each in order, with a progress bar while there is none to yield."""
    from undocs.records.download import Saved, save
    from undocs.records.http.client import Client
    from undocs.records.jobs import run_jobs
    from undocs.records.sources.ods import OfficialDocuments

    wanted = list(dict.fromkeys((symbol, language) for symbol in symbols for language in languages))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:  # request nothing that could not be kept
        reason = f"{folder}: {error.strerror}"
        yield from (Saved(symbol.canonical, language, "unknown", note=reason) for symbol, language in wanted)
        return
    bar, done, received = Bar(), [0], [0]

    def count_file(_: object) -> None:
        done[0] += 1

    def count_bytes(size: int) -> None:
        received[0] += size

    with closing(Client()) as client:
        ods = OfficialDocuments(client)
        jobs = [
            partial(save, ods, symbol, language, kind, folder, force=force, received=count_bytes)
            for symbol, language in wanted
        ]

        def tick() -> None:
            bar.show(done[0], len(jobs), f"{done[0]} of {len(jobs)}, {received[0] / 1e6:.1f} MB", "")

        try:
            results = run_jobs(jobs, hosts=1, stop=client.close, on_result=count_file, tick=tick)
            for (symbol, language), result in zip(wanted, results, strict=True):
                bar.end()
                yield result or Saved(symbol.canonical, language, "unknown", note="interrupted")
        except KeyboardInterrupt:
            run.interrupted = True
        finally:
            bar.end()


def _rows(results: Iterable[Saved], saved: list[Saved], run: Run) -> Iterator[Cells]:
    """Yield a row for each result, and add the result to `saved`; print each reason of a failure once."""
    reported: set[str] = set()
    for result in results:
        saved.append(result)
        run.found |= bool(result.file)
        if result.status not in {"found", "kept", "absent"}:
            run.failed = True
            if result.note not in reported and result.note != "interrupted":
                say(f"{result.symbol}: {result.note}")
            reported.add(result.note)
        yield Cells.of(result, COLUMNS)


def _sum_up(saved: Sequence[Saved]) -> None:
    """Print how many files there are of each status, and which documents are absent."""
    counts = Counter(each.status for each in saved)
    words = {"found": "saved", "kept": "there before"}
    summary = ", ".join(f"{count} {words.get(status, status)}" for status, count in counts.items())
    absent = ", ".join(f"{each.symbol} {each.language}" for each in saved if each.status == "absent")
    if summary:
        say(summary + (f": {absent}" if absent else ""))
