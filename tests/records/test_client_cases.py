"""The client: what it sends, how often, after which wait, how much it reads, and where it goes."""

from __future__ import annotations

import gzip
import zlib
from socket import gaierror
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from played_network import HERE, ODS, SLOW, Network, client, failure, network, reply  # noqa: F401 # fixtures too
from undocs.records.http.service import Service

if TYPE_CHECKING:
    from undocs.records.http.client import Client


def test_a_request_and_its_answer(network: Network, client: Client) -> None:
    network.plan = [reply(200, b"body", X_One="1")]
    answer = client.get(ODS, HERE, headers={"x-key": "k"})
    assert (answer.status, answer.body, answer.url, answer.headers["x-one"]) == (200, b"body", HERE, "1")
    (request,) = network.requests
    assert (request.method, str(request.url)) == ("GET", HERE)
    assert request.headers["accept"] == "*/*"
    assert request.headers["x-key"] == "k"
    assert request.headers["accept-encoding"] == "identity"
    assert request.headers["user-agent"].startswith("undocs/")
    assert network.options["follow_redirects"] is False
    assert network.options["timeout"] is None
    client.get(ODS, HERE, accept="text/x")
    assert network.requests[1].headers["accept"] == "text/x"
    assert "x-key" not in network.requests[1].headers


def test_redirects_are_followed_four_times(network: Network, client: Client) -> None:
    network.plan = [reply(302, Location=f"/{step}") for step in range(4)] + [reply(200, b"there")]
    assert client.get(ODS, HERE).body == b"there"
    assert [request.url.path for request in network.requests] == ["/x", "/0", "/1", "/2", "/3"]


def test_redirects_without_end(network: Network, client: Client) -> None:
    network.plan = [reply(302, Location="/y")]
    failed = failure(client)
    assert (failed.status, str(failed), len(network.requests)) == ("unknown", "ods: too many redirects", 5)


def test_a_redirect_that_is_not_followed(network: Network, client: Client) -> None:
    network.plan = [reply(302, Location="/y")]
    assert client.get(ODS, HERE, follow=False).redirect == "https://documents.un.org/y"
    assert len(network.requests) == 1


def test_a_key_stays_at_home(network: Network, client: Client) -> None:
    network.plan = [reply(302, Location="https://docs.un.org/y"), reply()]
    client.get(ODS, HERE, accept="a/b", headers={"x-key": "k"})
    assert ["x-key" in request.headers for request in network.requests] == [True, False]
    assert [request.headers["accept"] for request in network.requests] == ["a/b", "a/b"]


def test_a_redirect_elsewhere_is_no_answer(network: Network, client: Client) -> None:
    network.plan = [reply(302, Location="http://example.com/" + "x" * 60)]
    failed = failure(client)
    assert failed.status == "unknown"
    assert str(failed) == f"ods: redirected to http://example.com/{'x' * 41}, which is not an https address of the UN"
    assert len(network.requests) == 1


@pytest.mark.parametrize(
    ("plan", "requests", "status"),
    [
        ([reply(503), reply(503), reply(200)], 3, ""),
        ([reply(503)], 3, "unavailable"),
        ([reply(429), reply(200)], 2, ""),
        ([reply(429)], 3, "blocked"),
        ([reply(404)], 1, ""),
        ([reply(403)], 1, "blocked"),
        ([httpx.ConnectError("no")], 3, "unavailable"),
        ([httpx.ReadError("no"), reply(200)], 2, ""),
        ([TimeoutError()], 3, "unavailable"),
    ],
)
def test_what_is_sent_again(network: Network, client: Client, plan: list[Any], requests: int, status: str) -> None:
    network.plan = plan
    if status:
        assert failure(client).status == status
    else:
        client.get(ODS, HERE)
    assert len(network.requests) == requests


@pytest.mark.parametrize(
    ("error", "reason", "requests"),
    [
        (httpx.ConnectError("refused\nmore"), "ods: connection failed: refused", 3),
        (httpx.ReadError(""), "ods: connection failed: ReadError", 3),
        (httpx.ReadError("y" * 101), f"ods: connection failed: {'y' * 100}", 3),
        (TimeoutError(), "ods: no response within 30 s", 3),
        (httpx.InvalidURL("no"), "ods: redirected to an invalid address", 1),
        (ValueError("no"), "ods: redirected to an invalid address", 1),
    ],
)
def test_why_there_is_no_answer(network: Network, client: Client, error: Exception, reason: str, requests: int) -> None:
    network.plan = [error]
    assert str(failure(client)) == reason
    assert len(network.requests) == requests


