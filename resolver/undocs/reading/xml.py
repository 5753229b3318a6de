"""XML: MARCXML, Akoma Ntoso and whatever else has text in elements and links in `href`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.markup import INLINE, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["chunks", "walk"]

_STUCK = 4 << 20  # bytes after which something must have come to an end


def chunks(name: str, pieces: Iterable[bytes]) -> Iterator[Chunk]:
    """Give the text of an XML document, each element that is not within a line on lines of its own.

    Raises:
        ReadingError: it is not well-formed, or declares entities.
    """
    lines = Lines()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag not in INLINE:
            lines.end()
        elif tag == "sup":
            lines.text(" ")
        if "href" in attributes:
            lines.link(attributes["href"])

    def end(tag: str) -> None:
        if tag not in INLINE:
            lines.end()

    for _ in walk(name, pieces, start, end, lines.text):
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
    """Parse XML as it comes and pause after each piece; the names of tags and attributes are local ones.

    Entities of a document's own are refused (a few lines of them can stand for gigabytes) and nothing outside
    the document is ever loaded.

    Raises:
        ReadingError: it is not well-formed, or declares entities.
    """
    from xml.parsers import expat

    def entity(*_: object) -> None:
        raise ReadingError(name, "not readable: an XML file that declares its own entities")

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
            raise ReadingError(name, f"a broken XML file: {error}") from None
        except (LookupError, ValueError) as error:
            raise ReadingError(name, f"not readable: an XML file in an unknown encoding ({error})") from None

    fed = 0
    for piece in pieces:
        parse(piece)
        fed += len(piece)
        if fed - max(parser.CurrentByteIndex, 0) > _STUCK:
            raise ReadingError(name, "a broken XML file: a tag without end")
        yield
    parse(b"", last=True)
    yield
