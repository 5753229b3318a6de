"""The languages of UN documents, and how each system writes them, from `data/languages.tsv`.

>>> LANGUAGES, of_label("Français"), letter("en")
(('en', 'fr', 'es', 'ar', 'zh', 'ru', 'de'), 'fr', 'E')
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.tables.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LANGUAGES", "LINK_CODES", "OFFICIAL_LANGUAGES", "letter", "of_codes", "of_file", "of_label", "ordered"]

# Two-letter codes of all languages that documents are published in, and of the six official ones, in the order of the
# table.
LANGUAGES = tuple(code for code, *_ in rows("languages.tsv"))
OFFICIAL_LANGUAGES = tuple(code for code, _, _, _, _, _, official, _ in rows("languages.tsv") if official)
# Every code that a link may have before the symbol, those of older forms too.
LINK_CODES = (*LANGUAGES, *(older for *_, older, _, _ in rows("languages.tsv") if older))


def of_codes(text: str) -> tuple[str, ...]:
    """Return the languages of MARC 041 $a, codes of three letters without anything between: `engarafre`."""
    return ordered(_by_system()[0].get(text[at : at + 3], "") for at in range(0, len(text), 3))


def of_label(label: str) -> str:
    """Return the language of a link's label, `Français` or `French(491.6K)`; empty where it names none."""
    return _by_system()[1].get(re.sub(r"\s*\([\d.]+[KM]?B?\).*", "", label.strip(), flags=re.ASCII).lower(), "")


def of_file(name: str) -> str:
    """Return the language that ends the name of one of the Library's files, `A_78_1-FR.pdf`; else empty."""
    ending = re.search(r"-([A-Z]{2})\.\w{3,4}$", name, re.ASCII)
    return _by_system()[2].get(ending[1], "") if ending else ""


def ordered(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the languages there are among `codes`, each once, in the order of the table."""
    held = set(codes)
    return tuple(code for code in _by_system()[0].values() if code in held)


@cache
def letter(code: str) -> str:
    """Return the letter that stands for a language after a job number, `N9732451 E`; empty for none."""
    return next((each for row, _, each, *_ in rows("languages.tsv") if row == code), "")


@cache
def _by_system() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return the languages by their code in MARC, by their labels, and by the letters in names of files."""
    listed = [tuple(row) for row in rows("languages.tsv")]
    return (
        {marc: code for code, marc, *_ in listed},
        {label: code for code, _, _, _, labels, *_ in listed for label in labels.split("|")},
        {file: code for code, _, _, file, *_ in listed},
    )
