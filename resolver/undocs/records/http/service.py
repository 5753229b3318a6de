"""A service of the UN: its address, and the limits that its requests keep. Both can be set in the environment.

>>> library = configured("library", "https://metadata.un.org/editor/api")
>>> library.allows("https://digitallibrary.un.org/record/1"), library.allows("https://un.org.example.com/")
(True, False)
>>> encode_query("S/RES/1325 (2000)")
'S/RES/1325%20(2000)'
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from undocs.errors import UndocsError
from undocs.tables.hosts import is_un

__all__ = ["MAX_CONCURRENCY", "Service", "configured", "encode_query"]

# Most requests in flight to one host that a user may set. The services state no limit; the Official Document System
# answers four workers well and fails ten of them with 503 (yuiseki/undocs, September 2026).
MAX_CONCURRENCY = 4
_CONCURRENCY = 2  # requests in flight to one host unless the user sets another number
_TIMEOUTS = (0.1, 3600.0)  # seconds, least and most: a setting outside is a slip, such as milliseconds
_DELAYS = (0.0, 3600.0)  # seconds, as above


@dataclass(frozen=True)
class Service:
    """A service and the limits on requests to it.

    Attributes:
        name: its name in results and messages.
        url: its base URL, without a slash at the end.
        timeout: seconds for one request, from its start to its last byte.
        delay: least seconds between the starts of two requests to one host.
        max_concurrency: most requests in flight to one host.
    """

    name: str
    url: str
    timeout: float
    delay: float
    max_concurrency: int

    def is_at(self, url: str) -> bool:
        """Return whether a URL has the scheme, host and port of the service, and may be sent its token."""
        return _origin(url) == _origin(self.url)

    def allows(self, url: str) -> bool:
        """Return whether a request or redirect may go to a URL: https hosts of the UN, and the service's own."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = parts.hostname or ""
        return (parts.scheme == "https" and is_un(host) and "@" not in parts.netloc) or self.is_at(url)


def configured(name: str, url: str, *, timeout: float = 30, delay: float = 1) -> Service:
    """Return a service with the settings of the environment.

    `UNDOCS_<NAME>_URL` overrides `url`; `UNDOCS_TIMEOUT` and `UNDOCS_DELAY`, in seconds, override `timeout` and
    `delay`; `UNDOCS_MAX_CONCURRENCY`, from 1 to 4, sets how many requests may be in flight to one host.

    Raises:
        UndocsError: a variable has a value that cannot be used.
    """
    variable = f"UNDOCS_{name.upper().replace('-', '_')}_URL"
    url = os.environ.get(variable) or url
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UndocsError(f"{variable}: not a web address")
    return Service(
        name,
        url.rstrip("/"),
        _number("UNDOCS_TIMEOUT", timeout, *_TIMEOUTS),
        _number("UNDOCS_DELAY", delay, *_DELAYS),
        int(_number("UNDOCS_MAX_CONCURRENCY", _CONCURRENCY, 1, MAX_CONCURRENCY)),
    )


def encode_query(text: str) -> str:
    """Return a text encoded for a query. A space is %20: the services read + as a plus."""
    return quote(text, safe="/()")


def _origin(url: str) -> tuple[str, str]:
    """Return the scheme and the host with its port; both are empty for an invalid URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc.rpartition("@")[2]


def _number(variable: str, default: float, least: float, most: float) -> float:
    """Return the number in a variable of the environment; `default` if it is not set."""
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
