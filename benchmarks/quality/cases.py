"""Count the small cases of finding that are right, by kind.

    python benchmarks/quality/cases.py CASES.jsonl [--show]

Each line of CASES.jsonl is an object with `kind`, `input` and `want`. `want` says which documents `extract` must find
in the input, each once, in the order of their first mentions, with spaces between them; empty where it must find none.
A `~` before a symbol means that it must be the only one, and that no mention may be called certain. Alternatives
stand between bars. A mention with a note and no symbol finds no document.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from undocs import extract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs import Symbol


class Case(NamedTuple):
    """A line of the cases."""

    kind: str
    input: str
    want: str


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file."""
    return [Case(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def mentions(case: Case) -> list[tuple[str, str]]:
    """Return the document and the confidence of each mention with a symbol."""
    return [(document(each.symbol), each.confidence) for each in extract(case.input) if each.symbol]


def document(symbol: Symbol) -> str:
    """Return the key of the document that a symbol means, which is the symbol itself where it has no such key."""
    return str(getattr(symbol, "document", symbol))


def right(case: Case, found: Sequence[tuple[str, str]]) -> bool:
    """Return whether the mentions are what one of the alternatives wants."""
    documents = list(dict.fromkeys(document for document, _ in found))
    certain = any(confidence == "certain" for _, confidence in found)
    for alternative in case.want.split("|"):
        wanted = alternative.strip()
        if wanted.startswith("~"):
            if documents == [wanted[1:]] and not certain:
                return True
        elif documents == wanted.split():
            return True
    return False


def main(cases: str, show: str = "") -> None:
    """Print the counts by kind, then the count of all."""
    good, total = Counter[str](), Counter[str]()
    for case in read_cases(Path(cases)):
        found = mentions(case)
        total[case.kind] += 1
        good[case.kind] += right(case, found)
        if show == "--show" and not right(case, found):
            print(f"{case.kind}: {case.input!r}\n    want {case.want or 'nothing'}; got {found or 'nothing'}")
    for kind, count in total.items():
        print(f"{good[kind]}/{count} {kind}")
    print(f"cases right {good.total()}/{total.total()} = {good.total() / total.total():.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
