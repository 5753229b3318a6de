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

from changes import HERE, ROOT, Change, text_of
from driver import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from results import Result


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8"))["change"])


def _obstacle(row: dict[str, str]) -> str:
    """Return why a change cannot be made, or an empty string."""
    if not (ROOT / row["file"]).is_file():
        return f"there is no {row['file']}"
    count = text_of(row["file"]).count(row["from"])
    return "" if count == 1 else f"{row['file']} has {row['from']!r} {count} times"


def changes(path: str) -> Iterator[Change]:
    """Yield the changes of a file that can still be made."""
    for row in _rows():
        if row["file"] == path and "gone" not in row and not _obstacle(row):
            start = text_of(path).index(row["from"])
            yield Change(path, start, start + len(row["from"]), row["to"], row["id"])


def show(results: list[Result]) -> bool:
    """Print every change with what the tests said to it; return whether all is as expected."""
    outcomes = {result.change.note: result.outcome for result in results}
    verdicts: Counter[str] = Counter()
    for row in _rows():
        obstacle = "" if "gone" in row else _obstacle(row)
        outcome = "gone" if "gone" in row else "not applicable" if obstacle else outcomes.get(row["id"], "not run")
        wrong = outcome == "survived" and row["expected"] == "killed"
        verdicts[outcome.upper() if wrong else "explained" if outcome == "survived" else outcome] += 1
        print(f"{row['id']:4} {outcome.upper() if wrong else outcome:15} {row.get('gone') or obstacle or row['why']}")
        if wrong:
            print(f"     {row['file']}: {row['from']}\n     -> {row['to'] or '(nothing)'}")
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    return not verdicts["SURVIVED"] and not verdicts["not applicable"]


if __name__ == "__main__":
    main("Make the changes of survivors.toml again and print which the tests notice.", changes, show=show)
