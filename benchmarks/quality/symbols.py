"""How many real symbols are accepted, and found in a running sentence; and how much of what is none is refused.

    python benchmarks/quality/symbols.py LIST...

A LIST has real symbols, one a line; one whose name ends in `.tsv` has texts that are no symbols in its first column.
A symbol counts as found where `extract` gives just it, whole, from a sentence; every symbol is put in each of the
FRAMES, and must be found in all. `parse` of what a symbol prints must give it again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from undocs import Symbol, SymbolError, extract

# Sentences as reports have them: behind a word, in brackets, at the end, in a list, over lines, in other scripts.
FRAMES = (
    "See document {} for the details of the discussion.",
    "The report ({}) was taken note of.",
    "The Committee had before it {}.",
    "Le document {}, publié hier, est disponible.",
    "The list\n{}\nwas issued in all languages",
    "请看{}号文件。",
    "См. «{}», пункт 4",
    "انظر الوثيقة {}، الفقرة ٤",
)
SHOWN = 12  # of those that fail, for each reason


def main(*lists: str) -> None:
    """Print a table of the lists, then what was refused or lost, by reason."""
    print("| list | lines | accepted | found in all frames | parse(str()) is the same |")
    print("| --- | ---: | ---: | ---: | ---: |")
    refused: list[tuple[str, str, str]] = []
    lost: list[tuple[str, str, str]] = []
    for name in lists:
        texts = [text for line in Path(name).read_text(encoding="utf-8").split("\n") if (text := line.split("\t")[0])]
        symbols: dict[str, Symbol] = {}
        for text in texts:
            try:
                symbols[text] = Symbol.parse(text)
            except SymbolError as error:
                refused.append((name, f"want {error.expected}", text))
        if name.endswith(".tsv"):
            print(f"| {Path(name).name} | {len(texts):,} | {len(symbols) / len(texts):.2%} | | |")
            refused = [each for each in refused if each[0] != name]
            lost += [(name, "accepted", text) for text in symbols]
            continue
        found = 0
        for text, symbol in symbols.items():
            missing = [frame for frame in FRAMES if not whole(frame, text, symbol)]
            found += not missing
            if missing:
                lost.append((name, "in every frame" if len(missing) == len(FRAMES) else "in some frames", text))
        same = sum(map(again, symbols.values()))
        shares = (len(symbols) / len(texts), found / len(symbols), same / len(symbols))
        print(f"| {Path(name).name} | {len(texts):,} |", " | ".join(f"{share:.2%}" for share in shares), "|")
    show("Refused, by what is wanted", refused)
    show("Lost in a sentence, or no symbols and yet accepted", lost)


def whole(frame: str, text: str, symbol: Symbol) -> bool:
    """Say whether just this symbol is found in a sentence, whole; of a joint one, its halves."""
    start = frame.index("{")
    end = start + len(text.rstrip("/."))  # which end the sentence
    mentions = list(extract(frame.format(text)))
    named = "-".join(str(mention.symbol) for mention in mentions)
    return named == str(symbol) and (mentions[0].start, mentions[-1].end) == (start, end)


def again(symbol: Symbol) -> bool:
    """Say whether what a symbol prints is read as that symbol."""
    try:
        return Symbol.parse(str(symbol)) == symbol
    except SymbolError:
        return False


def show(what: str, failures: list[tuple[str, str, str]]) -> None:
    """Print how many failed in each list, by reason, and some of them."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for name, reason, text in failures:
        reasons.setdefault((Path(name).name, reason), []).append(text)
    print(f"\n{what}:")
    for (name, reason), texts in reasons.items():
        print(f"- {name}: {len(texts)} {reason}, as {', '.join(f'`{text}`' for text in texts[:SHOWN])}")


if __name__ == "__main__":
    main(*sys.argv[1:])
