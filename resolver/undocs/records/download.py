"""A document's file on disk: whole, what it claims to be, and never in the place of another without being told."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from undocs.records.http.response import Answer, NoAnswerError
from undocs.records.sources.ods import Kind, Located, suffix

if TYPE_CHECKING:
    from collections.abc import Callable

    from undocs.records.model import Status
    from undocs.records.sources.ods import OfficialDocuments
    from undocs.symbol import Symbol

__all__ = ["Saved", "file_name", "save"]

# How the Library writes a symbol in the name of a file.
_WRITTEN = str.maketrans(" /[]*:;", "__^^!#%")
_SUFFIXES = {"pdf": (".pdf",), "doc": (".docx", ".doc", ".wpd")}


class Saved(NamedTuple):
    """What became of a file.

    Attributes:
        symbol: the document, canonical.
        language: `en` to `de`.
        status: `found`, and the file is there; `kept`, there was one already; else why there is none.
        file: its path, empty where there is none.
        bytes: its size.
        note: what a reader should know of it, else empty.
    """

    symbol: str
    language: str
    status: Status | Literal["kept"]
    file: str = ""
    bytes: int = 0
    note: str = ""


def file_name(symbol: str, language: str, ending: str) -> str:
    """Return the name that the Library gives a file: `A/RES/60/1` in French is `A_RES_60_1-FR.pdf`."""
    return f"{symbol.translate(_WRITTEN)}-{language.upper()}{ending}"


def save(
    ods: OfficialDocuments,
    symbol: Symbol,
    language: str,
    kind: Kind = "pdf",
    folder: Path = Path(),
    *,
    force: bool = False,
    received: Callable[[int], object] = bool,
) -> Saved:
    """Download a document's file; a download that was broken off goes on where it stopped, if the file is the same.

    Args:
        ods: where it is from.
        symbol: the document.
        language: `en` to `de`.
        kind: `pdf`, or `doc` for the file that it was made from.
        folder: where it is put; made if need be.
        force: put it in the place of one that is there.
        received: told the size of each piece that comes.
    """
    there = (folder / file_name(symbol.canonical, language, ending) for ending in _SUFFIXES[kind])
    if not force and (old := next((path for path in there if path.exists()), None)):
        return _kept(symbol, language, old)
    rung, located = ods.search(symbol, language, kind)
    if located.status != "found":
        return Saved(symbol.canonical, language, located.status, note=located.note)
    # A file of the whole document bears the name of that, not of the part that was asked for.
    path = folder / file_name(rung.spelling if rung.note else symbol.canonical, language, located.suffix)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / (file_name(symbol.canonical, language, located.suffix) + ".part")
        free = force or not path.exists()
        if free:
            _fill(ods, located, part, received)
            free = _put(part, path, force=force)
        size = path.stat().st_size
    except NoAnswerError as failure:
        return Saved(symbol.canonical, language, failure.status, note=str(failure))
    except OSError as error:
        return Saved(symbol.canonical, language, "unknown", note=f"{path}: {error.strerror or error}")
    if not free:
        return _kept(symbol, language, path)
    return Saved(symbol.canonical, language, "found", str(path), size, rung.note)


def _kept(symbol: Symbol, language: str, path: Path) -> Saved:
    return Saved(symbol.canonical, language, "kept", str(path), path.stat().st_size, "was there before")


def _put(part: Path, path: Path, *, force: bool) -> bool:
    """Move a whole file to its place at once; return whether that was free, where it is not to be forced."""
    if not force:
        try:
            path.hardlink_to(part)  # which, unlike a move, replaces nothing
        except FileExistsError:
            part.unlink()
            return False
        except OSError:  # a file system without links
            pass
        else:
            part.unlink()
            return True
    part.replace(path)
    return True


def _fill(ods: OfficialDocuments, located: Located, path: Path, received: Callable[[int], object]) -> None:
    """Download a file until it is whole and what it was seen to be."""
    part = _Part(path, received)
    try:
        answer = ods.save(located.url, part)
        if answer.status == 416:  # what was there is no part of it
            path.unlink(missing_ok=True)
            answer = ods.save(located.url, part)
    finally:
        part.close()
    if answer.status not in {200, 206}:
        raise NoAnswerError("unknown", f"ods answers {answer.status} in place of the file")
    with path.open("rb") as file:
        begins = file.read(8)
    size = path.stat().st_size
    if suffix(begins) != located.suffix or part.total not in {-1, size}:
        path.unlink()
        raise NoAnswerError("unknown", f"ods sent something other than the whole {located.suffix} file")
    if not part.changed:
        path.touch()


class _Part:
    """The beginning of a file; its time of change is that of the file at its source, by which it is known again."""

    def __init__(self, path: Path, received: Callable[[int], object]) -> None:
        self.path, self._received = path, received
        self.total = -1
        self._file: BinaryIO | None = None
        self.changed = 0.0

    def headers(self) -> dict[str, str]:
        """Ask for what is missing, if the file has not changed since."""
        self.close()
        if not self.path.exists() or not self.path.stat().st_size:
            return {}
        state = self.path.stat()
        return {"range": f"bytes={state.st_size}-", "if-range": formatdate(int(state.st_mtime), usegmt=True)}

    def begin(self, answer: Answer) -> None:
        """Open the file for what comes: the rest of it, or all."""
        size = self.path.stat().st_size if self.path.exists() else 0
        given = re.fullmatch(r"bytes ([0-9]{1,15})-[0-9]{1,15}/([0-9]{1,15})", answer.headers.get("content-range", ""))
        if answer.status == 206 and not (given and int(given[1]) == size):
            raise NoAnswerError("unknown", "ods sends another part of the file than was asked for")
        self._file = self.path.open("ab" if answer.status == 206 else "wb")
        length = answer.headers.get("content-length", "")
        self.total = int(given[2]) if given and answer.status == 206 else int(length) if length.isdigit() else -1
        with suppress(ValueError):
            self.changed = parsedate_to_datetime(answer.headers.get("last-modified", "")).timestamp()

    def write(self, piece: bytes) -> None:
        """Take the next bytes."""
        if self._file:
            self._file.write(piece)
            self._received(len(piece))

    def close(self) -> None:
        """Let go of the file; without a date by which to know it again, a part is of no use."""
        if self._file:
            self._file.close()
            self._file = None
            os.utime(self.path, (self.changed, self.changed))
