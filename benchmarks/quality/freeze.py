"""Freeze what the command finds, to show that a change of the code changed nothing else.

    python benchmarks/quality/freeze.py UNDOCS FOLDER... > before.tsv
    python benchmarks/quality/freeze.py UNDOCS FOLDER... > after.tsv
    diff before.tsv after.tsv

UNDOCS is the command to run. For every file below the folders, each mention is a line of values without keys: file,
start, end, text, symbol, url, kind, confidence, candidates, note, role, page, line, description. Keys and their order
may change between two versions; values that changed show up in the diff.
"""

from __future__ import annotations

import json
import subprocess
import sys

# Columns by their names in this version, each with the names that earlier versions gave it.
COLUMNS = (
    ("file", "source"), ("start",), ("end",), ("text",), ("symbol",), ("url",), ("kind",), ("confidence",),
    ("candidates",), ("note",), ("role",), ("page",), ("line",), ("description", "what"),
)  # fmt: skip


def main(command: str, *folders: str) -> None:
    """Print a line for each mention."""
    run = [command, "extract", "--all", "--recursive", "--format", "jsonl", *folders]
    with subprocess.Popen(run, stdout=subprocess.PIPE, encoding="utf-8") as process:
        for line in process.stdout or ():
            row = json.loads(line)
            values = (next(row[name] for name in names if name in row) for names in COLUMNS)
            print(*(json.dumps(value, ensure_ascii=False) for value in values), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
