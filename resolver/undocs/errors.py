"""The errors that undocs raises on purpose. A caller that catches `UndocsError` catches all of them.

    UndocsError                 parent of the others; raised itself for a setting or an option that cannot be used
    ├── SymbolError             a text is not a document symbol; a ValueError too
    ├── ReadingError            a file cannot be read, or not to its end
    ├── CatalogError            the local catalog cannot be read or written
    │   └── NoCatalogError      there is no local catalog yet, or it is empty
    └── NoResponseError         a request to a service failed

Look-ups raise none of the last three: a failure is a status of the record.

>>> issubclass(NoCatalogError, CatalogError) and issubclass(SymbolError, ValueError)
True
>>> print(ReadingError("report.pdf", "encrypted"))
report.pdf: encrypted
"""

from __future__ import annotations

from typing import Literal

__all__ = [
    "CatalogError",
    "NoCatalogError",
    "NoResponseError",
    "ReadingError",
    "RequestStatus",
    "SymbolError",
    "UndocsError",
]

# What a failed request says of a document: the service refused us, could not answer now, or sent what says nothing.
RequestStatus = Literal["blocked", "unavailable", "unknown"]


class UndocsError(Exception):
    """Parent of every error that undocs raises on purpose."""


class SymbolError(UndocsError, ValueError):
    """A text is not a document symbol.

    Attributes:
        text: the text.
        span: start and end of the fault, in characters of `text`.
        expected: what was expected there, in a few words.
    """

    def __init__(self, text: str, span: tuple[int, int], expected: str) -> None:
        """Keep the text, the span of its fault and what was expected there."""
        self.text, self.span, self.expected = text, span, expected
        super().__init__(text, span, expected)

    def __str__(self) -> str:
        """Return the reason, the text, and a line with carets under the fault."""
        start, end = self.span
        caret = " " * start + "^" * max(1, end - start)
        return f"not a document symbol, expected {self.expected}\n  {self.text}\n  {caret}"


class ReadingError(UndocsError):
    """A file cannot be read, or not to its end.

    Attributes:
        name: the name of the document, which may be empty.
        reason: why, in one line.
    """

    def __init__(self, name: str, reason: str) -> None:
        """Keep the name and the reason."""
        self.name, self.reason = name, reason
        super().__init__(name, reason)

    def __str__(self) -> str:
        """Return the name and the reason in one line."""
        return f"{self.name}: {self.reason}" if self.name else self.reason


class CatalogError(UndocsError):
    """The local catalog cannot be read or written; the message is one line that names the file."""


class NoCatalogError(CatalogError):
    """There is no local catalog yet, or it is empty."""


class NoResponseError(UndocsError):
    """A request to a service failed: no response, a refusal, or a response that cannot be used.

    Attributes:
        status: the status of the record that was looked up.
        retry: whether the same request may be sent again.
        wait: seconds that the host asked us to wait before the next request, 0 if it named no time.
    """

    def __init__(self, status: RequestStatus, reason: str, *, retry: bool = False, wait: float = 0) -> None:
        """Keep the reason, which is the message."""
        self.status, self.retry, self.wait = status, retry, wait
        super().__init__(reason)
