"""Link targets that name a document which the visible text does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["hidden"]

_LONGEST = 300  # characters of a target; the longest symbols have about 60
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def hidden(targets: Iterable[str], text: str) -> Iterator[str]:
    """Give the targets that name a document of the UN which `text` does not.

    Only the UN's own hosts name documents: elsewhere a path in capitals is a folder. And a symbol that stands
    in the text too, spaces and kinds of dashes aside, is one mention: `A/80/L.8` that links to
    https://docs.un.org/en/A/80/L.8 says all by itself, "resolution 79/1" leaves A/RES/79/1 to its link.
    """
    from undocs.urls import symbol_in

    text = text.translate(_DASHES)
    for target in dict.fromkeys(targets):
        url = "%20".join(target.split())
        symbol = symbol_in(url) if len(url) <= _LONGEST else None
        if symbol and not re.search(rf"(?<![\w/]){_spelled(symbol)}(?![\w/])", text, re.IGNORECASE):
            yield url


def _spelled(symbol: str) -> str:
    """Return a pattern for a symbol in any spelling that differs only in spaces and dashes."""
    return r"\s*".join(map(re.escape, "".join(symbol.translate(_DASHES).split())))
