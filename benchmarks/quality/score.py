"""Measure precision, recall and F1 of an extractor against texts whose mentions are labelled.

    python benchmarks/quality/score.py [--links] [--by-file] [--misses N] [--json] FOLDER [-- COMMAND...]

FOLDER, with all folders below it, has texts NAME.txt and their labels NAME.gold.tsv (start, end, surface, symbol,
kind; offsets in characters, `end` is exclusive). COMMAND gets the path of a text as its last argument and prints JSON
Lines with `symbol`, `start` and `end`; by default it is the installed `undocs extract -f jsonl --all`.

A label is found when a hit with its symbol overlaps it; differences that writers of labels make at will do not count
(see `folded`). A hit is right when it finds a label, or overlaps a found label and spells its own symbol out, as the
two halves of a joint symbol do. Three kinds of label differ:

- `press` and `no-symbol` are not counted, and a hit on one is right; but a hit is false where the label says by an
  empty symbol or `-` that nothing may be found.
- `ambiguous` has several symbols between bars. Any of them finds it, and then every hit on it is right.

With `--links` the labels are links that editors set. Editors do not link every symbol that a text spells out, so a hit
that does so and overlaps no link is not counted.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

UNCOUNTED = {"no-symbol", "press"}
NOTHING = {"", "-"}  # the symbol of a label that says that no symbol may be found
AROUND = (40, 10)  # characters shown before and after the start and end of a false hit


class Label(NamedTuple):
    """A row of the labels of a text."""

    start: int
    end: int
    surface: str
    symbol: str
    kind: str


class Hit(NamedTuple):
    """What an extractor found: the offsets and the symbol."""

    start: int
    end: int
    symbol: str


@dataclass
class Verdict:
    """The hits on one text, judged against its labels."""

    found: list[Label] = field(default_factory=list)
    missed: list[tuple[Label, list[Hit]]] = field(default_factory=list)
    """Each with the hits that overlap it."""
    right: list[Hit] = field(default_factory=list)
    false: list[Hit] = field(default_factory=list)


def folded(symbol: str) -> str:
    """Return a symbol in the form in which two are compared.

    Ignored are spaces, case, the kind of hyphen, the asterisk of a reissue, a language before the symbol, brackets
    of a catalogue, a final `(SUPP)`, the year of a resolution of the Security Council and the letter of a part of a
    resolution.

    >>> folded("S/RES/1325 (2000)"), folded("/en/A/RES/75/251 C"), folded("A/RES/217(III)[A]")
    ('S/RES/1325', 'A/RES/75/251', 'A/RES/217(III)')
    """
    symbol = re.sub(r"[\s*]", "", symbol).upper().translate({0x2011: "-", 0x2013: "-"})
    if council := re.fullmatch(r"(S/RES/\d+)\((?:19|20)\d\d\)", symbol):
        return council[1]
    symbol = re.sub(r"^/?(?:AR|CH|EN|ES|FR|RU|SP|ZH)/", "", symbol)
    symbol = re.sub(r"\[[^]]*\]|\(SUPP\)$", "", symbol)
    if re.match(r"(?:A|E|A/HRC)/RES/", symbol):
        # A letter or a range of letters stands after the number, or after the Roman session in brackets.
        symbol = re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?(?=\(|$)|(?<=\))[A-Z]$", "", symbol)
    return symbol


def judge(text: str, labels: Sequence[Label], hits: Iterable[Hit], *, links: bool = False) -> Verdict:
    """Judge the hits on a text.

    Args:
        text: the text, into which all offsets point.
        labels: what a reader says is there.
        hits: what an extractor found there.
        links: whether the labels are links that editors set.
    """
    counted = list(hits)
    if links:
        counted = [hit for hit in counted if any(overlap(hit, label) for label in labels) or not spelled_out(text, hit)]
    right: set[int] = set()  # indices, because an extractor may give the same hit twice
    verdict = Verdict()
    for label in labels:
        on_label = {index for index, hit in enumerate(counted) if overlap(hit, label)}
        if label.kind in UNCOUNTED:
            if label.kind != "no-symbol" or label.symbol not in NOTHING:
                right |= on_label
            continue
        wanted = set(map(folded, label.symbol.split("|")))
        matches = {index for index in on_label if folded(counted[index].symbol) in wanted}
        if not matches:
            verdict.missed.append((label, [counted[index] for index in sorted(on_label)]))
            continue
        verdict.found.append(label)
        right |= matches
        right |= {index for index in on_label if label.kind == "ambiguous" or spelled_out(text, counted[index])}
    for index, hit in enumerate(counted):
        (verdict.right if index in right else verdict.false).append(hit)
    return verdict


def overlap(one: Hit | Label, other: Hit | Label) -> bool:
    """Return whether two spans have a character in common."""
    return one.start < other.end and other.start < one.end


def spelled_out(text: str, hit: Hit) -> bool:
    """Return whether the text at a hit is its symbol, and no reference in words."""
    return folded(text[hit.start : hit.end]) == folded(hit.symbol)


def read_labels(path: Path) -> list[Label]:
    """Return the labels of a file NAME.gold.tsv."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            Label(int(row["start"]), int(row["end"]), row["surface"], row["symbol"], row["kind"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def labelled(folder: Path) -> Iterator[tuple[Path, str, list[Label]]]:
    """Yield each text of a folder that has labels: its path, the text, the labels."""
    for path in sorted(folder.rglob("*.txt")):
        labels = path.with_name(f"{path.stem}.gold.tsv")
        if labels.exists():
            yield path, path.read_bytes().decode("utf-8"), read_labels(labels)


