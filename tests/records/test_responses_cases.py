"""Responses that answer nothing, redirects and waits; services as the environment sets them; how a host is spared."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from case_files import toml, why
from undocs import UndocsError
from undocs.errors import NoResponseError
from undocs.records.http.response import Response, failure_of, parse_retry_after
from undocs.records.http.service import Service, configured, encode_query
from undocs.records.http.throttle import Throttle

if TYPE_CHECKING:
    from collections.abc import Coroutine


@pytest.mark.parametrize("case", toml("responses.toml", "failure"), ids=why)
def test_a_response_that_answers_nothing(case: dict[str, Any]) -> None:
    answer = Response(case["status"], case.get("headers", {}), case.get("body", "x").encode(), "https://un.org/")
    failure = failure_of("ods", answer)
    found = [failure.status, str(failure), failure.retry, failure.wait] if failure else None
    assert found == case.get("failure")


@pytest.mark.parametrize("case", toml("responses.toml", "redirect"), ids=why)
def test_where_a_response_sends_us(case: dict[str, Any]) -> None:
    answer = Response(case["status"], {"location": case["location"]}, b"", "https://un.org/a/b?c")
    assert answer.redirect == case["to"]
    assert Response(case["status"], {}, b"", "https://un.org/").redirect == ""


@pytest.mark.parametrize("case", toml("responses.toml", "wait"), ids=why)
def test_the_seconds_to_wait(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override] # noqa: ANN401 # as datetime has it
            assert tz is UTC
            return datetime(2022, 1, 1, tzinfo=UTC)

    monkeypatch.setattr(f"{parse_retry_after.__module__}.datetime", Clock)
    assert parse_retry_after(case["text"]) == case["seconds"]


def test_no_header_asks_for_no_wait() -> None:
    assert parse_retry_after(None) == 0


def test_a_failure_is_not_sent_again_unless_it_says_so() -> None:
    failure = NoResponseError("unknown", "why")
    assert (failure.status, failure.retry, failure.wait, str(failure)) == ("unknown", False, 0, "why")


SETTINGS = ("UNDOCS_ODS_URL", "UNDOCS_TIMEOUT", "UNDOCS_DELAY", "UNDOCS_MAX_CONCURRENCY")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin without any setting."""
    for variable in SETTINGS:
        monkeypatch.delenv(variable, raising=False)


def test_a_service_that_nobody_set() -> None:
    assert configured("ods", "https://un.org/x//") == Service("ods", "https://un.org/x", 30, 1, 2)
    assert configured("ods", "https://un.org", timeout=60, delay=3) == Service("ods", "https://un.org", 60, 3, 2)


