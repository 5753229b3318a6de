"""The table of faults in docs/faults.md: read as what is expected, and measured anew.

    python tests/support/fault_rows.py

plays every fault and writes into the table what came of it: status, exit code, requests, seconds.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner
from un_server import serving
from undocs_cli.app import app
from user_folders import user_folders

DOCS = Path(__file__).parents[2] / "docs" / "faults.md"
SYMBOL = "A/RES/60/1"
_ROW = re.compile(
    r"\| (?P<source>library|ods|undl) \| `(?P<fault>[^`]+)` \| (?P<means>[^|]+) \| (?P<status>[a-z]+) \|"
    r" (?P<exit>\d+) \| (?P<requests>\d+) \| (?P<bound>\d+) T \| (?P<seconds>[\d.]+) s \|"
)


@dataclass
class Outcome:
    """What a fault leads to.

    Attributes:
        status: of the row.
        exit: the exit code.
        requests: how many the server counted.
        seconds: the wall time.
        told: what stood on standard error.
    """

    status: str
    exit: int
    requests: int
    seconds: float
    told: str


def rows() -> list[dict[str, str]]:
    """Return the rows of the table, by column."""
    return [match.groupdict() for match in _ROW.finditer(DOCS.read_text(encoding="utf-8"))]


def play(source: str, fault: str, folder: Path) -> Outcome:
    """Ask a source that has a fault for one document, with the command as a whole, but in this process."""
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
    """Write what the faults lead to today into the table."""

    def measured(row: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            done = play(row["source"], row["fault"], Path(folder))
        print(row["source"], row["fault"], done)  # noqa: T201 # for whoever watches
        told = f"{done.status} | {done.exit} | {done.requests} | {row['bound']} T | {max(done.seconds, 0.1):.1f} s |"
        return f"| {row['source']} | `{row['fault']}` | {row['means']} | {told}"

    os.environ.pop("UNDOCS_CATALOG", None)
    DOCS.write_text(_ROW.sub(measured, DOCS.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
