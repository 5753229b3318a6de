"""Link targets that name a document which the visible text does not name.

>>> list(hidden(["https://undocs.org/A/RES/79/1", "https://undocs.org/A/80/L.8"], "resolution 79/1, A/80/L.8"))
['https://undocs.org/A/RES/79/1']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["hidden"]


def hidden(targets: Iterable[str], text: str) -> Iterator[str]:
    """Yield the targets that name a UN document which `text` does not, each once, in their order.

    Only hosts of the United Nations name documents: in another address, capitals between slashes are a directory. A
    symbol that is in the text too would be one mention twice: `A/80/L.8`, linked to https://docs.un.org/en/A/80/L.8,
    needs no target; the target of "resolution 79/1" adds `A/RES/79/1`.
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
