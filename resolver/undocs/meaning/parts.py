"""The parts of a symbol, read component by component: the role of each piece, its place and its name.

The tables say which code is a body and which a type, and what it means in which series. The rules here hold for every
series: a number that more components follow is a session or year, four digits from 1945 on are a year, and the codes
at the end of a symbol modify the document before them.

>>> [(part.role, part.text, part.name) for part in parts_of(["A", "RES", "60", "1"])][1:]
[('type', 'RES', 'resolution'), ('session', '60', '60th session, 2005–2006'), ('number', '1', 'number 1')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocs.tables.codes import modifies, named
from undocs.tables.countries import country
from undocs.tables.numerals import ordinal, roman, year
from undocs.tables.rows import fold_component
from undocs.tables.series import table, walk_series
from undocs.tables.sessions import session_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.tables.codes import Code
    from undocs.tables.series import Series

__all__ = ["Part", "parts_of"]

# What follows a code, or comes without one: a number or numeral, a letter, brackets.
_REST = re.compile(
    r"\.?(?:(?P<number>\d+(?:[.-]\d+)*)(?P<letter>-?[A-Z])?|(?P<numeral>[IVXLC]+))?(?P<brackets>[(\[].*)?",
    re.ASCII,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SPECIAL = re.compile(r"(E?S)-(\d+|[IVXLC]+)", re.ASCII)
_WORD = re.compile(r"[A-Z][a-z]+\.?|[A-Za-z]+\.(?=\d)|[A-Z]{2,}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a symbol: its role, its place and its name.

    Attributes:
        role: `organ`, `body`, `session`, `year`, `country`, `type`, `number`, `letter`, `qualifier` or
            `modification`; empty for a piece that no table names.
        text: the piece; empty for a body that the symbol does not spell out (`TRANS/` is of ECE).
        start: offset of its first character in the symbol.
        end: offset after its last character.
        name: its name in words; empty where no table names it.
        verified: whether a source confirms the name; otherwise the name is from memory.
        years: the first and last calendar year of a session or year, where they are known.
        series: prefix of the row of the table of series that names it, or empty.
    """

    role: str
    text: str
    start: int
    end: int
    name: str
    verified: bool = True
    years: tuple[int, int] | None = None
    series: str = ""