def extracted(command: Sequence[str], path: Path) -> list[Hit]:
    """Return what a command finds in a text. Exit code 1 means that it found nothing."""
    done = subprocess.run([*command, str(path)], capture_output=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{path.name}: exit code {done.returncode}: {done.stderr.decode()[-300:]}")
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines() if line.strip()]
    return [Hit(int(row["start"]), int(row["end"]), row["symbol"]) for row in rows if row.get("symbol")]


def main() -> None:
    """Print the recall of each kind of label, then precision, recall and F1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--links", action="store_true", help="the labels are links that editors set")
    parser.add_argument("--by-file", action="store_true", help="print recall and false hits of each text")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the first N misses and N false hits")
    parser.add_argument("--json", action="store_true", help="print the figures as one line of JSON")
    options, command = divided(parser)
    found, total = Counter[str](), Counter[str]()
    right = hits = 0
    misses: list[str] = []
    false: list[str] = []
    for path, text, labels in labelled(options.folder):
        verdict = judge(text, labels, extracted(command, path), links=options.links)
        found.update(label.kind for label in verdict.found)
        total.update(label.kind for label in verdict.found)
        total.update(label.kind for label, _ in verdict.missed)
        right, hits = right + len(verdict.right), hits + len(verdict.right) + len(verdict.false)
        misses += (
            f"{path.name}:{label.start} {label.kind} want {label.symbol} in {label.surface!r} "
            f"got {[hit.symbol for hit in got]}"
            for label, got in verdict.missed
        )
        false += (
            f"{path.name}:{hit.start} {hit.symbol} from {text[max(0, hit.start - AROUND[0]) : hit.end + AROUND[1]]!r}"
            for hit in verdict.false
        )
        if options.by_file:
            of = len(verdict.found) + len(verdict.missed)
            print(f"{path.name}\trecall {len(verdict.found)}/{of}\tfalse {len(verdict.false)}")
    for word, lines in (("MISS ", misses), ("FALSE", false)):
        for line in lines[: options.misses]:
            print(word, line)
    precision, recall = share(right, hits), share(found.total(), total.total())
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    if options.json:
        kinds = {kind: [found[kind], total[kind]] for kind in sorted(total)}
        figures = {"precision": precision, "recall": recall, "f1": f1, "hits": hits, "gold": total.total()}
        print(json.dumps(figures | {"kinds": kinds}))
        return
    for kind in sorted(total):
        print(f"  {kind:14} recall {found[kind]}/{total[kind]} = {share(found[kind], total[kind]):.4f}")
    print(f"precision {right}/{hits} = {precision:.4f}  recall {found.total()}/{total.total()} = {recall:.4f}", end="")
    print(f"  F1 {f1:.4f}")


def divided(parser: argparse.ArgumentParser) -> tuple[argparse.Namespace, list[str]]:
    """Return the options, and the command that stands after `--`."""
    arguments = sys.argv[1:]
    at = arguments.index("--") if "--" in arguments else len(arguments)
    undocs = [str(Path(sys.executable).parent / "undocs"), "extract", "-f", "jsonl", "--all"]
    return parser.parse_args(arguments[:at]), arguments[at + 1 :] or undocs


def share(part: int, whole: int) -> float:
    """Return a part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
