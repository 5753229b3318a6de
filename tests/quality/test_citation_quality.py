"""How many of the links that UN editors set by hand are found, where their texts are at hand."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from undocs.citations import cite
from undocs.scanner.scan import symbols

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "ga-resolutions"
# One link in fifty is itself wrong or split; what is right can be found nearly whole.
LEAST = 0.97


def fold(symbol: str) -> str:
    """Return a symbol without what the links write this way and that: case, spaces, parts, language."""
    symbol = re.sub(r"\s", "", symbol).upper()
    symbol = re.sub(r"^/?(?:EN|FR|ES|RU|AR|ZH)/|\(SUPP\)$", "", symbol)
    return re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?(?=\(|$)", "", symbol)


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no linked texts in {GOLD}")
@pytest.mark.parametrize("language", ["en", "fr", "sp", "ru", "ar", "ch"])
def test_the_links_of_the_general_assembly_are_found(language: str) -> None:
    right = total = 0
    for path in sorted(GOLD.glob(f"{language}_*.txt")):
        text = path.read_bytes().decode("utf-8")
        taken = sorted({(start, end) for _, start, end, _, _ in symbols(text)})
        found = [(m.start, m.end, fold(str(m.symbol))) for m in cite(text, taken) if m.symbol]
        with path.with_name(f"{path.stem}.gold.tsv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["kind"] == "short" and "RES" in row["symbol"].upper():
                    start, end, want = int(row["start"]), int(row["end"]), fold(row["symbol"])
                    total += 1
                    right += any(s < end and start < e and symbol == want for s, e, symbol in found)
    assert total > 0
    assert right / total >= LEAST
