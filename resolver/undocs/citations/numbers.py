"""The numbers that resolutions and decisions go by, and the marks around them.

A text is read as it is typed: other digits, dashes, brackets, no-break spaces and direction marks are
folded one character to one, so that every offset stays true.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from undocs.tables.lexicon import either, words
from undocs.tables.numerals import to_roman

__all__ = ["Number", "Shape", "fold", "is_heading", "number_pattern", "read_number"]

Shape = Literal["session", "roman", "year", "bare", "treaty", "decision"]

_INDENT = 40  # characters a line may be indented


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
    blanks = (0x09, 0x0C, 0x0D, 0xA0, 0xAD, 0x202F, 0x3000, 0xFEFF)
    ranges = (range(0x2000, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x206A))
    spaces = dict.fromkeys([*blanks, *(code for codes in ranges for code in codes)], " ")
    dashes = dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFF0D], "-")
    digits = {zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "；，"}
    return wide | spaces | dashes | digits


def fold(text: str) -> str:
    """Return `text` with odd digits, dashes, brackets and spaces made plain, each at its old offset."""
    return text.translate(_table())


# Cyrillic letters are typed for Latin ones in Russian texts: 3380 (ХХХ).
_LOOKALIKES = str.maketrans("АВСЕНІКМОРТХЅ", "ABCEHIKMOPTXS")
_LETTER = r"[A-ZАВСЕНКМОРТХ](?!(?![号號和至])[^\W_]|['’./]\w)"
_CONTINUING = [*words("join"), *words("span")]
_SPACED = either(word for word in _CONTINUING if word.isalpha() and not word[0] > "\u0600")
_BETWEEN = rf"(?:,\ ?|\ ?[-/]\ ?|\ (?:{_SPACED})\ |[和及或至、])"
_LETTERS = rf"(?:\ ?{_LETTER}(?:{_BETWEEN}{_LETTER}){{0,12}})?"
# An Arabic session is a letter and a number: (د-15) is (XV), دإ special, دإط emergency special.
_ARABIC_SESSIONS = {"دإط": "ES", "إط": "ES", "دإ": "S", "د": ""}
_SIGNS = "|".join(_ARABIC_SESSIONS)

# Behind a number, these make the resolution that of an image or a clock.
_UNITS = r"x|by\ \d|[dp]pi|px|pixels?|lines?|dots?|points?|samples?|bits?|bytes?|[kMG]?Hz|[nµmck]?m|[nµm]?s"
# The date of a resolution, in the brackets that hold its year in law reviews: 1970 (26 February 2011).
_DAY = r"(?:[Aa]dopted\ )?(?:on\ )?(?:\d{1,2}\ [A-Z][a-z]{2,8}\.?\ |[A-Z][a-z]{2,8}\.?\ \d{1,2},\ )"
# What may stand for a number. Every repeat is bounded; the left side may not be glued to a longer token. Most words
# are dismissed by their first letter.
_NUMBERS = rf"""(?x: (?=[\dBCEILMORSVXدإ])
    (?:(?<![0-9A-Za-z/.:_-])|(?<=/\d-)|(?<=/\d\d-)|(?<=/\d{{3}}-))(?:
      (?P<session_number>
        (?:(?P<prefix>ES|SS|S|دإط|دإ|إط)\ ?-\ ?)?
        (?P<session>\d{{1,4}})\s?/\s?(?P<serial>\d{{1,5}})(?![0-9/_]|[:-]\d(?!\d{{0,3}}/\d)|\.\d(?!\d{{0,2}}(?:\s|$)))
        (?P<letters>LETTERS)(?!(?!and)[A-Za-z]) )
    | (?P<roman_number>
        (?P<roman_serial>\d{{1,4}})(?P<roman_letters>LETTERS)\s{{0,2}}
        \(\ ?(?P<roman>(?:E?S-)?[IVXLCІХСЅ]{{1,8}}|(?:{_SIGNS})\ ?-?\ ?\d{{1,2}})\ ?\) )
    | (?P<year_number>
        (?P<year_serial>\d{{1,4}})\s{{0,2}}\(\ ?(?:DAY)?(?P<year>(?:19|20)\d\d)\ ?\) )
    | (?P<treaty_number>
        (?P<treaty_serial>\d{{1,3}})/(?P<treaty_session>(?:CP|CMP|CMA|COP)\.\d{{1,2}}) )
    | (?P<decision_number>
        (?P<decision_session>(?:BC|RC|SC|MC|OEWG)-\d{{1,2}}|SS\.[IVX]{{1,4}}|[IVXLC]{{1,7}})
        /(?P<decision_serial>\d{{1,3}})(?![0-9A-Za-z_/.])(?P<decision_letters>LETTERS) )
    | (?<!\()(?P<bare_number>
        (?:(?P<bare_serial>\d{{1,4}})(?=\ ?[号號])
         |(?:(?<=\s)|(?<=\sو))(?P<plain_serial>\d{{1,4}})(?P<bare_letters>[A-Z])?)
        (?![0-9A-Za-z_/%°×-]|[.,:]\d|\ ?[(%×]|\ (?:UNITS)\b)) ))"""


def number_pattern(letters: dict[str, str]) -> str:
    """Return the pattern of a number, given the names a language has for the letters of its parts."""
    either = _LETTERS
    if letters:
        word = "(?:" + "|".join(letters) + r")(?![\u0621-\u0652])"
        either = rf"(?:\ ?(?:{word}(?:(?:\ ?[،,-]\ ?|\ ?(?:و|إلى)\ ?){word}){{0,12}}))?|{_LETTERS}"
    return _NUMBERS.replace("LETTERS", either).replace("UNITS", _UNITS).replace("DAY", _DAY)


def read_number(match: re.Match[str], letters: dict[str, str]) -> Number:
    """Turn a match of `number_pattern` into the number it spells."""
    group = match.group
    if group("session_number"):
        prefix = group("prefix") or ""
        prefix = _ARABIC_SESSIONS.get(prefix, prefix)
        return Number("session", group("session"), group("serial"), prefix, _parts(group("letters"), letters))
    if group("roman_number"):
        session = _session(group("roman"))
        return Number("roman", session, group("roman_serial"), letters=_parts(group("roman_letters"), letters))
    if group("year_number"):
        return Number("year", group("year"), group("year_serial"))
    if group("treaty_number"):
        return Number("treaty", group("treaty_session"), group("treaty_serial"))
    if group("decision_number"):
        letters_of = _parts(group("decision_letters"), letters)
        return Number("decision", group("decision_session"), group("decision_serial"), letters=letters_of)
    return Number("bare", "", group("bare_serial") or group("plain_serial"), letters=group("bare_letters") or "")


def _parts(written: str, letters: dict[str, str]) -> str:
    for word, letter in letters.items():
        written = written.replace(word, letter)
    return written.translate(_LOOKALIKES).strip()


def _session(written: str) -> str:
    """Return a session in Roman numerals, from Cyrillic look-alikes or from an Arabic number."""
    roman = written.translate(_LOOKALIKES)
    if roman.isascii():
        return roman
    sign = next(sign for sign in _ARABIC_SESSIONS if roman.startswith(sign))
    prefix = _ARABIC_SESSIONS[sign]
    return (prefix and prefix + "-") + to_roman(int("".join(filter(str.isdigit, roman))))


def is_heading(text: str, start: int, end: int) -> bool:
    """Say whether a number heads or fills its line, as a resolution's own does: "70/10. Cooperation"."""
    line = text[max(0, start - _INDENT) : start].rstrip(" \t")
    return (line.endswith("\n") or (not line and start < _INDENT)) and re.compile(r"\.?\s*(?:\n|$)|\.\s").match(
        text, end
    ) is not None
