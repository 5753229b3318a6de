"""Choose the sample of real symbols that the repository ships from long lists of them.

    python benchmarks/quality/choose.py LIST... > printed.txt

Each LIST has real symbols, one per line. The choice depends on the lines alone, and on no code of undocs: each line has
features (the letters it begins with, the decade, the kind of ending, oddities of spelling), and for each feature
lines are taken until its quota is full. Among lines with the same feature the one with the smallest SHA-256 comes
first, so that the choice is arbitrary but the same everywhere.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# How many lines to take for each feature of a kind.
QUOTAS = {"prefix": 1, "ending": 1, "decade": 3, "oddity": 12}
# Endings and prefixes that fewer lines have are mostly slips of the lists; the oddities have examples of those.
LEAST = {"prefix": 2, "ending": 2, "decade": 1, "oddity": 1}

ODDITIES = {
    "joint symbol": r"/.*[-–][A-Z]+/",
    "range of numbers": r"\d[-–]\d",
    "Roman session": r"\([IVXLC]+\)|/[IVXL]+/",
    "special session": r"\bE?S-(?:\d|[IVX])",
    "part, volume or section": r"(?i)part|vol|sect|chap",
    "resumption": r"(?i)resum",
    "lettered part": r"\d[A-Z]\b|\([A-Z]\)",
    "letter for a digit": r"\.[lI]|[lI]\d|\d[lIO]\b",
    "small letters": r"^[a-z]|/[a-z]",
    "space in a component": r"\w \d|\. ",
    "space before a bracket": r" \(",
    "square brackets": r"[][]",
    "beyond ASCII": r"[^\x00-\x7f]",
    "slash at the end": r"/\s*$",
    "two slashes": r"//",
    "words around it": r"[a-z]{3,} [a-z]",
    "leading zero": r"[./]0\d",
    "language at the end": r"-(?:EN|FR|ES|AR|RU|ZH|E|F|S|A|R|C)$",
    "two suffixes": r"(?:Add|Corr|Rev)\.\d+/(?:Add|Corr|Rev)\.",
    "suffix without its dot": r"(?i)(?:add|corr|rev) ?\d",
    "capitals in a suffix": r"/(?:ADD|CORR|REV)\.",
    "supplement": r"(?i)supp",
    "country": r"/[A-Z]{3}(?:/|$)",
    "session in brackets": r"[A-Z]\(\d+\)",
    "year in brackets": r"\(\d{4}\)",
    "long": r".{40}",
    "short": r"^.{1,5}$",
}


def chosen(lines: Iterable[str]) -> list[str]:
    """Return the lines chosen, sorted."""
    ordered = sorted(set(lines), key=lambda line: hashlib.sha256(line.encode()).digest())
    having: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in ordered:
        for feature in features(line):
            having[feature].append(line)
    taken: set[str] = set()
    counts = Counter[tuple[str, str]]()
    # The rarest first: their lines have commoner features too.
    for feature in sorted(having, key=lambda each: (len(having[each]), each)):
        kind = feature[0]
        if len(having[feature]) < LEAST[kind]:
            continue
        for line in having[feature]:
            if counts[feature] >= QUOTAS[kind]:
                break
            if line not in taken:
                taken.add(line)
                counts.update(features(line))
    return sorted(taken)


def features(line: str) -> set[tuple[str, str]]:
    """Return the kinds of features of a line, with their values.

    >>> sorted(features("A/C.6/64/SR.1-28/Corr.1"))[:3]
    [('decade', 'A 2000'), ('ending', 'Corr.9'), ('oddity', 'range of numbers')]
    """
    ending = re.sub(r"\d+", "9", re.sub(r"[IVXL]{2,}", "II", line.rpartition("/")[2])).replace("\xa0", " ")
    return {
        ("prefix", prefix(line)),
        ("ending", ending),
        ("decade", f"{line.partition('/')[0]} {decade(line)}"),
        *(("oddity", name) for name, pattern in ODDITIES.items() if re.search(pattern, line)),
    }


def prefix(line: str) -> str:
    """Return the components before the first that begins with a number or is a type of document.

    >>> prefix("E/CN.4/1996/L.56")
    'E/CN.4'
    """
    components: list[str] = []
    for component in line.split("/")[:4]:
        if re.match(r"(?i)[\d(]|(?:L|WP|CRP|INF|SR|PV|ADD|CORR|REV|RES|DEC|ES|S)\b", component) and components:
            break
        # One country stands for all, and one session of a body whose name it is joined to (COP23, WG.6).
        country = re.fullmatch(r"[A-Z]{3}", component) and len(components) > 1 and components[-1] in {"C", "CO"}
        components.append("XXX" if country else re.sub(r"(?<=[A-Z])\d+.*|(?<=COP\.)\d+|(?<=WG\.)\d+", "9", component))
    return "/".join(components)


def decade(line: str) -> str:
    """Return the decade that the year or the session of a line is in, as far as a glance tells.

    >>> decade("S/RES/1699 (2006)"), decade("A/55/549"), decade("S/10720"), decade("A/RES/217(III)")
    ('2000', '2000', '', 'Roman')
    """
    if year := re.search(r"(?<!\d)(?:19|20)\d(?=\d(?!\d))", line):
        return f"{year[0]}0"
    if re.search(r"\([A-Z-]*[IVXL]+\)", line):
        return "Roman"
    if session := re.match(r"A/(?:[A-Z]+(?:\.\d+)?/)?(\d\d)/", line):
        return f"{(1945 + int(session[1])) // 10}0"
    return ""


def main(*lists: str) -> None:
    """Print the lines chosen from the lists."""
    lines = [line for name in lists for line in Path(name).read_text(encoding="utf-8-sig").split("\n") if line]
    print("\n".join(chosen(lines)))


if __name__ == "__main__":
    main(*sys.argv[1:])
