"""The client: files that it receives piece by piece, and how it is closed."""

from __future__ import annotations

import asyncio
import gzip
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from played_network import HERE, ODS, Network, client, failure, network, reply  # noqa: F401 # fixtures too
from undocs.errors import NoResponseError
from undocs.records.http.client import Client, _read
from undocs.records.http.response import Response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class File:
    """Takes a file, and keeps each call."""

    def __init__(self) -> None:
        self.failed: list[Any] = []

    def headers(self) -> dict[str, str]:
        return {"range": f"bytes={len(self.failed)}-"}

    def begin(self, answer: Response) -> None:
        self.failed.append((answer.status, answer.body, answer.url))
        if answer.headers.get("x-refuse"):
            raise NoResponseError("unknown", "no such file")

    def write(self, piece: bytes) -> None:
        self.failed.append(piece)


@pytest.mark.parametrize("status", [200, 206])
def test_a_file_is_given_as_it_comes(network: Network, client: Client, status: int) -> None:
    network.plan = [reply(status, b"12345678")]
    file = File()
    answer = client.save(ODS, HERE, file)
    assert (answer.status, answer.body) == (status, b"")
    assert file.failed == [(status, b"", HERE), b"1234", b"5678"]
    assert network.requests[0].headers["range"] == "bytes=0-"


@pytest.mark.parametrize("status", [404, 416, 201, 302])
def test_what_is_no_file_is_not_given(network: Network, client: Client, status: int) -> None:
    network.plan = [reply(status, b"page")]
    file = File()
    answer = client.save(ODS, HERE, file)
    assert (answer.status, answer.body, file.failed) == (status, b"page", [])


def test_a_file_that_is_refused_or_packed(network: Network, client: Client) -> None:
    for headers, reason, failed in [
        ({"X_Refuse": "1"}, "no such file", 1),
        ({"Content_Encoding": "gzip"}, "ods: response in an encoding that was not requested", 0),
    ]:
        network.plan = [reply(200, gzip.compress(b"text", mtime=0), **headers)]
        file = File()
        with pytest.raises(NoResponseError) as raised:
            client.save(ODS, HERE, file)
        assert str(raised.value) == reason
        assert len(file.failed) == failed
    network.plan = [reply(200, b"text", Content_Encoding="identity")]
    assert client.save(ODS, HERE, File()).status == 200


def test_a_file_may_be_larger_than_an_answer(network: Network, client: Client) -> None:
    network.plan = [reply(200, bytes(16_777_218))]
    file = File()
    client.save(ODS, HERE, file)
    assert sum(map(len, file.failed[1:])) == 16_777_218


def test_a_file_that_keeps_coming_may_take_ten_times_as_long() -> None:
    """After each piece it has the time of an answer again, until ten of them are over."""

    class Deadline:
        def __init__(self) -> None:
            self.set: list[float] = []

        def reschedule(self, when: float) -> None:
            self.set.append(when)

    class Stream:
        status_code, headers, url = 200, httpx.Headers(), HERE

        async def aiter_raw(self) -> AsyncIterator[bytes]:
            for _ in range(5):
                now[0] += 70
                yield b"x"

    now, deadline = [1000.0], Deadline()

    async def steps() -> None:
        asyncio.get_running_loop().time = lambda: now[0]  # type: ignore[method-assign]
        await _read(ODS, Stream(), 0, File(), deadline)  # type: ignore[arg-type]

    asyncio.run(steps())
    assert deadline.set == [1100, 1170, 1240, 1300, 1300]


def test_an_answer_has_its_time_once() -> None:
    class Stream:
        status_code, headers, url = 404, httpx.Headers({"X-A": "b"}), HERE

        async def aiter_raw(self) -> AsyncIterator[bytes]:
            yield b"page"

    answer = asyncio.run(_read(ODS, Stream(), 0, File(), None))  # type: ignore[arg-type]
    assert answer == Response(404, {"x-a": "b"}, b"page", HERE)


def test_a_client_that_is_closed_ends_what_is_in_flight(network: Network) -> None:
    client = Client()
    closer = Thread(target=client.close)

    async def never() -> AsyncIterator[bytes]:
        closer.start()
        await asyncio.Event().wait()
        yield b""

    network.plan = [lambda: httpx.Response(200, content=never())]
    failed = failure(client)
    closer.join()
    assert (failed.status, str(failed)) == ("unknown", "interrupted")
    assert str(failure(client)) == "interrupted"
    assert len(network.requests) == 1
    client.close()


def test_a_client_that_was_never_used_is_closed() -> None:
    client = Client()
    client.close()
    assert str(failure(client)) == "interrupted"


def test_an_environment_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    def refuse(**_: Any) -> None:  # noqa: ANN401 # as httpx has it
        raise ValueError("http://someone:secret@proxy")

    monkeypatch.setattr(httpx, "AsyncClient", refuse)
    failed = failure(client)
    assert failed.status == "unavailable"
    assert str(failed) == "the proxy or certificates set in the environment cannot be used (ValueError)"
