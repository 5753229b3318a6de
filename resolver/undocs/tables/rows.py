"""Read the tab-separated data files, and compare components with what they list.

>>> next(rows("countries.tsv"))[:2]
['BOL', 'Bolivia (Plurinational State of)']
>>> forms("COP(14)")
('COP(14)', 'COP(', 'COP')
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DATA", "fold_component", "forms", "rows"]

DATA = Path(__file__).parents[1] / "data"

# A number, a Roman session or a bracket joined to a body's own code: COP(14), EA.5, IDB.18, BPC.S-1.
_JOINED = re.compile(r"([A-Z][A-Z.-]*)([.(])(?=\d|[IVXL]+\b|S-|$)", re.ASCII)
# What `*` in a prefix takes in: a session or a year that comes before the body's own code.
_SESSION = re.compile(r"\d{1,4}|[IVXL]+|E?S-\d+", re.ASCII)


def rows(file: str) -> Iterator[list[str]]:
    """Yield the fields of each row of a data file, without its comments and its line of column names."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    return rows


def fold_component(component: str) -> str:
    """Return a component as tables compare it: in upper case, without spaces."""
    return component.replace(" ", "").upper()


@lru_cache(maxsize=4096)
def forms(component: str) -> tuple[str, ...]:
    """Return the forms in which a row may list a component, the closest first, `*` for a session last."""
    whole = fold_component(component)
    joined = _JOINED.match(whole)
    listed = (whole, joined[1] + joined[2], joined[1]) if joined else (whole,)
    return (*listed, "*") if _SESSION.fullmatch(whole) else listed
