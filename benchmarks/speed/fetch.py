"""How long 200 look-ups take, beside what the allowed concurrency permits, as Markdown for RESULTS.md.

    python benchmarks/speed/fetch.py [SYMBOLS] [SECONDS]

A server in a process of its own answers each request after SECONDS (0.1), as the Library's API does: two requests a
document. The command looks 200 SYMBOLS up, the whole process from start to end, into an empty cache. What is allowed
is AT_ONCE requests in flight and PAUSE between two starts, so that no program that keeps to it can be faster than

    requests * max(SECONDS / AT_ONCE, PAUSE)

The yardstick of the start is the same command for the same symbols without --fetch.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SERVER = Path(__file__).parents[2] / "tests" / "records" / "un_server.py"
RUNS = 3
ALLOWED = [(2, 0.0), (4, 0.0), (2, 0.1)]  # at once, pause in seconds


def main() -> None:
    """Print a row for each allowance: the ideal, the median of the runs, their ratio."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    latency = float(sys.argv[2]) if len(sys.argv) > 2 else 0.1
    print("| at once | pause | requests | permitted | wall | ratio | start without --fetch |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for at_once, pause in ALLOWED:
        runs = [fetched(number, latency, at_once, pause) for _ in range(RUNS)]
        [requests] = {asked for _, asked, _ in runs}
        permitted = requests * max(latency / at_once, pause)
        wall, start = (statistics.median(each) for each in zip(*((run[0], run[2]) for run in runs), strict=True))
        ratio = f"{wall / permitted:.2f}"
        print(f"| {at_once} | {pause:g} s | {requests} | {permitted:.1f} s | {wall:.1f} s | {ratio} | {start:.2f} s |")


def fetched(number: int, latency: float, at_once: int, pause: float) -> tuple[float, int, float]:
    """Return the seconds of a run, its requests, and the seconds of a run that fetches nothing."""
    symbols = "\n".join(f"A/RES/60/{each}" for each in range(1, number + 1))
    command = [sys.executable, "-m", "undocs", "resolve", "-", "-f", "jsonl"]
    server = subprocess.Popen(  # of this repository
        [sys.executable, SERVER, str(latency)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with server, tempfile.TemporaryDirectory() as folder:
        assert server.stdout  # noqa: S101 # it is a pipe
        address = server.stdout.readline().strip()
        environment = os.environ | {
            "UNDOCS_LIBRARY_URL": f"{address}/editor/api",
            "UNDOCS_MAX_CONCURRENCY": str(at_once),
            "UNDOCS_DELAY": str(pause),
            "NO_PROXY": "127.0.0.1",
            "XDG_CACHE_HOME": folder,
            "XDG_DATA_HOME": folder,
        }
        plain = timed(command, symbols, environment, number, "")
        wall = timed([*command, "--fetch"], symbols, environment, number, '"status": "found"')
        said, _ = server.communicate("")
    asked, most = map(int, said.split())
    if most > at_once:
        raise SystemExit(f"{most} requests in flight, {at_once} allowed")
    return wall, asked, plain


def timed(command: list[str], symbols: str, environment: dict[str, str], number: int, wanted: str) -> float:
    """Return the seconds of a run, whose every line must have what is wanted."""
    begin = time.perf_counter()
    done = subprocess.run(  # the command itself
        command, input=symbols, capture_output=True, text=True, env=environment, check=True
    )
    seconds = time.perf_counter() - begin
    if sum(wanted in line for line in done.stdout.splitlines()) != number:
        raise SystemExit(f"not all of the {number} were answered: {done.stderr}")
    return seconds


if __name__ == "__main__":
    main()
