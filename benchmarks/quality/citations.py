"""How well citations are found, by language and kind, against links that editors set by hand; and what they cost.

    python benchmarks/quality/citations.py FOLDER [ROUNDS]

FOLDER has texts NAME.txt with their links in NAME.gold.tsv (start, end, surface, symbol, kind); a name begins with
the code of its language (`en_`, `ch_`). The links are judged as by `score.py --links`. The cost is
the time of `extract` with citations over that without, medians of alternating rounds.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from score import Hit, Label, folded, judge, labelled, overlap
from undocs import extract

MOST = 10


def main(folder: str, rounds: str = "5") -> None:
    """Print the tables, then the ratio."""
    right, hits, found, links = (Counter[str]() for _ in range(4))
    misses: dict[str, list[Label]] = {}
    extras = Counter[str]()
    texts: list[str] = []
    for path, text, labels in labelled(Path(folder)):
        texts.append(text)
        mentions = [Hit(each.start, each.end, str(each.symbol)) for each in extract(text) if each.symbol]
        verdict = judge(text, labels, mentions, links=True)
        language = path.name.split("_")[0]
        for key in ("all", language):
            hits[key] += len(verdict.right) + len(verdict.false)
            right[key] += len(verdict.right)
        missed = [label for label, _ in verdict.missed]
        for counter, counted in ((found, verdict.found), (links, verdict.found), (links, missed)):
            counter.update(key for label in counted for key in ("all", language, label.kind))
        for label, over in verdict.missed:
            misses.setdefault(miss(label, over), []).append(label)
        beside = sum(any(overlap(hit, label) for label in labels) for hit in verdict.false)
        extras.update({"beside a link": beside, "away from any link": len(verdict.false) - beside})
    table(right, hits, found, links)
    print(f"\nFalse hits: {', '.join(f'{count} {where}' for where, count in extras.most_common())}.\n")
    print(f"| the {MOST} commonest misses | times | as |\n| --- | ---: | --- |")
    for name, missed in sorted(misses.items(), key=lambda each: -len(each[1]))[:MOST]:
        first = missed[0]
        print(f"| {name} | {len(missed)} | `{' '.join(first.surface.split())}` links to `{first.symbol}` |")
    alone, cited = seconds(texts, int(rounds))
    size = sum(map(len, texts)) / 1e6
    print(f"\nTime with citations over symbols alone: {cited / alone:.2f}", end="")
    print(f" ({size / cited:.1f} and {size / alone:.1f} million characters a second)")


def table(right: Counter[str], hits: Counter[str], found: Counter[str], links: Counter[str]) -> None:
    """Print precision, recall and F1 by language; of a kind only the recall, for a mention has none."""
    print("| | links | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |")
    for key in ("all", *sorted(hits.keys() - {"all"})):
        precision, recall = right[key] / hits[key], found[key] / links[key]
        score = 2 * precision * recall / (precision + recall)
        print(f"| {key} | {links[key]:,} | {precision:.4f} | {recall:.4f} | {score:.4f} |")
    for key in sorted(links.keys() - hits.keys()):
        print(f"| {key} | {links[key]:,} | | {found[key] / links[key]:.4f} | |")


def miss(link: Label, over: list[Hit]) -> str:
    """Say in which way a link was missed."""
    printed, linked = re.findall(r"\d+", link.surface), re.findall(r"\d+", link.symbol)
    if not set(printed) <= set(linked):
        return "the link is to another number than its text"
    if len(printed) < len(linked):
        return "the link is on a piece of a number"
    found = ", ".join(sorted({series(hit.symbol) for hit in over})) or "nothing"
    return f"linked as {series(link.symbol)}, found {found}"


def series(symbol: str) -> str:
    """Return how a symbol begins, up to its first number."""
    return re.split(r"/?(?:E?S-)?\d", folded(symbol))[0] or "no symbol"


def seconds(texts: list[str], rounds: int) -> tuple[float, float]:
    """Return the seconds that finding symbols alone takes, and citations too."""
    spents: dict[bool, list[float]] = {False: [], True: []}
    for turn in range(rounds + 1):
        for citations, spent in spents.items():
            start = time.process_time()
            for text in texts:
                for _ in extract(text, citations=citations):
                    pass
            if turn:  # the first compiles the patterns
                spent.append(time.process_time() - start)
    return statistics.median(spents[False]), statistics.median(spents[True])


if __name__ == "__main__":
    main(*sys.argv[1:])
