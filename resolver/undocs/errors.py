"""The errors that undocs raises on purpose: one parent, so that a caller can catch them all."""

from __future__ import annotations

__all__ = ["SymbolError", "UndocsError"]


class UndocsError(Exception):
    """Parent of every error that undocs raises on purpose."""


class SymbolError(UndocsError, ValueError):
    """A text is not a document symbol.

    Attributes:
        text: what was given.
        span: start and end, in characters of `text`, of what is wrong.
        expected: what should stand there, in a few words.
    """

    def __init__(self, text: str, span: tuple[int, int], expected: str) -> None:
        """Keep the text, the span of its fault and what was expected there."""
        self.text, self.span, self.expected = text, span, expected
        super().__init__(text, span, expected)

    def __str__(self) -> str:
        """Draw the text with a caret under what is wrong."""
        start, end = self.span
        caret = " " * start + "^" * max(1, end - start)
        return f"not a document symbol, expected {self.expected}\n  {self.text}\n  {caret}"
