r"""Read MARC as text (`.mrk`, the format of MarcEdit): one field on a line, an empty line between records.

>>> [fields] = records(["=001  7", "=191  \\\\$aA/66/10$zE/2011/1"])
>>> [field.tag for field in fields], fields[1].get("z")
(['001', '191'], 'E/2011/1')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.records.formats.entry import Fault
from undocs.records.formats.marc import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["FIRST_LINE", "records"]

# The head of a file in this format: its leader or a control field.
FIRST_LINE = re.compile(rb"(?m)^=(?:LDR|[0-9]{3})  ")
# A tag, two spaces (or one, as some programs write) and the data: `=245  10$aReport`.
_FIELD = re.compile(r"=(?P<tag>LDR|FFT|[0-9A-Z]{3}) {1,2}(?P<data>.*)", re.ASCII)
# Two indicators and the subfields. A control field has neither, and does not match.
_DATA = re.compile(r"(?P<indicators>[^$]{2})?(?P<subfields>\$.*)")


def records(lines: Iterable[str]) -> Iterator[list[Field] | Fault]:
    """Yield the fields of each record, and a fault for each line that is not a field.

    Args:
        lines: the lines of the text, with or without their ends.
    """
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