def parts_of(components: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of a symbol of a listed series, given as its components, in their order."""
    reader = _Reader(components)
    done = 0
    for covered, row in walk_series(components):
        reader.body(row, done, covered)
        done = covered
    for index in range(done, len(components)):
        reader.component(index)
    return tuple(reader.parts)


class _Reader:
    """One pass over the components of a symbol: the parts so far, the series reached, the cursor."""

    def __init__(self, components: Sequence[str]) -> None:
        self.components = components
        self.parts: list[Part] = []
        self.row: Series
        self.at = 0

    def seek(self, index: int) -> None:
        """Move the cursor to the start of component `index`."""
        self.at = sum(map(len, self.components[:index])) + index

    def emit(
        self,
        role: str,
        text: str,
        name: str,
        *,
        verified: bool = True,
        years: tuple[int, int] | None = None,
        series: str = "",
    ) -> None:
        """Append a part at the cursor and advance."""
        self.parts.append(Part(role, text, self.at, self.at + len(text), name, verified, years, series))
        self.at += len(text)

    def body(self, row: Series, done: int, covered: int) -> None:
        """Emit what a row of the table of series names, for the components from `done` up to `covered`."""
        if not done:
            for above in _above(row):
                self.emit_row(above)
        self.row, pieces = row, row.prefix.split("/")
        while pieces[done] == "*":
            self.seek(done)
            self.numeral(self.components[done])
            done += 1
        self.seek(done)
        last, stem = self.components[covered - 1], pieces[covered - 1].rstrip(".")
        joined = "" if fold_component(last) == fold_component(stem) else last[len(stem) :]
        text = "/".join(self.components[done:covered])
        sessions = re.search("session|year|roman", row.pattern)
        if not sessions and row.kind != "series":
            self.emit_row(row, text, joined)
            return
        self.emit_row(row, text.removesuffix(joined))
        self.at += joined.startswith(".")
        self.numeral(joined.removeprefix("."), number=not sessions)

    def emit_row(self, row: Series, text: str = "", joined: str = "") -> None:
        """Emit the body, special session or series that a row names, with the number joined to it."""
        role = {"session": "session", "series": "type", "press": "type"}.get(row.kind)
        years = (int(row.first), int(row.last)) if role == "session" and row.last else None
        name = f"{row.name} {joined.strip('.()')}" if joined else row.name
        role = role or ("body" if row.parent else "organ")
        self.emit(role, text, name, verified=row.verified, years=years, series=row.prefix)

    def component(self, index: int) -> None:
        """Emit the parts of a component after the body."""
        component, later = self.components[index], self.components[index + 1 :]
        self.seek(index)
        if code := named(component, self.row):
            self.code(component, code)
        elif name := country(component):
            self.emit("country", component, name)
        elif component.isalpha() and (code := named(f"{component}.", self.row)):  # Add, for Add.1
            self.code(component, code)
        else:
            more = any(not modifies(each) for each in later)
            seen = {part.role for part in self.parts}
            # `D/1011/2001` counts within the year that follows; `RES/60/1` within what precedes.
            within = self.parts[-1].role == "type" and len(later) == 1 and bool(year(later[0]))
            # CEDAW/C/2000/II/3 is of the second session of that year.
            second = bool(seen & {"session", "year"}) and not (
                year(component) or (more and "year" in seen and roman(component))
            )
            self.numeral(component, number=not more or within or second)

    def code(self, component: str, code: Code) -> None:
        """Emit the parts of a component that begins with a code: a type with its number, a body, a modification."""
        stem = _stem(component, code.code.rstrip("."))
        if code.role != "type":
            text = re.split(r"[(\[]", component, maxsplit=1)[0]
            self.emit(code.role, text, _counted(code.name, text[len(stem) :]), verified=code.verified)
            self.brackets(component[len(text) :])
        else:
            self.emit("type", stem, code.name, verified=code.verified)
            if len(component) > len(stem):
                self.at += component[len(stem)] == "."
                self.numeral(component[len(stem) :].lstrip("."), number=True)

    def numeral(self, text: str, *, number: bool = False) -> None:
        """Emit a numeral as a session, a year or (with `number`) a serial number, then its letter or brackets."""
        rest = _REST.fullmatch(text)
        if special := _SPECIAL.match(text):
            self.special(special)
            self.brackets(text[special.end() :])
            return
        if not rest:
            self.emit("", text, "")
            return
        digits = rest["number"] or rest["numeral"]
        if digits and number:
            self.number(digits)
        elif digits:
            self.session(digits)
        if rest["letter"]:
            letter = rest["letter"].lstrip("-")
            self.at += len(rest["letter"]) - 1
            self.emit("letter", letter, f"{'part' if letter == rest['letter'] else 'edition'} {letter}")
        self.brackets(rest["brackets"] or "")

    def number(self, digits: str) -> None:
        """Emit a serial number, or the year when the number is a year."""
        before = self.parts[-1].role
        if before in {"country", "number"} and year(digits):
            self.session(digits)
        elif before == "country" and (code := named(f"ISO/{digits}", self.row) or named("ISO/number", self.row)):
            self.emit("type", digits, code.name.replace("#", digits), verified=code.verified)
        elif any(part.role == "type" for part in self.parts):
            self.emit("number", digits, f"number {digits}")
        else:
            code = named("number", self.row)
            self.emit("number", digits, _counted(code.name if code else "number", digits))

    def session(self, digits: str) -> None:
        """Emit a session or a year."""
        short = len(digits) == 2 and digits >= "70" and "2-digit year" in self.row.pattern
        calendar = year(f"19{digits}" if short else digits)
        count = _value(digits)
        if calendar:
            self.emit("year", digits, str(calendar), years=(calendar, calendar))
        elif count:
            years = session_years(self.row.pattern, count)
            name = f"{ordinal(count)} session" + (f", {_span(years)}" if years else "")
            self.emit("session", digits, name, years=years)
        else:
            self.emit("", digits, "")

    def special(self, found: re.Match[str]) -> None:
        """Emit a special or emergency special session, by its name in the table of series where it has a row."""
        count = _value(found[2])
        row = table().get(f"{self.row.prefix}/{found[1]}-{count}")
        if row:
            self.emit_row(row, found[0])
        elif count:
            name = f"{ordinal(count)} {'emergency ' * (found[1] == 'ES')}special session"
            self.emit("session", found[0], name)
        else:
            self.emit("", found[0], "")

    def brackets(self, text: str) -> None:
        """Emit what brackets hold: a session or year, a part or volume, a lettered part, a language."""
        start = self.at
        for bracket in _BRACKET.finditer(text):
            self.at = start + bracket.start(1)
            self.bracketed(bracket[1], lettered=bracket[0].startswith("["))
        self.at = start + len(text)

    def bracketed(self, inside: str, *, lettered: bool) -> None:
        """Emit what one pair of brackets holds; square ones after a session hold the letter of a part."""
        word = _WORD.match(inside)
        code = named(f"({inside})", self.row) or (named(word[0], self.row) if word else None)
        seen = {part.role for part in self.parts}
        if lettered and seen & {"session", "year"}:
            self.emit("letter", inside, f"part {inside}")
        elif code and code.role in {"qualifier", "modification"}:
            count = inside[len(word[0]) :] if word else ""
            self.emit("qualifier", inside, _counted(code.name, count), verified=code.verified)
        else:
            self.numeral(inside)


def _above(row: Series) -> list[Series]:
    """Return the rows above a row, from the top."""
    above: list[Series] = []
    while row.parent:
        row = table()[row.parent]
        above.insert(0, row)
    return above


def _stem(component: str, code: str) -> str:
    """Return the beginning of a component that spells a code, whatever its case and spaces."""
    ends = range(len(component) + 1)
    return next(component[:end] for end in ends if fold_component(component[:end]) == fold_component(code))


def _counted(name: str, count: str) -> str:
    """Return a name with its number: in place of `#`, or of `#+1` for the next number, else at the end."""
    count = count.strip(". ")
    if "#+1" in name and (value := _value(count)):
        name = name.replace("#+1", str(value + 1))
    return name.replace("#", count) if "#" in name else f"{name} {count}".rstrip()


def _value(numeral: str) -> int | None:
    """Return the number of a session in digits or Roman numerals; None for any other text, or a longer number."""
    if numeral.isdigit():
        return int(numeral) if len(numeral) <= 4 else None
    return roman(numeral)


def _span(years: tuple[int, int]) -> str:
    """Return calendar years as a description prints them: `2019`, `2023–2024`."""
    return "–".join(str(each) for each in dict.fromkeys(years))
