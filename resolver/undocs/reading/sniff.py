"""What a document is, told from its first bytes; its name is not asked."""

from __future__ import annotations

import re
from typing import Literal

from undocs.reading.document import ReadingError
from undocs.reading.plaintext import encoding_of

__all__ = ["HEAD", "may_be_more", "sniff"]

HEAD = 1024  # bytes that settle it

_CONVERT = "convert it to PDF, DOCX or text first"
# The signatures of formats that people do hand in and that are not read, and what is said then.
_REFUSED = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": f"an old Office file (.doc, .xls, .ppt), {_CONVERT}",
    b"\xffWPC": f"a WordPerfect file, {_CONVERT}",
    b"{\\rtf": f"an RTF file, {_CONVERT}",
    b"\x1f\x8b": "a gzip file, unpack it first",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive, unpack it first",
    b"BZh": "a bzip2 file, unpack it first",
    b"\xfd7zXZ\x00": "an xz file, unpack it first",
    b"Rar!\x1a\x07": "a RAR archive, unpack it first",
}
_READ: dict[bytes, Literal["pdf", "zip"]] = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
}

# XML by its declaration or a namespace on the root; HTML by its doctype or a tag that a page, or a piece of
# one, begins with (WHATWG MIME Sniffing, 7.1, has the same but for h2 to h6, link, meta, span and the lists).
_PROLOGUE = rb"(?:\s*+(?:<\?.{0,500}?\?>|<!--.{0,1000}?-->))*+\s*+"
_PAGE = rb"<(?:!doctype\s+html|html)(?=[\s>])"
_PIECE = (
    rb"<(?:head|body|title|meta|link|style|script|iframe"
    rb"|h[1-6]|div|p|table|ul|ol|a|b|br|font|span)(?=[\s>]|/>)"
)
_XML = (
    rb"<!DOCTYPE\s|<(?:collection|record)>"  # MARCXML is often written without its namespace
    rb"|<(?:[\w.-]{1,50}:)?[\w.-]{1,50}(?:\s[^<>]{0,900})?\sxmlns(?::[\w.-]{1,50})?="
)


def may_be_more(head: bytes) -> bool:
    """Say whether more bytes could change what `sniff` makes of these: a signature cut short, or markup."""
    start = head.lstrip()
    cut_short = any(mark.startswith(start) for mark in (*_REFUSED, *_READ))
    return cut_short or start.startswith((b"<", b"\xff\xfe", b"\xfe\xff"))


def sniff(name: str, head: bytes) -> Literal["text", "pdf", "zip", "html", "xml"]:
    """Return what a document that begins with `head` is.

    Raises:
        ReadingError: it is of a kind that is not read; `name` stands in its line.
    """
    for mark, reason in _REFUSED.items():
        if head.startswith(mark):
            raise ReadingError(name, f"not readable: {reason}")
    for mark, kind in _READ.items():
        if head.lstrip().startswith(mark):
            return kind
    encoding = encoding_of(head)
    if encoding is not None:
        head = head[:HEAD].decode(encoding, "ignore").encode()
    elif b"\0" in head:
        raise ReadingError(name, "not readable: a binary file")
    head = head[:HEAD].lstrip()
    if not head.startswith(b"<"):
        return "text"
    prologue = re.match(_PROLOGUE, head, re.DOTALL)
    start = head[prologue.end() :] if prologue else head
    declared = re.match(rb"<\?xml\s", head)
    if re.match(_PAGE if declared else _PAGE + b"|" + _PIECE, start, re.IGNORECASE):
        return "html"
    return "xml" if declared or re.match(_XML, start) else "text"
