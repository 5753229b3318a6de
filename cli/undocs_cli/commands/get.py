"""undocs get: documents as files, from the Official Document System."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from undocs_cli.arguments import ColorOption, FileType, Lang, When, symbols_of
from undocs_cli.progress import Bar
from undocs_cli.shape import Shape, ShapeOption, write
from undocs_cli.shell import Outcome
from undocs_cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from undocs import Symbol
    from undocs.records.download import Saved

__all__ = ["get"]

# The columns, in the order that scripts may rely on: new ones come last.
COLUMNS = ("symbol", "language", "status", "file", "bytes", "note")


def get(
    symbols: Annotated[
        list[str],
        typer.Argument(metavar="SYMBOL...", help="Symbols or links; - reads them from standard input, one a line."),
    ],
    lang: Annotated[
        list[Lang] | None,
        typer.Option("-l", "--lang", help="Language of the files; may be given more than once.", show_default="en"),
    ] = None,
    kind: Annotated[
        FileType, typer.Option("--type", help="PDF, or the word processor's file that it was made from.")
    ] = FileType.pdf,
    folder: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder for the files.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    shape: ShapeOption = None,
    color: ColorOption = When.auto,
) -> None:
    """Download documents as files.

    They come from the Official Document System; what was broken off goes on where it stopped.
    """
    outcome = Outcome()
    shape = shape or (Shape.text if sys.stdout.isatty() else Shape.tsv)
    asked = [symbol for symbol, _, _ in symbols_of(symbols, outcome)]
    saved: list[Saved] = []
    cells = _cells(_saved(asked, lang or [Lang.en], kind, folder, force, outcome), saved, outcome)
    if shape is Shape.text:
        from undocs_cli.output import grid

        grid.write(cells, COLUMNS, sys.stdout, color.value, "file")
    else:
        write(shape, cells, COLUMNS, sys.stdout, color.value)
    _sum_up(saved)
    raise outcome.exit()


def _saved(
    symbols: Iterable[Symbol],
    languages: Sequence[Lang],
    kind: FileType,
    folder: Path,
    force: bool,
    outcome: Outcome,
) -> Iterator[Saved]:
    """Download and yield what became of each file, in order, with a bar while there is nothing to yield."""
    from undocs.records.download import Saved, save
    from undocs.records.http.client import Client
    from undocs.records.jobs import work
    from undocs.records.sources.ods import OfficialDocuments

    wanted = list(dict.fromkeys((symbol, language.value) for symbol in symbols for language in languages))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:  # nothing is asked for that cannot be kept
        reason = f"{folder}: {error.strerror}"
        yield from (Saved(symbol.canonical, language, "unknown", note=reason) for symbol, language in wanted)
        return
    bar, done, received = Bar(), [0], [0]

    def come(_: object) -> None:
        done[0] += 1

    def receive(size: int) -> None:
        received[0] += size

    with closing(Client()) as client:
        ods = OfficialDocuments(client)
        jobs = [
            partial(save, ods, symbol, language, kind.value, folder, force=force, received=receive)
            for symbol, language in wanted
        ]

        def tick() -> None:
            bar.show(done[0], len(jobs), f"{done[0]} of {len(jobs)}, {received[0] / 1e6:.1f} MB", "")

        try:
            results = work(jobs, hosts=1, stop=client.close, come=come, tick=tick)
            for (symbol, language), result in zip(wanted, results, strict=True):
                bar.end()
                yield result or Saved(symbol.canonical, language, "unknown", note="interrupted")
        except KeyboardInterrupt:
            outcome.interrupted = True


def _cells(results: Iterable[Saved], saved: list[Saved], outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Yield what became of each file, and remember it; tell each reason of a failure once."""
    told: set[str] = set()
    for result in results:
        saved.append(result)
        outcome.found |= bool(result.file)
        if result.status not in {"found", "kept", "absent"}:
            outcome.failed = True
            if result.note not in told and result.note != "interrupted":
                say(f"{result.symbol}: {result.note}")
            told.add(result.note)
        yield result._asdict()


def _sum_up(saved: Sequence[Saved]) -> None:
    """Say how many files there are, and which are absent."""
    counts = Counter(each.status for each in saved)
    words = {"found": "saved", "kept": "there before"}
    summary = ", ".join(f"{count} {words.get(status, status)}" for status, count in counts.items())
    absent = ", ".join(f"{each.symbol} {each.language}" for each in saved if each.status == "absent")
    if summary:
        say(summary + (f": {absent}" if absent else ""))