def test_a_service_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, value in zip(SETTINGS, ("http://localhost:1/", "5.5", "0", "3"), strict=True):
        monkeypatch.setenv(variable, value)
    made = configured("ods", "https://un.org", timeout=60)
    assert made == Service("ods", "http://localhost:1", 5.5, 0, 3)
    assert isinstance(made.max_concurrency, int)


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [
        ("UNDOCS_TIMEOUT", "0.1", ""),
        ("UNDOCS_TIMEOUT", "0.09", "not a number from 0.1 to 3600: 0.09"),
        ("UNDOCS_TIMEOUT", "3600", ""),
        ("UNDOCS_TIMEOUT", "3600.1", "not a number from 0.1 to 3600: 3600.1"),
        ("UNDOCS_TIMEOUT", "soon", "not a number from 0.1 to 3600: soon"),
        ("UNDOCS_TIMEOUT", "", ""),
        ("UNDOCS_DELAY", "0", ""),
        ("UNDOCS_DELAY", "-0.1", "not a number from 0 to 3600: -0.1"),
        ("UNDOCS_DELAY", "3600", ""),
        ("UNDOCS_DELAY", "3601", "not a number from 0 to 3600: 3601"),
        ("UNDOCS_DELAY", "x", "not a number from 0 to 3600: x"),
        ("UNDOCS_MAX_CONCURRENCY", "1", ""),
        ("UNDOCS_MAX_CONCURRENCY", "0", "not a number from 1 to 4: 0"),
        ("UNDOCS_MAX_CONCURRENCY", "4", ""),
        ("UNDOCS_MAX_CONCURRENCY", "5", "not a number from 1 to 4: 5"),
        ("UNDOCS_ODS_URL", "ftp://un.org/", "not a web address"),
        ("UNDOCS_ODS_URL", "http:///x", "not a web address"),
        ("UNDOCS_ODS_URL", "http://un.org", ""),
        ("UNDOCS_ODS_URL", "", ""),
    ],
)
def test_the_limits_of_a_setting(variable: str, value: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    if reason:
        with pytest.raises(UndocsError) as raised:
            configured("ods", "https://un.org")
        assert str(raised.value) == f"{variable}: {reason}"
    else:
        assert configured("ods", "https://un.org").name == "ods"


@pytest.mark.parametrize(
    ("url", "at", "allowed"),
    [
        ("http://localhost:1/other", True, True),
        ("http://someone@localhost:1/", True, True),
        ("http://localhost:2/", False, False),
        ("http://localhost/", False, False),
        ("https://localhost:1/", False, False),
        ("https://un.org", False, True),
        ("https://a.un.org", False, True),
        ("https://a.undocs.org", False, True),
        ("https://undocs.org", False, True),
        ("https://aun.org", False, False),
        ("https://un.org.x", False, False),
        ("https://x@un.org", False, False),
        ("http://un.org", False, False),
        ("http://[", False, False),
        ("", False, False),
    ],
)
def test_where_a_service_is_and_where_it_may_lead(url: str, at: bool, allowed: bool) -> None:  # noqa: FBT001
    made = Service("ods", "http://localhost:1", 1, 1, 1)
    assert (made.is_at(url), made.allows(url)) == (at, allowed)
    assert Service("ods", "http://[", 1, 1, 1).is_at("http://localhost:1/") is False


def test_what_is_encoded_in_a_query() -> None:
    assert encode_query("A/RES/1 (I)") == "A/RES/1%20(I)"
    assert encode_query("a+b&c=d'é[") == "a%2Bb%26c%3Dd%27%C3%A9%5B"


# A host, by a clock that goes on only while somebody sleeps.


class Time:
    """A clock, and what was slept."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def run(steps: Coroutine[Any, Any, None], time: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run steps on a loop whose clock is `time`."""
    monkeypatch.setattr(asyncio, "sleep", time.sleep)

    async def on_clock() -> None:
        asyncio.get_running_loop().time = lambda: time.now  # type: ignore[method-assign]
        await steps

    asyncio.run(on_clock())


def test_requests_to_a_host_begin_with_a_pause_between(monkeypatch: pytest.MonkeyPatch) -> None:
    time = Time()

    async def steps() -> None:
        host = Throttle(1)
        for _ in range(3):
            async with host.turn(2):
                pass
        assert time.slept == [2, 2]
        time.now += 5
        async with host.turn(2):
            time.now += 1.5
        async with host.turn(2):
            pass
        assert time.slept == [2, 2, 0.5]

    run(steps(), time, monkeypatch)


def test_a_host_is_held_for_as_long_as_anybody_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    time = Time()

    async def steps() -> None:
        host = Throttle(1)
        host.hold(10)
        host.hold(4)
        async with host.turn(1):
            assert time.slept == [10]
        host.hold(0.5)
        async with host.turn(1):
            assert time.slept == [10, 1]

    run(steps(), time, monkeypatch)


def test_only_so_many_requests_are_in_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    time = Time()

    async def steps() -> None:
        host, flying, most = Throttle(2), [0], [0]
        gate = asyncio.Event()

        async def request() -> None:
            async with host.turn(0):
                flying[0] += 1
                most[0] = max(most[0], flying[0])
                await gate.wait()
                flying[0] -= 1

        tasks = [asyncio.ensure_future(request()) for _ in range(5)]
        waited = asyncio.ensure_future(gate.wait())
        while flying[0] < 2:
            await asyncio.wait(tasks, timeout=0)
        gate.set()
        await asyncio.gather(*tasks, waited)
        assert most == [2]

    run(steps(), time, monkeypatch)


@pytest.mark.parametrize(
    ("heard", "closed"),
    [
        (["unavailable", "unavailable"], False),
        (["unavailable", "unavailable", "unavailable"], True),
        (["unavailable", "unavailable", "", "unavailable", "unavailable"], False),
        (["unavailable", "unavailable", "unknown"], False),
        (["unknown", "unknown", "unknown", "unknown"], False),
        (["unavailable", "unknown", "unavailable", "unavailable"], True),
        (["blocked"], True),
        (["unknown wait"], True),
        (["unavailable wait"], True),
    ],
)
def test_a_host_that_refuses_is_left_alone(
    heard: list[str],
    closed: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = Time()

    async def steps() -> None:
        host = Throttle(1)
        for number, plan in enumerate(heard):
            status: Any = plan.partition(" ")[0]
            wait = 60 if "wait" in plan else 0
            host.note(NoResponseError(status, f"why {number}", wait=wait) if plan else None)
        if not closed:
            async with host.turn(1):
                return
        host.hold(1000)
        with pytest.raises(NoResponseError) as raised:
            async with host.turn(1):
                pass
        assert (raised.value.status, str(raised.value)) == (heard[-1].split()[0], f"why {len(heard) - 1}")
        assert time.slept == []

    run(steps(), time, monkeypatch)
