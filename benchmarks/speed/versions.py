"""Two installations of undocs on the same text, in one run: what a change costs.

    python benchmarks/speed/versions.py TEXT BEFORE AFTER [ROUNDS]

TEXT is made by `benchmarks/quality/generate.py`; BEFORE and AFTER are the two commands. Runs take turns, and the first
of each is not counted. The last column is the processor time of AFTER in that of BEFORE.
"""

from __future__ import annotations

import os
import statistics
import sys
from datetime import UTC, datetime
from tempfile import NamedTemporaryFile

from measure import measure

RUNS = {
    "start: resolve A/66/10": ("resolve", "A/66/10"),
    "symbols only, plain": ("extract", "-f", "plain", "--no-citations", "--all", "TEXT"),
    "symbols only, plain, 2 jobs": ("extract", "-f", "plain", "--no-citations", "--all", "-j", "2", "TEXT"),
    "with citations, plain": ("extract", "-f", "plain", "--all", "TEXT"),
    "default rows, TSV, of the first tenth": ("extract", "TENTH"),
    "a row a mention, JSON Lines, of the first tenth": ("extract", "--all", "-f", "jsonl", "TENTH"),
}


def main(text: str, before: str, after: str, rounds: str = "5") -> None:
    """Measure and print a table."""
    with open(text, "rb") as whole, NamedTemporaryFile(suffix=".txt") as tenth:  # noqa: PTH123  # a path as given
        tenth.write(whole.read(os.path.getsize(text) // 10))  # noqa: PTH202
        tenth.flush()
        paths = {"TEXT": text, "TENTH": tenth.name}
        load = os.getloadavg()[0]
        print(f"{datetime.now(UTC):%Y-%m-%d}, load of {load:.1f} by others, processor seconds, medians.\n")
        print("| run | before | after | ratio |\n| --- | ---: | ---: | ---: |")
        for name, arguments in RUNS.items():
            given = [paths.get(argument, argument) for argument in arguments]
            costs = measure({"before": [before, *given], "after": [after, *given]}, int(rounds))
            one, other = (statistics.median(cost.cpu for cost in costs[key]) for key in ("before", "after"))
            print(f"| {name} | {one:.2f} | {other:.2f} | {other / one:.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
