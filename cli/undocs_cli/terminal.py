r"""Text for a terminal: removing what a terminal would obey, diagnostics on standard error, the rich console.

>>> printable("A/66/10\x1b[2J")
'A/66/10 [2J'
>>> cell(["en", None, "fr"])
'en||fr'
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["OBEYED", "Color", "cell", "console", "is_terminal", "printable", "say"]

Color = Literal["auto", "always", "never"]

# Characters that a terminal obeys and does not show, beyond the ASCII controls: DEL and the C1 controls, and the marks
# that change the direction of text. JSON escapes the ASCII controls by itself, so that it needs only these.
OBEYED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSAFE = re.compile(rf"(?:[\x00-\x1f]|{OBEYED.pattern})+")


def printable(text: str) -> str:
    """Return text from outside without the characters that a terminal obeys; each run of them becomes a space."""
    return _UNSAFE.sub(" ", text).strip()


def cell(value: object) -> str:
    """Return a value as one cell of a line, safe to print.

    None is empty. The items of a list are joined by `|`, the fields of a named tuple by a space without the empty ones.
    """
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return printable(" ".join(str(field) for field in value if field not in {"", None}))
    if isinstance(value, list | tuple):
        return "|".join(map(cell, value))
    return "" if value is None else printable(str(value))


def is_terminal(stream: TextIO) -> bool:
    """Return whether the stream is a terminal."""
    return stream.isatty()


def say(message: str) -> None:
    """Print a diagnostic to standard error; where that is closed or full, the message is lost and the run goes on."""
    with suppress(OSError):
        print("undocs:", *map(printable, message.splitlines()[:1]), file=sys.stderr)
        for line in message.splitlines()[1:]:
            print(_UNSAFE.sub(" ", line).rstrip(), file=sys.stderr)


class _Trimmed:
    """A stream that drops the spaces with which rich fills each line up to the width of the window."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r" +(?=\n)", "", text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 # whatever the stream has
        return getattr(self._stream, name)


def console(stream: TextIO, color: Color) -> Console:
    """Return a rich console for a stream; `auto` colour follows NO_COLOR, FORCE_COLOR and TERM=dumb."""
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
