"""What a language calls resolutions, organs and months: the tables of `data/citations/` made into one pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from undocs.citations.numbers import NUMBERS, Number, part_letters, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LANGUAGES", "Token", "Vocabulary", "vocabulary"]

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "de")

# A note stands on its own line, "11    Resolution 60/1"; an empty line ends a paragraph.
_STOP = r"[.;](?=\s|$|[\"”»)])|[。；؛]|\n[ ]*\n|\n\d{1,3}\*?[ ]{2,}"


class Token(NamedTuple):
    """One thing that matters on the way to a citation, with its place in the passage.

    `kind` is "cue" (the word resolution or decision), "organ", "number", "date" or "stop"; `value` is the
    cue's kind, the organ's code, the number or the year.
    """

    kind: str
    value: str | Number | int
    start: int
    end: int
    organ: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words, ready to be searched for."""

    language: str
    cue_first: bool
    anchors: tuple[str, ...]
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    letters: dict[str, str]
    pattern: re.Pattern[str]
    cues: tuple[tuple[str, str], ...]
    organs: tuple[str, ...]
    date_joins: re.Pattern[str]
    organ_joins: re.Pattern[str]

    def tokens(self, passage: str) -> Iterator[Token]:
        """Yield what matters in a folded passage, from left to right."""
        for match in self.pattern.finditer(passage):
            name = match.lastgroup or ""
            start, end = match.span()
            if name.startswith("cue"):
                kind, organ = self.cues[int(name[3:])]
                yield Token("cue", kind, start, end, organ)
            elif name.startswith("organ"):
                yield Token("organ", self.organs[int(name[5:])], start, end)
            elif name == "date":
                yield Token("date", int(re.findall(r"(?:19|20)\d\d", match[0])[self.date_year]), start, end)
            elif name == "stop":
                word = re.search(r"[^\W\d_]+(?:\.[^\W\d_]+)?$", passage[max(0, start - 8) : start])
                if not (match[0] == "." and word and word[0] in self.abbreviations):
                    yield Token("stop", "", start, end)
            else:
                yield Token("number", read_number(match, self.letters), start, end)

    @property
    def date_year(self) -> int:
        """Where the year stands in a date: at its end, or in Chinese at its start."""
        return -1 if self.cue_first else 0


def entries(language: str) -> dict[str, object]:
    """Return the table of one language as its file has it."""
    import tomllib  # noqa: PLC0415 - only citations need it

    return tomllib.loads((files("undocs") / "data" / "citations" / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language given by its two-letter code; KeyError if there is none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    table: dict = entries(language)  # type: ignore[type-arg]
    dates = "|".join(p.replace("MONTHS", table["dates"]["months"]).replace("?P<year>", "?:") for p in table["dates"]["patterns"])
    cues = [f"(?P<cue{i}>{entry['pattern']})" for i, entry in enumerate(table["cue_words"])]
    bodies = [f"(?P<organ{i}>{entry['pattern']})" for i, entry in enumerate(table["organs"])]
    numbers = NUMBERS.replace("LETTERS", part_letters(table.get("letters", {})))
    edge = r"\b" if table["spaced"] else ""
    order = [f"(?P<date>{dates})", f"{edge}(?:{'|'.join(cues + bodies)})", f"(?P<number>{numbers})", f"(?P<stop>{_STOP})"]
    return Vocabulary(
        language=language,
        cue_first=table["cue"] == "before",
        anchors=tuple(table["anchors"]),
        stop_words=frozenset(table["stop_words"]),
        abbreviations=frozenset(table["abbreviations"]),
        letters=table.get("letters", {}),
        pattern=re.compile("|".join(order)),
        cues=tuple((entry["kind"], entry.get("organ", "")) for entry in table["cue_words"]),
        organs=tuple(entry["organ"] for entry in table["organs"]),
        date_joins=re.compile(table["dates"]["joins"]),
        organ_joins=re.compile(table["organ_joins"]),
    )
