"""What finding and printing costs in Python at the least: typer, reading, decoding, one search.

Half of each symbol is found, none is looked at, a symbol on the edge of two pieces is lost: a floor for `speed.py`,
not a rival.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path  # noqa: TC003 # typer reads the annotation

import typer

PIECE = 1 << 16  # bytes
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
find = re.compile(r"/(?<=[A-Z]/)[A-Z0-9][A-Za-z0-9./-]*+").findall


@app.command()
def bare(path: Path) -> None:
    """Print what follows a capital letter and a slash."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            sys.stdout.write("\n".join(find(piece.decode("utf-8", "replace"))) + "\n")


if __name__ == "__main__":
    app()
