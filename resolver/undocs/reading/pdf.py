"""PDF, read with pypdf: a chunk for each page.

Of the well-kept libraries under a permissive licence, pypdf is the one that gives symbols whole in right-to-left pages
(there pypdfium2, fourteen times as fast, reverses E/ESCWA/2017/EC.4/3, and pdfminer.six spells words backwards), that
runs no native code on files from anywhere, and that bounds page trees, streams and forms by itself.
"""

from __future__ import annotations

import logging
from typing import IO, TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.limits import IMAGE_PAGES
from undocs.reading.link_targets import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject, PdfReader

    from undocs.reading.input import Input

__all__ = ["chunks"]

# A figure whose size is below this share of the size of the text before it is the mark of a note.
_NOTE_MARK = 0.8

# Ligatures: characters for letters that fonts draw as one.
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


def chunks(source: Input) -> Iterator[Chunk]:
    """Yield the text of each page, and after it the targets of its links that the text does not name, one a line.

    A page that cannot be read is a warning, and so are pages that are images without text.

    Raises:
        ReadingError: pypdf is not installed, or the file is broken, needs a password or has no text at all.
    """
    reader = _opened(source.name, source.file())
    images: list[int] = []
    has_text = False
    for number, page in enumerate(_pages(source.name, reader), start=1):
        try:
            text = _text(page)
            links = "".join(f"\n{target}" for target in hidden(_targets(page), text))
        except Exception as error:  # noqa: BLE001  # a broken page can make pypdf raise anything; the next may be whole
            source.warnings.append(f"page {number} is broken: {type(error).__name__}: {_one_line(error)}")
            continue
        if text.strip():
            has_text = True
        elif "/XObject" in (page.get("/Resources") or {}):
            images.append(number)
        yield Chunk(f"{text}{links}\n", number)
    if images and not has_text:
        raise ReadingError(source.name, "no text: a scan, which needs character recognition (OCR) first")
    if images:
        source.warnings.append(f"pages that are images without text: {', '.join(map(str, images[:IMAGE_PAGES]))}")


def _opened(name: str, file: IO[bytes]) -> PdfReader:
    """Open a file, and decrypt one that needs no password."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise ReadingError(name, "PDF file: install undocs[pdf] to read it") from None
    # pypdf logs what it finds odd in a file. Without a handler, Python would print that to standard error.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(file)
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        raise ReadingError(name, "encrypted: install undocs[pdf] to read it") from None
    except Exception as error:  # as above
        raise ReadingError(name, f"broken PDF file: {_one_line(error)}") from error
    if locked:
        raise ReadingError(name, "encrypted: needs a password")
    return reader


def _pages(name: str, reader: PdfReader) -> Sequence[PageObject]:
    try:
        count = len(reader.pages)
    except Exception as error:  # as above
        raise ReadingError(name, f"broken PDF file: {_one_line(error)}") from error
    if not count:
        raise ReadingError(name, "broken PDF file: no pages")
    return reader.pages


def _text(page: PageObject) -> str:
    """Return a page's text, with a space before the marks of notes, which must not become a symbol's last digits."""
    texts: list[str] = []
    height = 0.0

    def take(text: str, matrix: list[float], text_matrix: list[float], _: object, size: float) -> None:
        nonlocal height
        if shown := text.strip():
            # The height on the page: the size of the font, scaled by both matrices, which may also turn the text.
            now = abs(size * (text_matrix[3] or text_matrix[1]) * (matrix[3] or matrix[1]))
            if shown[0].isdigit() and now < _NOTE_MARK * height:
                text = f" {text}"
            else:
                height = now
        texts.append(text)

    page.extract_text(visitor_text=take)
    return "".join(texts).translate(_LIGATURES)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _targets(page: PageObject) -> Iterator[str]:
    for reference in page.get("/Annots") or ():
        action = reference.get_object().get("/A")
        target = action.get_object().get("/URI") if action else None
        if target:
            yield str(target)
