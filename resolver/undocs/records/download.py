"""Download the file of a document: complete, of the expected format, and never over an existing file by accident.

>>> file_name("A/RES/60/1", "fr", ".pdf")
'A_RES_60_1-FR.pdf'
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from undocs.errors import NoResponseError
from undocs.records.sources.ods import FileKind, FileLocation, file_suffix

if TYPE_CHECKING:
    from collections.abc import Callable

    from undocs.records.http.response import Response
    from undocs.records.model import Status
    from undocs.records.sources.ods import OfficialDocuments
    from undocs.symbol import Symbol

__all__ = ["Saved", "file_name", "save"]

# How the Library writes the characters of a symbol in names of files, so that both have the same names. Source:
# dag-hammarskjold-library/dlx, dlx/file; example: A/C.1/52/L.1* is A_C.1_52_L.1!-FR.pdf.
_IN_FILE_NAME = str.maketrans(" /[]*:;", "__^^!#%")
_SUFFIXES = {"pdf": (".pdf",), "doc": (".docx", ".doc", ".wpd")}
_HEAD = 8  # bytes that show the format of a file


class Saved(NamedTuple):
    """The result of a download.

    Attributes:
        symbol: the symbol, in its canonical spelling.
        language: two letters, `en` to `de`.
        status: `found`, the file was saved; `kept`, a file existed already; otherwise why there is none.
        file: path of the file, empty if there is none.
        bytes: its size.
        note: a caveat or the reason of a failure, else empty.
    """

    symbol: str
    language: str
    status: Status | Literal["kept"]
    file: str = ""
    bytes: int = 0
    note: str = ""


def file_name(symbol: str, language: str, suffix: str) -> str:
    """Return the name that the Library gives a file: `A/RES/60/1` in French is `A_RES_60_1-FR.pdf`."""
    return f"{symbol.translate(_IN_FILE_NAME)}-{language.upper()}{suffix}"


def save(
    ods: OfficialDocuments,
    symbol: Symbol,
    language: str,
    kind: FileKind = "pdf",
    folder: Path = Path(),
    *,
    force: bool = False,
    received: Callable[[int], object] = bool,
) -> Saved:
    """Download the file of a document. An interrupted download resumes if the file has not changed since.

    Args:
        ods: the source of the file.
        symbol: the document.
        language: two letters, `en` to `de`.
        kind: `pdf`, or `doc` for the word processor's file.
        folder: the folder for the file; created if it does not exist.
        force: overwrite an existing file.
        received: called with the size of each piece that arrives, in bytes.
    """
    existing = (folder / file_name(symbol.canonical, language, suffix) for suffix in _SUFFIXES[kind])
    if not force and (old := next((path for path in existing if path.exists()), None)):
        return _kept(symbol, language, old)
    variant, location = ods.find_file(symbol, language, kind)
    if location.status != "found":
        return Saved(symbol.canonical, language, location.status, note=location.note)
    # A file of the whole document is named after that, not after the part that was asked for.
    path = folder / file_name(variant.spelling if variant.note else symbol.canonical, language, location.suffix)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / (file_name(symbol.canonical, language, location.suffix) + ".part")
        free = force or not path.exists()
        if free:
            _fetch(ods, location, part, received)
            free = _put(part, path, force=force)
        size = path.stat().st_size
    except NoResponseError as failure:
        return Saved(symbol.canonical, language, failure.status, note=str(failure))
    except OSError as error:
        return Saved(symbol.canonical, language, "unknown", note=f"{path}: {error.strerror or error}")
    if not free:
        return _kept(symbol, language, path)
    return Saved(symbol.canonical, language, "found", str(path), size, variant.note)


def _kept(symbol: Symbol, language: str, path: Path) -> Saved:
    return Saved(symbol.canonical, language, "kept", str(path), path.stat().st_size, "the file existed already")


def _put(part: Path, path: Path, *, force: bool) -> bool:
    """Move a complete file to its path in one step; return whether it was moved.

    Without `force` a file that another process has put there in the meantime is kept.
    """
    if not force:
        try:
            path.hardlink_to(part)  # unlike a move, this fails if the path exists
        except FileExistsError:
            part.unlink()
            return False
        except OSError:  # a file system without hard links
            pass
        else:
            part.unlink()
            return True
    part.replace(path)
    return True


def _fetch(ods: OfficialDocuments, location: FileLocation, path: Path, received: Callable[[int], object]) -> None:
    """Download a file, and check that it is complete and of the format that was announced."""
    part = _Part(path, received)
    try:
        response = ods.save(location.url, part)
        if response.status == 416:  # the existing part is longer than the file: start again
            path.unlink(missing_ok=True)
            response = ods.save(location.url, part)
    finally:
        part.close()
    if response.status not in {200, 206}:
        raise NoResponseError("unknown", f"ods: response {response.status} instead of the file")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    size = path.stat().st_size
    if file_suffix(head) != location.suffix or part.total not in {-1, size}:
        path.unlink()
        raise NoResponseError("unknown", f"ods: not a complete {location.suffix} file")
    if not part.modified:
        path.touch()


class _Part:
    """A file that is not complete yet; a sink for the client.

    The time of its last change is that of the file at the source, so that a later run can ask for the rest only if
    the file is still the same (`If-Range`).

    Attributes:
        path: the file.
        total: bytes of the complete file, -1 if the source did not say.
        modified: when the file was changed at the source, in seconds since 1970; 0 if the source did not say.
    """

    def __init__(self, path: Path, received: Callable[[int], object]) -> None:
        self.path, self._received = path, received
        self.total = -1
        self._file: BinaryIO | None = None
        self.modified = 0.0

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the missing bytes, provided that the file has not changed since."""
        self.close()
        if not self.path.exists() or not self.path.stat().st_size:
            return {}
        state = self.path.stat()
        return {"range": f"bytes={state.st_size}-", "if-range": formatdate(int(state.st_mtime), usegmt=True)}

    def begin(self, response: Response) -> None:
        """Open the file, to append the rest (206) or to write all of it (200)."""
        size = self.path.stat().st_size if self.path.exists() else 0
        content_range = response.headers.get("content-range", "")
        given = re.fullmatch(r"bytes ([0-9]{1,15})-[0-9]{1,15}/([0-9]{1,15})", content_range)
        if response.status == 206 and not (given and int(given[1]) == size):
            raise NoResponseError("unknown", "ods: sent another part of the file than was requested")
        self._file = self.path.open("ab" if response.status == 206 else "wb")
        length = response.headers.get("content-length", "")
        self.total = int(given[2]) if given and response.status == 206 else int(length) if length.isdigit() else -1
        with suppress(ValueError):
            self.modified = parsedate_to_datetime(response.headers.get("last-modified", "")).timestamp()

    def write(self, piece: bytes) -> None:
        """Write the next bytes."""
        if self._file:
            self._file.write(piece)
            self._received(len(piece))

    def close(self) -> None:
        """Close the file and set the time of its last change; with 1970, a later run starts again."""
        if self._file:
            self._file.close()
            self._file = None
            os.utime(self.path, (self.modified, self.modified))
