"""From the characters that a page prints to the canonical spelling, with every offset kept.

>>> unbreak(f"A/C.4/ {chr(10)}405")[0], canonical_component("ADD.5", lenient=False), canonical_qualifier(" (sect. 3)")
('A/C.4/405', 'Add.5', '(Sect.3)')
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.grammar.patterns import BREAK, WORDS
from undocs.tables.characters import plain_characters
from undocs.tables.codes import codes
from undocs.tables.lexicon import either, qualifiers
from undocs.tables.rows import rows
from undocs.tables.series import table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["canonical_component", "canonical_qualifier", "fold", "fold_slashes", "unbreak"]

# Replacement for each named kind of break. Unnamed breaks are removed.
_REPLACED = {"joint": "-", "dot": "/", "bracket": " ", "inside": " "}


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(plain_characters('symbol'))}]")


@cache
def _slashes() -> tuple[str, ...]:
    """Return the characters that are printed for a slash."""
    return tuple(printed for printed, plain in plain_characters("symbol").items() if plain == "/")


def fold(text: str) -> str:
    """Return `text` with look-alikes of ASCII characters replaced by these; the length stays the same."""
    if text.isascii():
        return text
    plain = plain_characters("symbol")
    return _foldable().sub(lambda printed: plain[printed[0]], text)


def fold_slashes(text: str) -> str:
    """Return `text` folded if it prints a slash as another character, and otherwise as it is."""
    return fold(text) if not text.isascii() and any(slash in text for slash in _slashes()) else text


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
