"""Whole phrases that stand for one document.

A supplement of the Official Records ("General Assembly, Seventy-eighth Session, Supplement No. 10" is
A/78/10) and a few more, each a pattern of `data/citations/`. The symbol is nearly always printed behind
a supplement; only one without it is a citation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from undocs.citations.context import parse
from undocs.citations.masking import MASK
from undocs.citations.numbers import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Phrase"]

# Characters before and behind an anchor; and behind a phrase, where its symbol may be printed.
_BACK, _ON, _BEHIND = 200, 60, 40
_FIRST_SESSION = 31  # before, the number of a supplement is not that of the document
# What is added to a supplement's number to make the symbol's: E/1983/15 is No. 5, E/2020/28 is No. 8.
_ADDED = ((1985, 20), (1978, 10))
_ORDINAL = r"(?:(?:{words})[ -]?(?:et |und|و)?){{1,4}}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a language: words to look for, its pattern, and how its symbol is made.

    Attributes:
        anchors: literal strings, one of which every such phrase holds.
        pattern: the phrase, compiled where an anchor is met; its named groups fill `symbol`.
        symbol: the template of the symbol; empty for a supplement, which is worked out.
        ordinals: what the words of an ordinal count ("seventy" 70, "eighth" 8); they add up.
    """

    anchors: tuple[str, ...]
    pattern: str
    symbol: str
    ordinals: Mapping[str, int]

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> Phrase:
        """Build a phrase from its table."""
        ordinals = entry.get("ordinals", {})
        pattern = entry["pattern"].replace("ORDINAL", _ORDINAL.format(words=_either(ordinals)))
        return cls(tuple(entry["anchors"]), pattern, entry.get("symbol", ""), ordinals)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and symbol of each such phrase in a text whose symbols are masked."""
        for anchor in self.anchors:
            at = text.find(anchor)
            while at >= 0:
                offset = max(0, at - _BACK)
                for match in re.finditer(self.pattern, fold(text[offset : at + _ON])):
                    start, end = offset + match.start(), offset + match.end()
                    printed = MASK in text[end : end + _BEHIND].partition("\n")[0]
                    if start <= at < end + len(anchor) and not printed and (name := self._name(match)):
                        yield start, end, parse(name)
                at = text.find(anchor, at + len(anchor))

    def _name(self, match: re.Match[str]) -> str:
        if self.symbol:
            return self.symbol.format(**match.groupdict())
        number = int(match["number"])
        if match["year"]:
            year = int(match["year"])
            added = next((more for first, more in _ADDED if year >= first), None)
            return f"E/{year}/{99 if number == 1 else number + added}" if added else ""
        words = re.findall(_either(self.ordinals), match["session"])
        session = sum(self.ordinals[word.lower()] for word in words)
        return f"A/{session}/{number}" if session >= _FIRST_SESSION else ""


def _either(words: Mapping[str, int]) -> str:
    """Return a pattern for any of the words, the longest first, with a small or a capital letter."""
    return "|".join(f"(?i:{word})" for word in sorted(words, key=len, reverse=True))
