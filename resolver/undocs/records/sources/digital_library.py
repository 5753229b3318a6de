"""The UN Digital Library (digitallibrary.un.org), through its API, with the user's own token.

Programs without a token get a challenge that is meant for browsers. It is reported as `blocked`, never solved or
evaded. Source: the Library's own clients of the API (dag-hammarskjold-library).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from undocs.errors import NoResponseError, ReadingError, UndocsError
from undocs.records.http.service import configured, encode_query
from undocs.records.variants import first_found, variant_key

if TYPE_CHECKING:
    from undocs.records.formats.marc import Field
    from undocs.records.http.client import Client
    from undocs.records.model import Record
    from undocs.symbol import Symbol

__all__ = ["DigitalLibrary"]

_NAME = "digital-library"
_TOKEN = "UNDOCS_DIGITAL_LIBRARY_TOKEN"  # noqa: S105 # the name of the variable that holds it
# Seconds between two requests: the API answers 429 after 100 requests in 5 minutes, and says so in its message.
_DELAY = 3


class DigitalLibrary:
    """The UN Digital Library: one request for each variant."""

    name: ClassVar = _NAME
    local: ClassVar = False

    def __init__(self, client: Client) -> None:
        """Send requests through a client.

        Raises:
            UndocsError: no token is set, or a setting in the environment cannot be used.
        """
        token = os.environ.get(_TOKEN, "").strip()
        if not token:
            raise UndocsError(f"set {_TOKEN} to use the Digital Library")
        if not token.isascii() or not token.isprintable():
            raise UndocsError(f"{_TOKEN}: not a token")
        self._client = client
        self._token = token
        self._service = configured(self.name, "https://digitallibrary.un.org", delay=_DELAY)

    def look_up(self, symbol: Symbol) -> Record:
        """Return the record of a symbol, under the first variant that the Digital Library lists."""
        return first_found(self.name, symbol, self._find)

    def _find(self, spelling: str) -> Record | None:
        """Return the record of a spelling."""
        from undocs.records.formats.marc import is_deleted, record_of, symbols_of

        # `p` is a query of Invenio, the software of the Digital Library: here field 191, subfield a, as a phrase.
        response = self._client.get(
            self._service,
            f"{self._service.url}/api/v1/search?p=" + encode_query(f'191__a:"{spelling}"') + "&format=xml",
            accept="application/xml",
            headers={"authorization": f"Token {self._token}"},
        )
        if response.status != 200:
            raise NoResponseError("unknown", f"{self.name}: response {response.status}")
        for fields in _records(response.body):
            # A record of a vote has the symbol too, but in 791, not in 191.
            own = symbols_of(field for field in fields if field.tag == "191")
            if variant_key(spelling) in map(variant_key, own) and not is_deleted(fields):
                return record_of(fields)
        return None


def _records(body: bytes) -> list[list[Field]]:
    """Return the records of a MARCXML response, which is UTF-8 whatever its `Content-Type` says.

    Raises:
        NoResponseError: it is not well-formed, declares entities, or is not a list of records.
    """
    from undocs.reading.xml import walk
    from undocs.records.formats import marcxml

    tags: list[str] = []
    try:
        for _ in walk(_NAME, [body], lambda tag, _: tags.append(tag)):
            pass
        found = list(marcxml.records(_NAME, [body.decode("utf-8", "replace")])) if "collection" in tags else []
    except ReadingError as error:
        raise NoResponseError("unknown", str(error)) from None
    if not {"collection", "total"} & set(tags):
        raise NoResponseError("unknown", f"{_NAME}: response without records")
    return [fields for fields in found if isinstance(fields, list)]