def test_a_host_without_an_address_is_asked_once(network: Network, client: Client) -> None:
    for depth in range(3):
        error: BaseException = gaierror("no such name")
        for _ in range(depth):
            outer = OSError("outer")
            outer.__context__ = error
            error = outer
        network.plan = [httpx.ConnectError("failed")]
        network.plan[0].__cause__ = error
        network.requests.clear()
        failed = failure(client, Service("ods", f"https://h{depth}.un.org", 30, 0, 1), f"https://h{depth}.un.org/x")
        assert str(failed) == f"ods: no network, or no host named h{depth}.un.org"
        assert (failed.status, len(network.requests)) == ("unavailable", 1)


def test_a_second_try_waits_longer_each_time(network: Network, client: Client) -> None:
    network.plan = [reply(503)]
    failure(client, SLOW)
    first, second = (seconds for seconds in network.slept if seconds >= 4)
    assert 4 <= first <= 6
    assert 8 <= second <= 10


def test_no_second_try_waits_longer_than_a_request_may_take(network: Network, client: Client) -> None:
    network.plan = [reply(503)]
    failure(client, Service("ods", "https://documents.un.org", timeout=5, delay=2, max_concurrency=1))
    first, second = (seconds for seconds in network.slept if seconds >= 4)
    assert 4 <= first <= 6
    assert 5 <= second <= 7


def test_a_host_that_names_a_time_is_asked_then(network: Network, client: Client) -> None:
    network.plan = [reply(503, Retry_After="9"), reply(429, Retry_After="30"), reply()]
    client.get(ODS, HERE)
    waits = [seconds for seconds in network.slept if seconds > 1]
    assert waits[0] == 9
    assert 29 < max(waits[1:]) <= 30


def test_a_host_that_names_too_long_a_time_is_not_asked_again(network: Network, client: Client) -> None:
    network.plan = [reply(503, Retry_After="31"), reply()]
    failed = failure(client)
    assert (failed.status, failed.wait, failed.retry) == ("unavailable", 31, False)
    assert str(failed) == "ods: server error (503), retry after 31 s"
    assert not network.slept
    assert str(failure(client)) == str(failed)
    assert len(network.requests) == 1


def test_a_host_that_is_blocked_is_left_alone_and_others_are_asked(network: Network, client: Client) -> None:
    network.plan = [reply(403), reply()]
    assert str(failure(client)) == str(failure(client)) == "ods: access denied (403)"
    assert len(network.requests) == 1
    client.get(ODS, "https://docs.un.org/x")
    assert len(network.requests) == 2


def test_a_host_is_left_alone_after_three_failures_in_a_row(network: Network, client: Client) -> None:
    network.plan = [reply(503)] * 6 + [reply()] + [reply(503)] * 9 + [reply()]
    failure(client)
    failure(client)
    client.get(ODS, HERE)
    for _ in range(4):
        failure(client)
    assert len(network.requests) == 16


@pytest.mark.parametrize(("more", "taken"), [(0, True), (1, False)])
def test_the_largest_answer(network: Network, client: Client, more: int, taken: bool) -> None:  # noqa: FBT001
    body = bytes(16_777_216 + more)
    for packed in ({}, {"Content_Encoding": "gzip"}):
        network.plan = [reply(200, gzip.compress(body, 1) if packed else body, **packed)]
        if taken:
            assert client.get(ODS, HERE).body == body
        else:
            assert str(failure(client)) == "ods: response of more than 16 MB"


def test_a_peek_reads_no_further(network: Network, client: Client) -> None:
    network.plan = [reply(200, b"12345678")]
    assert client.get(ODS, HERE, peek=4).body == b"1234"
    assert client.get(ODS, HERE, peek=5).body == b"12345678"
    assert client.get(ODS, HERE, peek=9).body == b"12345678"
    network.plan = [reply(200, gzip.compress(b"12345678" * 9, mtime=0)[:-4], Content_Encoding="gzip")]
    assert client.get(ODS, HERE, peek=3).body.startswith(b"123")


@pytest.mark.parametrize(
    ("packing", "body", "reason"),
    [
        ("gzip", gzip.compress(b"text", mtime=0), ""),
        (" GZIP ", gzip.compress(b"text", mtime=0), ""),
        ("x-gzip", gzip.compress(b"text", mtime=0), ""),
        ("deflate", zlib.compress(b"text"), ""),
        ("identity", b"text", ""),
        ("", b"text", ""),
        ("br", b"text", "ods: response in an encoding that was not requested"),
        ("gzip", b"text", "ods: response that cannot be decompressed"),
        ("gzip", gzip.compress(b"text", mtime=0)[:-1], "ods: response cut short"),
    ],
)
def test_packed_answers(network: Network, client: Client, packing: str, body: bytes, reason: str) -> None:
    network.plan = [reply(200, body, Content_Encoding=packing)]
    if reason:
        assert str(failure(client)) == reason
        assert len(network.requests) == (3 if "cut short" in reason else 1)
    else:
        assert client.get(ODS, HERE).body == b"text"
