"""What the tests said to each change: kept between runs, and told in figures."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from changes import ROOT, Change, room_of, rooms

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Result", "Results", "report"]


class Result(NamedTuple):
    """What the tests said to a change: `killed`, `timeout` or `survived`, and the seconds of CPU they took."""

    change: Change
    outcome: str
    seconds: float


@cache
def _tree() -> str:
    """Return a digest of the code and the tests: results of another state do not hold."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in ("cli", "resolver", "tests") for path in (ROOT / folder).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


class Results:
    """The results of runs, kept in a file of JSON lines; the last line of a change holds."""

    def __init__(self, path: Path) -> None:
        """Read the results that a file holds, if it is there."""
        self.path = path
        path.parent.mkdir(exist_ok=True, parents=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self.known = {row["key"]: row for row in map(json.loads, lines)}

    def outcome(self, change: Change) -> str:
        """Return the outcome of a change on the present code and tests, or an empty string."""
        row = self.known.get(change.key(), {})
        return str(row["outcome"]) if row.get("tree") == _tree() else ""

    def survived(self, change: Change) -> bool:
        """Return whether a change survived when it was last tried, whatever the code and tests were then."""
        return bool(self.known.get(change.key(), {}).get("outcome") == "survived")

    def add(self, result: Result) -> None:
        """Append a result."""
        row = {"key": result.change.key(), "path": result.change.path, "outcome": result.outcome, "tree": _tree()}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row | {"seconds": round(result.seconds, 2)}) + "\n")


def report(results: list[Result]) -> bool:
    """Print the survivors, and killed and survived by file and by room."""
    for change, outcome, _ in results:
        if outcome == "survived":
            print(f"{change.path}:{change.line}  {change.note}\n{change.diff()}")
    counts = {
        name: Counter(
            outcome for change, outcome, _ in results if name in {change.path, room_of(change.path).name, "all"}
        )
        for name in [*dict.fromkeys(change.path for change, *_ in results), *(room.name for room in rooms()), "all"]
    }
    for name, count in counts.items():
        if count:
            whole = count.total()
            share = (whole - count["survived"]) / whole
            print(
                f"{name:50} {share:6.1%} killed: {whole - count['survived']} of {whole}, {count['survived']} survived"
            )
    return True
