"""The mentions of many documents, on one core or several."""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar, Unpack, cast

from undocs.corpus import stream
from undocs.corpus.stream import Place, scan
from undocs.errors import UndocsError
from undocs.reading import ReadingError, read
from undocs.reading.shards import Part, chunks, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from undocs.extract import Options
    from undocs.reading import Chunk

__all__ = ["Found", "Trouble", "names", "survey"]

T = TypeVar("T")
W = TypeVar("W")

_AHEAD = 4  # pieces of work a process that are given out before the first of them is back


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
    for found in _ordered(partial(_mentions, options), files, jobs):
        yield from found


def names(files: Iterable[str], *, jobs: int = 1, **options: Unpack[Options]) -> Generator[str | Trouble, None, None]:
    """Find the same mentions by their canonical symbols only, many lines at once: for those who want no places.

    Several processes share a large text file too, unless its citations are asked for: what those mean depends on
    what the file has said before.
    """
    told: set[Trouble] = set()
    work: Iterable[str | Part] = files
    if jobs > 1 and not options.get("citations", True):
        work = chain.from_iterable(cast("list[str | Part]", parts(file)) or [file] for file in files)
    for found in _ordered(partial(_names, options), work, jobs):
        for one in found:
            if isinstance(one, str):
                yield one
            elif one not in told:  # each part of a file may say the same
                told.add(one)
                yield one


def _mentions(options: Options, file: str) -> Iterator[Found | Trouble]:
    for document in read(sys.stdin.buffer if file == "-" else file):
        try:
            for place in scan(document.chunks, **options):
                yield Found(document.name, place)
        except ReadingError as error:
            yield Trouble(str(error), fatal=True)
        yield from _warned(document.name, document.warnings)


def _names(options: Options, work: str | Part) -> Iterator[str | Trouble]:
    if isinstance(work, Part):
        warnings: list[str] = []
        texts: Iterable[tuple[str, Iterable[Chunk], list[str]]] = [(work.path, chunks(work, warnings), warnings)]
    else:
        documents = read(sys.stdin.buffer if work == "-" else work)
        texts = ((document.name, document.chunks, document.warnings) for document in documents)
    for name, text, warnings in texts:
        try:
            yield from stream.names(text, **options)
        except ReadingError as error:
            yield Trouble(str(error), fatal=True)
        yield from _warned(name, warnings)


def _warned(name: str, warnings: Iterable[str]) -> Iterator[Trouble]:
    return (Trouble(f"{name}: {warning}", fatal=False) for warning in warnings)


def _ordered(find: Callable[[W], Iterator[T]], work: Iterable[W], jobs: int) -> Iterator[Iterable[T]]:
    """Yield what `find` finds in each piece of work, in order; with several processes each when it is complete."""
    pieces = iter(work)
    two = [*islice(pieces, 2)]
    pieces = chain(two, pieces)
    if jobs == 1 or len(two) < 2:  # one piece has nothing to wait for
        yield from map(find, pieces)
        return
    import signal
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Ctrl-C is this process's to answer; the others end when it does.
    pool = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    waiting: deque[Future[list[T]] | W] = deque()

    def first() -> Iterable[T]:
        done = waiting.popleft()
        return done.result() if isinstance(done, Future) else find(done)

    try:
        for piece in pieces:
            waiting.append(piece if piece == "-" else pool.submit(_complete, find, piece))
            if len(waiting) > _AHEAD * jobs:
                yield first()
        while waiting:
            yield first()
    except BrokenProcessPool:
        raise UndocsError("one of the processes has ended before its work; was there not enough memory?") from None
    finally:
        # What is being read is read to its end; Python would wait for it anyway, and not always in silence.
        pool.shutdown(cancel_futures=True)


def _complete(find: Callable[[W], Iterator[T]], piece: W) -> list[T]:
    return list(find(piece))
