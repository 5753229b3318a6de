"""A change to a file of the repository, and the rooms that say which tests should notice it."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["HERE", "ROOT", "Change", "Room", "room_of", "rooms", "text_of"]

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@cache
def text_of(path: str) -> str:
    """Return the text of a file of the repository, given by its path from the root."""
    return (ROOT / path).read_bytes().decode()


class Change(NamedTuple):
    """One change to one file: the characters from `start` to `end` become `new`.

    Attributes:
        path: the file, from the root of the repository.
        start: offset of the first character that is replaced.
        end: offset after the last one.
        new: what takes their place.
        note: what the change is, where the changed lines do not say it.
    """

    path: str
    start: int
    end: int
    new: str
    note: str = ""

    @property
    def line(self) -> int:
        """Number of the first line that differs."""
        old = text_of(self.path)
        same = _common(old[self.start : self.end], self.new)
        return old.count("\n", 0, self.start + same) + 1

    def text(self) -> str:
        """Return the changed text of the file."""
        old = text_of(self.path)
        return old[: self.start] + self.new + old[self.end :]

    def diff(self) -> str:
        """Return the lines that differ, before and after; of long lines the surroundings of the change."""
        old, new = text_of(self.path), self.text()
        first = self.start + _common(old[self.start : self.end], self.new)
        rest = len(old) - self.end + _common(old[first : self.end][::-1], new[first : self.start + len(self.new)][::-1])
        begin = max(old.rfind("\n", 0, first) + 1, first - 90)
        shown = []
        for sign, text in (("-", old), ("+", new)):
            last = len(text) - rest
            stop = text.find("\n", last)
            stop = min(len(text) if stop < 0 else stop, last + 90)
            shown += [f"  {sign} {line}" for line in text[begin:stop].split("\n")]
        return "\n".join(shown)

    def key(self) -> str:
        """Return a name of the change that stays the same while far lines of the file are edited."""
        before = text_of(self.path)[max(0, self.start - 200) : self.start]
        return hashlib.sha256(f"{self.path}\n{before}\n{self.note}\n{self.diff()}".encode()).hexdigest()[:16]


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    alike = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(alike, min(len(one), len(other)))


@dataclass(frozen=True)
class Room:
    """A package: its files, and the fast tests that should notice a change in them, the likeliest first."""

    name: str
    files: tuple[str, ...]
    tests: tuple[str, ...]


def _found(patterns: list[str]) -> list[str]:
    paths = [path for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    return list(dict.fromkeys(str(path.relative_to(ROOT)) for path in paths))


@cache
def rooms() -> tuple[Room, ...]:
    """Read `rooms.toml`: a pattern that matches no file is left out, and a file belongs to its first room only."""
    table = tomllib.loads((HERE / "rooms.toml").read_text(encoding="utf-8"))
    slow = set(_found(table["slow"]))
    taken: set[str] = set()
    read = []
    for row in table["room"]:
        files = [path for path in _found(row["files"]) if path not in taken]
        taken.update(files)
        read.append(Room(row["name"], tuple(files), tuple(path for path in _found(row["tests"]) if path not in slow)))
    return tuple(read)


@cache
def room_of(path: str) -> Room:
    """Return the room of a file.

    Raises:
        SystemExit: `rooms.toml` does not name the file.
    """
    for room in rooms():
        if path in room.files:
            return room
    raise SystemExit(f"{path} belongs to no room: add it to rooms.toml")
