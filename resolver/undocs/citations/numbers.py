"""The numbers of resolutions and decisions: the pattern that finds one, and what it says.

>>> pattern = re.compile(number_pattern({}))
>>> read_number(pattern.search("resolution S-27/2"), {})
Number(shape='session', session='27', serial='2', prefix='S', letters='')
>>> read_number(pattern.search("resolution 217 A (III)"), {})
Number(shape='roman', session='III', serial='217', prefix='', letters='A')
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocs.citations.tuning import HEADING_INDENT
from undocs.tables import treaties
from undocs.tables.characters import plain_characters
from undocs.tables.lexicon import either, words
from undocs.tables.numerals import to_roman
from undocs.tables.rows import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Number",
    "Shape",
    "cue_joins",
    "ends_in_number_word",
    "is_heading",
    "last_word",
    "number_pattern",
    "read_number",
]

Shape = Literal["session", "roman", "year", "bare", "treaty", "decision"]


class Number(NamedTuple):
    """One cited number, such as 60/1, S-27/2, 217 A (III), 1325 (2000), 1325 or 1/CP.21.

    Attributes:
        shape: which of these forms it has.
        session: the session before the slash, or in Roman numerals, or the year in parentheses.
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
def _session_prefixes() -> dict[str, str]:
    """Return the prefix that each Arabic sign of a session stands for, the longest sign first: دإ is S."""
    return {sign: prefix for sign, prefix, *_ in rows("session_signs.tsv")}


@cache
def _letter_alternatives(names: tuple[str, ...]) -> str:
    """Return the pattern of the letters of a resolution's parts: " A", "A and B", or their Arabic names.

    Args:
        names: the names that the language has for letters.
    """
    cyrillic = "".join(plain_characters("part"))
    # A letter ends neither inside a word nor before "B's", "B.x" or "B/x"; in Chinese a classifier or "and" may follow.
    letter = rf"[A-Z{cyrillic}](?![^\W_号號和至]|['’./]\w)"
    continuing = [*words("join"), *words("span")]
    # Cyrillic and Latin words; Arabic and Chinese ones come later in Unicode and need no spaces.
    spaced = either(word for word in continuing if word.isalpha() and not word[0] > "\u0600")
    between = rf"(?:,\ ?|\ ?[-/]\ ?|\ (?:{spaced})\ |[和及或至、])"
    latin = rf"(?:\ ?{letter}(?:{between}{letter}){{0,12}})?"
    if not names:
        return latin
    word = "(?:" + "|".join(names) + r")(?![\u0621-\u0652])"
    return rf"(?:\ ?(?:{word}(?:(?:\ ?[،,-]\ ?|\ ?(?:و|إلى)\ ?){word}){{0,12}}))?|{latin}"


# What may stand for a number; the words in capitals are filled in from the data. Every repeat is bounded. The first
# line dismisses most words by their first letter. The second keeps numbers apart from longer tokens: nothing may be
# joined to the left side, except that a hyphen may join the second number of a range to the first (60/1-60/3).
_NUMBERS = r"""(?x: (?=[\dBCEILMORSVXدإ])
    (?:(?<![0-9A-Za-z/.:_-])|(?<=/\d-)|(?<=/\d\d-)|(?<=/\d{3}-))(?:
      (?P<session_number>                                              # 60/1, S-27/2, 57/270 B; SS: none
        (?:(?P<prefix>ES|SS|S|PREFIXES)\ ?-\ ?)?
        (?P<session>\d{1,4})\s?/\s?(?P<serial>\d{1,5})
        (?![0-9/_]|[:-]\d(?!\d{0,3}/\d)|\.\d(?!\d{0,2}(?:\s|$)))       # not 60/1/2, 60/1-2; but 60/1.12, a note's mark
        (?P<letters>LETTERS)(?!(?!and)[A-Za-z]) )                      # "62/149and 63/168", printed without a space
    | (?P<roman_number>                                                # 217 A (III), 3362 (S-VII), 217 (د-3)
        (?P<roman_serial>\d{1,4})(?P<roman_letters>LETTERS)\s{0,2}
        \(\ ?(?P<roman>(?:E?S-)?[IVXLCCYRILLIC]{1,8}|(?:SIGNS)\ ?-?\ ?\d{1,2})\ ?\) )
    | (?P<year_number>                                                 # 1325 (2000), 1970 (26 February 2011)
        (?P<year_serial>\d{1,4})\s{0,2}\(\ ?(?:DAY)?(?P<year>(?:19|20)\d\d)\ ?\) )
    | (?P<treaty_number>                                               # 1/CP.21
        (?P<treaty_serial>\d{1,3})/(?P<treaty_session>(?:CONFERENCES)\d{1,2}) )
    | (?P<decision_number>                                             # BC-14/12, SS.VII/1, X/1
        (?P<decision_session>(?:BODIES)\d{1,2}|(?:SPECIAL)[IVX]{1,4}|[IVXLC]{1,7})
        /(?P<decision_serial>\d{1,3})(?![0-9A-Za-z_/.])(?P<decision_letters>LETTERS) )
    | (?<!\()(?P<bare_number>                                          # 1325, 第1325号, 217A
        (?:(?P<bare_serial>\d{1,4})(?=\ ?[号號])
         |(?:(?<=\s)|(?<=\sو))(?P<plain_serial>\d{1,4})(?P<bare_letters>[A-Z])?)
        (?![0-9A-Za-z_/%°×-]|[.,:]\d|\ ?[(%×]|\ (?:UNITS|by\ \d)\b)) ))"""  # not 1,325 or 1325 pixels
