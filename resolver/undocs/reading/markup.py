r"""The lines of a marked-up text, for the readers of HTML, XML and DOCX.

>>> lines = Lines()
>>> lines.text("See "), lines.text("A/66/"), lines.text("10"), lines.end()
(None, None, None, None)
>>> lines.take()
'See A/66/10\n'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.reading.limits import CHUNK, MARKUP_LINE
from undocs.reading.link_targets import hidden

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["INLINE", "Lines"]

# Elements within a line, of HTML and of Akoma Ntoso; every other element begins and ends a line.
INLINE = frozenset(
    """
    a abbr acronym affectedDocument b bdi bdo big cite code concept data date def del dfn docDate
    docNumber docTitle docType em entity event fillIn font i inline ins kbd label location mark nobr num
    object organization person q quantity ref role rref s samp session small span strike strong sub sup
    term time tt u var wbr
    """.split()  # noqa: SIM905  # it reads better
)


class Lines:
    """Collects the text of a document as its elements come, and returns it as lines.

    Text within a line is joined as it is, so that a symbol whose characters are in several elements is whole. White
    space becomes one space. Link targets that name a document which the line does not name follow it, each on a line.
    """

    def __init__(self, clean: Callable[[str], str] = str) -> None:
        """Start an empty text; `clean` is applied to each line when it is complete."""
        self._clean = clean
        self._texts: list[str] = []
        self._targets: list[str] = []
        self._lines: list[str] = []
        self._line_size = self._size = 0

    def text(self, text: str) -> None:
        """Add text to the line."""
        self._texts.append(text)
        self._line_size += len(text)
        if self._line_size > MARKUP_LINE:
            self.end()

    def link(self, target: str) -> None:
        """Add the target of a link in the line."""
        self._targets.append(target)
        self._line_size += len(target)

    def end(self) -> None:
        """End the line; an empty line is left out."""
        line = " ".join(self._clean("".join(self._texts)).split())
        if self._targets:
            line = "\n".join([line, *hidden(self._targets, line)]).lstrip("\n")
        if line:
            self._lines.append(f"{line}\n")
            self._size += len(line)
        self._texts, self._targets, self._line_size = [], [], 0

    @property
    def full(self) -> bool:
        """Return whether there are enough lines for a chunk."""
        return self._size > CHUNK

    def take(self) -> str:
        """Return the lines that ended since the last call."""
        taken = "".join(self._lines)
        self._lines, self._size = [], 0
        return taken
