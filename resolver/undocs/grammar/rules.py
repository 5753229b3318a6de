"""Which components make a symbol: where one may end, and which numbers a series may carry.

>>> is_complete(["60", "1"], lenient=False), is_complete(["CONF"], lenient=False)
(True, False)
>>> is_plausible(["WXYZ", "CONF", "2019", "L.3"]), is_plausible(["WXYZ", "CONF.2"])
(True, False)
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.tables.codes import codes
from undocs.tables.countries import country
from undocs.tables.lexicon import either, words
from undocs.tables.series import series_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.tables.series import Series

__all__ = ["has_number", "is_complete", "is_numbered_as", "is_plausible"]

_NUMBER = re.compile(r"[0-9]")
_ROMAN_QUALIFIED = re.compile(r"(?:RES|DEC)?[(\[](?:E?S-|ORG-)?[IVXLC]+[)\]]")  # A/RES(XXIX), TD(III)
# A country, a language or a word that may end a symbol: CEDAW/C/2004/I/CRP.3/Add.2/SVN, A/50/864/Annex.
_LAST_WORD = re.compile(r"[A-Z]{1,12}(?:-[A-Z]{1,5})?")
_SPELLED_OUT = len("BRIEF.")  # a code of so many letters is a word, which needs no number

# What may follow the letter of an organ (A, S, E, T) at once. Two numbers more and it is an archive's.
_TYPED = re.compile(
    r"(?:RES|DEC|PRST|INF|NGO|BUR|SPC|Agenda|[A-Z]{1,4}\.[0-9]{1,5})(?:/|$|\()"
)  # A/RES/60/1, A/C.1/60/L.2
_SESSION = re.compile(r"(?:[1-9][0-9]|E?S-[0-9]{1,2})/")  # A/66/10, A/S-27/19
_YEARLY = re.compile(r"[1-9][0-9]{3}/")  # S/2004/5, E/2020/6
_SERIAL = re.compile(r"[1-9][0-9]{2,4}(?:$|\(|/(?![0-9]+(?:/|$)))")  # A/4494, S/12345/Add.1; not A/123456, not A/123/4
_CHANGED = re.compile(r"[1-9][0-9]/(?:Add|Corr|Rev)\.[0-9]")  # A/64/Add.1, of 1946
_SHORT_SERIAL = re.compile(r"[1-9][0-9]{0,4}(?:/|$|\()")  # S/24, where the user or a cue word says that it is a symbol
_FOUR_NUMBERS = re.compile(r"(?:[0-9]+/){3}")

_CODE = either(code[:-1] for code in words("code"))
# Components that only a UN document has: a year, a numbered type, a conference.
_STRUCTURE = re.compile(
    rf"/(?:(?:19[4-9]|20[0-4])[0-9](?=/)|(?:{_CODE}|WG|CONF|AC|COP|MSP|Res|Dec)\.[0-9]+|INF|RES|CONF|MSP|COP)(?=/|$)"
)


def has_number(text: str) -> bool:
    """Return whether a component, or a whole tail, has a number or a Roman session in brackets."""
    return bool(_NUMBER.search(text) or _ROMAN_QUALIFIED.search(text))


def is_complete(components: Sequence[str], *, lenient: bool) -> bool:
    """Return whether the components so far form a complete symbol.

    It ends in a number, in a country's letters after a number, or in a final word.

    Args:
        components: those after the head.
        lenient: for a symbol that a user typed, any word may be the last.
    """
    last = components[-1]
    if has_number(last):
        return True
    if not any(map(_NUMBER.search, components)):
        return False
    if lenient or (last.istitle() and len(last) > 3) or country(last):
        return True
    return len(components) > 2 and _LAST_WORD.fullmatch(last) is not None and last + "." not in _numbered_codes()


@cache
def _numbered_codes() -> frozenset[str]:
    """Return the codes that require a number. Long ones (`BROCHURE`) do not."""
    return frozenset(code for code in codes() if len(code) < _SPELLED_OUT)


def is_numbered_as(components: Sequence[str], row: Series, *, short: bool) -> bool:
    """Return whether the numbers of a symbol are such as its listed series gives.

    Args:
        components: the whole symbol.
        row: its series.
        short: accept a short serial number (`S/24`), as after a cue word.
    """
    head, _, rest = "/".join(components).partition("/")
    if not has_number(rest):
        return False
    # L/4907 is ambiguous, and SG/Inf(2019)1 is a number of the Council of Europe.
    if row.kind == "press" and not short and (len(head) == 1 or "(" in rest):
        return False
    if len(row.prefix) == 1:
        return _is_organ_numbered(head, row.prefix, rest, short=short)
    return short or not (len(components) == 2 and len(head) <= 3 and re.fullmatch(r"[0-9]{1,2}", components[1]))


def _is_organ_numbered(head: str, organ: str, rest: str, *, short: bool) -> bool:
    """Return whether the tail after an organ's letter is one that the organ gives.

    An organ's letter takes no suffix (`S(1)/2` is algebra), and no symbol has four consecutive numbers (`A/46/1/3/6` is
    an archive's reference).
    """
    if head != organ or (_FOUR_NUMBERS.match(rest) and not short):
        return False
    return bool(
        _TYPED.match(rest)
        or (head == "A" and _SESSION.match(rest))
        or (head in "ES" and _YEARLY.match(rest))
        or _SERIAL.match(rest)
        or _CHANGED.match(rest)
        or (short and _SHORT_SERIAL.match(rest))
    )


def is_plausible(components: Sequence[str]) -> bool:
    """Return whether an unlisted series still looks like one of the UN, from the structure of the symbol alone."""
    canonical = "/".join(components)
    known = 1 if series_of(components[:1]) else 0
    return (
        len(components) > 2 + known
        and all(len(head) > 1 and head.isalpha() and head.isupper() for head in components[known : known + 1])
        and bool(re.search(r"[0-9]\)?$", canonical))
        and bool(_STRUCTURE.search(canonical))
    )
