"""Zip archives, within limits: how many files they hold, how much they unpack to, how deep they are nested.

>>> import io, zipfile
>>> with zipfile.ZipFile(io.BytesIO(), "w") as package:
...     for name in ("b.txt", "a.txt", ".hidden", "__MACOSX/a.txt"):
...         package.writestr(name, "See A/66/10.")
...     [member.filename for member in members("letters.zip", package, Budget())]
['a.txt', 'b.txt']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocs.reading.document import ReadingError
from undocs.reading.limits import ARCHIVE_BYTES, ARCHIVE_FILES

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

__all__ = ["Budget", "members"]


@dataclass(slots=True)
class Budget:
    """What an archive and those inside it may still hold: `files`, and `size` in bytes, unpacked."""

    files: int = ARCHIVE_FILES
    size: int = ARCHIVE_BYTES


def members(name: str, package: ZipFile, budget: Budget) -> list[ZipInfo]:
    """Return the files in an archive in the order of their names, without hidden ones, and charge them to the budget.

    Sizes are those that the archive declares: zipfile does not unpack a byte more.

    Raises:
        ReadingError: the archive exceeds the budget.
    """
    inside = sorted((one for one in package.infolist() if not _is_hidden(one)), key=lambda one: one.filename)
    budget.files -= len(inside)
    budget.size -= sum(one.file_size for one in inside)
    if budget.files < 0 or budget.size < 0:
        raise ReadingError(name, "too large: an archive of more than 100,000 files or 4 GiB")
    return inside


def _is_hidden(one: ZipInfo) -> bool:
    """Return whether a member is a folder, hidden, or what macOS adds to its archives."""
    return one.is_dir() or any(name.startswith((".", "__MACOSX")) for name in one.filename.split("/"))
