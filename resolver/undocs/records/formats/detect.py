"""From a file of records to entries of the catalogue; what kind of file it is, is told from its content."""

from __future__ import annotations

import csv
import re
from itertools import chain
from typing import TYPE_CHECKING

from undocs.reading import ReadingError
from undocs.reading.decoding import decode, encoding_of
from undocs.reading.sniff import sniff
from undocs.records.formats import marcxml, mrk, tables
from undocs.records.formats.entry import Entry, Fault, of_marc
from undocs.records.formats.json_stream import objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.records.formats.marc import Field

__all__ = ["entries"]

_HEAD = 1 << 16  # bytes that tell what a file is
_LINE = 4 << 20  # characters of a line


def entries(name: str, pieces: Iterable[bytes]) -> Iterator[Entry | Fault]:
    """Yield the entries of a file, in its order and in constant memory, and a fault for what cannot be read.

    MARCXML, MARC as text (.mrk), the Library's JSON and other JSON, and tables with a line of names are read.

    Args:
        name: the file's name, for errors.
        pieces: its bytes, cut anywhere.

    Raises:
        ReadingError: the file cannot be read, or no further.
    """
    rest = iter(pieces)
    head = _head(rest)
    if not head.strip():
        return
    kind = sniff(name, head)
    text = decode(chain([head], rest), _encoding(name, head), [])
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if kind not in {"text", "xml"}:
        raise ReadingError(name, f"holds no records: a file of the kind {kind}")
    if mrk.FIRST_LINE.search(head):
        yield from _marc(mrk.records(_lines(name, text)))
    elif start == b"<":
        yield from _marc(marcxml.records(name, text))
    elif start in {b"{", b"["}:
        yield from _read(enumerate(objects(text, tables.known), 1))
    else:
        yield from _read(_table(name, _lines(name, text)))


def _head(pieces: Iterator[bytes]) -> bytes:
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD:
            break
    return head


def _encoding(name: str, head: bytes) -> str:
    """Return the encoding that a file declares, UTF-8 when it declares none."""
    declared = re.match(rb"\s*<\?xml[^>]{0,200}?encoding=[\"']([\w.-]{1,40})[\"']", head)
    encoding = encoding_of(head) or (declared[1].decode().lower() if declared else "utf-8")
    try:
        "".encode(encoding)
    except LookupError:
        raise ReadingError(name, f"not readable: in an unknown encoding ({encoding})") from None
    return encoding


def _marc(records: Iterator[list[Field] | marcxml.Item | Fault]) -> Iterator[Entry | Fault]:
    for number, record in enumerate(records, 1):
        if isinstance(record, list):
            yield of_marc(record)
        elif isinstance(record, marcxml.Item):
            yield from _read(iter([(number, record.values)]))
        else:
            yield record


def _read(rows: Iterator[tuple[int, object]]) -> Iterator[Entry | Fault]:
    """Read rows and objects, each with its number."""
    for number, row in rows:
        if isinstance(row, Fault):
            yield row
        elif not isinstance(row, dict):
            yield Fault(f"record {number}: no object but {str(row)[:60]}")
        else:
            try:
                yield tables.read(row)
            except ValueError as error:
                yield Fault(f"record {number}: {error}")


def _table(name: str, lines: Iterator[str]) -> Iterator[tuple[int, object]]:
    """Yield the rows of a table, by the names in its first line."""
    first = next(lines, "").lstrip("\ufeff")
    columns, delimiter = _columns(first)
    if columns is None:
        raise ReadingError(name, f"holds no records of a known kind; it begins: {' '.join(first.split())[:60]}")
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
            yield number, Fault(f"record {number}: {len(row)} cells under {len(columns)} names")


def _columns(line: str) -> tuple[list[str] | None, str]:
    """Return the names of a table and what stands between them; None where they are of no known kind."""
    for delimiter in (",", "\t", ";"):
        try:
            names = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        if tables.known(dict.fromkeys(names)):
            return names, delimiter
    return None, ""


def _lines(name: str, texts: Iterator[str]) -> Iterator[str]:
    """Cut a text into lines, each with its end."""
    held = ""
    for text in texts:
        held += text
        end = held.rfind("\n") + 1
        yield from re.findall(r"[^\n]*\n", held[:end])
        held = held[end:]
        if len(held) > _LINE:
            raise ReadingError(name, "not readable: a line that is too long")
    if held:
        yield held
