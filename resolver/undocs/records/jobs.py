"""Many jobs in a few threads, for a person who waits and may lose patience."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, TypeVar

from undocs.records.http.service import MOST_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["work"]

T = TypeVar("T")

_TICK = 0.1  # seconds between two looks at the clock


def work(
    jobs: Sequence[Callable[[], T]],
    *,
    hosts: int,
    stop: Callable[[], object],
    come: Callable[[T], object],
    tick: Callable[[], object],
) -> Iterator[T | None]:
    """Do jobs and yield what each returns, in their order; None for one that was not begun.

    Ctrl-C stops what is in flight; what had come is still yielded, and KeyboardInterrupt is raised at the end.

    Args:
        jobs: what to do; must not raise, and must come to an end soon after `stop`.
        hosts: how many hosts they ask, which says how many threads are of use.
        stop: called when the jobs are interrupted, or the iterator is given up.
        come: told what each job returns, as it comes.
        tick: called about ten times a second while there is nothing to yield.
    """
    pool = ThreadPoolExecutor(max(1, MOST_AT_ONCE * hosts), thread_name_prefix="undocs")
    futures = [pool.submit(job) for job in jobs]
    waiting = set(futures)
    interrupted: KeyboardInterrupt | None = None

    def gather() -> None:
        done, left = wait(waiting, timeout=_TICK, return_when="FIRST_COMPLETED")
        waiting.intersection_update(left)
        for future in done:
            if not future.cancelled():
                come(future.result())

    def end() -> None:
        if waiting:
            stop()
        pool.shutdown(cancel_futures=True)
        gather()

    try:
        for future in futures:
            try:
                while future in waiting:
                    gather()
                    tick()
            except KeyboardInterrupt as interrupt:
                interrupted = interrupt
                end()
            yield _result(future)
    finally:
        end()
    if interrupted:
        raise interrupted


def _result(future: Future[T]) -> T | None:
    return None if future.cancelled() else future.result()
