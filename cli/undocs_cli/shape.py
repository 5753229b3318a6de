"""How results that are no list of links are written: for reading on a terminal, or for a script."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from undocs_cli.terminal import Color

__all__ = ["Shape", "ShapeOption", "write"]


class Shape(StrEnum):
    """How a result is written."""

    text = "text"
    tsv = "tsv"
    json = "json"
    jsonl = "jsonl"


ShapeOption = Annotated[
    Shape | None,
    typer.Option(
        "-f",
        "--format",
        help="How to write the result; text is for reading.",
        show_default="text on a terminal, tsv in a pipe",
    ),
]


class _Cells:
    """A result by column, as the formats want it."""

    def __init__(self, cells: Mapping[str, Any]) -> None:
        self.value = cells.__getitem__


def write(
    shape: Shape, results: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, color: Color
) -> None:
    """Write results, each given by column, in a shape for scripts."""
    import_module(f"undocs_cli.output.{shape}").write(map(_Cells, results), columns, out, color)
