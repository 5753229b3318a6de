"""Read the cases of this room, which are kept as data in `tests/data/records`."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from undocs.records.model import Record

_FOLDER = Path(__file__).parents[1] / "data" / "records"


def tsv(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by its names: comments begin with `#`, and the first other line has the names."""
    lines = [line for line in (_FOLDER / name).read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def toml(name: str, table: str = "case") -> list[dict[str, Any]]:
    """Return the cases of a file, each a table with `why`, which names it."""
    cases: list[dict[str, Any]] = tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))[table]
    assert len({case["why"] for case in cases}) == len(cases), "two cases of one name"
    return cases


def why(case: dict[str, Any]) -> str:
    """Return the name of a case, for pytest."""
    return str(case["why"])


def plain(value: Any) -> Any:  # noqa: ANN401 # whatever a record holds
    """Return a value as TOML can write it: lists for tuples, tables for named tuples, without what is empty."""
    if hasattr(value, "_asdict"):
        return {name: part for name, part in value._asdict().items() if part not in {None, ""}}
    return [plain(part) for part in value] if isinstance(value, (tuple, list)) else value


def filled(record: Record) -> dict[str, Any]:
    """Return all that a record says, without the attributes that say nothing."""
    values = {field.name: plain(getattr(record, field.name)) for field in fields(record)}
    return {name: value for name, value in values.items() if value not in (None if name == "vote" else "", [])}
