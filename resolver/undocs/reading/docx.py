r"""DOCX: the body, notes, headers and footers of a Word document, and the targets of its links.

A document is a zip of XML parts. Only a dozen elements of the format matter to its text. (python-docx reads neither
footnotes nor endnotes, in which half of the citations of a UN document are.)

>>> import io, zipfile
>>> from undocs.reading.input import Input
>>> file = io.BytesIO()
>>> with zipfile.ZipFile(file, "w") as package:
...     package.writestr("[Content_Types].xml", '<Types><Part ContentType="word.main+xml" PartName="/body"/></Types>')
...     package.writestr("body", "<document><p><r><t>See A/66/</t></r><r><t>10.</t></r></p></document>")
>>> with Input("letter", io.BytesIO(file.getvalue())) as source:
...     [chunk.text for chunk in chunks(source)]
['See A/66/10.\n']
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.input import pieces
from undocs.reading.limits import DOCX_BYTES
from undocs.reading.markup import Lines
from undocs.reading.xml import walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

    from undocs.reading.input import Input

__all__ = ["body", "chunks"]

_TYPES = "[Content_Types].xml"
_BODY = "/body"
# Kinds of parts that have text, as their relationships name them, in the order of a page.
_PARTS = ("/header", _BODY, "/footnotes", "/endnotes", "/footer")
# Elements that are a character, and elements that begin a line.
_CHARACTERS = {"tab": "\t", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "ptab": "\t"}
_BREAKS = frozenset({"p", "br", "cr", "tr"})
# Elements with text that is in the file twice: the older form of a drawing, and the old place of text that was moved.
_REPEATED = frozenset({"Fallback", "moveFrom"})


def body(name: str, package: ZipFile) -> str:
    """Return the path of the body in a zip that is a Word document, and an empty string for any other zip.

    Raises:
        ReadingError: the zip is a document of another office program.
    """
    types = _elements(name, package, _TYPES)
    for part in types:
        if re.search(r"word.*\.main\+xml$", part.get("ContentType", "")):
            return part.get("PartName", "").lstrip("/")
    if types or "mimetype" in package.NameToInfo:
        raise ReadingError(name, "unsupported format: office file other than DOCX, convert it to PDF, DOCX or text")
    return ""


def chunks(source: Input) -> Iterator[Chunk]:
    """Yield the text of a Word document: headers, body, footnotes, endnotes, footers; a line for each paragraph.

    Raises:
        ReadingError: a part is broken or missing, or the parts unpack to more than limits.DOCX_BYTES.
    """
    from zipfile import ZipFile

    name = source.name
    with ZipFile(source.file()) as package:
        main = body(name, package)
        related = [(one.get("Type", ""), _target(main, one)) for one in _relationships(name, package, main)]
        paths = [path for kind in _PARTS for type_, path in [(_BODY, main), *related] if type_.endswith(kind)]
        if sum(package.getinfo(path).file_size for path in paths) > DOCX_BYTES:
            raise ReadingError(name, "too large: unpacks to more than 1 GiB")
        lines = Lines()
        for path in paths:
            links = {one.get("Id", ""): one.get("Target", "") for one in _relationships(name, package, path)}
            part = _Part(lines, links)
            with package.open(path) as stream:
                for _ in walk(name, pieces(stream), part.start, part.end, part.text):
                    if lines.full:
                        yield Chunk(lines.take())
            lines.end()
        yield Chunk(lines.take())


def _relationships(name: str, package: ZipFile, path: str) -> list[dict[str, str]]:
    """Return what a part refers to: other parts, and the targets of its links."""
    folder, base = posixpath.split(path)
    return _elements(name, package, posixpath.join(folder, "_rels", f"{base}.rels"))


def _elements(name: str, package: ZipFile, path: str) -> list[dict[str, str]]:
    """Return the attributes of every element in a part; none if there is no such part."""
    found: list[dict[str, str]] = []
    if path in package.NameToInfo:
        with package.open(path) as stream:
            for _ in walk(name, pieces(stream), lambda _, attributes: found.append(attributes)):
                pass
    return found


def _target(path: str, relationship: dict[str, str]) -> str:
    """Return the path in the zip of the part that a part refers to."""
    target = posixpath.join("/", posixpath.dirname(path), relationship.get("Target", ""))
    return posixpath.normpath(target).lstrip("/")


class _Part:
    """Handles the elements of one part and adds their text to the lines."""

    def __init__(self, lines: Lines, targets: dict[str, str]) -> None:
        """Start a part; `targets` has the link targets by the identifiers of their relationships."""
        self.lines = lines
        self._targets = targets
        self._within = ""  # the element whose text is read: `t`, or `instrText`, the code of a field
        self._code = ""
        self._raised = False  # whether the run is superscript
        self._repeated = 0  # elements that are open, from one whose text is repeated on

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._repeated or tag in _REPEATED:
            self._repeated += 1
        elif tag in {"t", "instrText"}:
            self._within = tag
        elif tag in _BREAKS:
            self.lines.end()
        elif tag in _CHARACTERS:
            self.lines.text(_CHARACTERS[tag])
        elif tag == "r":
            self._raised = False
        elif tag == "vertAlign":
            self._raised = attributes.get("val") == "superscript"
        elif tag == "hyperlink":
            self.lines.link(self._targets.get(attributes.get("id", ""), ""))
        elif tag == "fldSimple":
            self._field(attributes.get("instr", ""))
        elif tag == "fldChar":
            self._field(self._code)
            self._code = ""

    def text(self, text: str) -> None:
        if self._within == "t":
            # A raised figure is the mark of a note and must not become the last digit of a symbol.
            self.lines.text(f" {text}" if self._raised and text[:1].isdigit() else text)
        elif self._within:
            self._code += text

    def end(self, tag: str) -> None:
        if self._repeated:
            self._repeated -= 1
        elif tag == self._within:
            self._within = ""
        elif tag == "p":
            self.lines.end()

    def _field(self, code: str) -> None:
        """Add the target of a field that is a link: `HYPERLINK "https://undocs.org/A/66/10"`."""
        if found := re.search(r'\bHYPERLINK\s+"([^"]+)"', code):
            self.lines.link(found[1])
