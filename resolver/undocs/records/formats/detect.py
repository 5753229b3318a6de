r"""Recognize the format of a file of records by its content, and read its entries.

>>> [entry.record.title for entry in entries("table.csv", [b"symbol,title\nA/66/10,Report\n"])]
['Report']
"""

from __future__ import annotations

import csv
import re
from itertools import chain
from typing import TYPE_CHECKING

from undocs.errors import ReadingError
from undocs.reading.decoding import decode, encoding_of
from undocs.reading.sniff import sniff
from undocs.records.formats import marcxml, mrk, tables
from undocs.records.formats.entry import Entry, Fault, entry_of_marc
from undocs.records.formats.json_stream import objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.records.formats.marc import Field

__all__ = ["entries"]

_HEAD = 1 << 16  # bytes that are read to recognize the format; a comment or DTD before the records is shorter
_MAX_LINE = 4 << 20  # characters of a line, which is held in memory; a file with a longer one is not a table or .mrk


def entries(name: str, pieces: Iterable[bytes]) -> Iterator[Entry | Fault]:
    """Yield the entries of a file in order and in constant memory, and a fault for each record that cannot be read.

    The formats are MARCXML, MARC as text (.mrk), JSON of the Library's service and of other sources, and tables whose
    first line names the columns.

    Args:
        name: the name of the file, for errors.
        pieces: its bytes, cut at any place.

    Raises:
        ReadingError: the file is not a file of records, or cannot be read to its end.
    """
    rest = iter(pieces)
    head = _head(rest)
    if not head.strip():
        return
    kind = sniff(name, head)
    text = decode(chain([head], rest), _encoding(name, head), [])
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if kind not in {"text", "xml"}:
        raise ReadingError(name, f"not a file of records ({kind})")
    if mrk.FIRST_LINE.search(head):
        yield from _marc(mrk.records(_lines(name, text)))
    elif start == b"<":
        yield from _marc(marcxml.records(name, text))
    elif start in {b"{", b"["}:
        yield from _entries(enumerate(objects(text, tables.is_record), 1))
    else:
        yield from _entries(_table(name, _lines(name, text)))


def _head(pieces: Iterator[bytes]) -> bytes:
    """Return the first pieces of a file."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD:
            break
    return head


def _encoding(name: str, head: bytes) -> str:
    """Return the encoding that a file declares, by default UTF-8."""
    declared = re.match(rb"\s*<\?xml[^>]{0,200}?encoding=[\"']([\w.-]{1,40})[\"']", head)
    encoding = encoding_of(head) or (declared[1].decode().lower() if declared else "utf-8")
    try:
        "".encode(encoding)
    except LookupError:
        raise ReadingError(name, f"unsupported: a file in an unknown encoding ({encoding})") from None
    return encoding


def _marc(records: Iterator[list[Field] | marcxml.Item | Fault]) -> Iterator[Entry | Fault]:
    for number, record in enumerate(records, 1):
        if isinstance(record, list):
            yield entry_of_marc(record)
        elif isinstance(record, marcxml.Item):
            yield from _entries(iter([(number, record.values)]))
        else:
            yield record


def _entries(rows: Iterator[tuple[int, object]]) -> Iterator[Entry | Fault]:
    """Yield the entries of rows and objects, given with their numbers."""
    for number, row in rows:
        if isinstance(row, Fault):
            yield row
        elif not isinstance(row, dict):
            yield Fault(f"record {number}: not an object: {str(row)[:60]}")
        else:
            try:
                yield tables.entry_of_row(row)
            except ValueError as error:
                yield Fault(f"record {number}: {error}")


def _table(name: str, lines: Iterator[str]) -> Iterator[tuple[int, object]]:
    """Yield the rows of a table with their numbers; the first line names the columns."""
    first = next(lines, "").lstrip("\ufeff")
    columns, delimiter = _columns(first)
    if columns is None:
        raise ReadingError(name, f"not a known kind of records; the file starts with: {' '.join(first.split())[:60]}")
    rows = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, Fault(f"record {number}: {error}")
            continue
        if len(row) == len(columns):
            yield number, dict(zip(columns, row, strict=True))
        elif row:
            yield number, Fault(f"record {number}: {len(row)} cells for {len(columns)} columns")


def _columns(line: str) -> tuple[list[str] | None, str]:
    """Return the columns of a table and the delimiter; None for columns of no known kind."""
    for delimiter in (",", "\t", ";"):
        try:
            names = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        if tables.is_record(dict.fromkeys(names)):
            return names, delimiter
    return None, ""


def _lines(name: str, texts: Iterator[str]) -> Iterator[str]:
    """Yield the lines of a text, each with its end."""
    held = ""
    for text in texts:
        held += text
        end = held.rfind("\n") + 1
        yield from re.findall(r"[^\n]*\n", held[:end])
        held = held[end:]
        if len(held) > _MAX_LINE:
            raise ReadingError(name, "too large: a line of more than 4 million characters")
    if held:
        yield held
