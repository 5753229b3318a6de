"""The lines of a text that is marked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.reading.link_targets import hidden

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["INLINE", "Lines"]

# Elements that stand within a line, of HTML and of Akoma Ntoso; every other one has lines of its own.
INLINE = frozenset(
    """
    a abbr acronym affectedDocument b bdi bdo big cite code concept data date def del dfn docDate
    docNumber docTitle docType em entity event fillIn font i inline ins kbd label location mark nobr num
    object organization person q quantity ref role rref s samp session small span strike strong sub sup
    term time tt u var wbr
    """.split()  # noqa: SIM905  # it reads better
)

_LONGEST = 1 << 20  # characters of one line before it is cut
_FULL = 1 << 16  # characters that are worth handing on


class Lines:
    """Takes a document's text piece by piece and gives it back as lines.

    Pieces within a line are joined as they are, so that a symbol whose parts are marked up apart comes out
    whole, and white space is made one space. Where the targets of a line's links say more than it does, they
    follow it, one a line.
    """

    def __init__(self, clean: Callable[[str], str] = str) -> None:
        """Begin an empty text; `clean` is done to each line once it is whole."""
        self._clean = clean
        self._pieces: list[str] = []
        self._targets: list[str] = []
        self._lines: list[str] = []
        self._line_size = self._size = 0

    def text(self, piece: str) -> None:
        """Add to the line."""
        self._pieces.append(piece)
        self._line_size += len(piece)
        if self._line_size > _LONGEST:
            self.end()

    def link(self, target: str) -> None:
        """Note where something in the line leads."""
        self._targets.append(target)
        self._line_size += len(target)

    def end(self) -> None:
        """End the line, if there is one."""
        line = " ".join(self._clean("".join(self._pieces)).split())
        if self._targets:
            line = "\n".join([line, *hidden(self._targets, line)]).lstrip("\n")
        if line:
            self._lines.append(f"{line}\n")
            self._size += len(line)
        self._pieces, self._targets, self._line_size = [], [], 0

    @property
    def full(self) -> bool:
        """Whether there is enough to hand on."""
        return self._size > _FULL

    def take(self) -> str:
        """Return the lines ended since the last time."""
        taken = "".join(self._lines)
        self._lines, self._size = [], 0
        return taken
