"""Keep what the tests expect of the sample of real symbols and texts in tests/data/sample.

    python benchmarks/quality/sample.py            # print how the results differ from the frozen files; exit 1 if so
    python benchmarks/quality/sample.py --renew    # write the frozen files anew; review them with `git diff`
    python benchmarks/quality/sample.py --choose   # choose the symbols and texts anew from the full test data

What is frozen is all that users see of a mention, what each real symbol means, and the lists of known mistakes: a
change that mends or breaks anything shows as a line of a diff. Where the full test data are at hand (the folder that
the environment variable UNDOCS_TEST_DATA names), the lists of mistakes in
tests/data/full are checked and renewed, too.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cases import mentions, read_cases, right
from choose import chosen
from score import Hit, Label, judge, labelled, read_labels
from symbols import FRAMES, whole
from undocs import Symbol, SymbolError, extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TESTS = Path(__file__).parents[2] / "tests"
SAMPLE = TESTS / "data" / "sample"
LISTS = TESTS / "data" / "full"
RENEW = "if the change is intended: python benchmarks/quality/sample.py --renew, then review `git diff tests/data`"

PAGES = ("A_C.6_80_L.12.pdf", "BLR_03_1948", "ECE_TRANS_328", "S_RES_0191_1964_EN_GOLD")
LANGUAGES = ("ar", "ch", "en", "fr", "ru", "sp")
LARGEST = 20_000  # bytes of a resolution
EVERY = 40  # of the full list of symbols, for what takes long


def full_data() -> Path | None:
    """Return the folder of the full test data, or None where there is none."""
    folder = os.environ.get("UNDOCS_TEST_DATA")
    return Path(folder) if folder and (Path(folder) / "gold").is_dir() else None


def sample_files() -> dict[Path, Callable[[], str]]:
    """Return, for each frozen file of the sample, what makes the text that it would have now."""
    files: dict[Path, Callable[[], str]] = {
        SAMPLE / "symbols.tsv": lambda: table(
            "printed canonical description refused", map(row_of_symbol, printed_symbols())
        ),
        SAMPLE / "symbols_not_found.tsv": lambda: table("printed frames", not_found(printed_symbols())),
        SAMPLE / "finding_wrong.tsv": lambda: table("kind input", wrong_cases()),
        SAMPLE / "pages_wrong.tsv": lambda: table(MISTAKE, mistakes(SAMPLE / "pages")),
        SAMPLE / "resolutions_wrong.tsv": lambda: table(MISTAKE, mistakes(SAMPLE / "resolutions", links=True)),
    }
    for path in sorted(SAMPLE.glob("*/*.txt")):
        files[path.with_name(f"{path.stem}.mentions.jsonl")] = partial(lines_of_mentions, path)
    return files


def full_files(gold: Path) -> dict[Path, Callable[[], str]]:
    """Return the same for the lists of mistakes in the full test data, of which `gold` is the labelled part."""
    return {
        LISTS / "symbols_refused.tsv": lambda: table("printed", refused(real_symbols(gold))),
        LISTS / "symbols_not_found.tsv": lambda: table("printed frames", not_found(real_symbols(gold), FRAMES[2:3])),
        LISTS / "symbols_not_named.tsv": lambda: table("printed part", not_named(real_symbols(gold)[::EVERY])),
        LISTS / "pages_wrong.tsv": lambda: table(MISTAKE, mistakes(gold / "raw")),
        LISTS / "resolutions_wrong.tsv": lambda: table(MISTAKE, mistakes(gold / "ga-resolutions", links=True)),
    }


def real_symbols(gold: Path) -> list[str]:
    """Return the real symbols of the full test data."""
    texts = ((gold / name).read_text(encoding="utf-8-sig") for name in ("symbols.txt", "symbols_catalogue.txt"))
    return list(dict.fromkeys(line for text in texts for line in text.split("\n") if line))


def printed_symbols() -> list[str]:
    """Return the symbols of the sample as they are printed."""
    return [row["printed"] for row in read_table(SAMPLE / "symbols.tsv")]


def row_of_symbol(printed: str) -> tuple[str, str, str, str]:
    """Return a symbol as printed, its canonical spelling, its description, and why either is missing."""
    try:
        symbol = Symbol.parse(printed)
    except SymbolError as error:
        return printed, "", "", f"expected {error.expected}"
    try:
        return printed, str(symbol), symbol.explain().description, ""
    except SymbolError:
        return printed, str(symbol), "", "the series is not listed"


def refused(printed: Iterable[str]) -> Iterator[tuple[str]]:
    """Yield the symbols that `Symbol.parse` refuses."""
    for text in printed:
        try:
            Symbol.parse(text)
        except SymbolError:
            yield (text,)


def not_found(printed: Iterable[str], frames: tuple[str, ...] = FRAMES) -> Iterator[tuple[str, str]]:
    """Yield the symbols that `extract` does not find whole in each frame, and the numbers of those frames."""
    for text in printed:
        try:
            symbol = Symbol.parse(text)
        except SymbolError:
            continue
        lost = [number for number, frame in enumerate(frames, 1) if not whole(frame, text, symbol)]
        if lost:
            yield text, " ".join(map(str, lost))


def not_named(printed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the symbols with a part that has no name, and the first such part."""
    for text in printed:
        try:
            parts = Symbol.parse(text).explain().parts
        except SymbolError:
            continue
        if nameless := [part.text for part in parts if not part.name]:
            yield text, nameless[0]


