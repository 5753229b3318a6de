"""Generate a text for measurements: English prose with a symbol, or a legal citation, about every 400 characters.

    python benchmarks/quality/generate.py un    100000000 OUT [SEED]    # prose with document symbols
    python benchmarks/quality/generate.py ascii 100000000 OUT [SEED]    # the same without a character beyond ASCII
    python benchmarks/quality/generate.py legal  10000000 OUT [SEED]    # prose with citations of US law

Writes at least so many bytes to OUT and, in order, each symbol that OUT contains to OUT.truth, one per line. The same
seed gives the same bytes on the same minor version of Python. `generate.toml` has the words and the shapes.
"""

from __future__ import annotations

import random
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
WORDS: list[str] = TABLES["words"].split()
COMMON = 90  # the words of which addresses are made
SEED = 20261123
SPARSENESS = (1, 799)  # characters between the beginnings of two symbols, at least and at most
PARTS = ("", "", "", " A", " B")  # of a resolution
WIDTH = 88  # characters of a line


class Shape(NamedTuple):
    """A template: how often it is used, and its literal text and fields in turn."""

    below: float
    pieces: list[str]


class Writer:
    """Writes one text. Every random number comes from one source, so their order decides the text."""

    def __init__(self, mode: str, seed: int) -> None:
        """Prepare a text of a mode, which is `un`, `ascii` or `legal`."""
        self.random = random.Random(seed)  # noqa: S311 # a seed must give the same text
        self.legal = mode == "legal"
        accents = mode == "un"
        names = TABLES["names"] + (TABLES["accented_names"] if accents else [])
        opening, closing, apostrophe, dash = "“”’–" if accents else '""\'-'
        choice = self.random.choice
        self.values: dict[str, Callable[[], str]] = {
            "name": lambda: choice(names),
            "any word": lambda: choice(WORDS),
            "common word": lambda: choice(WORDS[:COMMON]),
            "open": lambda: opening,
            "close": lambda: closing,
            "apostrophe": lambda: apostrophe,
            "dash": lambda: dash,
        }
        self.shapes = {name: list(map(shape, TABLES[name])) for name in ("word", "tail", "symbol", "legal")}
        self.symbols: list[str] = []
        self.position = 0  # in characters, if all stood on one line
        self.next_symbol = self.random.randint(*SPARSENESS)

    def paragraphs(self) -> Iterator[str]:
        """Yield paragraphs of two to seven sentences, without end."""
        randint = self.random.randint
        while True:
            words = [f"{randint(1, 400)}."] if self.random.random() < 0.5 else []
            for _ in range(randint(2, 7)):
                for number in range(randint(12, 34)):
                    word = self.word()
                    if number == 0:
                        word = word[:1].upper() + word[1:]
                    if self.random.random() < 0.06:
                        word += ","
                    words.append(word)
                    self.position += len(word) + 1
                words[-1] += "."
            yield filled(words)

    def word(self) -> str:
        """Return the next word, which may be a name, a number or a symbol."""
        number = self.random.random()
        if self.position >= self.next_symbol:
            return self.cited()
        if chosen := self.chosen("word", number):
            return chosen
        return WORDS[int(len(WORDS) * self.random.random() ** 1.7)]

    def cited(self) -> str:
        """Return a symbol as texts have it: in brackets, before a comma, plain, or in an address."""
        symbol = self.citation() if self.legal else self.symbol()
        self.symbols.append(symbol)
        number = self.random.random()
        self.next_symbol = self.position + self.random.randint(*SPARSENESS)
        if number > 0.93 and not self.legal:
            return "https://undocs.org/en/" + symbol.replace(" ", "")
        if number < 0.5:
            return f"({symbol})"
        return f"{symbol}," if number < 0.65 else symbol

    def symbol(self) -> str:
        """Return a document symbol."""
        year = str(self.random.randint(1994, 2025))
        session = str(self.random.randint(30, 79))
        number = self.random.random()
        tail = self.chosen("tail", self.random.random())
        self.values |= {
            "year": lambda: year,
            "session": lambda: session,
            "tail": lambda: tail,
            "part": lambda: "" if tail else self.random.choice(PARTS),
        }
        return self.chosen("symbol", number)

    def citation(self) -> str:
        """Return a legal citation."""
        number = self.random.random()
        case = " v. ".join(self.random.choice(TABLES["parties"]) for _ in range(2))
        self.values["case"] = lambda: case
        return self.chosen("legal", number)

    def chosen(self, name: str, number: float) -> str:
        """Return the shape that a random number stands for, filled; empty where none does."""
        for below, pieces in self.shapes[name]:
            if number < below:
                return "".join(self.field(piece) if odd % 2 else piece for odd, piece in enumerate(pieces))
        return ""

    def field(self, field: str) -> str:
        """Return what a field of a template stands for."""
        if "|" in field:
            return self.random.choice(field.split("|"))
        if value := self.values.get(field):
            return value()
        least, most = field.split("-")
        return str(self.random.randint(int(least), int(most)))


def shape(row: dict[str, Any]) -> Shape:
    """Return a row of the tables as a shape."""
    return Shape(row["below"], re.split(r"\{(.*?)\}", row["template"]))


def filled(words: list[str]) -> str:
    """Return words in lines of at most WIDTH characters, with an empty line after the last."""
    lines, line, length = [], list[str](), 0
    for word in words:
        if length + len(word) + 1 > WIDTH:
            lines.append(" ".join(line))
            line, length = [], 0
        line.append(word)
        length += len(word) + 1
    lines.append(" ".join(line))
    return "\n".join(lines) + "\n\n"


def main(mode: str, size: str, out: str, seed: str = str(SEED)) -> None:
    """Write a text and its symbols."""
    if mode not in {"un", "ascii", "legal"}:
        raise SystemExit(f"{mode}: the modes are un, ascii and legal")
    writer = Writer(mode, int(seed))
    paragraphs = writer.paragraphs()
    written = symbols = 0
    with Path(out).open("wb") as file, Path(f"{out}.truth").open("wb") as truth:
        while written < int(size):
            written += file.write(next(paragraphs).encode())
            truth.write("".join(f"{symbol}\n" for symbol in writer.symbols[symbols:]).encode())
            symbols = len(writer.symbols)
    print(f"{out}: {written} bytes, {symbols} symbols", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
