"""A document symbol as a value."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Symbol"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One UN document symbol, in its canonical spelling."""

    canonical: str

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Read one symbol in any spelling."""
        return cls(text.replace(" ", ""))

    def __str__(self) -> str:
        """Return the canonical spelling."""
        return self.canonical
