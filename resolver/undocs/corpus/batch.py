"""Mentions in many files, in one process or several.

>>> list(scan_files(["no/such/file"]))
[Problem(line='no/such/file: No such file or directory', fatal=True)]
"""

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

Result = TypeVar("Result")
Work = TypeVar("Work")

# Files for each process that are handed out before the first result is taken: enough that no process waits while a long
# file is read, few enough that their results fit in memory.
_AHEAD = 4


class Found(NamedTuple):
    """A mention, with the name of its document and its place in it."""

    document: str
    place: Place


class Problem(NamedTuple):
    """A problem with one document, as a message of one line; `fatal` if reading stopped there."""

    line: str
    fatal: bool


def scan_files(
    files: Iterable[str], *, jobs: int = 1, **options: Unpack[Options]
) -> Generator[Found | Problem, None, None]:
    """Yield the mentions in many files, and the problems met, in the order of the files.

    Args:
        files: paths, as `undocs.reading.files` yields them; `-` is standard input, which this process reads.
        jobs: number of processes. With one, mentions are yielded as they are found; with more, those of a file when it
            is complete.
        options: the options of `undocs.extract.extract`.

    Raises:
        UndocsError: a process ended before its work was done.
    """
    yield from chain.from_iterable(_ordered(partial(_scan, options), files, jobs))


def names_in_files(
    files: Iterable[str], *, jobs: int = 1, **options: Unpack[Options]
) -> Generator[str | Problem, None, None]:
    """Yield the canonical symbols of the same mentions, many at once, one a line, for callers that need no places.

    Several processes also share a large text file, unless citations are wanted: the meaning of a citation depends on
    the text before it. The arguments and errors are those of `scan_files`.
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


def _read(work: str | Shard, find: Callable[[str, Iterable[Chunk]], Iterator[Result]]) -> Iterator[Result | Problem]:
    """Yield the results of `find` for each document of a file, or for a shard, and the problems met."""
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


def _ordered(find: Callable[[Work], Iterator[Result]], work: Iterable[Work], jobs: int) -> Iterator[Iterable[Result]]:
    """Yield the results of `find` for each file or shard, in order; with several processes each when it is complete."""
    items = iter(work)
    two = [*islice(items, 2)]
    items = chain(two, items)
    if jobs == 1 or len(two) < 2:  # there is nothing to share
        yield from map(find, items)
        return
    import signal
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # This process handles Ctrl-C; the others end with it.
    pool = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    waiting: deque[Future[list[Result]] | Work] = deque()

    def first() -> Iterable[Result]:
        done = waiting.popleft()
        return done.result() if isinstance(done, Future) else find(done)

    try:
        for item in items:
            # Only this process has standard input. It is read when its turn comes.
            waiting.append(item if item == "-" else pool.submit(_complete, find, item))
            if len(waiting) > _AHEAD * jobs:
                yield first()
        while waiting:
            yield first()
    except BrokenProcessPool:
        raise UndocsError("a worker process ended before its work was done; there may not be enough memory") from None
    finally:
        # Wait for the files that are being read: Python does so at its end anyway, but may print errors then.
        pool.shutdown(cancel_futures=True)


def _complete(find: Callable[[Work], Iterator[Result]], item: Work) -> list[Result]:
    """Return all results for a file or shard: an iterator cannot be sent from process to process."""
    return list(find(item))
