"""From the characters that a page prints to the canonical spelling, with every offset kept.

>>> unbreak(f"A/C.4/ {chr(10)}405")[0], canonical_component("ADD.5", lenient=False), canonical_qualifier(" (sect. 3)")
('A/C.4/405', 'Add.5', '(Sect.3)')
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.grammar.patterns import BREAK, WORDS
from undocs.tables.codes import codes
from undocs.tables.lexicon import either, qualifiers
from undocs.tables.rows import rows
from undocs.tables.series import table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["canonical_component", "canonical_qualifier", "fold", "fold_slashes", "unbreak"]

# Characters that are printed for an ASCII one. Each is replaced by one character, so that offsets stay right.
_LOOKALIKES = {
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d",
    " ": "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "/": "\u2044\u2215\uff0f",
    "(": "\uff08",
    ")": "\uff09",
    ".": "\uff0e",
    # Soft hyphens and marks without width: `unbreak` removes them.
    "\xad": "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
} | dict(zip("ABEKMHOPCTXIJS", "АВЕКМНОРСТХІЈЅ", strict=True))
_FOLD = {character: plain for plain, printed in _LOOKALIKES.items() for character in printed}
_FOLD |= {chr(0xFF10 + n): str(n) for n in range(10)}  # full-width digits and capitals
_FOLD |= {chr(0xFF21 + n): chr(65 + n) for n in range(26)}


# Replacement for each named kind of break. Unnamed breaks are removed.
_REPLACED = {"joint": "-", "dot": "/", "bracket": " ", "inside": " "}


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_FOLD)}]")


def fold(text: str) -> str:
    """Return `text` with look-alikes of ASCII characters replaced by these; the length stays the same."""
    return text if text.isascii() else _foldable().sub(lambda printed: _FOLD[printed[0]], text)


def fold_slashes(text: str) -> str:
    """Return `text` folded if it prints a slash as another character, and otherwise as it is."""
    return fold(text) if not text.isascii() and any(slash in text for slash in _LOOKALIKES["/"]) else text


def unbreak(text: str) -> tuple[str, Sequence[int]]:
    """Remove the breaks that a page puts inside symbols from a folded text.

    Returns:
        The text without breaks and, for each of its characters and for its end, the offset in `text`.
    """
    if not BREAK.search(text):
        return text, range(len(text) + 1)
    out: list[str] = []
    offsets: list[int] = []
    done = 0
    for gap in BREAK.finditer(text):
        out.append(text[done : gap.start()])
        offsets.extend(range(done, gap.start()))
        if gap.lastgroup:
            out.append(_REPLACED[gap.lastgroup])
            offsets.append(gap.start())
        done = gap.end()
    out.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(out), offsets


# Letters that character recognition reads for digits: AC.1O9, C.l.
_DIGITS = str.maketrans("lO", "10")


@cache
def _slips() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of slips, each with the canonical spelling."""
    return tuple((re.compile(pattern, re.IGNORECASE), canonical) for pattern, canonical, *_ in rows("slips.tsv"))


def _without_slips(component: str) -> str:
    for pattern, canonical in _slips():
        if slip := pattern.fullmatch(component):
            given = slip.groupdict()
            component = canonical.format(code=given["code"], number=(given.get("number") or "").translate(_DIGITS))
    return component


@cache
def _spellings() -> dict[str, str]:
    """Return the canonical spelling of every word that the tables spell, by its capitals."""
    listed = [row.code for meanings in codes().values() for row in meanings]
    words = [word for word in dict.fromkeys(WORDS.findall(" ".join([*table(), *listed]))) if not word.islower()]
    joined = {code.replace(" ", "").upper(): code for code in listed if " " in code}  # TechnicalPaper.5
    return joined | {word.upper(): word for word in words}


def canonical_component(component: str, *, lenient: bool) -> str | None:
    """Return the canonical spelling of a component, or None if it contains a word that cannot occur in a symbol.

    Codes get the spelling of the table of components: `ADD.5` is `Add.5`. Other words must be in capitals.

    Args:
        component: the component as printed.
        lenient: accept words in any case, as in a symbol that a user typed; lower case becomes upper case.
    """
    spellings = _spellings()

    def word(match: re.Match[str]) -> str:
        printed = match[0]
        known = spellings.get(printed.upper())
        if known is None and printed.endswith(".") and (bare := spellings.get(printed[:-1].upper())):
            known = bare + "."
        if known is not None:
            return known
        if printed.isupper():
            return printed
        if lenient:
            return printed.upper() if printed.islower() else printed
        raise ValueError(printed)

    try:
        return WORDS.sub(word, _without_slips(component))
    except ValueError:
        return None


@cache
def _qualifier() -> re.Pattern[str]:
    """Return the pattern of a word that begins a qualifier and has another canonical spelling, spaces removed.

    Those of catalogues, in capitals, are whole brackets: (SUPP), (OR).
    """
    spelled = {word.replace(" ", ""): canonical for word, canonical in qualifiers().items() if canonical}
    begins = either(word for word, canonical in spelled.items() if not canonical.isupper())
    whole = either(word for word, canonical in spelled.items() if canonical.isupper())
    return re.compile(rf"(?i)\b(?:(?P<begins>{begins})(?-i:(?![a-z]))\.?|(?<=\()(?P<whole>{whole})(?=\)))")


def canonical_qualifier(qualifier: str) -> str:
    """Return the canonical spelling of a qualifier: no spaces, `Part`, `Sect.`, `Vol.`."""
    spelled = {word.replace(" ", ""): canonical for word, canonical in qualifiers().items()}
    return _qualifier().sub(
        lambda match: spelled[(match["begins"] or match["whole"]).lower()], re.sub(r"\s+", "", qualifier)
    )
