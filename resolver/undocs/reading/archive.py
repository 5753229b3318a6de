"""Zip archives, within limits: how many files, how large unpacked, how deep in one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocs.reading.document import ReadingError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

__all__ = ["DEPTH", "Limits", "members"]

DEPTH = 3  # archives in one another


@dataclass(slots=True)
class Limits:
    """What an archive and those in it may still come to; the size is what a zip of the old kind can hold."""

    files: int = 100_000
    size: int = 4 << 30  # bytes, unpacked


def members(name: str, package: ZipFile, limits: Limits) -> list[ZipInfo]:
    """Return the files in an archive in sorted order, and take them off `limits`.

    Sizes are taken as the archive declares them: zipfile gives no byte more than that.

    Raises:
        ReadingError: it is beyond the limits.
    """
    inside = sorted((one for one in package.infolist() if not _hidden(one)), key=lambda one: one.filename)
    limits.files -= len(inside)
    limits.size -= sum(one.file_size for one in inside)
    if limits.files < 0 or limits.size < 0:
        raise ReadingError(name, "not readable: an archive of more than 100,000 files or 4 GiB")
    return inside


def _hidden(one: ZipInfo) -> bool:
    return one.is_dir() or any(part.startswith((".", "__MACOSX")) for part in one.filename.split("/"))
