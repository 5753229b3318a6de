"""Records in XML, cut out one by one: MARCXML with or without namespaces, and lists of `<item>`.

Each record is parsed alone, so that memory stays constant, a broken record costs no other, and what stands around
the records (a broken DTD, an end tag that is missing) does no harm. Entities are refused.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from undocs.reading import ReadingError
from undocs.records.formats.entry import Fault
from undocs.records.formats.marc import TAGS, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

__all__ = ["Item", "records"]

_LARGEST = 16 << 20  # characters of a record
_START = re.compile(r"<(?:[\w.-]{1,50}:)?(record|item)(?:\s[^<>]*)?>")
_END = re.compile(r"</(?:[\w.-]{1,50}:)?(record|item)\s*>")
_PREFIX = re.compile(r"(</?)[\w.-]{1,50}:")


class Item(NamedTuple):
    """A record that is not MARC: its elements by name, those that hold several values as a list."""

    values: dict[str, str | list[str]]


def records(name: str, texts: Iterable[str]) -> Iterator[list[Field] | Item | Fault]:
    """Yield the records of an XML document, given in pieces, and a fault for each that is broken.

    Raises:
        ReadingError: it declares entities, or a record in it is larger than memory should hold.
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
                continue  # the end of what a record was wrapped in
            for start, following in pairwise(starts):
                # OAI-PMH wraps each record in one of its own.
                if "metadata" not in before[start.end() : following.start()]:
                    number += 1
                    yield Fault(f"record {number}: a record without end")
            number += 1
            inside = before[starts[-1].end() :]
            yield _parsed(number, _PREFIX.sub(r"\1", inside) if ":" in starts[-1][0] else inside)
        held = held[done:]
        if len(held) > _LARGEST:
            raise ReadingError(name, "a broken XML file: a record without end")
    _refuse_entities(name, held)
    if _START.search(held):
        yield Fault(f"record {number + 1}: cut off by the end of the file")


def _refuse_entities(name: str, text: str) -> None:
    if "<!ENTITY" in text:
        raise ReadingError(name, "not readable: an XML file that declares its own entities")


def _parsed(number: int, inside: str) -> list[Field] | Item | Fault:
    import xml.etree.ElementTree as ET

    try:
        # The text begins inside an element, so that no DTD and no entity of its own can stand in it.
        record = ET.fromstring(f"<record>{_mended(inside)}</record>")  # noqa: S314
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


def _mended(text: str) -> str:
    """Undo what happens to UTF-8 that somebody took for Latin-1: `TÃ¼rkiye`."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text
