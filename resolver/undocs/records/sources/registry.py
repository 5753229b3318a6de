"""The sources of records, by name. A new source is a module here and a row of `SOURCES`.

>>> NAMES
('catalog', 'library', 'ods', 'digital-library')
>>> sources = Sources(["ods"])
>>> [source.name for source in sources]
['ods']
>>> sources.close()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from undocs.errors import UndocsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.records.model import Source

__all__ = ["NAMES", "SOURCES", "Sources"]


class _Place(NamedTuple):
    """Where a source is defined. It is imported when it is used: a run needs one or two of them.

    Attributes:
        module: the module, in `undocs.records`.
        name: its class, which implements `undocs.records.model.Source`.
    """

    module: str
    name: str


SOURCES = {
    "catalog": _Place("catalog.catalog", "Catalog"),
    "library": _Place("sources.library", "Library"),
    "ods": _Place("sources.ods", "OfficialDocuments"),
    "digital-library": _Place("sources.digital_library", "DigitalLibrary"),
}
NAMES = tuple(SOURCES)  # the values of `--source`


class _Closable(Protocol):
    def close(self) -> None: ...


class Sources(list["Source"]):
    """Sources in the order to ask them, with the client that they share."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Construct the sources; no connection is opened yet.

        Args:
            names: some of NAMES, in the order to ask them; by default the local catalog, if there is one, and the
                Library.

        Raises:
            UndocsError: there is no such source, or a setting that it needs is missing.
        """
        from undocs.records.http.client import Client

        self._client = Client()
        self._open: list[_Closable] = [self._client]
        super().__init__(map(self._source, dict.fromkeys(names) or _default_names()))

    def close(self) -> None:
        """Cancel the requests in flight, and close files."""
        for each in self._open:
            each.close()

    def _source(self, name: str) -> Source:
        """Return a new source by its name."""
        if name not in SOURCES:
            raise UndocsError(f"no such source: {name} (one of {', '.join(NAMES)})")
        place = SOURCES[name]
        kind: Any = getattr(import_module(f"undocs.records.{place.module}"), place.name)
        source: Source
        if kind.local:
            source = local = kind()
            self._open.append(local)
        else:
            source = kind(self._client)
        return source


def _default_names() -> tuple[str, ...]:
    from undocs.records.catalog.schema import default_catalog_path

    return ("catalog", "library") if default_catalog_path().exists() else ("library",)
