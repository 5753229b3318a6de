"""How often something is taken for a UN document in text that cites none: false mentions in a megabyte.

    python benchmarks/quality/prose.py PATH...

PATH is a file or a folder, read with all that is in it: every file that is UTF-8 text, as it is or in gzip, the same
text once. A megabyte is a million characters. What was taken is printed too, for a reader to say whether it is false:
prose that speaks of the United Nations is no use here.
"""

from __future__ import annotations

import gzip
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from undocs import extract

if TYPE_CHECKING:
    from collections.abc import Iterator

AROUND = 30  # characters shown on either side


def main(*paths: str) -> None:
    """Print the mentions found, then how many of each kind stand in a megabyte."""
    kinds = Counter[str]()
    files = size = 0
    for file, text in texts(paths):
        files, size = files + 1, size + len(text)
        for mention in extract(text):
            kinds[f"{mention.kind}, {mention.confidence}"] += 1
            around = text[max(0, mention.start - AROUND) : mention.end + AROUND]
            print(f"{mention.symbol or mention.note}\t{' '.join(around.split())}\t{file}")
    print(f"\n{files:,} texts of {size / 1e6:.1f} MB in all: {kinds.total()} mentions, ", end="")
    print(f"{1e6 * kinds.total() / size:.3f} a MB")
    for kind, count in kinds.most_common():
        print(f"  {kind}: {count}")


def texts(paths: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Yield each file that is text, and the text."""
    seen: set[int] = set()
    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if not file.is_file() or file.is_symlink():
                continue
            try:
                data = file.read_bytes()
                text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8")
            except (OSError, UnicodeDecodeError, EOFError, zlib.error):
                continue
            if "\0" not in text and hash(text) not in seen:
                seen.add(hash(text))
                yield file, text


if __name__ == "__main__":
    main(*sys.argv[1:])
