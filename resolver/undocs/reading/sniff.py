"""The format of a document, from its first bytes. Its name is not looked at.

>>> sniff("letter", b"%PDF-1.7"), sniff("letter", b"<p>See A/66/10"), sniff("letter", b"See A/66/10")
('pdf', 'html', 'text')
"""

from __future__ import annotations

import re

from undocs.reading.decoding import encoding_of
from undocs.reading.document import ReadingError
from undocs.reading.limits import HEAD
from undocs.reading.readers import READERS, REFUSED, ZIP

__all__ = ["may_change", "sniff"]

_SIGNATURES = {mark: name for name, reader in READERS.items() for mark in reader.signatures} | dict.fromkeys(ZIP, "zip")

# What may come before the first tag: processing instructions, comments and white space.
_PROLOGUE = rb"(?:\s*+(?:<\?.{0,500}?\?>|<!--.{0,1000}?-->))*+\s*+"
# A page begins with its doctype or <html>.
_PAGE = rb"<(?:!doctype\s+html|html)(?=[\s>])"
# A fragment of a page begins with one of these tags. (WHATWG MIME Sniffing, 7.1, has the same list without h2 to h6,
# link, meta, span and the lists.)
_FRAGMENT = (
    rb"<(?:head|body|title|meta|link|style|script|iframe"
    rb"|h[1-6]|div|p|table|ul|ol|a|b|br|font|span)(?=[\s>]|/>)"
)
# XML without a declaration: another doctype, a namespace on the root, or MARCXML, often written without its namespace.
_XML = (
    rb"<!DOCTYPE\s|<(?:collection|record)>"
    rb"|<(?:[\w.-]{1,50}:)?[\w.-]{1,50}(?:\s[^<>]{0,900})?\sxmlns(?::[\w.-]{1,50})?="
)


def may_change(head: bytes) -> bool:
    """Return whether more bytes could change the result of `sniff`: an incomplete signature, or markup."""
    start = head.lstrip()
    incomplete = any(mark.startswith(start) for mark in (*REFUSED, *_SIGNATURES))
    return incomplete or start.startswith((b"<", b"\xff\xfe", b"\xfe\xff"))


def sniff(name: str, head: bytes) -> str:
    """Return the format of a document: a name of the table of readers, or `zip`.

    Args:
        name: the document's name, for the error.
        head: its first bytes; limits.HEAD of them are enough.

    Raises:
        ReadingError: the format is not read.
    """
    for mark, reason in REFUSED.items():
        if head.startswith(mark):
            raise ReadingError(name, f"unsupported format: {reason}")
    for mark, kind in _SIGNATURES.items():
        if head.lstrip().startswith(mark):
            return kind
    encoding = encoding_of(head)
    if encoding is not None:
        head = head[:HEAD].decode(encoding, "ignore").encode()
    elif b"\0" in head:
        raise ReadingError(name, "unsupported format: binary file")
    head = head[:HEAD].lstrip()
    return _markup(head) if head.startswith(b"<") else "text"


def _markup(head: bytes) -> str:
    """Return the format of a text that begins with `<`."""
    prologue = re.match(_PROLOGUE, head, re.DOTALL)
    start = head[prologue.end() :] if prologue else head
    declared = re.match(rb"<\?xml\s", head)
    # After an XML declaration a page must begin with <html>: <p> or <a> may be an element of any XML.
    if re.match(_PAGE if declared else _PAGE + b"|" + _FRAGMENT, start, re.IGNORECASE):
        return "html"
    return "xml" if declared or re.match(_XML, start) else "text"
