"""The numbers that resolutions and decisions go by, and the marks around them.

A text is read as it is typed: other digits, dashes, brackets, no-break spaces and direction marks are folded one
character to one, so that every offset stays true.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

__all__ = ["NUMBERS", "Number", "fold", "part_letters", "read_number", "stands_alone"]

Shape = Literal["session", "roman", "year", "bare", "treaty", "decision"]


class Number(NamedTuple):
    """One cited number, such as 60/1, S-27/2, 217 A (III), 1325 (2000), 1325 or 1/CP.21.

    Attributes:
        shape: which of these forms it has.
        session: what stands before the slash, or the session in Roman numerals, or the year in parentheses.
        serial: the number of the resolution itself.
        prefix: "S" or "ES" before the session of a special or an emergency special session.
        letters: the parts, "A" or "A to E", as Latin capitals.
    """

    shape: Shape
    session: str
    serial: str
    prefix: str = ""
    letters: str = ""


@cache
def _table() -> dict[int, str]:
    """Return what each odd character is read as."""
    spaces = dict.fromkeys([0xA0, 0x202F, 0x2009, 0x2002, 0x2003, 0x3000, 0x9, 0xD, 0xC, *range(0x200B, 0x2010)], " ")
    marks = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xAD], " ")
    dashes = dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFF0D], "-")
    arabic = {0x660 + digit: str(digit) for digit in range(10)} | {0x6F0 + digit: str(digit) for digit in range(10)}
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "；，。"}
    return spaces | marks | dashes | arabic | wide


def fold(text: str) -> str:
    """Return `text` with odd digits, dashes, brackets and spaces made plain, every character at its old offset."""
    return text.translate(_table())


# Cyrillic letters are typed for Latin ones in Russian texts: 3380 (ХХХ).
_LOOKALIKES = str.maketrans("АВСЕНІКМОРТХЅ", "ABCEHIKMOPTXS")
_LETTER = r"[A-ZАВСЕНКМОРТХ](?![^\W_]|['’./]\w)"
_LETTERS = rf"(?:\ ?{_LETTER}(?:(?:,\ ?|\ ?[-–/]\ ?|\ (?:and|or|to|et|ou|à|y|o|a|al|и|по|und|bis)\ |和|至|、){_LETTER}){{0,12}})?"
_ROMAN = r"(?:E?S-)?[IVXLCІХСЅ]{1,8}"

# What may stand for a number. Every repeat is bounded; the left side may not be glued to a longer token.
NUMBERS = rf"""(?x:
    (?<![0-9A-Za-z/.:_-])(?:
      (?P<session_number>
        (?:(?P<prefix>ES|SS|S|دإط|دإ|إط)\ ?-\ ?)?(?P<session>\d{{1,4}})\ ?/\ ?(?P<serial>\d{{1,5}})(?![0-9/_]|[.:-]\d)
        (?P<letters>LETTERS)(?!(?!and)[A-Za-z]) )
    | (?P<roman_number>
        (?P<roman_serial>\d{{1,4}})(?P<roman_letters>LETTERS)\s{{0,2}}\(\ ?(?P<roman>{_ROMAN}|(?:دإط|دإ|د)\ ?-?\ ?\d{{1,2}})\ ?\) )
    | (?P<year_number>
        (?P<year_serial>\d{{1,4}})\s{{0,2}}\(\ ?(?P<year>(?:19|20)\d\d)\ ?\) )
    | (?P<treaty_number>
        (?P<treaty_serial>\d{{1,3}})/(?P<treaty_session>(?:CP|CMP|CMA|COP)\.\d{{1,2}}) )
    | (?P<decision_number>
        (?P<decision_session>(?:BC|RC|SC|MC|OEWG|SS\.[IVX]{{1,4}}|[IVXLC]{{1,7}})(?:-\d{{1,2}})?)/(?P<decision_serial>\d{{1,3}})(?![0-9A-Za-z_/.]) )
    | (?<!\()(?P<bare_number>(?:\d{{1,4}}(?=\ ?号)|(?<=\s)\d{{1,4}})(?![0-9A-Za-z_/%°×-]|[.,:]\d|\ ?[(%×])) ))"""


def part_letters(names: dict[str, str]) -> str:
    """Return the pattern of the part letters, given the names a language has for them."""
    if not names:
        return _LETTERS
    word = "(?:" + "|".join(names) + r")(?![\u0621-\u0652])"
    return rf"(?:\ ?(?:{word}(?:(?:\ ?[،,-]\ ?|\ ?(?:و|إلى)\ ?){word}){{0,12}}))?|" + _LETTERS


@cache
def _roman(number: int) -> str:
    """Write a session in Roman numerals."""
    pairs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, sign in pairs:
        count, number = divmod(number, value)
        written += sign * count
    return written


_ARABIC_SESSIONS = {"دإط": "ES", "إط": "ES", "دإ": "S", "د": ""}


def read_number(match: re.Match[str], letters: dict[str, str]) -> Number:
    """Turn a match of `NUMBERS` into the number it spells."""
    group = match.group

    def parts(name: str) -> str:
        written = group(name) or ""
        for word, letter in letters.items():
            written = written.replace(word, letter)
        return written.translate(_LOOKALIKES).strip()

    if group("session_number"):
        prefix = group("prefix") or ""
        return Number("session", group("session"), group("serial"), _ARABIC_SESSIONS.get(prefix, prefix), parts("letters"))
    if group("roman_number"):
        roman = group("roman").translate(_LOOKALIKES)
        if not roman.isascii():
            sign = next(sign for sign in _ARABIC_SESSIONS if roman.startswith(sign))
            prefix = _ARABIC_SESSIONS[sign]
            roman = (prefix and prefix + "-") + _roman(int("".join(filter(str.isdigit, roman))))
        return Number("roman", roman, group("roman_serial"), letters=parts("roman_letters"))
    if group("year_number"):
        return Number("year", group("year"), group("year_serial"))
    if group("treaty_number"):
        return Number("treaty", group("treaty_session"), group("treaty_serial"))
    if group("decision_number"):
        return Number("decision", group("decision_session"), group("decision_serial"))
    return Number("bare", "", group("bare_number"))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a number has its line to itself, as a resolution's own number does above its title."""
    line = text[max(0, start - 3) : start].rstrip(" ")
    return (line.endswith("\n") or start == 0) and re.compile(r"\.? *(?:\n|$)").match(text, end) is not None
