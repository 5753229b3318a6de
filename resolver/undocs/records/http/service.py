"""Where a service is, and how a guest of it behaves; both can be set by environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from undocs.errors import UndocsError
from undocs.tables.hosts import is_un

__all__ = ["MOST_AT_ONCE", "Service", "encode", "service"]

MOST_AT_ONCE = 4


@dataclass(frozen=True)
class Service:
    """A service of the UN and the manners that are kept towards it.

    Attributes:
        name: what it is called in results.
        url: its base URL, without a slash at the end.
        timeout: seconds for one request, from its start to its last byte.
        pause: least seconds between the starts of two requests to one host.
        at_once: most requests in flight to one host.
    """

    name: str
    url: str
    timeout: float
    pause: float
    at_once: int

    def at(self, url: str) -> bool:
        """Return whether a URL is on the service's own host, by the same scheme and port."""
        return _origin(url) == _origin(self.url)

    def allows(self, url: str) -> bool:
        """Return whether we go there: to https hosts of the UN, and to the service's own."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = parts.hostname or ""
        return (parts.scheme == "https" and is_un(host) and "@" not in parts.netloc) or self.at(url)


def service(name: str, url: str, *, timeout: float = 30, pause: float = 1) -> Service:
    """Return a service as the person has set it.

    `UNDOCS_<NAME>_URL` stands over `url`; `UNDOCS_TIMEOUT` and `UNDOCS_DELAY`, in seconds, over `timeout` and
    `pause`; `UNDOCS_MAX_CONCURRENCY`, from 1 to 4, says how many requests may be in flight.

    Raises:
        UndocsError: a variable holds no such value.
    """
    variable = f"UNDOCS_{name.upper()}_URL"
    url = os.environ.get(variable) or url
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UndocsError(f"{variable}: not a web address")
    return Service(
        name,
        url.rstrip("/"),
        _number("UNDOCS_TIMEOUT", timeout, least=0.1, most=3600),
        _number("UNDOCS_DELAY", pause, least=0, most=3600),
        int(_number("UNDOCS_MAX_CONCURRENCY", 2, least=1, most=MOST_AT_ONCE)),
    )


def encode(text: str) -> str:
    """Return a text for a query: a space as %20, never +, which the services do not take for one."""
    return quote(text, safe="/()")


def _origin(url: str) -> tuple[str, str]:
    """Return the scheme and the host with its port, nothing of what is no address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc.rpartition("@")[2]


def _number(variable: str, default: float, *, least: float, most: float) -> float:
    """Return the number that a variable of the environment holds."""
    text = os.environ.get(variable)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise UndocsError(f"{variable}: not a number from {least:g} to {most:g}: {text}")
    return value
