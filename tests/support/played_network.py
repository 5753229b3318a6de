"""A network whose responses are played, and the client that asks it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from undocs.errors import NoResponseError
from undocs.records.http.client import Client
from undocs.records.http.service import Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator


ODS = Service("ods", "https://documents.un.org", timeout=30, delay=0, max_concurrency=2)
SLOW = Service("ods", "https://documents.un.org", timeout=30, delay=2, max_concurrency=2)
HERE = "https://documents.un.org/x"


class Network:
    """A network whose responses are played one after another, the last of them for ever, and a clock that jumps."""

    def __init__(self) -> None:
        self.plan: list[Any] = []
        self.requests: list[httpx.Request] = []
        self.slept: list[float] = []
        self.options: dict[str, Any] = {}

    def handle(self, request: httpx.Request) -> httpx.Response:
        step = self.plan[min(len(self.requests), len(self.plan) - 1)]
        self.requests.append(request)
        if isinstance(step, Exception):
            raise step
        made: httpx.Response = step() if callable(step) else step
        return made


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    played = Network()
    opened = httpx.AsyncClient

    def client(**options: Any) -> httpx.AsyncClient:  # noqa: ANN401 # as httpx has it
        played.options = options
        return opened(transport=httpx.MockTransport(played.handle), **options)

    class Loop(asyncio.SelectorEventLoop):
        def time(self) -> float:
            return super().time() + sum(played.slept)

    waited = asyncio.sleep

    async def sleep(seconds: float) -> None:
        played.slept.append(seconds)
        await waited(0)

    monkeypatch.setattr(httpx, "AsyncClient", client)
    monkeypatch.setattr(asyncio, "new_event_loop", Loop)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    return played


@pytest.fixture
def client() -> Iterator[Client]:
    made = Client()
    yield made
    made.close()


def reply(status: int = 200, body: bytes = b"{}", **headers: str) -> Callable[[], httpx.Response]:
    """Return what makes a response, whose body comes in two pieces."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def pieces() -> AsyncIterator[bytes]:
        yield body[: len(body) // 2]
        yield body[len(body) // 2 :]

    return lambda: httpx.Response(status, headers=named, content=pieces())


def failure(client: Client, service: Service = ODS, url: str = HERE, **options: Any) -> NoResponseError:  # noqa: ANN401
    with pytest.raises(NoResponseError) as raised:
        client.get(service, url, **options)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None
    return raised.value
