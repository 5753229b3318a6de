"""Run jobs in a thread pool and yield their results in order; Ctrl-C stops them cleanly.

>>> jobs = [lambda: "first", lambda: "second"]
>>> list(run_jobs(jobs, hosts=1, stop=bool, on_result=bool, tick=bool))
['first', 'second']
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, TypeVar

from undocs.records.http.service import MAX_CONCURRENCY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["run_jobs"]

T = TypeVar("T")

_TICK = 0.1  # seconds between two calls of `tick`: a progress bar looks smooth, and Ctrl-C is noticed at once


def run_jobs(
    jobs: Sequence[Callable[[], T]],
    *,
    hosts: int,
    stop: Callable[[], object],
    on_result: Callable[[T], object],
    tick: Callable[[], object],
) -> Iterator[T | None]:
    """Run jobs and yield what each returns, in their order; None for a job that never started.

    After Ctrl-C the results that exist are still yielded, and KeyboardInterrupt is raised at the end.

    Args:
        jobs: the jobs; they must not raise, and must end soon after `stop`.
        hosts: how many hosts they send requests to, which limits how many threads are of use.
        stop: called when the jobs are interrupted, or the iterator is closed before its end.
        on_result: called with each result as soon as it exists, in any order.
        tick: called about ten times a second while there is nothing to yield.
    """
    pool = ThreadPoolExecutor(max(1, MAX_CONCURRENCY * hosts), thread_name_prefix="undocs")
    futures = [pool.submit(job) for job in jobs]
    waiting = set(futures)
    interrupted: KeyboardInterrupt | None = None

    def gather() -> None:
        done, left = wait(waiting, timeout=_TICK, return_when="FIRST_COMPLETED")
        waiting.intersection_update(left)
        for future in done:
            if not future.cancelled():
                on_result(future.result())

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
