"""Read the objects of a JSON text of any length one by one: an object a line, an array, or a wrapper of either.

Memory holds no more than the longest object. A wrapper is `{"data": ...}`, as in responses of the Library's service, or
an object whose members are records.

>>> list(objects(['{"data": [{"id": 1}, {"i', 'd": 2}]}'], lambda row: "id" in row))
[{'id': 1}, {'id': 2}]
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from undocs.records.formats.entry import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["objects"]

_MAX_OBJECT = 16 << 20  # characters of an object, which is held in memory; real ones have some ten thousand
_MAX_MEMBERS = 10_000  # members of an object that is not a wrapper; a record has some tens
_MARGIN = 16  # characters: an error so near the end of what was read may be the end of the piece, not of the object
_OVERLAP = 64  # characters that are searched again with the next piece, since `_NEXT` may be cut by the end of a piece
# Space and commas between objects; commas are not counted, so that a trailing one does no harm.
_SPACE = re.compile(r"[\s,]*")
# An escape for half of a surrogate pair, which may lack the other half and cannot be encoded then.
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
# The start of the next object after a broken one: on a line of its own.
_NEXT = re.compile(r'\n[\[\s,]*(?=\{")')


def objects(texts: Iterable[str], is_record: Callable[[dict[str, Any]], bool]) -> Iterator[Any]:
    """Yield the objects of a JSON text, and a `Fault` for each that is broken.

    Args:
        texts: the text, cut at any place.
        is_record: returns whether an object is a record; other members of a wrapper are skipped.
    """
    text = _Text(texts)
    broken = False
    while text.next():
        if broken and text.next() in {"]", "}"}:
            text.at += 1  # the end of the array or object that the broken one was in
            continue
        try:
            yield from _values(text, is_record)
        except (ValueError, RecursionError) as error:
            line, broken = text.line(), True
            if text.skip(_NEXT):
                yield Fault(f"line {line}: broken JSON: {_reason(error)}")
            else:
                yield Fault(f"line {line}: broken JSON, the rest is not read: {_reason(error)}")
                return


def _values(text: _Text, is_record: Callable[[dict[str, Any]], bool]) -> Iterator[Any]:
    """Yield the objects of the value at this place: of an array, of a wrapper, or the value itself."""
    if text.next() == "[":
        text.at += 1
        while text.next() not in {"]", ""}:
            yield text.value()
        text.expect("]")
    elif text.next() == "{":
        yield from _members(text, is_record)
    else:
        yield text.value()


def _members(text: _Text, is_record: Callable[[dict[str, Any]], bool]) -> Iterator[Any]:
    """Yield the records in an object that is a wrapper, else the object."""
    own: dict[str, Any] = {}
    wraps = False
    text.at += 1
    while text.next() not in {"}", ""}:
        name = text.value()
        if not isinstance(name, str):
            raise ValueError("the name of a member is not a string")  # noqa: TRY004  # it is broken JSON
        text.expect(":")
        if name == "data" and text.next() in {"[", "{"}:
            wraps = True
            yield from _values(text, is_record)
            continue
        value = text.value()
        if isinstance(value, dict) and is_record(value):
            wraps = True
            yield value
        elif not wraps:
            own[name] = value
            if len(own) > _MAX_MEMBERS:
                raise ValueError("an object with too many members")
    text.expect("}")
    if not wraps:
        yield own


def _reason(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)


class _Text:
    """A text that arrives in pieces, and a position in it.

    Attributes:
        at: offset of the position in the characters that are held.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = iter(texts)
        self._decode = json.JSONDecoder().raw_decode
        self._held = ""
        self._lines = 0  # line ends before the characters that are held
        self.at = 0
        self._ended = False

    def next(self) -> str:
        """Move to the next character that is not a space or comma, and return it; empty at the end."""
        while True:
            found = _SPACE.match(self._held, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self._held) or not self._more():
                return self._held[self.at : self.at + 1]

    def expect(self, character: str) -> None:
        """Move past a character, which must be the next one."""
        if self.next() != character:
            raise ValueError(f"expected {character}")
        self.at += 1

    def value(self) -> Any:  # noqa: ANN401  # any value of JSON
        """Return the value at this position, and move past it."""
        self.next()
        while True:
            try:
                value, end = self._decode(self._held, self.at)
            except json.JSONDecodeError as error:
                cut_short = error.pos > len(self._held) - _MARGIN or error.msg.startswith("Unterminated")
                if not cut_short or len(self._held) - self.at > _MAX_OBJECT or not self._more():
                    raise
            else:
                # A number at the end may continue in the next piece.
                if end < len(self._held) or not self._more():
                    if _SURROGATE.search(self._held, self.at, end):
                        value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
                    self.at = end
                    return value

    def line(self) -> int:
        """Return the line of this position, from 1."""
        return self._lines + self._held.count("\n", 0, self.at) + 1

    def skip(self, where: re.Pattern[str]) -> bool:
        """Move to the end of the next match of a pattern; return whether there is one."""
        while True:
            if found := where.search(self._held, self.at):
                self.at = found.end()
                return True
            self.at = max(self.at, len(self._held) - _OVERLAP)
            if not self._more():
                return False

    def _more(self) -> bool:
        """Hold more of the text; return whether there was more."""
        if self._ended:
            return False
        self._lines += self._held.count("\n", 0, self.at)
        self._held, self.at = self._held[self.at :], 0
        piece = next(self._texts, None)
        # What is held is doubled each time, so that a long object is not parsed again for every piece of it.
        size = len(self._held)
        taken = []
        while piece is not None:
            taken.append(piece)
            size -= len(piece)
            piece = next(self._texts, None) if size > 0 else None
        self._ended = not taken
        self._held += "".join(taken)
        return bool(taken)
