r"""Make a text ready for the citation reader, with every offset kept.

The symbols that were found are masked, words that the end of a line divides are joined, and characters that are printed
for plain ones are replaced, one character by one.

>>> mask("see A/66/10 and resolution 60/1", [(4, 11)]).replace(MASK, "#")
'see ####### and resolution 60/1'
>>> join_divided_words("resolu-\ntion 60/1")
'resolution   60/1'
>>> fold_characters("\u0666\u0660/\u0661")
'60/1'
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.tuning import DIVIDED_INDENT, DIVIDED_LETTERS
from undocs.tables.characters import plain_characters

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MASK", "fold_characters", "join_divided_words", "mask"]

# No page contains NUL. It is ASCII, so the masked text takes no more memory per character than the text.
MASK = "\0"


def mask(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return `text` with every character in the spans of `taken`, which are in order, replaced by `MASK`."""
    pieces: list[str] = []
    done = 0
    for start, end in taken:
        if end > done:
            first = max(start, done)
            pieces += (text[done:first], MASK * (end - first))
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


# A hyphen after a letter, the end of the line, and the letters that go on. The possessive bounds keep the search
# linear.
_DIVIDED = re.compile(rf"-(?<=[^\W\d_]-)(\r?\n[ \t]{{0,{DIVIDED_INDENT}}}+)([^\W\d_]{{1,{DIVIDED_LETTERS}}}+)")


def join_divided_words(text: str) -> str:
    """Return `text` with the words joined that the end of a line divides ("resolu-", "tion"), at the same length."""
    return _DIVIDED.sub(lambda word: word[2] + " " * (len(word[1]) + 1), text)


def fold_characters(text: str) -> str:
    """Return `text` with digits of other scripts, dashes, brackets and spaces made plain, each at its old offset."""
    return text.translate(_replacements())


@cache
def _replacements() -> dict[int, str]:
    return str.maketrans(dict(plain_characters("citation")))
