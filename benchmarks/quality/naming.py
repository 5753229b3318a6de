"""How many real symbols are named in full, by series, as a Markdown table for RESULTS.md.

    python benchmarks/quality/naming.py SYMBOLS.TXT

SYMBOLS.TXT has real symbols, one a line. A body counts as named where the table has its series: in general
where just a row for all bodies of its kind fits (`A/AC`, an ad hoc committee of the General Assembly), by a
source where its row rests on one, not on memory. Every part is named where the tables say what each is. The
shares of all are of the lines given, those refused among them.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from undocs.errors import SymbolError
from undocs.symbol import Symbol

MOST = 25
GENERAL = {"A/AC", "A/CN", "A/CONF", "E/AC", "E/C", "E/CN", "E/CONF", "S/AC"}


def main() -> None:
    """Print the shares of all symbols, and of each of the commonest series."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    given = list(filter(None, lines))
    symbols = list(filter(None, map(parsed, given)))
    total, named, general, confirmed, whole = (Counter[str]() for _ in range(5))
    start = time.perf_counter()
    for symbol in symbols:
        series = symbol.series
        prefix = "/".join(series.prefix.split("/")[:2]) if series else "not listed"
        total[prefix] += 1
        if series:
            named[prefix] += 1
            general[prefix] += series.prefix in GENERAL
            parts = symbol.explain().parts
            whole[prefix] += all(part.name for part in parts)
            confirmed[prefix] += series.verified
    spent = time.perf_counter() - start
    print(f"{len(given):,} symbols, {len(given) - len(symbols):,} of them refused as written; ", end="")
    print(f"{1e6 * spent / len(symbols):.0f} µs to explain one.\n")
    print("| series | symbols | body named | of these only in general | by a source | every part named |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    counters = (named, general, confirmed, whole)
    rows = [("all", len(given), [counter.total() for counter in counters])]
    rows += [(each, count, [counter[each] for counter in counters]) for each, count in total.most_common(MOST)]
    for prefix, count, shares in rows:
        print(f"| {prefix} | {count:,} |", " | ".join(f"{share / count:.1%}" for share in shares), "|")


def parsed(text: str) -> Symbol | None:
    """Return a line as a symbol, or None where it is refused."""
    try:
        return Symbol.parse(text)
    except SymbolError:
        return None


if __name__ == "__main__":
    main()
