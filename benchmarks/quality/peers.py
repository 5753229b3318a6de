"""Other finders of citations on a text of equal density of their own, beside undocs on its own: a Markdown table.

    python benchmarks/quality/generate.py legal 1000000 legal.txt
    python benchmarks/quality/generate.py un 10000000 un.txt
    pip install eyecite citeurl markdown    # in an environment of their own: PEERS is its Python
    npm install citation                    # in the folder NODE
    python benchmarks/quality/peers.py legal.txt un.txt [PEERS] [NODE]

Each searches the first 100 KB, 1 MB and 10 MB that the text has, in a process of its own, timed from when its
library is loaded and warm to its last result; after a run of more than ten seconds the larger sizes are left out.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "speed"))

SIZES = (100_000, 1_000_000, 10_000_000)
ROUNDS = 7
PATIENCE = 10  # seconds

# Each reads the path and the number of bytes, finds, and prints how many were found and in how many seconds.
PYTHON = """
import sys, time, warnings
warnings.simplefilter("ignore")
text = open(sys.argv[1], "rb").read(int(sys.argv[2])).decode("utf-8", "ignore")
{load}
find(text[:2000])
start = time.perf_counter()
found = find(text)
print(found, time.perf_counter() - start)
"""
NODE = """
const text = require("fs").readFileSync(process.argv[1]).subarray(0, Number(process.argv[2])).toString();
const citation = require("citation");
citation.find(text.slice(0, 2000));
const start = process.hrtime.bigint();
const found = citation.find(text).citations.length;
console.log(found, Number(process.hrtime.bigint() - start) / 1e9);
"""
LOADS = {
    "eyecite": "from eyecite import get_citations\nfind = lambda text: len(get_citations(text))",
    "citeurl": "from citeurl import list_cites\nfind = lambda text: len(list_cites(text))",
    "undocs, symbols only": "from undocs.spelled import symbols\nfind = lambda text: sum(1 for _ in symbols(text))",
    "undocs.extract, symbols only": (
        "from undocs import extract\nfind = lambda text: sum(1 for _ in extract(text, citations=False))"
    ),
    "undocs.extract": "from undocs import extract\nfind = lambda text: sum(1 for _ in extract(text))",
}


def main(legal: str, un: str, peers: str = sys.executable, node: str = ".") -> None:
    """Measure and print."""
    from measure import heading

    heading(f" {legal} {un} {peers} {node}")
    print("| | text | size | found | median s | MB/s |\n| --- | --- | ---: | ---: | ---: | ---: |")
    for name, load in LOADS.items():
        ours = name.startswith("undocs")
        show(name, un if ours else legal, [sys.executable if ours else peers, "-c", PYTHON.format(load=load)])
    show("citation (npm)", legal, ["node", "-e", NODE], node)


def show(name: str, text: str, command: list[str], folder: str = ".") -> None:
    """Print a row for each size."""
    whole = Path(text).resolve()
    for size in SIZES:
        if size > whole.stat().st_size * 1.01:
            return
        runs: list[tuple[int, float]] = []
        while len(runs) < ROUNDS and not (runs and runs[0][1] > PATIENCE):
            runs.append(timed([*command, str(whole), str(size)], folder))
        seconds = statistics.median(took for _, took in runs)
        rounds = "" if len(runs) == ROUNDS else " (one run)"
        print(
            f"| {name} | {whole.stem} | {size // 1000} KB | {runs[0][0]} | {seconds:.3f}{rounds} "
            f"| {size / 1e6 / seconds:.3g} |",
            flush=True,
        )
        if seconds > PATIENCE:
            return


def timed(command: list[str], folder: str) -> tuple[int, float]:
    """Run one finder; return what it found and the seconds it took."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stderr.strip().splitlines()[-1:]}")
    found, seconds = done.stdout.split()[-2:]
    return int(found), float(seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
