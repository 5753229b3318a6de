"""The table of readers, one row for each format that is read, and the formats that are refused.

To read another format, add `reading/x.py` with the function

    chunks(source) -> Iterator[Chunk]

which takes an `undocs.reading.input.Input`, and a row here. The module is imported when a file of its format is read.

>>> READERS["pdf"]
Reader(module='undocs.reading.pdf', signatures=(b'%PDF-',))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["READERS", "REFUSED", "ZIP", "Reader"]


class Reader(NamedTuple):
    """One row of the table.

    Attributes:
        module: the module with `chunks`.
        signatures: bytes with which every file of the format begins, after white space. Without one,
            `undocs.reading.sniff` recognizes the format by its text, or `undocs.reading.files` by the parts of a zip.
    """

    module: str
    signatures: tuple[bytes, ...] = ()


READERS: Mapping[str, Reader] = {
    "text": Reader("undocs.reading.plaintext"),
    "html": Reader("undocs.reading.html"),
    "xml": Reader("undocs.reading.xml"),
    "pdf": Reader("undocs.reading.pdf", (b"%PDF-",)),
    "docx": Reader("undocs.reading.docx"),
}

# A zip archive, whose files are documents of their own: with files, and without.
ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_CONVERT = "convert it to PDF, DOCX or text"
# Signatures, at the very start of a file, of formats that users hand in and that are not read, and the advice.
REFUSED: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": f"old Office file (.doc, .xls, .ppt), {_CONVERT}",
    b"\xffWPC": f"WordPerfect file, {_CONVERT}",
    b"{\\rtf": f"RTF file, {_CONVERT}",
    b"\x1f\x8b": "gzip file, unpack it first",
    b"7z\xbc\xaf\x27\x1c": "7z archive, unpack it first",
    b"BZh": "bzip2 file, unpack it first",
    b"\xfd7zXZ\x00": "xz file, unpack it first",
    b"Rar!\x1a\x07": "RAR archive, unpack it first",
}
