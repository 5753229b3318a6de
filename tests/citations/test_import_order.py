"""The modules of the citation reader import in one direction, type-only imports included."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import undocs.citations

FOLDER = Path(undocs.citations.__file__).parent
# A module imports only from those before it.
ORDER = (
    "tuning", "numbers", "tokens", "vocabulary", "masking", "phrases", "passages", "detect", "grouping", "context",
    "treaty_bodies", "attribution", "finder", "__init__",
)  # fmt: skip


def test_every_module_has_its_place() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == set(ORDER)


@pytest.mark.parametrize("module", ORDER)
def test_a_module_imports_only_from_those_before_it(module: str) -> None:
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported = {name.removeprefix("undocs.citations.") for name in names if name.startswith("undocs.citations.")}
    assert imported <= set(ORDER[: ORDER.index(module)])
