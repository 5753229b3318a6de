"""Measure whole processes in turn, and print tables: what the scripts of this folder share."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Cost", "heading", "measure", "table", "undocs"]

# Commands read and write byte code as installed ones do, whatever this process was told.
_CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


class Cost(NamedTuple):
    """What one run took: seconds by the clock, seconds of processor time, and megabytes at the peak."""

    wall: float
    cpu: float
    peak: float


def undocs() -> str:
    """Return the installed command beside the running Python."""
    return str(Path(sys.executable).parent / "undocs")


def measure(commands: Mapping[str, Sequence[str]], rounds: int, stdin: Path | None = None) -> dict[str, list[Cost]]:
    """Run each command `rounds` times, in turn, after one round that is not counted.

    Args:
        commands: the commands by name.
        rounds: how often.
        stdin: the file that each has for standard input; none when None.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            cost = _run(command, stdin)
            if turn:
                costs[name].append(cost)
    return costs


def _run(command: Sequence[str], stdin: Path | None) -> Cost:
    folder = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  # so that no disk is measured
    with TemporaryFile(dir=folder) as out, Path(stdin or os.devnull).open("rb") as given:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=out, env=_CLEAN)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def heading(arguments: str) -> None:
    """Print when, where and with what this is measured."""
    python = f"Python {platform.python_version()}, undocs {version('undocs')}, typer {version('typer')}"
    load = os.getloadavg()[0]
    script = Path(sys.argv[0]).resolve()
    print(f"{datetime.now(UTC):%Y-%m-%d}, `python benchmarks/{script.parent.name}/{script.name}{arguments}`, ", end="")
    print(f"{os.cpu_count()} cores at a load of {load:.1f} by others, {python}.\n")


def table(costs: Mapping[str, Sequence[Cost]], unit: float = 1.0) -> None:
    """Print medians with their ratio to the first command, as a Markdown table; `unit` divides seconds."""
    name = "ms" if unit < 1 else "s"
    print(f"| | median {name} | best {name} | ratio | ratio of bests | processor {name} | ratio | peak MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    first = next(iter(costs.values()))
    for label, runs in costs.items():
        wall, cpu = (statistics.median(cost[field] for cost in runs) for field in (0, 1))
        best = min(cost.wall for cost in runs)
        of_wall = wall / statistics.median(cost.wall for cost in first)
        of_best = best / min(cost.wall for cost in first)
        of_cpu = cpu / statistics.median(cost.cpu for cost in first)
        peak = max(cost.peak for cost in runs)
        digits = 0 if unit < 1 else 2
        print(
            f"| {label} | {wall / unit:.{digits}f} | {best / unit:.{digits}f} | {of_wall:.2f} | {of_best:.2f} "
            f"| {cpu / unit:.{digits}f} | {of_cpu:.2f} | {peak:.0f} |"
        )
