"""The parts of a symbol, read component by component: what each piece says, and where it stands.

Which code is a body and which a type, and what it says in which series, is in the tables of `undocs.series`.
Here stand the rules that hold for all: a number that more follows is a session or year, four digits from 1945
on are a year, and what ends a symbol modifies what stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocs import series
from undocs.countries import country
from undocs.numbering import ordinal, roman, session_years, year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.series import Code, Series

__all__ = ["Part", "read"]

# What stands behind a code, or without one: a number or numeral, a letter, brackets.
_REST = re.compile(
    r"\.?(?:(?P<number>\d+(?:[.-]\d+)*)(?P<letter>-?[A-Z])?|(?P<numeral>[IVXLC]+))?(?P<brackets>[(\[].*)?",
    re.ASCII,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SPECIAL = re.compile(r"(E?S)-(\d+|[IVXLC]+)", re.ASCII)
_WORD = re.compile(r"[A-Z][a-z]+\.?|[A-Za-z]+\.(?=\d)|[A-Z]{2,}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """What a piece of a symbol says.

    Attributes:
        role: `organ`, `body`, `session`, `year`, `country`, `type`, `number`, `letter`, `qualifier` or
            `modification`; empty for a piece that no table names.
        text: the piece; empty for a body that the symbol leaves unsaid (`TRANS/` is of ECE).
        start: where it starts in the symbol, in characters.
        end: where it ends.
        name: what it says; empty where no table names it.
        verified: whether a source confirms the name; else it rests on memory.
        years: the first and last calendar year of a session or year, where they are known.
        series: prefix of the row of the table of series that says so, else empty.
    """

    role: str
    text: str
    start: int
    end: int
    name: str
    verified: bool = True
    years: tuple[int, int] | None = None
    series: str = ""


def read(components: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of a symbol of a listed series, given as its components, in their order."""
    reading = _Reading(components)
    done = 0
    for taken, row in series.walk(components):
        reading.body(row, done, taken)
        done = taken
    for place in range(done, len(components)):
        reading.component(place)
    return tuple(reading.parts)


