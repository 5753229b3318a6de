"""Sort the tables of series and codes, and give their rows examples.

    python scripts/sort_tables.py [SYMBOLS.TXT]

SYMBOLS.TXT has real symbols, one a line. With it, rows without an example get one, and the beginnings of
symbols that no row takes in are printed, the commonest first. Run it after adding a row; tests check it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

sys.path.insert(0, str(Path(__file__).parents[1] / "resolver"))  # the tables of this checkout, installed or not

from undocs.tables.codes import Code, codes, named
from undocs.tables.rows import DATA
from undocs.tables.series import Series, series_of, table, walk_series


def main() -> None:
    """Rewrite both tables, with examples from the symbols of the file named on the command line, if any."""
    symbols = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n") if sys.argv[1:] else []
    of_series, of_codes = examples(symbols)
    rewrite(
        "series.tsv", [row._replace(example=row.example or of_series.get(row.prefix, "")) for row in table().values()]
    )
    listed = [code for rows in codes().values() for code in rows]
    rewrite(
        "components.tsv",
        [code._replace(example=code.example or of_codes.get((code.code, code.within), "")) for code in listed],
    )
    for start, count in uncovered(symbols).most_common(40):
        print(count, start, sep="\t")


def examples(symbols: list[str]) -> tuple[dict[str, str], dict[tuple[str, tuple[str, ...]], str]]:
    """Return the first well-written symbol of each series and of each code that has one."""
    of_series: dict[str, str] = {}
    of_codes: dict[tuple[str, tuple[str, ...]], str] = {}
    for symbol in symbols:
        parts = symbol.split("/")
        taken, row = ([(0, None), *walk_series(parts)])[-1]
        rest = [(part, named(part, row)) for part in parts[taken:]]
        if not row or not all(plain(part, code) for part, code in rest):
            continue
        if rest and re.match(re.escape(row.prefix).replace(r"\*", "[^/]+"), symbol):
            of_series.setdefault(row.prefix, symbol)
        for _, code in rest:
            if code:
                of_codes.setdefault((code.code, code.within), symbol)
    return of_series, of_codes


def plain(part: str, code: Code | None) -> bool:
    """Return whether a component is a number, a country, or a code spelled as in the table."""
    number = r"\d+([-.]\d+)?( ?\([^)]+\))?|\([IVX]+\)"
    if code is None:
        return re.fullmatch(f"{number}|[A-Z]{{3}}", part, re.ASCII) is not None
    wanted = number if code.code.endswith(".") else f"({number})?"
    return part.startswith(code.code) and re.fullmatch(wanted, part.removeprefix(code.code), re.ASCII) is not None


def uncovered(symbols: list[str]) -> Counter[str]:
    """Return how often each beginning of two components stands in symbols that no series takes in."""
    lost = [symbol.split("/") for symbol in symbols if symbol and not series_of(symbol.split("/"))]
    return Counter("/".join(parts[:2]) for parts in lost)


def rewrite(file: str, rows: Sequence[Series | Code]) -> None:
    """Write a table anew under the comments and column names that it has, sorted."""
    path = DATA / file
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    columns = path.read_text(encoding="utf-8").splitlines()[len(head)]
    lines = sorted("\t".join(cell(value) for value in row) for row in rows)
    path.write_text("\n".join([*head, columns, *lines, ""]), encoding="utf-8")


def cell(value: object) -> str:
    """Return a value as the tables write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(value) if isinstance(value, tuple) else str(value)


if __name__ == "__main__":
    main()
