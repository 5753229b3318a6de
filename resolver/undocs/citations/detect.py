"""Which languages a text is written in."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["languages"]

# Words so common that a page holds them, and no other of these languages has.
_WORDS = {
    "en": ("the", "of", "and", "to", "that", "its"),
    "fr": ("les", "des", "du", "et", "dans", "que"),
    "es": ("los", "las", "del", "el", "y", "por"),
    "de": ("der", "und", "des", "den", "von", "mit"),
}
_LETTERS = {"ru": "[а-яё]", "ar": r"[\u0621-\u064a]", "zh": r"[\u4e00-\u9fff]"}
_PIECES, _WHOLE, _PIECE = 32, 512, 128  # so many pieces of a long text are looked at, each of so many characters
_ENOUGH = 5  # common words that tell; a shorter text is read in every language it may be in


def languages(text: str) -> tuple[str, ...]:
    """Return the languages of `text` by its scripts and commonest words, the likeliest first."""
    step = max(len(text) // _PIECES, _WHOLE)
    piece = _WHOLE if step == _WHOLE else _PIECE
    sample = "\n".join(text[at : at + piece] for at in range(0, len(text), step))
    words = Counter(sample.split())
    counts = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    if not sample.isascii():
        counts |= {language: len(re.findall(letter + letter, sample)) for language, letter in _LETTERS.items()}
    best = max(counts.values())
    found = [language for language, count in counts.items() if count and count * 5 >= best]
    found.sort(key=lambda language: -counts[language])
    return tuple(found if best >= _ENOUGH else dict.fromkeys([*found, *_WORDS]))
