"""DOCX: the body, notes, headers and footers, and where links lead.

A document is a zip of XML parts. python-docx gives neither footnotes nor endnotes, in which half of a UN
document's citations stand; and of the format only a dozen elements matter to its text.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.markup import Lines
from undocs.reading.plaintext import PIECE
from undocs.reading.xml import walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

__all__ = ["body", "chunks"]

_LARGEST = 1 << 30  # bytes of unpacked parts
_TYPES = "[Content_Types].xml"
_PARTS = ("/header", "/body", "/footnotes", "/endnotes", "/footer")  # in the order in which they are given
_TEXT = {"tab": "\t", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "ptab": "\t"}
_BREAKS = frozenset({"p", "br", "cr", "tr"})
# What stands in the file twice: the older form of a drawing, and text where it was before it was moved.
_TWICE = frozenset({"Fallback", "moveFrom"})


def body(name: str, package: ZipFile) -> str:
    """Return the path of the body in a zip that is a Word document, and an empty string for any other zip.

    Raises:
        ReadingError: it is a document of another office program.
    """
    types = _elements(name, package, _TYPES)
    for part in types:
        if re.search(r"word.*\.main\+xml$", part.get("ContentType", "")):
            return part.get("PartName", "").lstrip("/")
    if types or "mimetype" in package.NameToInfo:
        raise ReadingError(name, "not readable: an office file of another kind than DOCX, convert it first")
    return ""


def chunks(name: str, package: ZipFile, body: str) -> Iterator[Chunk]:
    """Give the text of a Word document: headers, body, footnotes, endnotes, footers, a paragraph a line.

    Raises:
        ReadingError: a part is broken or missing, or the parts unpack to more than a gibibyte.
    """
    parts = [(one.get("Type", ""), _target(body, one)) for one in _links(name, package, body)]
    wanted = [path for kind in _PARTS for type_, path in [("/body", body), *parts] if type_.endswith(kind)]
    if sum(package.getinfo(path).file_size for path in wanted) > _LARGEST:
        raise ReadingError(name, "not readable: unpacks to more than 1 GiB")
    lines = Lines()
    for path in wanted:
        part = _Part(lines, {one.get("Id", ""): one.get("Target", "") for one in _links(name, package, path)})
        for _ in walk(name, _pieces(package, path), part.start, part.end, part.text):
            if lines.full:
                yield Chunk(lines.take())
        lines.end()
    yield Chunk(lines.take())


def _links(name: str, package: ZipFile, part: str) -> list[dict[str, str]]:
    folder, base = posixpath.split(part)
    return _elements(name, package, posixpath.join(folder, "_rels", f"{base}.rels"))


def _elements(name: str, package: ZipFile, path: str) -> list[dict[str, str]]:
    """Return the attributes of every element in a part, none if there is no such part."""
    found: list[dict[str, str]] = []
    if path in package.NameToInfo:
        for _ in walk(name, _pieces(package, path), lambda _, given: found.append(given)):
            pass
    return found


def _target(part: str, link: dict[str, str]) -> str:
    path = posixpath.join("/", posixpath.dirname(part), link.get("Target", ""))
    return posixpath.normpath(path).lstrip("/")


def _pieces(package: ZipFile, path: str) -> Iterator[bytes]:
    with package.open(path) as part:
        while piece := part.read(PIECE):
            yield piece


class _Part:
    """What the elements of a part mean for its text."""

    def __init__(self, lines: Lines, targets: dict[str, str]) -> None:
        self.lines = lines
        self._targets = targets
        self._within = ""  # the element whose text is being read, t or instrText
        self._code = ""
        self._raised = False
        self._twice = 0

    def start(self, tag: str, given: dict[str, str]) -> None:
        if self._twice or tag in _TWICE:
            self._twice += 1
        elif tag in {"t", "instrText"}:
            self._within = tag
        elif tag in _BREAKS:
            self.lines.end()
        elif tag in _TEXT:
            self.lines.text(_TEXT[tag])
        elif tag == "r":
            self._raised = False
        elif tag == "vertAlign":
            self._raised = given.get("val") == "superscript"
        elif tag == "hyperlink":
            self.lines.link(self._targets.get(given.get("id", ""), ""))
        elif tag == "fldSimple":
            self._field(given.get("instr", ""))
        elif tag == "fldChar":
            self._field(self._code)
            self._code = ""

    def text(self, piece: str) -> None:
        if self._within == "t":
            # A raised figure is a note's mark and must not become the last digit of a symbol.
            self.lines.text(f" {piece}" if self._raised and piece[:1].isdigit() else piece)
        elif self._within:
            self._code += piece

    def end(self, tag: str) -> None:
        if self._twice:
            self._twice -= 1
        elif tag == self._within:
            self._within = ""
        elif tag == "p":
            self.lines.end()

    def _field(self, code: str) -> None:
        if found := re.search(r'\bHYPERLINK\s+"([^"]+)"', code):
            self.lines.link(found[1])
