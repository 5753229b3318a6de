"""The symbol inside a URL of the UN's hosts, in every form that is in circulation.

>>> symbol_in("https://undocs.org/pdf?symbol=en/A%2FRES%2F38%2F77")
'A/RES/38/77'
>>> symbol_in("https://digitallibrary.un.org/record/556636/files/A_RES_60_1-EN.pdf")
'A/RES/60/1'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from undocs.tables.hosts import hosts
from undocs.tables.languages import LINK_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Located", "at", "find_urls", "symbol_in"]


class Located(NamedTuple):
    """A symbol in a URL: its span in the text, and its decoded text."""

    start: int
    end: int
    text: str


_SYMBOL_HOSTS = hosts("path", "query", "file")
_LONGEST = max(map(len, _SYMBOL_HOSTS)) - len(".org")
# The literal ".org" comes first so that the engine scans for it; the look-behinds name the host.
_HOST = re.compile(
    rf"""\.org
    (?: {" | ".join(f"(?<={re.escape(host)})" for host in _SYMBOL_HOSTS)} )
    / (?P<rest> [^\s<>"'`{{}}|\\^]{{1,300}} )""",
    re.VERBOSE | re.IGNORECASE,
)
_LANGUAGE = f"(?:{'|'.join(LINK_CODES)})"
# Keys of a query that hold a symbol: view_doc.asp, undocs.org/pdf, daccess-ods, the ODS file, the treaty bodies', the
# Library's search.
_QUERY = re.compile(
    rf"[?&](?:symbol|DS|s|FinalSymbol|symbolno|identifier|p|si|m)=(?:{_LANGUAGE}/)?(?P<symbol>[^&#\s]+)",
    re.IGNORECASE,
)
_PATH = re.compile(rf"(?:{_LANGUAGE}/)?(?P<symbol>[A-Za-z][^?#\s]*)", re.IGNORECASE)
_FILE = re.compile(rf"records?/[0-9]+/files/(?P<symbol>[^?#\s]+?)-(?:{_LANGUAGE})\.[a-z]+", re.IGNORECASE)
_FILE_NAME = str.maketrans("_^!", "/[*")


def find_urls(text: str) -> Iterator[Located]:
    """Yield the places of symbols in URLs of the UN's hosts in `text`; the parser decides whether each is a symbol."""
    return filter(None, map(_located, _HOST.finditer(text)))


def at(text: str, slash: int) -> Located | None:
    """Return the symbol in the URL whose host ends at `slash`, or None where it names none or is not the UN's."""
    host = _HOST.match(text, slash - len(".org")) if slash >= len(".org") else None
    return _located(host) if host else None


def _located(host: re.Match[str]) -> Located | None:
    rest, at = host["rest"], host.start("rest")
    name = host.string[max(0, host.start() - _LONGEST) : host.end() - len(rest) - 1].lower()
    if match := _QUERY.search(rest):
        found = unquote(match["symbol"].replace("+", " "))
    elif name.endswith(hosts("file")):
        if not (match := _FILE.match(rest)):
            return None
        # An underscore stands for a slash or a space; at and inside brackets it is a space.
        found = re.sub(r"_(?=\(|[^()]*\))", " ", unquote(match["symbol"])).translate(_FILE_NAME).split("--")[0]
    elif name.endswith(hosts("path")) and (match := _PATH.match(rest)):
        found = unquote(match["symbol"])
    else:
        return None
    start = at + match.start("symbol")
    after = len(found) - len(found.rstrip(".,;:!'"))  # marks of the sentence
    return Located(start, start + len(match["symbol"]) - after, found[: len(found) - after])


def symbol_in(url: str) -> str | None:
    """Return the text that a URL of the UN's hosts gives for a symbol, or None for any other text."""
    return next((located.text for located in find_urls(url)), None)
