"""Who can be asked for records, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.errors import UndocsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.records.catalog.catalog import Catalog
    from undocs.records.http.client import Client
    from undocs.records.model import Source

__all__ = ["NAMES", "Sources"]

NAMES = ("catalog", "library", "ods", "undl")


class Sources(list["Source"]):
    """Sources in the order to ask them, and the one client that they share; `close` ends what is in flight."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Make ready to ask sources; no connection is opened yet.

        Args:
            names: of NAMES, in the order to ask them; none are the catalogue, if there is one, and the Library.

        Raises:
            UndocsError: there is no such source, or it lacks what it needs.
        """
        from undocs.records.http.client import Client

        self._client = Client()
        self._open: list[Client | Catalog] = [self._client]
        super().__init__(map(self._source, dict.fromkeys(names) or _usual()))

    def close(self) -> None:
        """End the requests in flight, and let go of files."""
        for each in self._open:
            each.close()

    def _source(self, name: str) -> Source:
        """Return a source by its name."""
        if name == "catalog":
            from undocs.records.catalog.catalog import Catalog

            catalog = Catalog()
            self._open.append(catalog)
            return catalog
        if name == "library":
            from undocs.records.sources.library import Library

            return Library(self._client)
        if name == "ods":
            from undocs.records.sources.ods import OfficialDocuments

            return OfficialDocuments(self._client)
        if name == "undl":
            from undocs.records.sources.digital_library import DigitalLibrary

            return DigitalLibrary(self._client)
        raise UndocsError(f"no such source: {name} (one of {', '.join(NAMES)})")


def _usual() -> tuple[str, ...]:
    from undocs.records.catalog.schema import default_path

    return ("catalog", "library") if default_path().exists() else ("library",)
