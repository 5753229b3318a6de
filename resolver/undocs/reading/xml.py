r"""XML: MARCXML, Akoma Ntoso and whatever else has text in elements and links in `href`.

>>> import io
>>> from undocs.reading.input import Input
>>> text = b"<?xml version='1.0'?><akn><p>See <ref>A/66/10</ref>.</p><p>End</p></akn>"
>>> with Input("bill", io.BytesIO(text)) as source:
...     [chunk.text for chunk in chunks(source)]
['See A/66/10.\nEnd\n']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.limits import XML_TOKEN
from undocs.reading.markup import INLINE, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from undocs.reading.input import Input

__all__ = ["chunks", "walk"]


def chunks(source: Input) -> Iterator[Chunk]:
    """Yield the text of an XML document; an element that is not inline begins and ends a line.

    Raises:
        ReadingError: the document is not well-formed, or declares entities.
    """
    lines = Lines()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag not in INLINE:
            lines.end()
        elif tag == "sup":
            lines.text(" ")  # as in HTML
        if "href" in attributes:
            lines.link(attributes["href"])

    def end(tag: str) -> None:
        if tag not in INLINE:
            lines.end()

    for _ in walk(source.name, source.pieces(), start, end, lines.text):
        if lines.full:
            yield Chunk(lines.take())
    lines.end()
    yield Chunk(lines.take())


def walk(
    name: str,
    pieces: Iterable[bytes],
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object] = len,
    text: Callable[[str], object] = len,
) -> Iterator[None]:
    """Parse XML as it arrives, and yield after each piece, so that the caller can take what was found.

    A document that declares entities of its own is refused (a few lines of them can stand for gigabytes), and nothing
    outside the document is ever loaded.

    Args:
        name: the document's name, for errors.
        pieces: its bytes, cut anywhere.
        start: called at each start tag with its name and attributes, names without their namespaces.
        end: called at each end tag with its name.
        text: called with each stretch of text.

    Raises:
        ReadingError: the document is not well-formed, or declares entities.
    """
    from xml.parsers import expat

    def entity(*_: object) -> None:
        raise ReadingError(name, "unsupported: an XML file that declares its own entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.EntityDeclHandler = entity
    parser.StartElementHandler = lambda tag, attributes: start(
        tag.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: end(tag.rpartition(" ")[2])
    parser.CharacterDataHandler = text

    def parse(piece: bytes, *, last: bool = False) -> None:
        try:
            parser.Parse(piece, last)
        except expat.ExpatError as error:
            raise ReadingError(name, f"broken XML file: {error}") from None
        except (LookupError, ValueError) as error:
            raise ReadingError(name, f"unsupported: an XML file in an unknown encoding ({error})") from None

    fed = 0
    for piece in pieces:
        parse(piece)
        fed += len(piece)
        if fed - max(parser.CurrentByteIndex, 0) > XML_TOKEN:
            raise ReadingError(name, "broken XML file: a tag does not end")
        yield
    parse(b"", last=True)
    yield
