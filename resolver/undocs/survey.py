"""The mentions of many documents, on one core or several."""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from undocs.reading import ReadingError, read
from undocs.stream import Place, scan

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

__all__ = ["Found", "Options", "Trouble", "survey"]

_AHEAD = 4  # files a process that are given out before the first of them is back


class Options(TypedDict, total=False):
    """How mentions are looked for: the options of `undocs.extract.extract`."""

    strict: bool
    citations: bool
    organ: str | None
    language: str | None


class Found(NamedTuple):
    """A mention, with its document's name and its place there."""

    document: str
    place: Place


class Trouble(NamedTuple):
    """What went wrong with a document, in one line; `fatal` when the rest of it could not be read."""

    line: str
    fatal: bool


def survey(
    files: Iterable[str], *, jobs: int = 1, **options: Unpack[Options]
) -> Generator[Found | Trouble, None, None]:
    """Find the mentions in many files, in the order of the files whatever the number of processes.

    Args:
        files: paths, as `undocs.reading.files` gives them; `-` is standard input, which this process reads.
        jobs: processes. One reads lazily, and gives the first mentions of a long file at once.
        options: those of `undocs.extract.extract`.
    """
    if jobs == 1:
        for file in files:
            yield from _one(file, options)
    else:
        yield from _many(files, jobs, options)


def _one(file: str, options: Options) -> Iterator[Found | Trouble]:
    for document in read(sys.stdin.buffer if file == "-" else file):
        try:
            for place in scan(document.chunks, **options):
                yield Found(document.name, place)
        except ReadingError as error:
            yield Trouble(str(error), fatal=True)
        for warning in document.warnings:
            yield Trouble(f"{document.name}: {warning}", fatal=False)


def _whole(options: Options, file: str) -> list[Found | Trouble]:
    return list(_one(file, options))


def _many(files: Iterable[str], jobs: int, options: Options) -> Iterator[Found | Trouble]:
    import signal
    from concurrent.futures import Future, ProcessPoolExecutor

    # Ctrl-C is this process's to answer; the others end when it does.
    pool = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    waiting: deque[Future[list[Found | Trouble]] | None] = deque()

    def first() -> Iterator[Found | Trouble]:
        done = waiting.popleft()
        yield from _one("-", options) if done is None else done.result()

    try:
        for file in files:
            waiting.append(None if file == "-" else pool.submit(partial(_whole, options), file))
            if len(waiting) > _AHEAD * jobs:
                yield from first()
        while waiting:
            yield from first()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
