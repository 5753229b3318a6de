"""The documents that a symbol belongs to: what its addenda, corrigenda and parts are of.

>>> components = ["A", "78", "6(Sect.3)", "Add.7"]
>>> list(lineage(components, parts_of(components)))
[('addendum 7', 'A/78/6(Sect.3)'), ('budget section 3', 'A/78/6')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.meaning.parts import parts_of
from undocs.tables.series import series_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from undocs.meaning.parts import Part

__all__ = ["lineage"]

# The roles of a part that makes a document out of another one.
_DERIVED = {"modification", "qualifier", "letter"}


def lineage(components: Sequence[str], parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Yield the relation of a symbol to each document that it belongs to, from the nearest to the whole.

    Args:
        components: the symbol, split at its slashes.
        parts: its parts; none for a series that is not listed.

    Yields:
        A relation and the canonical spelling of the document: `A/78/6(Sect.3)/Add.7` is addendum 7 of
        `A/78/6(Sect.3)`, which is budget section 3 of `A/78/6`. Nothing for a whole document, nor for a series that is
        not listed.
    """
    while parts and parts[-1].role in _DERIVED:
        whole = "/".join(components)[: parts[-1].start].rstrip("/([-")
        yield parts[-1].name, whole
        components = whole.split("/")
        parts = parts_of(components) if series_of(components) else ()
