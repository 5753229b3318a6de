r"""Import files of records into the local catalog: all of them, or, if an import is interrupted, nothing.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     with Import(Path(folder) / "catalog.sqlite3") as catalog:
...         tally = catalog.load("table.csv", [b"symbol,title\nA/66/10,Report\n"], print)
>>> tally.records, tally.added
(1, 1)
"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from undocs.errors import CatalogError, ReadingError
from undocs.records.catalog.schema import CATALOG_COLUMNS, begin_import, connect, default_catalog_path, to_row
from undocs.records.formats.detect import entries
from undocs.records.formats.entry import Fault
from undocs.records.variants import variant_key
from undocs.symbol import unchecked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike
    from types import TracebackType

    from undocs.records.formats.entry import Entry

__all__ = ["Import", "Tally"]

# KiB of the file that SQLite keeps in memory, so that the index of symbols fits, to which an import writes at random
# places.
_PAGE_CACHE = 128 << 10
_TITLE, _TITLES, _SUBJECTS = (CATALOG_COLUMNS.index(name) for name in ("title", "titles", "subjects"))


class Tally(NamedTuple):
    """The counts of an imported file.

    Attributes:
        file: its name.
        records: records in it; `added`, `updated`, `unchanged` and `deleted` add up to this.
        added: records that were not in the catalog.
        updated: records that were in the catalog with other values.
        unchanged: records that were in the catalog already, or are repeated in the file.
        deleted: records that their source marks as deleted; they are not imported.
        without_symbol: imported records that have no symbol.
        faults: records and lines that could not be read.
    """

    file: str
    records: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    deleted: int = 0
    without_symbol: int = 0
    faults: int = 0


class Import:
    """An import into the catalog, as a context: it is kept if the context ends without an error, else undone."""

    def __init__(self, path: str | PathLike[str] | None = None) -> None:
        """Use the file at `path`, by default that of `UNDOCS_CATALOG` or the one in the user's data folder."""
        self.path = Path(path) if path else default_catalog_path()

    def __enter__(self) -> Self:
        """Open the catalog and begin.

        Raises:
            CatalogError: it cannot be written, or another import is running.
        """
        self._to = connect(self.path, write=True)
        try:
            self._to.execute(f"PRAGMA cache_size = -{_PAGE_CACHE}")
            begin_import(self._to)
            self._next = self._to.execute("SELECT coalesce(max(id), 0) + 1 FROM record").fetchone()[0]
        except sqlite3.Error as error:
            self._to.close()
            locked = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            raise CatalogError(f"{self.path}: {'another import is running' if locked else error}") from None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Keep what was imported, or undo it; an error of SQLite becomes a CatalogError."""
        try:
            self._to.execute("ROLLBACK" if kind else "COMMIT")
            self._to.close()
        except sqlite3.Error as failed:
            self._to.close()
            error = error or failed
        if isinstance(error, sqlite3.Error):
            raise CatalogError(f"{self.path}: {error}; nothing was imported") from error

    def load(self, name: str, pieces: Iterable[bytes], warn: Callable[[str], object]) -> Tally:
        """Import the records of a file.

        Args:
            name: the file's name.
            pieces: its bytes, cut at any place.
            warn: called with one line for each record or line that cannot be read; the others are imported.
        """
        counts = dict.fromkeys(Tally._fields[1:], 0)
        try:
            for entry in entries(name, pieces):
                if isinstance(entry, Fault):
                    counts["faults"] += 1
                    warn(f"{name}: {entry.reason}")
                    continue
                outcome = self._put(entry)
                counts["records"] += 1
                counts[outcome] += 1
                counts["without_symbol"] += outcome != "deleted" and not entry.own and not entry.about
        except (OSError, ReadingError) as error:
            counts["faults"] += 1
            warn(str(error) if isinstance(error, ReadingError) else f"{name}: {error.strerror or error}")
        return Tally(name, **counts)

    def _put(self, entry: Entry) -> str:
        """Write an entry to the catalog, and return which count of the Tally it belongs to."""
        if entry.record.status == "absent":
            return "deleted"
        row = to_row(entry.kind, entry.record, entry.titles)
        symbols = {variant_key(spelling): (0, spelling) for spelling in entry.about}
        symbols |= {variant_key(half): (1, spelling) for spelling in entry.own for half in _with_halves(spelling)}
        content = _digest(*row, *sorted(symbols))
        identity = _digest(entry.kind, entry.number, *sorted(symbols)) if entry.number else content
        held = self._to.execute("SELECT id, content FROM record WHERE identity = ?", (identity,)).fetchone()
        if held and held[1] == content:
            return "unchanged"
        number = held[0] if held else self._next
        if held:
            self._to.execute(
                "INSERT INTO words (words, rowid, title, titles, subjects)"
                " SELECT 'delete', id, title, titles, subjects FROM record WHERE id = ?",
                (number,),
            )
        else:
            self._next += 1
        self._to.execute(_INSERT, (number, identity, content, *row))
        self._to.executemany(
            "INSERT OR REPLACE INTO symbol VALUES (?, ?, ?, ?)",
            [(folded, number, own, spelling) for folded, (own, spelling) in symbols.items()],
        )
        words = (number, row[_TITLE], row[_TITLES], row[_SUBJECTS])
        self._to.execute("INSERT INTO words (rowid, title, titles, subjects) VALUES (?, ?, ?, ?)", words)
        return "updated" if held else "added"


def _with_halves(spelling: str) -> Iterator[str]:
    """Yield the spelling of a symbol and, if that is joint, its halves."""
    yield spelling
    if "-" in spelling:
        yield from map(str, unchecked("".join(spelling.split())).joint)


# The statement has no value in it, only as many question marks as there are columns.
_INSERT = f"INSERT OR REPLACE INTO record VALUES ({', '.join('?' * (3 + len(CATALOG_COLUMNS)))})"  # noqa: S608


def _digest(*texts: str) -> bytes:
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