def wrong_cases() -> Iterator[tuple[str, str]]:
    """Yield the cases of finding.jsonl that are wrong."""
    for case in read_cases(SAMPLE / "finding.jsonl"):
        if not right(case, mentions(case)):
            yield case.kind, json.dumps(case.input, ensure_ascii=False)


MISTAKE = "file start end mistake kind symbol text"


def mistakes(folder: Path, *, links: bool = False) -> Iterator[tuple[str, int, int, str, str, str, str]]:
    """Yield the labels of the texts of a folder that are missed, and the hits that are false."""
    for path, text, labels in labelled(folder):
        hits = [Hit(each.start, each.end, str(each.symbol)) for each in extract(text) if each.symbol]
        verdict = judge(text, labels, hits, links=links)
        found: list[tuple[Hit | Label, str, str]] = [(label, "missed", label.kind) for label, _ in verdict.missed]
        found += [(hit, "false", "") for hit in verdict.false]
        for each, mistake, kind in sorted(found):
            surface = json.dumps(text[each.start : each.end], ensure_ascii=False)
            yield path.stem, each.start, each.end, mistake, kind, each.symbol, surface


def lines_of_mentions(path: Path) -> str:
    """Return the mentions of a text as JSON Lines."""
    rows = (
        {
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "symbol": str(each.symbol or ""),
            "kind": each.kind,
            "confidence": each.confidence,
            "candidates": list(map(str, each.candidates)),
            "note": each.note,
        }
        for each in extract(path.read_bytes().decode("utf-8"))
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def table(names: str, rows: Iterable[tuple[object, ...]]) -> str:
    """Return rows as TSV, below a line of names."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(names.split())
    writer.writerows(rows)
    return out.getvalue()


def read_table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a TSV."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def differences(path: Path, now: str) -> str:
    """Return how a frozen file differs from what it would have now, or an empty text where it does not."""
    before = path.read_bytes().decode("utf-8") if path.exists() else ""
    name = path.relative_to(TESTS.parent).as_posix()
    files = f"{name}, frozen", f"{name}, now"
    # Without lines of context: each line says for itself what it is about.
    lines = difflib.unified_diff(before.split("\n"), now.split("\n"), *files, n=0, lineterm="")
    return "\n".join(lines)


def choose(folder: Path) -> None:
    """Choose the symbols and texts of the sample from the full test data."""
    for name in ("pages", "resolutions"):
        shutil.rmtree(SAMPLE / name, ignore_errors=True)
        (SAMPLE / name).mkdir(parents=True)
    printed = chosen(real_symbols(folder / "gold"))
    write(SAMPLE / "symbols.tsv", table("printed", ((text,) for text in printed)))
    for name in PAGES:
        copy(folder / "gold/raw" / f"{name}.txt", SAMPLE / "pages")
    for path in chosen_resolutions(folder / "gold/ga-resolutions"):
        copy(path, SAMPLE / "resolutions")
    write(SAMPLE / "finding.jsonl", (folder / "cases/finding.jsonl").read_text(encoding="utf-8"))


def chosen_resolutions(folder: Path) -> Iterator[Path]:
    """Yield two small resolutions in each language.

    The first has links on references in words to the most documents; the second has them to documents of the most
    organs, and then to the most documents.
    """
    for language in LANGUAGES:
        ranks: dict[Path, tuple[int, int]] = {}
        for path in sorted(folder.glob(f"{language}_*.txt")):
            labels = read_labels(path.with_name(f"{path.stem}.gold.tsv"))
            cited = {label.symbol.upper() for label in labels if label.kind == "short"}
            if path.stat().st_size <= LARGEST:
                ranks[path] = (len({symbol.partition("RES")[0] for symbol in cited}), len(cited))
        first = max(ranks, key=lambda path: ranks[path][1])
        yield first
        yield max(ranks.keys() - {first}, key=lambda path: (ranks[path], path.name))


def copy(path: Path, folder: Path) -> None:
    """Copy a text and its labels."""
    for name in (path.name, f"{path.stem}.gold.tsv"):
        (folder / name).write_bytes(path.with_name(name).read_bytes())


def write(path: Path, text: str) -> None:
    """Write a text as it is, with the same ends of lines on every system."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def main(option: str = "") -> None:
    """Compare, renew or choose."""
    folder = full_data()
    if option == "--choose":
        if folder is None:
            raise SystemExit("no full test data: set UNDOCS_TEST_DATA")
        choose(folder)
    files = sample_files() | (full_files(folder / "gold") if folder else {})
    now = {path: text() for path, text in files.items()}
    differing = {path: lines for path, text in now.items() if (lines := differences(path, text))}
    if option in {"--choose", "--renew"}:
        for path in differing:
            write(path, now[path])
        print(f"{len(differing)} of {len(files)} files renewed; review them with `git diff`")
    elif differing:
        raise SystemExit("\n".join(differing.values()) + f"\n\n{RENEW}")


if __name__ == "__main__":
    main(*sys.argv[1:])
