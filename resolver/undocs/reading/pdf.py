"""PDF, by pypdf: a chunk a page.

Of the well-kept permissive libraries pypdf is the one that gives symbols whole in right-to-left pages (there
pypdfium2, fourteen times as fast, turns E/ESCWA/2017/EC.4/3 round, and pdfminer.six spells words backwards),
that runs no native code over a stranger's file, and that bounds page trees, streams and forms by itself.
"""

from __future__ import annotations

import logging
from typing import IO, TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.link_targets import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject, PdfReader

__all__ = ["chunks"]

_MARK = 0.8  # a figure set so much smaller than what it follows is a note's mark

# Letters that fonts draw as one, taken apart.
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


def chunks(name: str, file: IO[bytes], warnings: list[str]) -> Iterator[Chunk]:
    """Give the text of each page, then a line for each of its links to what the text does not name.

    Args:
        name: the document's name, for errors.
        file: a seekable file.
        warnings: gets a line for each page that cannot be read, and one for the pages that are images only.

    Raises:
        ReadingError: pypdf is not installed; the file is broken, needs a password or has no text at all.
    """
    reader = _opened(name, file)
    images: list[int] = []
    seen = False
    for number, page in enumerate(_pages(name, reader), start=1):
        try:
            text = _text(page)
            links = "".join(f"\n{target}" for target in hidden(_targets(page), text))
        except Exception as error:  # noqa: BLE001  # a broken page makes pypdf raise anything; the next may be whole
            warnings.append(f"page {number} is broken: {type(error).__name__}: {' '.join(str(error).split())}")
            continue
        if text.strip():
            seen = True
        elif "/XObject" in (page.get("/Resources") or {}):
            images.append(number)
        yield Chunk(f"{text}{links}\n", number)
    if images and not seen:
        raise ReadingError(name, "no text in it: a scan, which needs character recognition (OCR) first")
    if images:
        warnings.append(f"pages without text, being images: {', '.join(map(str, images[:10]))}")


def _opened(name: str, file: IO[bytes]) -> PdfReader:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        raise ReadingError(name, "a PDF: install undocs[pdf] to read it") from None
    # What pypdf finds odd in a file is for those who listen to its log, not for everyone's stderr.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(file)
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        raise ReadingError(name, "encrypted: install undocs[pdf] to read it") from None
    except Exception as error:  # as above
        raise ReadingError(name, f"a broken PDF: {' '.join(str(error).split())}") from error
    if locked:
        raise ReadingError(name, "encrypted: it needs a password")
    return reader


def _pages(name: str, reader: PdfReader) -> Sequence[PageObject]:
    try:
        count = len(reader.pages)
    except Exception as error:  # as above
        raise ReadingError(name, f"a broken PDF: {' '.join(str(error).split())}") from error
    if not count:
        raise ReadingError(name, "a broken PDF: no pages")
    return reader.pages


def _text(page: PageObject) -> str:
    """Return a page's text, with a space before the marks of notes lest they be a symbol's last digits."""
    pieces: list[str] = []
    height = 0.0

    def take(piece: str, matrix: list[float], text_matrix: list[float], _: object, size: float) -> None:
        nonlocal height
        if said := piece.strip():
            now = abs(size * (text_matrix[3] or text_matrix[1]) * (matrix[3] or matrix[1]))
            if said[0].isdigit() and now < _MARK * height:
                piece = f" {piece}"
            else:
                height = now
        pieces.append(piece)

    page.extract_text(visitor_text=take)
    return "".join(pieces).translate(_LIGATURES)


def _targets(page: PageObject) -> Iterator[str]:
    for reference in page.get("/Annots") or ():
        action = reference.get_object().get("/A")
        target = action.get_object().get("/URI") if action else None
        if target:
            yield str(target)
