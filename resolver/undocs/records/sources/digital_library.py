"""The UN Digital Library, through the API that takes a key: only with the person's own, `UNDOCS_DIGITAL_LIBRARY_TOKEN`.

Programs without a key meet a challenge that is meant for browsers; it is reported, never solved or evaded.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from undocs.errors import UndocsError
from undocs.records.http.response import NoAnswerError
from undocs.records.http.service import encode, service
from undocs.records.variants import climb, key

if TYPE_CHECKING:
    from undocs.records.formats.marc import Field
    from undocs.records.http.client import Client
    from undocs.records.model import Record
    from undocs.symbol import Symbol

__all__ = ["DigitalLibrary"]


class DigitalLibrary:
    """digitallibrary.un.org: one request for each spelling, and no more than 100 in five minutes."""

    name: ClassVar = "undl"
    local: ClassVar = False

    def __init__(self, client: Client) -> None:
        """Ask through a client.

        Raises:
            UndocsError: there is no token, or the environment sets the service to what cannot be.
        """
        token = os.environ.get("UNDOCS_DIGITAL_LIBRARY_TOKEN", "").strip()
        if not token:
            raise UndocsError(
                "the Digital Library wants a token of yours in UNDOCS_DIGITAL_LIBRARY_TOKEN; the Library issues them"
            )
        if not token.isascii() or not token.isprintable():
            raise UndocsError("UNDOCS_DIGITAL_LIBRARY_TOKEN: not a token")
        self._client = client
        self._token = token
        self._service = service(self.name, "https://digitallibrary.un.org", pause=3)

    def look_up(self, symbol: Symbol) -> Record:
        """Return the record that bears the symbol, in the first spelling that is catalogued."""
        return climb(self.name, symbol, self._find)

    def _find(self, spelling: str) -> Record | None:
        from undocs.records.formats.marc import deleted, record_of, symbols_of

        answer = self._client.get(
            self._service,
            f"{self._service.url}/api/v1/search?p=" + encode(f'191__a:"{spelling}"') + "&format=xml",
            accept="application/xml",
            headers={"authorization": f"Token {self._token}"},
        )
        if answer.status != 200:
            raise NoAnswerError("unknown", f"{self.name} answers {answer.status}")
        for fields in _records(answer.body):
            # A vote on it bears the symbol too, elsewhere.
            own = symbols_of(field for field in fields if field.tag == "191")
            if key(spelling) in map(key, own) and not deleted(fields):
                return record_of(fields)
        return None


def _records(body: bytes) -> list[list[Field]]:
    """Return the records of MARCXML, whose bytes are UTF-8 whatever the head of the answer says.

    Raises:
        NoAnswerError: it is not well-formed, declares entities or is something else.
    """
    from undocs.reading import ReadingError
    from undocs.reading.xml import walk
    from undocs.records.formats import marcxml

    tags: list[str] = []
    try:
        for _ in walk("undl", [body], lambda tag, _: tags.append(tag)):
            pass
        found = list(marcxml.records("undl", [body.decode("utf-8", "replace")])) if "collection" in tags else []
    except ReadingError as error:
        raise NoAnswerError("unknown", str(error)) from None
    if not {"collection", "total"} & set(tags):
        raise NoAnswerError("unknown", "undl answers with something other than records")
    return [fields for fields in found if isinstance(fields, list)]
