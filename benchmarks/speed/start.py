"""What a small run costs in a pipe, against a typer program that does nothing, as a Markdown table.

python benchmarks/speed/start.py [ROUNDS]
"""

from __future__ import annotations

import sys
from pathlib import Path

from measure import heading, measure, table, undocs

HERE = Path(__file__).parent
REPORT = str(HERE.parents[1] / "examples/ctoc-cop-2024-report.txt")


def main(rounds: str = "21") -> None:
    """Measure and print."""
    heading(f" {rounds}")
    commands = {
        "an empty typer program": [sys.executable, str(HERE / "empty.py")],
        "python -c pass": [sys.executable, "-c", "pass"],
        "undocs extract REPORT": [undocs(), "extract", REPORT],
        "undocs extract --no-citations REPORT": [undocs(), "extract", "--no-citations", REPORT],
        "undocs extract -f plain --no-citations REPORT": [undocs(), "extract", "-f", "plain", "--no-citations", REPORT],
        "undocs resolve A/66/10": [undocs(), "resolve", "A/66/10"],
    }
    table(measure(commands, int(rounds)), unit=1e-3)


if __name__ == "__main__":
    main(*sys.argv[1:])
