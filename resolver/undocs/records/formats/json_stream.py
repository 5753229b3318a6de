"""The objects in a JSON text of any length, one by one: lines of them, an array, or a wrapper around either.

A text is held only as far as its longest object. Wrappers are `{"data": ...}`, as the Library's API answers, and an
object whose members are records by name.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from undocs.records.formats.entry import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["objects"]

_LARGEST = 16 << 20  # characters of an object
_MOST = 10_000  # members of an object that is a record
_SPACE = re.compile(r"[\s,]*")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")  # half a character, which stands for nothing without its other half
_NEXT = re.compile(r'\n[\[\s,]*(?=\{")')  # where one may go on after a broken object


def objects(texts: Iterable[str], known: Callable[[dict[str, Any]], bool]) -> Iterator[Any]:
    """Yield the objects of a JSON text, given in pieces, and a `Fault` for each that is broken.

    Args:
        texts: the text.
        known: whether an object is a record; members of a wrapper that are not are passed over.
    """
    text = _Text(texts)
    broken = False
    while text.next():
        if broken and text.next() in {"]", "}"}:
            text.at += 1  # the end of what the broken one was in
            continue
        try:
            yield from _values(text, known)
        except (ValueError, RecursionError) as error:
            line, broken = text.line(), True
            if text.skip(_NEXT):
                yield Fault(f"line {line}: broken JSON: {_said(error)}")
            else:
                yield Fault(f"line {line}: broken JSON, what follows is not read: {_said(error)}")
                return


def _values(text: _Text, known: Callable[[dict[str, Any]], bool]) -> Iterator[Any]:
    if text.next() == "[":
        text.at += 1
        while text.next() not in {"]", ""}:
            yield text.value()
        text.expect("]")
    elif text.next() == "{":
        yield from _members(text, known)
    else:
        yield text.value()


def _members(text: _Text, known: Callable[[dict[str, Any]], bool]) -> Iterator[Any]:
    """Yield the records that an object wraps, else the object."""
    own: dict[str, Any] = {}
    wraps = False
    text.at += 1
    while text.next() not in {"}", ""}:
        name = text.value()
        if not isinstance(name, str):
            raise ValueError("the name of a member must be a string")  # noqa: TRY004  # it is broken JSON
        text.expect(":")
        if name == "data" and text.next() in {"[", "{"}:
            wraps = True
            yield from _values(text, known)
            continue
        value = text.value()
        if isinstance(value, dict) and known(value):
            wraps = True
            yield value
        elif not wraps:
            own[name] = value
            if len(own) > _MOST:
                raise ValueError("an object of too many members")
    text.expect("}")
    if not wraps:
        yield own


def _said(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)


class _Text:
    """A text that comes in pieces, and the place in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = iter(texts)
        self._decode = json.JSONDecoder().raw_decode
        self._held = ""
        self._lines = 0  # line ends in what is no longer held
        self.at = 0
        self._ended = False

    def next(self) -> str:
        """Go to the next character that is no space or comma and return it; empty at the end."""
        while True:
            found = _SPACE.match(self._held, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self._held) or not self._more():
                return self._held[self.at : self.at + 1]

    def expect(self, character: str) -> None:
        """Go beyond a character."""
        if self.next() != character:
            raise ValueError(f"expected {character}")
        self.at += 1

    def value(self) -> Any:  # noqa: ANN401  # whatever JSON can say
        """Return the value that begins here and go beyond it."""
        self.next()
        while True:
            try:
                value, end = self._decode(self._held, self.at)
            except json.JSONDecodeError as error:
                cut_short = error.pos > len(self._held) - 16 or error.msg.startswith("Unterminated")
                if not cut_short or len(self._held) - self.at > _LARGEST or not self._more():
                    raise
            else:
                # A number may go on in what is still to come.
                if end < len(self._held) or not self._more():
                    if _HALF.search(self._held, self.at, end):
                        value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
                    self.at = end
                    return value

    def line(self) -> int:
        """Return the line of this place, from 1."""
        return self._lines + self._held.count("\n", 0, self.at) + 1

    def skip(self, where: re.Pattern[str]) -> bool:
        """Go to the end of the next match of a short pattern; say whether there is one."""
        while True:
            if found := where.search(self._held, self.at):
                self.at = found.end()
                return True
            self.at = max(self.at, len(self._held) - 64)
            if not self._more():
                return False

    def _more(self) -> bool:
        """Read on; say whether there was more."""
        if self._ended:
            return False
        self._lines += self._held.count("\n", 0, self.at)
        self._held, self.at = self._held[self.at :], 0
        piece = next(self._texts, None)
        # Twice as much each time, so that a long object is not tried again for every piece of it.
        size = len(self._held)
        taken = []
        while piece is not None:
            taken.append(piece)
            size -= len(piece)
            piece = next(self._texts, None) if size > 0 else None
        self._ended = not taken
        self._held += "".join(taken)
        return bool(taken)
