"""What the readers of records yield: entries for the local catalog, and faults.

>>> entry = entry_of_marc([marc.Field("191", (("a", "A/66/10"),)), marc.Field("245", (("a", "Report"),))])
>>> entry.own, entry.record.title
(('A/66/10',), 'Report')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from undocs.records.formats import marc
from undocs.records.model import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.records.formats.marc import Field

__all__ = ["Entry", "Fault", "entry_of_marc"]


class Entry(NamedTuple):
    """A record as it is stored in the local catalog.

    Attributes:
        kind: the kind of file that it was read from: `marc`, `library api`, `ods`, ...
        record: the record; its status is `absent` if the source has deleted it.
        own: the symbols of its document, as the record spells them; empty if it has none.
        about: the symbols of another document that it is about, as a vote on a draft or a speech in a meeting.
        titles: further titles, and titles in other languages.
        number: its number in the source, empty if it has none.
    """

    kind: str
    record: Record
    own: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    number: str = ""


class Fault(NamedTuple):
    """A record or line that cannot be read.

    Attributes:
        reason: where and why, in one line.
    """

    reason: str


def entry_of_marc(fields: Sequence[Field], kind: str = "marc", record: Record | None = None, number: str = "") -> Entry:
    """Return a MARC record as an entry.

    Args:
        fields: its fields.
        kind: the kind of file that it was read from.
        record: the record, by default what `record_of` makes of the fields.
        number: its number in the source, by default that of field 001.
    """
    number = number or next((field.get("") for field in fields if field.tag == "001"), "")
    if marc.is_deleted(fields):
        return Entry(kind, Record(symbol="", status="absent"), number=number)
    own = tuple(marc.symbols_of(field for field in fields if field.tag == "191"))
    about = tuple(marc.symbols_of(field for field in fields if field.tag == "791"))
    return Entry(kind, record or marc.record_of(fields), own, about, tuple(marc.titles_of(fields)[1:]), number)
