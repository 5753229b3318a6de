"""Whole phrases that stand for one document, such as a supplement to the Official Records.

"General Assembly, Seventy-eighth Session, Supplement No. 10" is A/78/10. Nearly always the symbol is printed after a
supplement; only one without it is a citation. The phrases are data, `[[phrases]]` in `data/citations/`.

>>> text = "Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 10"
>>> [found for phrase in phrases("en") for found in phrase.find(text)]
[(0, 83, 'A/78/10')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from undocs.citations.masking import MASK, fold_characters
from undocs.citations.tuning import AFTER_ANCHOR, BEFORE_ANCHOR, PHRASE_TO_SYMBOL
from undocs.citations.vocabulary import language_data
from undocs.tables.supplements import supplement_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Phrase", "phrases"]

# An ordinal in words, "seventy-eighth", of at most four of them: French has "quatre-vingt-dix-septième".
_ORDINAL = r"(?:(?:{words})[ -]?(?:et |und|و)?){{1,4}}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a language: strings to look for, its pattern, and how its symbol is made.

    Attributes:
        anchors: strings of which every such phrase contains one.
        pattern: the phrase, compiled when an anchor is found; its named groups fill `symbol`.
        symbol: the template of the symbol; empty for a supplement, whose symbol is worked out from its number and its
            session or year.
        ordinals: the value of each word of an ordinal ("seventy" 70, "eighth" 8); they add up.
    """

    anchors: tuple[str, ...]
    pattern: str
    symbol: str
    ordinals: Mapping[str, int]

    @classmethod
    def from_data(cls, entry: Mapping[str, Any]) -> Phrase:
        """Return the phrase that an entry of a language's file describes."""
        ordinals = entry.get("ordinals", {})
        pattern = entry["pattern"].replace("ORDINAL", _ORDINAL.format(words=_any_word(ordinals)))
        return cls(tuple(entry["anchors"]), pattern, entry.get("symbol", ""), ordinals)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and symbol, in any spelling, of each such phrase in a text whose symbols are masked."""
        for anchor in self.anchors:
            at = text.find(anchor)
            while at >= 0:
                offset = max(0, at - BEFORE_ANCHOR)
                for match in re.finditer(self.pattern, fold_characters(text[offset : at + AFTER_ANCHOR])):
                    start, end = offset + match.start(), offset + match.end()
                    printed = MASK in text[end : end + PHRASE_TO_SYMBOL].partition("\n")[0]
                    if start <= at < end + len(anchor) and not printed and (symbol := self._symbol(match)):
                        yield start, end, symbol
                at = text.find(anchor, at + len(anchor))

    def _symbol(self, match: re.Match[str]) -> str:
        """Return the symbol that a phrase stands for, "" for none."""
        if self.symbol:
            return self.symbol.format(**match.groupdict())
        number = int(match["number"])
        if match["year"]:
            return supplement_symbol("ECOSOC", int(match["year"]), number)
        ordinals = re.findall(_any_word(self.ordinals), match["session"])
        return supplement_symbol("GA", sum(self.ordinals[word.lower()] for word in ordinals), number)


@cache
def phrases(language: str) -> tuple[Phrase, ...]:
    """Return the phrases of a language, given by its two-letter code, and those of all languages."""
    entries = language_data(language)["phrases"] + language_data("any")["phrases"]
    return tuple(map(Phrase.from_data, entries))


def _any_word(ordinals: Mapping[str, int]) -> str:
    """Return the pattern of any word of an ordinal, the longest first, with a small or a capital letter."""
    return "|".join(f"(?i:{word})" for word in sorted(ordinals, key=len, reverse=True))
