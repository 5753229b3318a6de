"""Print what an environment holds, and fail if it is more than an installation of undocs may bring.

Run it with the Python of an environment in which nothing but undocs was installed:

    python -m venv clean && clean/bin/pip install 'undocs[pdf]' && clean/bin/python scripts/budget.py
"""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

MOST_MEGABYTES = 60  # on disk, compiled modules included
MOST_DISTRIBUTIONS = 25
NOT_OURS = {"pip", "setuptools", "wheel"}  # what `python -m venv` itself puts there


def size(distribution: Distribution) -> int:
    """Return the bytes on disk of the files that a distribution installed, by the list that pip leaves of them."""
    if distribution.files is None:
        sys.exit(f"{distribution.name}: has no list of its files")
    paths = (Path(str(distribution.locate_file(file))) for file in distribution.files)
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> int:
    """Print distributions by size, the largest first, and their sum. Return 1 above the budget and 0 within it."""
    found = {each.name: each for each in distributions() if each.name.lower() not in NOT_OURS}
    sizes = sorted(((size(each), name, each.version) for name, each in found.items()), reverse=True)
    for number, name, version in sizes:
        print(f"{number / 1e6:8.2f} MB  {name} {version}")
    total = sum(number for number, *_ in sizes) / 1e6
    print(f"{total:8.2f} MB  in {len(sizes)} distributions")
    print(f"{MOST_MEGABYTES:8.2f} MB  in {MOST_DISTRIBUTIONS} distributions at most")
    return int(total > MOST_MEGABYTES or len(sizes) > MOST_DISTRIBUTIONS)


if __name__ == "__main__":
    sys.exit(main())