# The day of a resolution, in the brackets that hold its year in law reviews: 1970 (26 February 2011).
_DAY = r"(?:[Aa]dopted\ )?(?:on\ )?(?:\d{1,2}\ [A-Z][a-z]{2,8}\.?\ |[A-Z][a-z]{2,8}\.?\ \d{1,2},\ )"


def number_pattern(letters: Mapping[str, str]) -> str:
    """Return the pattern of a number.

    Args:
        letters: the Latin letter for each name that the language has for the letter of a part; mostly empty.
    """
    prefixes = _session_prefixes()
    filled = {
        "LETTERS": _letter_alternatives(tuple(letters)),
        "PREFIXES": "|".join(sign for sign, prefix in prefixes.items() if prefix),
        "CYRILLIC": "".join(plain_characters("session")),
        "SIGNS": "|".join(prefixes),
        "DAY": _DAY,
        "CONFERENCES": either(treaties.session_signs(place="after", numerals="arabic")),
        "BODIES": either(treaties.session_signs(place="before", numerals="arabic")),
        "SPECIAL": either(treaties.session_signs(place="before", numerals="roman")),
        "UNITS": either(unit for unit, *_ in rows("units.tsv")),
    }
    return re.sub("|".join(filled), lambda name: filled[name[0]], _NUMBERS)


def read_number(match: re.Match[str], letters: Mapping[str, str]) -> Number:
    """Return the number that a match of `number_pattern` spells.

    Args:
        match: the match.
        letters: the names of letters that the pattern was built with.
    """
    group = match.group
    if group("session_number"):
        prefix = group("prefix") or ""
        prefix = _session_prefixes().get(prefix, prefix)
        return Number("session", group("session"), group("serial"), prefix, _latin_letters(group("letters"), letters))
    if group("roman_number"):
        session = _roman_session(group("roman"))
        return Number("roman", session, group("roman_serial"), "", _latin_letters(group("roman_letters"), letters))
    if group("year_number"):
        return Number("year", group("year"), group("year_serial"))
    if group("treaty_number"):
        return Number("treaty", group("treaty_session"), group("treaty_serial"))
    if group("decision_number"):
        parts = _latin_letters(group("decision_letters"), letters)
        return Number("decision", group("decision_session"), group("decision_serial"), "", parts)
    return Number("bare", "", group("bare_serial") or group("plain_serial"), "", group("bare_letters") or "")


@cache
def _latin() -> dict[int, str]:
    """Return the Latin letter for each Cyrillic one that is typed for it in Russian texts: 3380 (ХХХ)."""
    return str.maketrans(dict(plain_characters("part")) | dict(plain_characters("session")))


def _latin_letters(printed: str, letters: Mapping[str, str]) -> str:
    """Return the letters of parts in Latin capitals."""
    for name, letter in letters.items():
        printed = printed.replace(name, letter)
    return printed.translate(_latin()).strip()


def _roman_session(printed: str) -> str:
    """Return a session in Roman numerals, from Cyrillic look-alikes or from an Arabic sign and number."""
    roman = printed.translate(_latin())
    if roman.isascii():
        return roman
    sign = next(sign for sign in _session_prefixes() if roman.startswith(sign))
    prefix = _session_prefixes()[sign]
    return (prefix and prefix + "-") + to_roman(int("".join(filter(str.isdigit, roman))))


def is_heading(text: str, start: int, end: int) -> bool:
    """Return whether a number begins or fills its line, as the number of a resolution does: "70/10. Cooperation".

    >>> is_heading("70/10. Cooperation", 0, 5), is_heading("see 70/10. Cooperation", 4, 9)
    (True, False)
    """
    line = text[max(0, start - HEADING_INDENT) : start].rstrip(" \t")
    begins = line.endswith("\n") or (not line and start < HEADING_INDENT)
    return begins and re.compile(r"\.?\s*(?:\n|$)|\.\s").match(text, end) is not None


_NUMBER_WORD = r"(?:[Nn](?:os?|r|[°º]|\.?[°º])|[Nn]úms?|№|رقم|#)\.?"  # "No.", "nº", "núm."


@cache
def cue_joins() -> re.Pattern[str]:
    """Return all that may stand between a cue and a number that follows it at once: "No. ", a quotation mark."""
    return re.compile(rf"\s*(?:{_NUMBER_WORD}\s*)?[\"'“«\[*_]{{0,3}}")


@cache
def ends_in_number_word() -> re.Pattern[str]:
    """Return the pattern of the word "No." right before a number."""
    return re.compile(rf"\b{_NUMBER_WORD}\s*$")


@cache
def last_word() -> re.Pattern[str]:
    """Return the pattern of the last word before a number; the word "No." between the two does not count."""
    return re.compile(rf"([^\W\d_]+)(?:[.\s]+{_NUMBER_WORD})?[.\s\"'“«(\[]*$")
