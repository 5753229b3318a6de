"""Look-ups: which source counts, who is asked for it, what is remembered, and what an interruption leaves."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from case_files import filled, toml, why
from undocs.errors import NoResponseError
from undocs.records.jobs import run_jobs
from undocs.records.lookup import Lookup
from undocs.records.model import File, LanguageStatus, Record, Related, Status, Vote
from undocs.records.variants import first_found
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Played:
    """A source that answers as the test says."""

    def __init__(self, number: int, plan: str, asked: list[int]) -> None:
        where, answer = plan.split()
        self.number, self.answer, self.asked = number, answer, asked
        self.name = f"source {number}"
        self.local = where == "local"
        self.cached = where == "cached"

    def record(self, symbol: str) -> Record:
        status: Any = self.answer
        return Record(symbol=symbol, status=status, source=self.name, note=f"{self.answer} at {self.number}")

    def look_up(self, symbol: Symbol) -> Record:
        if not self.local:
            self.asked.append(self.number)
        return self.record(str(symbol))


class Several(list[Any]):
    """Sources, and how often they were closed."""

    closed = 0

    def close(self) -> None:
        self.closed += 1


class Remembered:
    """A cache that holds the answers of those sources that were asked before."""

    def __init__(self, sources: list[Any]) -> None:
        self.sources = {source.name: source for source in sources}
        self.new: list[Record] = []

    def get(self, source: str, symbol: str) -> Record | None:
        held = self.sources[source]
        return held.record(symbol) if held.cached else None

    def put(self, record: Record) -> None:
        self.new.append(record)


def begin(plans: list[str], *symbols: str, **options: bool) -> tuple[Lookup, Several, Any, list[int]]:
    """Begin a look-up, and return it with its sources, its cache and the list of who is asked."""
    asked: list[int] = []
    sources = Several(Played(number, plan, asked) for number, plan in enumerate(plans))
    cache: Any = Remembered(sources)
    lookup = Lookup(map(Symbol.parse, symbols), sources, cache, **options)  # type: ignore[arg-type]
    return lookup, sources, cache, asked


@pytest.mark.parametrize("case", toml("lookup.toml"), ids=why)
def test_what_counts_and_who_is_asked(case: dict[str, Any]) -> None:
    options = {name: case[name] for name in ("offline", "refresh") if name in case}
    lookup, sources, cache, asked = begin(case["sources"], "A/66/10", **options)
    assert lookup.total == bool(case["asked"])
    assert len(lookup.ready) == (not case["asked"])
    (record,) = [*lookup.ready, *lookup.fetch()]
    assert (record.symbol, record.status) == ("A/66/10", case["status"])
    assert record.source == (f"source {case['from']}" if case["from"] >= 0 else "")
    assert record.note == case.get("note", f"{case['status']} at {case['from']}")
    assert asked == case["asked"]
    assert [int(kept.source[-1]) for kept in cache.new] == case["asked"]
    assert [int(trouble.source[-1]) for trouble in lookup.problems.values()] == case.get("failed", [])
    assert list(lookup.problems) == [trouble.note for trouble in lookup.problems.values()]
    assert (lookup.done, sources.closed) == (lookup.total, 0)


def test_each_symbol_is_looked_up_once_and_given_in_order() -> None:
    lookup, _, cache, asked = begin(["ask found"], "A/66/10", "A/66/9", "A/66/10", "A/66/8")
    assert (lookup.total, lookup.done, lookup.ready) == (3, 0, [])
    assert [record.symbol for record in lookup.fetch()] == ["A/66/10", "A/66/9", "A/66/8"]
    assert (lookup.done, asked, len(cache.new)) == (3, [0, 0, 0], 3)


def test_a_failure_that_several_symbols_meet_is_kept_once() -> None:
    lookup, *_ = begin(["ask blocked"], "A/66/10", "A/66/9")
    assert [record.status for record in lookup.fetch()] == ["blocked", "blocked"]
    assert [(note, record.symbol in {"A/66/10", "A/66/9"}) for note, record in lookup.problems.items()] == [
        ("blocked at 0", True)
    ]


def test_an_interruption_leaves_what_has_not_come_unknown() -> None:
    lookup, sources, *_ = begin(["ask found"], "A/66/10", "A/66/9", "A/66/8", "A/66/7", "A/66/6", "A/66/5")
    gate = threading.Event()
    sources.close = gate.set  # type: ignore[method-assign]

    def slow(symbol: Symbol) -> Record:
        if symbol == Symbol.parse("A/66/10"):
            return Record(symbol=str(symbol), status="found", source="source 0")
        gate.wait()
        return Record(symbol=str(symbol), status="unknown", source="source 0", note="interrupted")

    sources[0].look_up = slow
    ticks = []

    def tick() -> None:
        ticks.append(lookup.done)
        if lookup.done:
            raise KeyboardInterrupt

    records: Iterator[Record] = lookup.fetch(tick)
    given = [next(records)]
    with pytest.raises(KeyboardInterrupt):
        given.extend(records)
    assert [(record.symbol, record.status, record.note) for record in given] == [
        ("A/66/10", "found", ""),
        *((symbol, "unknown", "interrupted") for symbol in ("A/66/9", "A/66/8", "A/66/7", "A/66/6", "A/66/5")),
    ]
    assert lookup.problems == {}
    assert given[-1].source == ""
    assert ticks[-1] >= 1


@pytest.mark.parametrize(("hosts", "threads"), [(0, 1), (1, 4), (2, 8)])
def test_there_are_four_threads_for_each_host(hosts: int, threads: int) -> None:
    gate = threading.Event()
    seen = []

    def tick() -> None:
        seen.append(sum(thread.name.startswith("undocs_") for thread in threading.enumerate()))
        gate.set()

    done = run_jobs([gate.wait] * 20, hosts=hosts, stop=pytest.fail, on_result=bool, tick=tick)
    assert list(done) == [True] * 20
    assert max(seen) == seen[0] == threads


def test_sources_on_this_machine_want_no_threads() -> None:
    lookup, _, _, asked = begin(["local absent", "ask absent", "local absent"], "A/66/10")
    assert [record.status for record in lookup.fetch()] == ["absent"]
    assert asked == [1]


def test_results_come_in_the_order_of_the_jobs_and_are_told_as_they_come() -> None:
    first = threading.Event()
    come: list[int] = []

    def second() -> int:
        first.set()
        return 2

    jobs = [lambda: 1 + (not first.wait()), second]
    done = run_jobs(jobs, hosts=1, stop=pytest.fail, on_result=come.append, tick=bool)
    assert list(done) == [1, 2]
    assert sorted(come) == [1, 2]


def test_who_gives_up_the_results_stops_the_jobs() -> None:
    begun, gate = threading.Event(), threading.Event()
    calls: list[str] = []

    def stop() -> None:
        calls.append("stop")
        gate.set()

    def second() -> bool:
        begun.set()
        return gate.wait()

    jobs = [lambda: not begun.wait(), second]
    done: Any = run_jobs(jobs, hosts=1, stop=stop, on_result=lambda _: calls.append("come"), tick=bool)
    assert next(done) is False
    done.close()
    assert calls.count("stop") == 1
    assert calls.count("come") == 2


def test_nothing_is_stopped_when_all_is_done() -> None:
    jobs: list[Callable[[], str]] = []
    assert (
        list(run_jobs(jobs, hosts=1, stop=pytest.fail, on_result=lambda _: pytest.fail("no job"), tick=pytest.fail))
        == []
    )


def test_what_has_come_is_given_before_the_interruption_is_raised() -> None:
    gate = threading.Event()
    given: list[bool | None] = []
    come: list[bool | None] = []

    def tick() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        given.extend(run_jobs([gate.wait] * 6, hosts=1, stop=gate.set, on_result=come.append, tick=tick))
    assert given == [True] * 4 + [None] * 2
    assert come == [True] * 4


FULL = Record(
    symbol="s/res/1", status="found", title="One", source="x", spelling="y", files=(File("en", "https://un.org/"),)
)


@pytest.mark.parametrize(
    ("found", "note", "at"),
    [
        ({"A/RES/67/234B": FULL}, "", "A/RES/67/234B"),
        ({"A/RES/67/234[B]": FULL, "A/RES/67/234": FULL}, "", "A/RES/67/234[B]"),
        ({"A/RES/67/234": FULL}, "this is the record of A/RES/67/234, which contains the part", "A/RES/67/234"),
    ],
)
def test_spellings_are_tried_until_one_is_found(found: dict[str, Record], note: str, at: str) -> None:
    tried = []

    def find(spelling: str) -> Record | None:
        tried.append(spelling)
        return found.get(spelling)

    record = first_found("library", Symbol.parse("A/RES/67/234B"), find)
    assert filled(record) == filled(FULL) | {"symbol": "A/RES/67/234B", "source": "library", "spelling": at} | (
        {"note": note} if note else {}
    )
    assert tried == ["A/RES/67/234B", "A/RES/67/234[B]", "A/RES/67/234"][: tried.index(at) + 1]
    assert tried[-1] == at


def test_a_record_keeps_its_note_where_the_spelling_has_none() -> None:
    noted = Record(symbol="", status="found", note="of the record")
    assert first_found("x", Symbol.parse("A/RES/67/234B"), lambda _: noted).note == "of the record"


def test_no_spelling_is_found() -> None:
    record = first_found("library", Symbol.parse("A/66/10"), lambda _: None)
    assert filled(record) == {"symbol": "A/66/10", "status": "absent", "source": "library"}


def test_a_failure_ends_the_search() -> None:
    tried = []

    def find(spelling: str) -> Record | None:
        tried.append(spelling)
        if len(tried) == 2:
            raise NoResponseError("blocked", "closed")
        return None

    record = first_found("library", Symbol.parse("A/RES/67/234B"), find)
    assert filled(record) == {"symbol": "A/RES/67/234B", "status": "blocked", "source": "library", "note": "closed"}
    assert len(tried) == 2


@pytest.mark.parametrize(
    ("status", "source", "failed"),
    [
        ("found", "ods", False),
        ("absent", "ods", False),
        ("blocked", "ods", True),
        ("unavailable", "ods", True),
        ("unknown", "ods", True),
        ("unknown", "", False),
    ],
)
def test_a_source_that_did_not_answer_has_failed(status: Status, source: str, failed: bool) -> None:  # noqa: FBT001
    assert Record(symbol="A/1", status=status, source=source).failed is failed


def test_the_parts_of_a_record_are_plain_tuples() -> None:
    assert LanguageStatus("en", "found") == ("en", "found")
    assert Related("draft", "A/1") == ("draft", "A/1")
    assert Vote("x", 1) == ("x", 1, None, None, None)
