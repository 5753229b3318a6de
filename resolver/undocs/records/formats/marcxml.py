"""Read records in XML, one by one: MARCXML with or without namespaces, and lists of `<item>`.

Each record is cut out of the text and parsed alone. So memory stays constant, a broken record does not affect the
others, and neither does a fault between records (a broken DTD, a missing end tag). Entities are refused.

>>> xml = '<record><datafield tag="191" ind1=" "><subfield code="a">A/66/10</subfield></datafield></record>'
>>> [[field.get("a") for field in fields] for fields in records("file.xml", [xml])]
[['A/66/10']]
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from undocs.errors import ReadingError
from undocs.records.formats.entry import Fault
from undocs.records.formats.marc import TAGS, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

__all__ = ["Item", "records"]

_MAX_RECORD = 16 << 20  # characters of a record, which is held in memory; real ones have some ten thousand
# Tags of a record, with any namespace prefix. `item` is used by exports that are not MARC.
_START = re.compile(r"<(?:[\w.-]{1,50}:)?(record|item)(?:\s[^<>]*)?>")
_END = re.compile(r"</(?:[\w.-]{1,50}:)?(record|item)\s*>")
# A namespace prefix, which is removed: `marc:datafield` is `datafield`.
_PREFIX = re.compile(r"(</?)[\w.-]{1,50}:")


class Item(NamedTuple):
    """A record that is not MARC.

    Attributes:
        values: the text of each element by its name; a list for an element with elements in it.
    """

    values: dict[str, str | list[str]]


def records(name: str, texts: Iterable[str]) -> Iterator[list[Field] | Item | Fault]:
    """Yield the records of an XML document, and a fault for each that is broken.

    Args:
        name: the name of the file, for errors.
        texts: the text, cut at any place.

    Raises:
        ReadingError: it declares entities, or a record has more than 16 million characters.
    """
    held, number = "", 0
    for text in texts:
        held += text
        done = 0
        for end in _END.finditer(held):
            before = held[done : end.start()]
            _refuse_entities(name, before)
            done = end.end()
            starts = [start for start in _START.finditer(before) if start[1] == end[1]]
            if not starts:
                continue  # the end of an element around a record
            for start, following in pairwise(starts):
                # OAI-PMH has a `record` element around that of MARC, with a `metadata` element between them.
                if "metadata" not in before[start.end() : following.start()]:
                    number += 1
                    yield Fault(f"record {number}: no end tag")
            number += 1
            inside = before[starts[-1].end() :]
            yield _parsed(number, _PREFIX.sub(r"\1", inside) if ":" in starts[-1][0] else inside)
        held = held[done:]
        if len(held) > _MAX_RECORD:
            raise ReadingError(name, "broken XML file: a record has no end tag")
    _refuse_entities(name, held)
    if _START.search(held):
        yield Fault(f"record {number + 1}: cut short by the end of the file")


def _refuse_entities(name: str, text: str) -> None:
    if "<!ENTITY" in text:
        raise ReadingError(name, "unsupported: an XML file that declares its own entities")


def _parsed(number: int, inside: str) -> list[Field] | Item | Fault:
    import xml.etree.ElementTree as ET

    try:
        # The text is parsed inside an element, where XML allows no DTD and so no entities.
        record = ET.fromstring(f"<record>{_repaired(inside)}</record>")  # noqa: S314
    except ET.ParseError as error:
        return Fault(f"record {number}: broken XML: {error}")
    fields = [element for element in record if element.tag in {"datafield", "controlfield"}]
    if not fields:
        return Item({element.tag: _value(element) for element in record})
    return [_field(element) for element in fields if element.get("tag") in TAGS]


def _field(element: Element) -> Field:
    tag = element.get("tag") or ""
    if element.tag == "controlfield":
        return Field(tag, (("", element.text or ""),))
    parts = tuple([(part.get("code") or "", part.text or "") for part in element])
    return Field(tag, parts, (element.get("ind1") or "").strip("\\_ "))


def _value(element: Element) -> str | list[str]:
    return [part.text or "" for part in element] if len(element) else element.text or ""


def _repaired(text: str) -> str:
    """Return a text with its UTF-8 restored where it was decoded as Latin-1 before: `TÃ¼rkiye`.

    Exports of the Library's former system contain such records.
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text
