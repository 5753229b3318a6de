"""What a file holds for the catalogue: records with the symbols they are found by, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from undocs.records.formats import marc
from undocs.records.model import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.records.formats.marc import Field

__all__ = ["Entry", "Fault", "of_marc"]


class Entry(NamedTuple):
    """A record as it goes into the catalogue.

    Attributes:
        kind: what it was read from, `marc`, `library api`, `ods`, ...
        record: what it says; with the status `absent`, that the record of this number was deleted.
        own: the symbols it bears, as it spells them; none for a record that is found by its title alone.
        about: the symbols of what it tells of without being its record: a vote on it, a speech in it.
        titles: further titles, and those in other languages.
        number: its number where it comes from, empty where it has none.
    """

    kind: str
    record: Record
    own: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    number: str = ""


class Fault(NamedTuple):
    """What could not be read, in one line: where and why."""

    reason: str


def of_marc(fields: Sequence[Field], kind: str = "marc", record: Record | None = None, number: str = "") -> Entry:
    """Return a MARC record as an entry; `record` is what is known of it, by default what its fields say."""
    number = number or next((field.get("") for field in fields if field.tag == "001"), "")
    if marc.deleted(fields):
        return Entry(kind, Record(symbol="", status="absent"), number=number)
    own = tuple(marc.symbols_of(field for field in fields if field.tag == "191"))
    about = tuple(marc.symbols_of(field for field in fields if field.tag == "791"))
    return Entry(kind, record or marc.record_of(fields), own, about, tuple(marc.titles_of(fields)[1:]), number)
