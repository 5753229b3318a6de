"""The record service of the Dag Hammarskjöld Library at metadata.un.org: the records of its catalogue, as JSON.

The service is open but not promised: it states no terms and no limits, and may close. A search may return records of
votes and speeches too, which have the symbol of the document that they are about; so the symbols of its results are
compared. Source: dag-hammarskjold-library/dlx-rest (dlx_rest/api), which the host runs, and the queries of
dag-hammarskjold-library/dlx (dlx/marc/query.py).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from undocs.errors import NoResponseError
from undocs.records.http.service import configured, encode_query
from undocs.records.variants import first_found, variant_key

if TYPE_CHECKING:
    from undocs.records.http.client import Client
    from undocs.records.model import Record
    from undocs.symbol import Symbol

__all__ = ["Library"]

_URL = "https://metadata.un.org/editor/api"
_RECORDS = "/marc/bibs/records"  # the bibliographic records


class Library:
    """The Library's record service. A document that it has takes two requests, each variant that it lacks one."""

    name: ClassVar = "library"
    local: ClassVar = False

    def __init__(self, client: Client) -> None:
        """Send requests through a client.

        Raises:
            UndocsError: a setting in the environment cannot be used.
        """
        self._client = client
        self._service = configured(self.name, _URL)

    def look_up(self, symbol: Symbol) -> Record:
        """Return the record of a symbol, under the first variant that the Library lists."""
        return first_found(self.name, symbol, self._find)

    def _find(self, spelling: str) -> Record | None:
        """Return the record of a spelling: search for it, then get the whole record of the result."""
        from undocs.records.formats.marc import from_jmarc

        # In single quotes a value is compared as a whole, and `symbol` stands for 191 $a $z, 791 $a and others.
        query = "search=" + encode_query(f"symbol:'{spelling}'") + "&format=brief"
        for row in self._data(f"{_RECORDS}?{query}", list):
            try:
                if variant_key(spelling) in map(variant_key, str(row["symbol"]).split(";")):
                    return from_jmarc(self._data(f"{_RECORDS}/{int(row['_id'])}", dict))
            except (LookupError, TypeError, ValueError) as error:
                raise NoResponseError("unknown", f"{self.name}: response without a record: {error!r}") from None
        return None

    def _data(self, path: str, kind: type) -> Any:  # noqa: ANN401 # a list or a dict, as `kind` says
        """Return the value of `data` in a response."""
        response = self._client.get(self._service, self._service.url + path, accept="application/json")
        try:
            data = json.loads(response.body.decode("utf-8", "replace"))["data"] if response.status == 200 else None
        except (ValueError, LookupError, TypeError, RecursionError):
            data = None
        if not isinstance(data, kind):
            raise NoResponseError("unknown", f"{self.name}: response {response.status} is not a record")
        return data
