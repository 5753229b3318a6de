"""Mentions in many files, on one core or several."""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar, Unpack, cast

from undocs.corpus.stream import Place, scan, stream_names
from undocs.errors import UndocsError
from undocs.reading import ReadingError, read
from undocs.reading.shards import Shard, read_shard, shards

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from undocs.extract import Options
    from undocs.reading import Chunk

__all__ = ["Found", "Problem", "names_in_files", "scan_files"]

T = TypeVar("T")
W = TypeVar("W")

_AHEAD = 4  # pieces of work for each process that are handed out before the first result is back


class Found(NamedTuple):
    """A mention with the name of its document and its place there."""

    document: str
    place: Place


class Problem(NamedTuple):
    """A problem with one document, as a one-line message; `fatal` if reading stopped there."""

    line: str
    fatal: bool


def scan_files(
    files: Iterable[str], *, jobs: int = 1, **options: Unpack[Options]
) -> Generator[Found | Problem, None, None]:
    """Find the mentions in many files, in the order of the files whatever the number of processes.

    Args:
        files: paths, as `undocs.reading.files` yields them; `-` is standard input, which this process reads.
        jobs: processes. With one, the first mentions of a long file come at once.
        options: those of `undocs.extract.extract`.
    """
    yield from chain.from_iterable(_ordered(partial(_scan, options), files, jobs))


def names_in_files(
    files: Iterable[str], *, jobs: int = 1, **options: Unpack[Options]
) -> Generator[str | Problem, None, None]:
    """Find the same mentions by their canonical symbols only, many lines at once, for callers that need no places.

    Several processes share a large text file too, unless citations are wanted: their meaning depends on what the file
    said before.
    """
    reported: set[Problem] = set()
    work: Iterable[str | Shard] = files
    if jobs > 1 and not options.get("citations", True):
        work = chain.from_iterable(cast("list[str | Shard]", shards(file)) or [file] for file in files)
    for one in chain.from_iterable(_ordered(partial(_names, options), work, jobs)):
        if isinstance(one, str):
            yield one
        elif one not in reported:  # each shard of a file may report the same
            reported.add(one)
            yield one


def _scan(options: Options, work: str | Shard) -> Iterator[Found | Problem]:
    return _read(work, lambda name, chunks: (Found(name, place) for place in scan(chunks, **options)))


def _names(options: Options, work: str | Shard) -> Iterator[str | Problem]:
    return _read(work, lambda _, chunks: stream_names(chunks, **options))


def _read(work: str | Shard, find: Callable[[str, Iterable[Chunk]], Iterator[T]]) -> Iterator[T | Problem]:
    """Yield what `find` finds in each document of a file, or in a shard of one, and the problems met."""
    if isinstance(work, Shard):
        warnings: list[str] = []
        texts: Iterable[tuple[str, Iterable[Chunk], list[str]]] = [(work.path, read_shard(work, warnings), warnings)]
    else:
        documents = read(sys.stdin.buffer if work == "-" else work)
        texts = ((document.name, document.chunks, document.warnings) for document in documents)
    for name, chunks, warnings in texts:
        try:
            yield from find(name, chunks)
        except ReadingError as error:
            yield Problem(str(error), fatal=True)
        yield from (Problem(f"{name}: {warning}", fatal=False) for warning in warnings)


def _ordered(find: Callable[[W], Iterator[T]], work: Iterable[W], jobs: int) -> Iterator[Iterable[T]]:
    """Yield the results of `find` for each piece of work, in order; with several processes each when it is complete."""
    pieces = iter(work)
    two = [*islice(pieces, 2)]
    pieces = chain(two, pieces)
    if jobs == 1 or len(two) < 2:  # there is nothing to share
        yield from map(find, pieces)
        return
    import signal
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # This process handles Ctrl-C; the others end with it.
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
        raise UndocsError("a worker process ended before its work was done; there may not be enough memory") from None
    finally:
        # Wait for what is being read: Python would do so anyway, and not always silently.
        pool.shutdown(cancel_futures=True)


def _complete(find: Callable[[W], Iterator[T]], piece: W) -> list[T]:
    return list(find(piece))
