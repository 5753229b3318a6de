"""The table of faults in docs/faults.md: the tests read it as what is expected, and this script measures it.

    python scripts/fault_table.py

plays every fault on a server on loopback and writes the results into the table: status, exit code, requests, seconds.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Outcome", "play", "table_rows"]

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs" / "faults.md"
SYMBOL = "A/RES/60/1"
# The row of a fault, with one group for each column.
_ROW = re.compile(
    r"\| (?P<source>library|ods|digital-library) \| `(?P<fault>[^`]+)` \| (?P<description>[^|]+) \|"
    r" (?P<status>[a-z]+) \| (?P<exit>\d+) \| (?P<requests>\d+) \| (?P<bound>\d+) T \| (?P<seconds>[\d.]+) s \|"
)
_LEAST_SECONDS = 0.1  # the table has one decimal, and no fault takes no time


@dataclass
class Outcome:
    """The result of a command that met a fault.

    Attributes:
        status: the status of the row.
        exit: the exit code.
        requests: how many requests the server got.
        seconds: the wall time.
        messages: the text on standard error.
    """

    status: str
    exit: int
    requests: int
    seconds: float
    messages: str


def table_rows() -> list[dict[str, str]]:
    """Return the rows of the table, by column."""
    return [match.groupdict() for match in _ROW.finditer(DOCS.read_text(encoding="utf-8"))]


def play(source: str, fault: str, folder: Path) -> Outcome:
    """Look up one document in a source that has a fault, with the whole command, in this process.

    Args:
        source: the name of the source.
        fault: the name of the fault, as `tests/support/un_server.py` knows it.
        folder: an empty folder for the cache and the catalog.
    """
    from typer.testing import CliRunner
    from un_server import serving
    from undocs_cli.app import app
    from user_folders import user_folders

    with serving() as server:
        server.faults[SYMBOL] = fault
        begin = time.perf_counter()
        result = CliRunner().invoke(
            app, ["resolve", SYMBOL, "--source", source, "-f", "json"], env=server.environment | user_folders(folder)
        )
        seconds = time.perf_counter() - begin
        [row] = json.loads(result.stdout)
        return Outcome(row["status"], result.exit_code, len(server.asked), seconds, result.stderr)


def main() -> None:
    """Measure every fault, and write the results into the table."""
    sys.path.insert(0, str(ROOT / "tests" / "support"))  # the server

    def measured(row: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            done = play(row["source"], row["fault"], Path(folder))
        print(row["source"], row["fault"], done)  # progress, as the whole takes half a minute
        seconds = max(done.seconds, _LEAST_SECONDS)
        results = f"{done.status} | {done.exit} | {done.requests} | {row['bound']} T | {seconds:.1f} s |"
        return f"| {row['source']} | `{row['fault']}` | {row['description']} | {results}"

    os.environ.pop("UNDOCS_CATALOG", None)
    DOCS.write_text(_ROW.sub(measured, DOCS.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
