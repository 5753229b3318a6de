"""The Library's record API at metadata.un.org: the catalogue itself, as JSON.

It is open but not promised: no terms and no limits are stated, and it may close. A search matches more than was
asked for (votes and speeches bear the symbol of what they are about), so what it finds is compared.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from undocs.records.http.response import NoAnswerError
from undocs.records.http.service import encode, service
from undocs.records.variants import climb, key

if TYPE_CHECKING:
    from undocs.records.http.client import Client
    from undocs.records.model import Record
    from undocs.symbol import Symbol

__all__ = ["Library"]


class Library:
    """The Library's record API: two requests for a document that it has, one for each spelling that it has not."""

    name: ClassVar = "library"
    local: ClassVar = False

    def __init__(self, client: Client) -> None:
        """Ask through a client.

        Raises:
            UndocsError: the environment sets it to what cannot be.
        """
        self._client = client
        self._service = service(self.name, "https://metadata.un.org/editor/api")

    def look_up(self, symbol: Symbol) -> Record:
        """Return the record that bears the symbol, in the first spelling that is catalogued."""
        return climb(self.name, symbol, self._find)

    def _find(self, spelling: str) -> Record | None:
        from undocs.records.formats.marc import from_jmarc

        query = "search=" + encode(f"symbol:'{spelling}'") + "&format=brief"
        for row in self._data(f"/marc/bibs/records?{query}", list):
            try:
                if key(spelling) in map(key, str(row["symbol"]).split(";")):
                    return from_jmarc(self._data(f"/marc/bibs/records/{int(row['_id'])}", dict))
            except (LookupError, TypeError, ValueError) as error:
                raise NoAnswerError("unknown", f"{self.name} answers with no record: {error!r}") from None
        return None

    def _data(self, path: str, kind: type) -> Any:  # noqa: ANN401 # a list or a dict, as `kind` says
        """Return the data of an answer."""
        answer = self._client.get(self._service, self._service.url + path, accept="application/json")
        try:
            data = json.loads(answer.body.decode("utf-8", "replace"))["data"] if answer.status == 200 else None
        except (ValueError, LookupError, TypeError, RecursionError):
            data = None
        if not isinstance(data, kind):
            raise NoAnswerError("unknown", f"{self.name} answers {answer.status} with something other than a record")
        return data
