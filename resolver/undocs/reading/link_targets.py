"""Link targets that name a document which the visible text does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["hidden"]


def hidden(targets: Iterable[str], text: str) -> Iterator[str]:
    """Give the targets that name a document of the UN which `text` does not.

    Only the UN's own hosts name documents: elsewhere a path in capitals is a folder. And a symbol that stands
    in the text too is one mention: `A/80/L.8` on https://docs.un.org/en/A/80/L.8 says all by itself,
    "resolution 79/1" leaves A/RES/79/1 to its link.
    """
    from undocs.grammar.urls import symbol_in
    from undocs.scanner.scan import symbols

    named: set[str] | None = None
    for target in dict.fromkeys(targets):
        url = "%20".join(target.split())
        if not symbol_in(url):
            continue
        if named is None:
            named = {name for name, *_ in symbols(text)}
        if {name for name, *_ in symbols(url)} - named:
            yield url
