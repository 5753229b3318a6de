"""What twice the text costs, for texts made to be hard: a Markdown table.

    python benchmarks/speed/doubling.py [LONGEST]

Each text is one piece said over and over, of 16 KiB and twice as much again up to LONGEST KiB (128); the figure is
the time of a text over that of half of it, the median of the doublings. 2 is linear, 4 is quadratic. The pieces are
those of tests/scanner/test_linear.py.
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from measure import heading
from undocs import extract
from undocs.scanner.scan import symbols

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

sys.path.insert(0, str(Path(__file__).parents[2] / "tests/support"))

FINDERS: dict[str, Callable[[str], Iterable[object]]] = {
    "symbols": symbols,
    "with citations": extract,
}


def main(longest: str = "128") -> None:
    """Measure and print."""
    from hostile import HOSTILE

    heading(f" {longest}")
    print("| piece |", " | ".join(f"{name}: of a doubling | MB/s" for name in FINDERS), "|")
    print("| --- |", " ---: | ---: |" * len(FINDERS))
    for piece in HOSTILE:
        cells = []
        for find in FINDERS.values():
            sizes = [16 << 10]
            while sizes[-1] < int(longest) << 10:
                sizes.append(sizes[-1] * 2)
            spent = [cost(find, piece, size) for size in sizes]
            growth = statistics.median(more / less for less, more in pairwise(spent))
            cells.append(f"{growth:.2f} | {sizes[-1] / 1e6 / spent[-1]:.3g}")
        print(f"| `{piece!r}` |", " | ".join(cells), "|", flush=True)


def cost(find: Callable[[str], Iterable[object]], piece: str, size: int) -> float:
    """Return the seconds that a text of so many characters takes, the better of two runs."""
    text = (piece * (size // len(piece) + 1))[:size]
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        for _found in find(text):
            pass
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    main(*sys.argv[1:])
