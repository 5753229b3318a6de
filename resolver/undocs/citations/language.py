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
_SCRIPTS = {"ru": r"[а-яё]{2}", "ar": r"[\u0621-\u064a]{2}", "zh": r"[\u4e00-\u9fff]{2}"}
_PIECES, _PIECE = 32, 512  # pieces of so many characters looked at, whatever the length of the text
_ENOUGH = 5  # common words that tell; a shorter text is read in every language it may be in


def languages(text: str) -> tuple[str, ...]:
    """Return the languages of `text` by its scripts and commonest words, the likeliest first."""
    step = max(len(text) // _PIECES, _PIECE)
    sample = "\n".join(text[at : at + _PIECE] for at in range(0, len(text), step))
    words = Counter(re.findall(r"\b[a-zäöüß]{1,4}\b", sample))
    counts = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    if not sample.isascii():
        counts |= {language: len(re.findall(script, sample)) for language, script in _SCRIPTS.items()}
    best = max(counts.values())
    found = [language for language, count in counts.items() if count and count * 5 >= best]
    found.sort(key=lambda language: -counts[language])
    return tuple(found if best >= _ENOUGH else dict.fromkeys([*found, *_WORDS]))
