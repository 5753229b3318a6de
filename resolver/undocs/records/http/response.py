"""The response of a server, and how a refusal is recognized.

>>> page = Response(302, {"location": "/doc/a.pdf"}, b"", "https://documents.un.org/api")
>>> page.redirect
'https://documents.un.org/doc/a.pdf'
>>> print(failure_of("library", Response(429, {"retry-after": "5"}, b"", "https://metadata.un.org/")))
library: too many requests (429)
>>> parse_retry_after("5")
5.0
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from undocs.errors import NoResponseError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["INTERRUPTED", "Response", "failure_of", "parse_retry_after"]

_REDIRECTS = {301, 302, 303, 307, 308}
INTERRUPTED = "interrupted"  # the note of a record that Ctrl-C left unknown


@dataclass(frozen=True, slots=True)
class Response:
    """The response of a server.

    Attributes:
        status: the HTTP status.
        headers: by name, in lower case.
        body: the bytes that were asked for, decompressed.
        url: the URL that they came from.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def redirect(self) -> str:
        """The URL that the response redirects to; empty if it does not redirect."""
        location = self.headers.get("location", "") if self.status in _REDIRECTS else ""
        return self.resolve(location) if location else ""

    def resolve(self, location: str) -> str:
        """Return the absolute URL of a location in the response; an invalid location is returned as it is."""
        try:
            return urljoin(self.url, location)
        except ValueError:
            return location


def failure_of(name: str, response: Response) -> NoResponseError | None:
    """Return the failure that a response stands for: a browser challenge, a refusal or an error of the server.

    Args:
        name: the name of the service, for the message.
        response: the response.

    Returns:
        None if the response may be read, whatever its status.
    """
    wait = parse_retry_after(response.headers.get("retry-after"))
    # The firewall of the Digital Library (AWS WAF) answers programs with a challenge, an empty 202, or with a captcha,
    # 405; the header names which. Without the header, these two statuses still mean the same.
    action = response.headers.get("x-amzn-waf-action", "")
    if action or response.status == 405 or (response.status == 202 and not response.body):
        return NoResponseError("blocked", f"{name}: automated access is blocked (browser challenge)")
    if response.status in {401, 403}:
        return NoResponseError("blocked", f"{name}: access denied ({response.status})")
    if response.status == 429:
        return NoResponseError("blocked", f"{name}: too many requests (429)", retry=True, wait=wait)
    if response.status >= 500:
        return NoResponseError("unavailable", f"{name}: server error ({response.status})", retry=True, wait=wait)
    return None


def parse_retry_after(text: str | None) -> float:
    """Return the seconds that a `Retry-After` header asks for, a number or a date (RFC 9110); 0 for any other text."""
    text = (text or "").strip()
    if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]*)?", text):
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return 0
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