class _Reading:
    """One pass over the components of a symbol: the parts so far, the series reached, the place."""

    def __init__(self, components: Sequence[str]) -> None:
        self.components = components
        self.parts: list[Part] = []
        self.row: Series
        self.at = 0

    def go(self, place: int) -> None:
        """Stand at the start of a component."""
        self.at = sum(map(len, self.components[:place])) + place

    def say(
        self,
        role: str,
        text: str,
        name: str,
        *,
        verified: bool = True,
        years: tuple[int, int] | None = None,
        series: str = "",
    ) -> None:
        """Add a part that starts where the reading stands."""
        self.parts.append(Part(role, text, self.at, self.at + len(text), name, verified, years, series))
        self.at += len(text)

    def body(self, row: Series, done: int, taken: int) -> None:
        """Say what a row of the table of series makes of the components from `done` up to `taken`."""
        if not done:
            for above in _above(row):
                self.row_says(above)
        self.row, pieces = row, row.prefix.split("/")
        while pieces[done] == "*":
            self.go(done)
            self.count(self.components[done])
            done += 1
        self.go(done)
        last, stem = self.components[taken - 1], pieces[taken - 1].rstrip(".")
        joined = "" if series.fold(last) == series.fold(stem) else last[len(stem) :]
        text = "/".join(self.components[done:taken])
        sessions = re.search("session|year|roman", row.pattern)
        if not sessions and row.kind != "series":
            self.row_says(row, text, joined)
            return
        self.row_says(row, text.removesuffix(joined))
        self.at += joined.startswith(".")
        self.count(joined.removeprefix("."), number=not sessions)

    def row_says(self, row: Series, text: str = "", joined: str = "") -> None:
        """Say the body, special session or series that a row names, with what is joined to its name."""
        role = {"session": "session", "series": "type", "press": "type"}.get(row.kind)
        years = (int(row.first), int(row.last)) if role == "session" and row.last else None
        name = f"{row.name} {joined.strip('.()')}" if joined else row.name
        role = role or ("body" if row.parent else "organ")
        self.say(role, text, name, verified=row.verified, years=years, series=row.prefix)

    def component(self, place: int) -> None:
        """Say what a component behind the body says."""
        component, later = self.components[place], self.components[place + 1 :]
        self.go(place)
        if code := series.named(component, self.row):
            self.code(component, code)
        elif name := country(component):
            self.say("country", component, name)
        elif component.isalpha() and (code := series.named(f"{component}.", self.row)):  # Add, for Add.1
            self.code(component, code)
        else:
            more = any(not series.modifies(each) for each in later)
            seen = {part.role for part in self.parts}
            # `D/1011/2001` counts within the year that follows; `RES/60/1` within what precedes.
            within = self.parts[-1].role == "type" and len(later) == 1 and bool(year(later[0]))
            # CEDAW/C/2000/II/3 is of the second session of that year.
            second = bool(seen & {"session", "year"}) and not (
                year(component) or (more and "year" in seen and roman(component))
            )
            self.count(component, number=not more or within or second)

    def code(self, component: str, code: Code) -> None:
        """Say what a component with a code says: a type with its number, a body, a modification."""
        stem = _stem(component, code.code.rstrip("."))
        if code.role != "type":
            text = re.split(r"[(\[]", component, maxsplit=1)[0]
            self.say(code.role, text, _counted(code.name, text[len(stem) :]), verified=code.verified)
            self.brackets(component[len(text) :])
        else:
            self.say("type", stem, code.name, verified=code.verified)
            if len(component) > len(stem):
                self.at += component[len(stem)] == "."
                self.count(component[len(stem) :].lstrip("."), number=True)

    def count(self, text: str, *, number: bool = False) -> None:
        """Say a session, a year, or, with `number`, a number, with what is joined to it."""
        rest = _REST.fullmatch(text)
        if special := _SPECIAL.match(text):
            self.special(special)
            self.brackets(text[special.end() :])
            return
        if not rest:
            self.say("", text, "")
            return
        digits = rest["number"] or rest["numeral"]
        if digits and number:
            self.number(digits)
        elif digits:
            self.session(digits)
        if rest["letter"]:
            letter = rest["letter"].lstrip("-")
            self.at += len(rest["letter"]) - 1
            self.say("letter", letter, f"{'part' if letter == rest['letter'] else 'edition'} {letter}")
        self.brackets(rest["brackets"] or "")

    def number(self, digits: str) -> None:
        """Say the number of a type, of a State's report, of a document; or the year it counts within."""
        before = self.parts[-1].role
        if before in {"country", "number"} and year(digits):
            self.session(digits)
        elif before == "country" and (
            code := series.named(f"ISO/{digits}", self.row) or series.named("ISO/number", self.row)
        ):
            self.say("type", digits, code.name.replace("#", digits), verified=code.verified)
        elif any(part.role == "type" for part in self.parts):
            self.say("number", digits, f"number {digits}")
        else:
            code = series.named("number", self.row)
            self.say("number", digits, _counted(code.name if code else "number", digits))

    def session(self, digits: str) -> None:
        """Say a session or year."""
        short = len(digits) == 2 and digits >= "70" and "2-digit year" in self.row.pattern
        calendar = year(f"19{digits}" if short else digits)
        count = _value(digits)
        if calendar:
            self.say("year", digits, str(calendar), years=(calendar, calendar))
        elif count:
            years = session_years(self.row.pattern, count)
            name = f"{ordinal(count)} session" + (f", {_span(years)}" if years else "")
            self.say("session", digits, name, years=years)
        else:
            self.say("", digits, "")

    def special(self, found: re.Match[str]) -> None:
        """Say a special or emergency special session, named by the table of series where it has a row."""
        count = _value(found[2])
        row = series.table().get(f"{self.row.prefix}/{found[1]}-{count}")
        if row:
            self.row_says(row, found[0])
        elif count:
            name = f"{ordinal(count)} {'emergency ' * (found[1] == 'ES')}special session"
            self.say("session", found[0], name)
        else:
            self.say("", found[0], "")

    def brackets(self, text: str) -> None:
        """Say what stands in brackets: a session or year, a part or volume, a lettered part, a language."""
        start = self.at
        for bracket in _BRACKET.finditer(text):
            self.at = start + bracket.start(1)
            self.bracketed(bracket[1], lettered=bracket[0].startswith("["))
        self.at = start + len(text)

    def bracketed(self, inside: str, *, lettered: bool) -> None:
        """Say what one pair of brackets holds; square ones behind a session hold the letter of a part."""
        word = _WORD.match(inside)
        code = series.named(f"({inside})", self.row) or (series.named(word[0], self.row) if word else None)
        seen = {part.role for part in self.parts}
        if lettered and seen & {"session", "year"}:
            self.say("letter", inside, f"part {inside}")
        elif code and code.role in {"qualifier", "modification"}:
            count = inside[len(word[0]) :] if word else ""
            self.say("qualifier", inside, _counted(code.name, count), verified=code.verified)
        else:
            self.count(inside)


def _above(row: Series) -> list[Series]:
    """Return the rows above a row, from the top."""
    above: list[Series] = []
    while row.parent:
        row = series.table()[row.parent]
        above.insert(0, row)
    return above


def _stem(component: str, code: str) -> str:
    """Return the beginning of a component that spells a code, whatever its case and spaces."""
    ends = range(len(component) + 1)
    return next(component[:end] for end in ends if series.fold(component[:end]) == series.fold(code))


def _counted(name: str, count: str) -> str:
    """Return a name with its number: in the place of `#`, or of `#+1` for the next one, else at the end."""
    count = count.strip(". ")
    if "#+1" in name and (value := _value(count)):
        name = name.replace("#+1", str(value + 1))
    return name.replace("#", count) if "#" in name else f"{name} {count}".rstrip()


def _value(numeral: str) -> int | None:
    """Return the number of a session, in digits or roman; None for what is none or too long to be one."""
    if numeral.isdigit():
        return int(numeral) if len(numeral) <= 4 else None
    return roman(numeral)


def _span(years: tuple[int, int]) -> str:
    """Return calendar years as they are printed: `2019`, `2023–2024`."""
    return "–".join(str(each) for each in dict.fromkeys(years))
