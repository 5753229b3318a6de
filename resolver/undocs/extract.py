"""A place found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from undocs.symbol import Symbol

__all__ = ["Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One symbol or citation found in a text; `start` and `end` count characters."""

    symbol: Symbol | None
    text: str
    start: int
    end: int
    kind: Literal["symbol", "continued", "citation", "press"]
    confidence: Literal["certain", "likely", "unlisted"]
    candidates: tuple[Symbol, ...] = ()
    note: str = ""
