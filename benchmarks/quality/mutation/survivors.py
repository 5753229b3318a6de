"""Make the changes of `survivors.toml` again, one at a time, and print which of them the tests notice.

    python benchmarks/quality/mutation/survivors.py [--only citations]

Ends with 1 when a change survives that a test should notice, or when one cannot be made any more: then `file` or
`from` in `survivors.toml` needs an update.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from changes import HERE, Change, rooms, text_of
from driver import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from results import Result


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8"))["change"])


@cache
def _place(identity: str) -> tuple[str, str]:
    """Return the file of a change by its id, and what is wrong: an empty file where the change cannot be made.

    A text that has left its file is looked for in all others, so that a move spoils nothing.
    """
    row = next(row for row in _rows() if row["id"] == identity)
    counts = {path: text_of(path).count(row["from"]) for room in rooms() for path in room.files}
    if counts.get(row["file"]) == 1:
        return row["file"], ""
    if list(counts.values()).count(1) == 1 and not counts.get(row["file"]):
        moved = next(path for path, count in counts.items() if count == 1)
        return moved, f"now in {moved}: update `file`"
    return "", f"{row['file']} has {row['from']!r} {counts.get(row['file'], 0)} times, and no other file has it once"


def changes(path: str) -> Iterator[Change]:
    """Yield the changes of a file that can still be made."""
    for row in _rows():
        if "gone" not in row and _place(row["id"])[0] == path:
            start = text_of(path).index(row["from"])
            yield Change(path, start, start + len(row["from"]), row["to"], row["id"])


def show(results: list[Result]) -> bool:
    """Print every change with what the tests said to it; return whether all is as expected."""
    outcomes = {result.change.note: result.outcome for result in results}
    verdicts: Counter[str] = Counter()
    for row in _rows():
        place, hint = ("", row["gone"]) if "gone" in row else _place(row["id"])
        missing = "gone" if "gone" in row else "not applicable"
        outcome = outcomes.get(row["id"], "not run") if place else missing
        wrong = outcome == "survived" and row["expected"] == "killed"
        verdicts[outcome.upper() if wrong else "explained" if outcome == "survived" else outcome] += 1
        print(f"{row['id']:4} {outcome.upper() if wrong else outcome:15} {hint or row['why']}")
        if wrong:
            print(f"     {place}: {row['from']}\n     -> {row['to'] or '(nothing)'}")
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    return not verdicts["SURVIVED"] and not verdicts["not applicable"]


if __name__ == "__main__":
    main("Make the changes of survivors.toml again and print which the tests notice.", changes, show=show)
