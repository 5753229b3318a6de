"""What a language calls resolutions, organs and months: the tables of `data/citations/` made into one pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from undocs.series import DATA
from undocs.citations.numbers import NUMBERS, Number, part_letters, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LANGUAGES", "Token", "Vocabulary", "vocabulary"]

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "de")

# A note stands on its own line, "11    Resolution 60/1"; an empty line ends a paragraph.
_STOP = r"[.;](?=\s|$|[\"”»)])|[。；؛]|\n[ ]*\n|\n\d{1,3}\*?[ ]{2,}"


class Token(NamedTuple):
    """One thing that matters on the way to a citation, with its place in the passage.

    Attributes:
        kind: "cue" (the word resolution or decision), "organ", "number", "date", "held" (the session of a case) or "stop".
        start: where it begins.
        end: where it ends.
        text: what a cue introduces, or the code of an organ.
        organ: the organ that a cue names by itself (UNSCR).
        count: the year of a date, or a session.
        number: the number itself.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    organ: str = ""
    count: int = 0
    number: Number = Number("bare", "", "")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words, ready to be searched for."""

    language: str
    cue_first: bool
    anchors: tuple[str, ...]
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
            if name == "number":
                yield Token(name, start, end, number=read_number(match, self.letters))
            elif name == "date":
                yield Token(name, start, end, count=int(re.findall(r"(?:19|20)\d\d", match[0])[self.date_year]))
            elif name == "held":
                yield Token(name, start, end, count=int(re.findall(r"\d+", match[0])[0]))
            elif name == "stop":
                if not (match[0] == "." and self._abbreviated(passage, start)):
                    yield Token(name, start, end)
            elif name.startswith("cue"):
                kind, organ = self.cues[int(name[3:])]
                yield Token("cue", start, end, kind, organ)
            else:
                yield Token("organ", start, end, self.organs[int(name[5:])])

    def _abbreviated(self, passage: str, stop: int) -> bool:
        """Say whether a full stop belongs to an abbreviation."""
        word = re.search(r"[^\W\d_]+(?:\.[^\W\d_]+)?$", passage[max(0, stop - 8) : stop])
        return word is not None and word[0] in self.abbreviations

    @property
    def date_year(self) -> int:
        """Where the year stands in a date: at its end, or in Chinese at its start."""
        return -1 if self.cue_first else 0


def entries(language: str) -> dict[str, object]:
    """Return the table of one language as its file has it."""
    import tomllib  # noqa: PLC0415 - only citations need it

    return tomllib.loads((DATA / "citations" / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language given by its two-letter code; KeyError if there is none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    table: dict = entries(language)  # type: ignore[type-arg]
    dates = "|".join(p.replace("MONTHS", table["dates"]["months"]).replace("?P<year>", "?:") for p in table["dates"]["patterns"])
    cues = [f"(?P<cue{i}>{entry['pattern']})" for i, entry in enumerate(table["cue_words"])]
    # The longer names first, lest "Assembly" takes the place of "Environment Assembly".
    names = sorted(enumerate(table["organs"]), key=lambda entry: -len(entry[1]["pattern"]))
    bodies = [f"(?P<organ{i}>{entry['pattern']})" for i, entry in names]
    numbers = NUMBERS.replace("LETTERS", part_letters(table.get("letters", {})))
    edge = r"\b" if table["spaced"] else ""
    order = [f"(?P<date>{dates})", f"{edge}(?:{'|'.join(cues + bodies)})",
             f"(?P<held>{table['sessions']})", f"(?P<number>{numbers})", f"(?P<stop>{_STOP})"]
    return Vocabulary(
        language=language,
        cue_first=table["cue"] == "before",
        anchors=tuple(table["anchors"]),
        abbreviations=frozenset(table["abbreviations"]),
        letters=table.get("letters", {}),
        pattern=re.compile("|".join(order)),
        cues=tuple((entry["kind"], entry.get("organ", "")) for entry in table["cue_words"]),
        organs=tuple(entry["organ"] for entry in table["organs"]),
        date_joins=re.compile(table["dates"]["joins"]),
        organ_joins=re.compile(table["organ_joins"]),
    )
