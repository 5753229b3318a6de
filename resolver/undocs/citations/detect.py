"""Detect which languages a text is written in, by its script and its commonest words.

>>> detect_languages("The Assembly recalls that the members of the Council and its organs decided to adopt the text")
('en',)
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from undocs.citations.tuning import ENOUGH_WORDS, FIRST_TO_FURTHER, SAMPLE_PIECE, SAMPLE_PIECES, WHOLE_PIECE
from undocs.citations.vocabulary import language_head
from undocs.tables.languages import LANGUAGES

__all__ = ["detect_languages"]


def detect_languages(text: str) -> tuple[str, ...]:
    """Return the two-letter codes of the languages of `text`, the likeliest first.

    A text with too few common words may be in any language that is detected by its words.
    """
    common_words, scripts = _signs()
    sample = _sample(text)
    words = Counter(sample.split())
    counts = {language: sum(words[word] for word in common) for language, common in common_words.items()}
    if not sample.isascii():
        counts |= {language: len(re.findall(letter + letter, sample)) for language, letter in scripts.items()}
    best = max(counts.values())
    found = [language for language, count in counts.items() if count and count * FIRST_TO_FURTHER >= best]
    found.sort(key=lambda language: -counts[language])
    return tuple(found if best >= ENOUGH_WORDS else dict.fromkeys([*found, *common_words]))


def _sample(text: str) -> str:
    """Return pieces of a text, evenly spread; of a short text all of it."""
    step = max(len(text) // SAMPLE_PIECES, WHOLE_PIECE)
    size = WHOLE_PIECE if step == WHOLE_PIECE else SAMPLE_PIECE
    return "\n".join(text[at : at + size] for at in range(0, len(text), step))


@cache
def _signs() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the common words of the languages that share a script, and the letters of those that do not."""
    heads = {language: language_head(language) for language in LANGUAGES}
    common_words = {language: head["sample"] for language, head in heads.items() if "sample" in head}
    scripts = {language: head["script"] for language, head in heads.items() if "script" in head}
    return common_words, scripts
