r"""Characters that are printed or typed for plain ones, from `data/lookalike_characters.tsv`.

Both readers of a text, that of symbols and that of citations, replace one character by one, so that every offset stays
true. They replace different sets: the reader of symbols takes marks without width out, for which "\xad" stands; the
reader of citations makes them spaces.

>>> plain_characters("symbol")["\u2011"], plain_characters("citation")["\u0664"]
('-', '4')
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from undocs.tables.rows import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Reader", "plain_characters"]

Reader = Literal["symbol", "citation", "part", "session"]


@cache
def plain_characters(reader: Reader) -> Mapping[str, str]:
    """Return what a reader reads each look-alike character as.

    Args:
        reader: `symbol`; `citation`; `part`, the letter of a part of a resolution; or `session`, in Roman numerals.
    """
    plain: dict[str, str] = {}
    for printed, read_as, readers, *_ in rows("lookalike_characters.tsv"):
        if reader in readers.split():
            codes, targets = _code_points(printed), _code_points(read_as)
            plain |= {chr(code): chr(targets[place % len(targets)]) for place, code in enumerate(codes)}
    return plain


def _code_points(field: str) -> range:
    """Return the code points of a field, `2010` or `FF10-FF19`."""
    first, _, last = field.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
