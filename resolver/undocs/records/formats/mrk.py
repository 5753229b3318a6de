"""MARC as lines of text (`.mrk`): a field a line, an empty line between records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.records.formats.entry import Fault
from undocs.records.formats.marc import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["FIRST_LINE", "records"]

FIRST_LINE = re.compile(rb"(?m)^=(?:LDR|[0-9]{3})  ")
_FIELD = re.compile(r"=(?P<tag>LDR|FFT|[0-9A-Z]{3}) {1,2}(?P<data>.*)", re.ASCII)
_DATA = re.compile(r"(?P<indicators>[^$]{2})?(?P<subfields>\$.*)")


def records(lines: Iterable[str]) -> Iterator[list[Field] | Fault]:
    """Yield the records of a text given line by line, and a fault for each line that is no field."""
    fields: list[Field] = []
    for number, line in enumerate(lines, 1):
        text = line.strip("\r\n")
        if fields and (not text.strip() or text.startswith(("=LDR", "=000"))):
            yield fields
            fields = []
        if not text.startswith("="):
            continue
        if found := _FIELD.match(text):
            fields.append(_field(found["tag"], found["data"]))
        else:
            yield Fault(f"line {number}: not a MARC field: {text[:60]}")
    if fields:
        yield fields


def _field(tag: str, data: str) -> Field:
    parts = _DATA.fullmatch(data)
    if parts is None:
        return Field(tag, (("", data.replace("{dollar}", "$")),))
    subfields = tuple((part[:1], part[1:].replace("{dollar}", "$")) for part in parts["subfields"].split("$")[1:])
    return Field(tag, subfields, (parts["indicators"] or "")[:1].strip("\\_ "))
