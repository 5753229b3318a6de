"""Link targets that name a document which the visible text does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["hidden"]

# Only the UN's own hosts: elsewhere a capital path is a folder, not a symbol.
_HOSTS = (".undocs.org", ".un.org")
_LONGEST = 300  # characters of a target; the longest symbols have about 60
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def hidden(targets: Iterable[str], text: str) -> Iterator[str]:
    """Give the targets, percent signs decoded, that say more than the text they stand in.

    A target says nothing new when it is not on a UN host, or when the symbol in it stands in `text` too,
    spaces and kinds of dashes aside: `A/80/L.8` that links to https://docs.un.org/en/A/80/L.8 is one mention,
    but "resolution 79/1" that links to https://docs.un.org/en/A/RES/79/1 leaves the symbol to the link.
    """
    text = text.translate(_DASHES)
    for target in dict.fromkeys(targets):
        symbol = _symbol(target) if len(target) <= _LONGEST else ""
        if symbol and not re.search(rf"(?<![\w/]){symbol}(?![\w/])", text):
            yield " ".join(unquote(target).split())


def _symbol(target: str) -> str:
    """Return a pattern for the symbol in a target on a UN host, or an empty string.

    https://undocs.org/en/A/79/1, https://docs.un.org/A/79/1, http://www.un.org/ga/search/view_doc.asp?symbol=A/79/1
    """
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not f".{host}".endswith(_HOSTS):
        return ""
    asked = re.search(r"(?:^|&)symbol=([^&]+)", parts.query, re.IGNORECASE)
    named = asked[1] if asked else re.sub(r"^/(?:[a-z]{2}/)?", "", parts.path)
    letters = "".join(unquote(named).translate(_DASHES).split())
    return r"\s*".join(map(re.escape, letters)) if re.match("[A-Z][^/]*/", letters) else ""
