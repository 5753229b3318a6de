"""The symbol inside a URL of the UN's hosts, in every form that is in circulation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Located", "at", "find", "symbol_in"]


class Located(NamedTuple):
    """A symbol's place in a URL: its span in the text given, and its decoded text."""

    start: int
    end: int
    text: str


# The literal comes first so that the engine scans for it; the look-behinds name the host.
_HOST = re.compile(
    r"""\.org
    (?: (?<=undocs\.org) | (?<=docs\.un\.org) | (?<=documents\.un\.org) | (?<=daccess-ods\.un\.org)
      | (?<=digitallibrary\.un\.org) | (?<=www\.un\.org) | (?<=tbinternet\.ohchr\.org) | (?<=ap\.ohchr\.org) )
    / (?P<rest> [^\s<>"'`{}|\\^]{1,300} )""",
    re.VERBOSE | re.IGNORECASE,
)
# Keys of a query that hold a symbol: view_doc.asp, undocs.org/pdf, daccess-ods, the ODS file, the treaty bodies', the
# Library's search.
_QUERY = re.compile(
    r"[?&](?:symbol|DS|s|FinalSymbol|symbolno|identifier|p|si|m)=(?:(?:en|fr|es|ar|zh|ru|ch|sp|ot)/)?(?P<symbol>[^&#\s]+)",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?:(?:en|fr|es|ar|zh|ru|ch|sp|ot|de)/)?(?P<symbol>[A-Za-z][^?#\s]*)", re.IGNORECASE)
_FILE = re.compile(r"records?/[0-9]+/files/(?P<symbol>[^?#\s]+?)-(?:EN|FR|ES|AR|ZH|RU|DE)\.[a-z]+", re.IGNORECASE)
_FILE_NAME = str.maketrans("_^!", "/[*")


def find(text: str) -> Iterator[Located]:
    """Yield where URLs of the UN's hosts in `text` name a symbol; whether it is one is for the reader to say."""
    return filter(None, map(_located, _HOST.finditer(text)))


def at(text: str, slash: int) -> Located | None:
    """Return the symbol in the URL whose host ends at a slash, or None where it names none or is not the UN's."""
    host = _HOST.match(text, slash - len(".org")) if slash >= len(".org") else None
    return _located(host) if host else None


def _located(host: re.Match[str]) -> Located | None:
    rest, at = host["rest"], host.start("rest")
    name = host.string[max(0, host.start() - 24) : host.end() - len(rest) - 1].lower()
    if match := _QUERY.search(rest):
        found = unquote(match["symbol"].replace("+", " "))
    elif name.endswith("digitallibrary.un.org"):
        if not (match := _FILE.match(rest)):
            return None
        # Slashes and spaces are both written as underscores there; at and inside brackets it was a space.
        found = re.sub(r"_(?=\(|[^()]*\))", " ", unquote(match["symbol"])).translate(_FILE_NAME).split("--")[0]
    elif name.endswith(("undocs.org", "docs.un.org")) and (match := _PATH.match(rest)):
        found = unquote(match["symbol"])
    else:
        return None
    start = at + match.start("symbol")
    behind = len(found) - len(found.rstrip(".,;:!'"))  # the sentence's own
    return Located(start, start + len(match["symbol"]) - behind, found[: len(found) - behind])


def symbol_in(url: str) -> str | None:
    """Return the text that a URL of the UN's hosts gives for a symbol, or None for any other text."""
    return next((located.text for located in find(url)), None)
