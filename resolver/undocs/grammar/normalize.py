"""From what a page prints to the canonical spelling, with every offset kept."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.grammar.patterns import BREAK, WORDS
from undocs.tables.codes import codes
from undocs.tables.series import table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["fold", "fold_slashes", "mend", "respell", "respell_qualifier"]

# Characters that stand for an ASCII one in print; each keeps its place, so offsets stay right.
_LOOKALIKES = {
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d",
    " ": "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "/": "\u2044\u2215\uff0f",
    "(": "\uff08",
    ")": "\uff09",
    ".": "\uff0e",
    # Soft hyphens and marks that take no room: taken out when a symbol is mended.
    "\xad": "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
} | dict(zip("ABEKMHOPCTXIJS", "АВЕКМНОРСТХІЈЅ", strict=True))
_FOLD = {character: plain for plain, printed in _LOOKALIKES.items() for character in printed}
_FOLD |= {chr(0xFF10 + n): str(n) for n in range(10)}  # full-width digits and capitals
_FOLD |= {chr(0xFF21 + n): chr(65 + n) for n in range(26)}


# What stands in the place of a break, by the name of its pattern; of the others nothing is left.
_MENDED = {"joint": "-", "dot": "/", "bracket": " ", "inside": " "}


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_FOLD)}]")


def fold(text: str) -> str:
    """Return `text` with the print's look-alikes of ASCII characters made plain, length unchanged."""
    return text if text.isascii() else _foldable().sub(lambda printed: _FOLD[printed[0]], text)


def fold_slashes(text: str) -> str:
    """Return `text` folded if a slash in it is printed as another character, and else as it stands."""
    return fold(text) if not text.isascii() and any(slash in text for slash in _LOOKALIKES["/"]) else text


def mend(text: str) -> tuple[str, Sequence[int]]:
    """Take the page's breaks out of a folded text.

    Returns the mended text and, for each of its characters and its end, the offset it had in `text`.
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
            out.append(_MENDED[gap.lastgroup])
            offsets.append(gap.start())
        done = gap.end()
    out.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(out), offsets


# Slips of print and of character recognition: `Add.I`, `Add2`, `PV6`; and `C.l`, `AC.1O9`.
_SLIP = re.compile(r"^(?P<code>Add|Rev|Corr)\.[lI]$|^(?P<code2>PV|SR|Add|Rev|Corr)(?P<number>[0-9]+)$", re.IGNORECASE)
_MISREAD = re.compile(r"(?:(?i:Add|Rev|Corr|PV|SR)|A?C|CN|CONF|L)\.[0-9lO]*[lO][0-9lO]*")
_DIGITS = str.maketrans("lO", "10")


@cache
def _spellings() -> dict[str, str]:
    """Return the canonical spelling of every word that the tables spell, by its capitals."""
    listed = [row.code for rows in codes().values() for row in rows]
    words = [word for word in dict.fromkeys(WORDS.findall(" ".join([*table(), *listed]))) if not word.islower()]
    joined = {code.replace(" ", "").upper(): code for code in listed if " " in code}  # TechnicalPaper.5
    return joined | {word.upper(): word for word in words}


def respell(component: str, *, lenient: bool) -> str | None:
    """Return the canonical spelling of a component, or None where a word in it is none of a symbol.

    Codes take the spelling of the table of components (`ADD.5` is `Add.5`). Other words must be in
    capitals; with `lenient` any word will do, and lower case is raised.
    """
    spellings = _spellings()
    if _MISREAD.fullmatch(component):
        code, _, number = component.partition(".")
        component = f"{code}.{number.translate(_DIGITS)}"
    component = _SLIP.sub(lambda slip: (slip["code"] or slip["code2"]) + "." + (slip["number"] or "1"), component)

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
        return WORDS.sub(word, component)
    except ValueError:
        return None


def respell_qualifier(qualifier: str) -> str:
    """Return the canonical spelling of a bracketed qualifier: no spaces, `Part`, `Sect.`, `Vol.` so written.

    Translators write their own word for `Part`, and nothing else of a symbol.
    """
    text = re.sub(r"\s+", "", qualifier)
    text = re.sub(r"(?i)\b(?:teil|partie|parte|part(s?))\.?", lambda m: "Part" + (m[1] or "").lower(), text)
    text = re.sub(r"(?i)\b(income)?sect(?:ion)?\.?(?=\d)", lambda m: "Incomesect." if m[1] else "Sect.", text)
    text = re.sub(r"(?i)\bvol(s?)\.?", lambda m: f"Vol{m[1].lower()}.", text)
    text = re.sub(r"(?i)\b(?:resumption)(s?)", lambda m: "Resumption" + m[1].lower(), text)
    return re.sub(r"(?i)\((supp|or)\)", lambda m: m[0].upper(), text)
