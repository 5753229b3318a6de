"""What came back for a request: an answer, or the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from undocs.errors import UndocsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undocs.records.model import Status

__all__ = ["INTERRUPTED", "Answer", "NoAnswerError", "refused", "retry_after"]

_REDIRECTS = {301, 302, 303, 307, 308}
INTERRUPTED = "interrupted"  # the reason why nothing is known where the person had no more patience


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        status: the HTTP status.
        headers: names in lower case.
        body: the bytes that were asked for, decoded where they were packed.
        url: where they came from.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def redirect(self) -> str:
        """Where the answer sends us, else empty."""
        location = self.headers.get("location", "") if self.status in _REDIRECTS else ""
        return self.leads(location) if location else ""

    def leads(self, location: str) -> str:
        """Return where a location in the answer leads, which may be relative; as it is where it leads nowhere."""
        try:
            return urljoin(self.url, location)
        except ValueError:
            return location


class NoAnswerError(UndocsError):
    """A request has come to nothing.

    Attributes:
        status: what that makes of a look-up: `blocked`, `unavailable` or `unknown`.
        again: whether the same request may be sent again.
        wait: seconds that the host asked us to wait before, 0 when it did not say.
    """

    def __init__(self, status: Status, reason: str, *, again: bool = False, wait: float = 0) -> None:
        """Keep the reason, which is the error's text."""
        self.status, self.again, self.wait = status, again, wait
        super().__init__(reason)


def refused(name: str, answer: Answer) -> NoAnswerError | None:
    """Return what an answer is that answers nothing: a challenge, a refusal, a server in trouble."""
    action = answer.headers.get("x-amzn-waf-action", "")
    told = retry_after(answer.headers.get("retry-after"))
    if action or answer.status == 405 or (answer.status == 202 and not answer.body):
        return NoAnswerError(
            "blocked", f"{name} wants to see a browser ({action or answer.status}) and does not serve programs"
        )
    if answer.status in {401, 403}:
        return NoAnswerError("blocked", f"{name} does not let us in ({answer.status})")
    if answer.status == 429:
        return NoAnswerError("blocked", f"{name} says we ask too much (429)", again=True, wait=told)
    if answer.status >= 500:
        return NoAnswerError("unavailable", f"{name} is in trouble ({answer.status})", again=True, wait=told)
    return None


def retry_after(text: str | None) -> float:
    """Return the seconds that a `Retry-After` header asks for, as seconds or as a date; 0 for none or nonsense."""
    text = (text or "").strip()
    if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]*)?", text):
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return 0
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
