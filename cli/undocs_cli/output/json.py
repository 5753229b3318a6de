r"""One JSON array of objects, each with every key.

>>> from undocs.records.model import File
>>> dumps({"files": (File("en", "https://undocs.org/en/A/66/10"),), "note": "\x9b2J"})
'{"files": [{"language": "en", "url": "https://undocs.org/en/A/66/10"}], "note": "\\u009b2J"}'
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from undocs_cli.terminal import OBEYED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from undocs_cli.output import OutputRow

__all__ = ["NESTED", "dumps", "write"]

NESTED = True

# What is escaped beside the ASCII controls: what a terminal obeys, and the surrogates in which Python keeps the bytes
# of a file's name that are not UTF-8.
_ESCAPED = re.compile(rf"{OBEYED.pattern}|[\ud800-\udfff]")


def write(rows: Iterable[OutputRow], columns: Sequence[str], out: TextIO, color: str) -> None:  # noqa: ARG001
    """Write all rows as one array."""
    out.write(dumps([{column: row.value(column) for column in columns} for row in rows], indent=2) + "\n")


def dumps(value: object, indent: int | None = None) -> str:
    """Return a value as JSON, named tuples and dataclasses as objects, without a character that a terminal obeys."""
    text = json.dumps(_objects(value), ensure_ascii=False, indent=indent, default=asdict)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _objects(value: Any) -> Any:  # noqa: ANN401 # a cell may hold anything
    """Return a value with each named tuple in it as a dictionary; `json` would write it as an array."""
    if isinstance(value, dict):
        return {key: _objects(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return _objects(value._asdict()) if hasattr(value, "_asdict") else list(map(_objects, value))
    return value
