"""Symbols in a large text, against ripgrep with a pattern that only looks like them, as a Markdown table.

    python benchmarks/quality/generate.py un 100000000 un100.txt
    python benchmarks/speed/speed.py un100.txt [RG] [ROUNDS]

RG is the ripgrep to compare with. Runs take turns; the first of each is not counted. Processor time is given
because on a busy machine the clock says more of the neighbours.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from measure import heading, measure, table, undocs

PATTERN = r"[A-Z][A-Z0-9.-]*(?:/[A-Z0-9][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*)+(?: ?\([A-Z0-9-]{1,8}\))?"


def main(text: str, rg: str = "rg", rounds: str = "7") -> None:
    """Measure and print."""
    heading(f" {text} {rg} {rounds}")
    plain = [undocs(), "extract", "-f", "plain", "--all"]
    name = subprocess.run([rg, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    commands = {
        f"{name} -o": [rg, "-o", PATTERN, text],
        "find and print, see bare.py": [sys.executable, str(Path(__file__).parent / "bare.py"), text],
        "symbols only": [*plain, "--no-citations", text],
        "symbols only, 2 jobs": [*plain, "--no-citations", "--jobs", "2", text],
        "with citations": [*plain, text],
    }
    table(measure(commands, int(rounds)))


if __name__ == "__main__":
    main(*sys.argv[1:])
