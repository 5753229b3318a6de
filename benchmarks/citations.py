"""How well citations are found, by language and kind, against links that editors set by hand; and what they cost.

    python benchmarks/citations.py FOLDER [ROUNDS]

FOLDER has texts NAME.txt with their links in NAME.gold.tsv (start, end, surface, symbol, kind); a name begins with
the code of its language (`en_`, `ch_`). A link is found when a mention of its document overlaps it; what editors
write this way and that (case, spaces, lettered parts, a language before the symbol) counts for nothing. A mention is
right when it finds a link; one that spells its symbol out and touches no link is not judged, for editors do not
link all of those. The cost is the time of `extract` with citations over that without, medians of alternating rounds.
"""

from __future__ import annotations

import csv
import re
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from undocs import extract

MOST = 10


class Link(NamedTuple):
    """A link that an editor set: its place, its text, its document, and whether the text spells that out."""

    start: int
    end: int
    surface: str
    symbol: str
    kind: str


class Hit(NamedTuple):
    """A mention: its place and its document."""

    start: int
    end: int
    symbol: str


def main(folder: str, rounds: str = "5") -> None:
    """Print the tables, then the ratio."""
    right, hits, found, links = (Counter[str]() for _ in range(4))
    misses: dict[str, list[Link]] = {}
    extras = Counter[str]()
    texts = {path: path.read_bytes().decode("utf-8") for path in sorted(Path(folder).glob("*.txt"))}
    for path, text in texts.items():
        language = path.name.split("_")[0]
        gold = read(path.with_name(f"{path.stem}.gold.tsv"))
        mentions = [Hit(each.start, each.end, fold(str(each.symbol))) for each in extract(text) if each.symbol]
        judged = [hit for hit in mentions if touching(hit, gold) or fold(text[hit.start : hit.end]) != hit.symbol]
        used: set[Hit] = set()
        for link in gold:
            over = [hit for hit in judged if hit.start < link.end and link.start < hit.end]
            same = [hit for hit in over if hit.symbol == fold(link.symbol)]
            # Both halves of a joint symbol, and each symbol that a link's text spells out, are right.
            used.update(same, (hit for hit in over if same and fold(text[hit.start : hit.end]) == hit.symbol))
            for key in ("all", language, link.kind):
                links[key] += 1
                found[key] += bool(same)
            if not same:
                misses.setdefault(miss(link, over), []).append(link)
        for key in ("all", language):
            hits[key] += len(judged)
            right[key] += len(used & set(judged))
        extras.update("beside a link" if touching(hit, gold) else "away from any link" for hit in set(judged) - used)
    table(right, hits, found, links)
    print(f"\nFalse hits: {', '.join(f'{count} {where}' for where, count in extras.most_common())}.\n")
    print(f"| the {MOST} commonest misses | times | as |\n| --- | ---: | --- |")
    for name, missed in sorted(misses.items(), key=lambda each: -len(each[1]))[:MOST]:
        first = missed[0]
        print(f"| {name} | {len(missed)} | `{' '.join(first.surface.split())}` links to `{first.symbol}` |")
    alone, cited = seconds(list(texts.values()), int(rounds))
    size = sum(map(len, texts.values())) / 1e6
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


def miss(link: Link, over: list[Hit]) -> str:
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
    return re.split(r"/?(?:E?S-)?\d", fold(symbol))[0] or "no symbol"


def touching(hit: Hit, gold: list[Link]) -> bool:
    """Say whether a mention overlaps a link."""
    return any(hit.start < link.end and link.start < hit.end for link in gold)


def read(path: Path) -> list[Link]:
    """Return the links of a text."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            Link(int(row["start"]), int(row["end"]), row["surface"], row["symbol"], row["kind"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def fold(symbol: str) -> str:
    """Return a symbol without what is written this way and that."""
    symbol = re.sub(r"[\s*]", "", symbol).upper().replace("\u2011", "-").replace("\u2013", "-")
    symbol = re.sub(r"\(SUPP\)$|\[[^]]*\]|^/?(?:EN|FR|ES|SP|AR|RU|ZH|CH)/", "", symbol)
    if symbol.startswith(("A/RES/", "E/RES/", "A/HRC/RES/")):
        symbol = re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?(?=\(|$)|(?<=\))[A-Z]$", "", symbol)
    return symbol


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
