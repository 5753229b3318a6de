"""What is known of the person's terminal: whether there is one, its colours and links."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["OBEYED", "Color", "cell", "console", "is_terminal", "plain", "say"]

Color = Literal["auto", "always", "never"]

# Control characters, and the marks that turn the direction of text: foreign text goes to a terminal without them.
# JSON escapes the first of them by itself.
OBEYED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSAFE = re.compile(rf"(?:[\x00-\x1f]|{OBEYED.pattern})+")


def plain(text: str) -> str:
    """Return foreign text with everything taken out that a terminal would obey."""
    return _UNSAFE.sub(" ", text).strip()


def cell(value: object) -> str:
    """Return a value as one cell of a line: nothing for None, lists joined by a bar, nothing a terminal obeys."""
    if isinstance(value, list | tuple):
        return "|".join(map(cell, value))
    return "" if value is None else plain(str(value))


def is_terminal(stream: TextIO) -> bool:
    """Whether a person sees what is written to the stream."""
    return stream.isatty()


def say(message: str) -> None:
    """Tell the person something that is no result, on standard error; results go on where nobody can be told."""
    with suppress(OSError):
        print("undocs:", *map(plain, message.splitlines()[:1]), file=sys.stderr)
        for line in message.splitlines()[1:]:
            print(_UNSAFE.sub(" ", line).rstrip(), file=sys.stderr)


class _Trimmed:
    """A stream whose lines do not end in the spaces that fill a window up."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r" +(?=\n)", "", text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 # whatever the stream has
        return getattr(self._stream, name)


def console(stream: TextIO, color: Color) -> Console:
    """Return a rich console for the stream; NO_COLOR, FORCE_COLOR and TERM=dumb count when colour is `auto`."""
    from rich.console import Console

    return Console(
        file=stream if is_terminal(stream) else cast("TextIO", _Trimmed(stream)),
        force_terminal=True if color == "always" else None,
        no_color=True if color == "never" else None,
        color_system=None if color == "never" else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )
