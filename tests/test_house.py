"""The structure that docs/architecture.md describes: the direction of imports, short files, one name for one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*(ROOT / "resolver").rglob("*.py"), *(ROOT / "cli").rglob("*.py")])

# A module imports only from its own floor and from those before it.
FLOORS = (
    ("undocs.errors",),
    ("undocs.tables",),
    ("undocs.grammar", "undocs.meaning"),
    ("undocs.symbol",),
    ("undocs.mention",),
    ("undocs.links", "undocs.scanner", "undocs.citations"),
    ("undocs.extract",),
    ("undocs.reading",),
    ("undocs.corpus", "undocs.columns", "undocs.spark"),
    ("undocs.records",),
    ("undocs", "undocs.__main__"),
    ("undocs_cli",),
)
# What the rule leaves open, each with its reason.
ALLOWED = {
    # A link that names a document which the text does not is found by the scanner.
    ("undocs.reading.link_targets", "undocs.scanner.scan"),
    # `python -m undocs` is the command.
    ("undocs.__main__", "undocs_cli.app"),
}
# Third-party packages, each with the only place that may import it.
OWNERS = {"httpx": "undocs.records.http.client", "typer": "undocs_cli", "rich": "undocs_cli"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts[1:]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Return the modules that a file imports, those for types alone included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(names & MODULES or {node.module})
    return found


MODULES = {module_of(path) for path in SOURCES}


def floor_of(module: str) -> int:
    """Return the floor of the longest prefix that is listed."""
    return max(
        ((len(prefix), floor) for floor, room in enumerate(FLOORS) for prefix in room if within(module, prefix)),
        default=(0, len(FLOORS)),
    )[1]


def within(module: str, prefix: str) -> bool:
    return module == prefix or module.startswith(f"{prefix}.")


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_a_module_imports_only_from_its_left(path: Path) -> None:
    module = module_of(path)
    for imported in imports_of(path) & MODULES:
        assert floor_of(imported) <= floor_of(module) or (module, imported) in ALLOWED, f"{module} imports {imported}"
        commands = within(module, "undocs_cli.commands") and within(imported, "undocs_cli.commands")
        assert not commands, f"the command {module} imports {imported}"


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_a_package_is_imported_in_one_place(path: Path) -> None:
    for imported in imports_of(path):
        owner = OWNERS.get(imported.partition(".")[0])
        assert owner is None or within(module_of(path), owner), f"{module_of(path)} imports {imported}"


def test_there_is_no_circle() -> None:
    arrows = {module_of(path): imports_of(path) & MODULES for path in SOURCES}
    left = dict(arrows)
    while left:
        free = {module for module, imported in left.items() if not (imported & left.keys()) - {module}}
        assert free, f"in a circle: {sorted(left)}"
        left = {module: imported for module, imported in left.items() if module not in free}


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 60, node.name


# Names that several modules define because they are one thing: the functions of a protocol.
PROTOCOLS = {
    "write",  # of an output format: rows to a stream
    "chunks",  # of a reader: bytes to text
    "records",  # of a record format: text to records
    "main",
    "extract",  # of a text, and of a column of texts in Spark
}


def test_a_public_name_is_defined_in_one_module() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for path in SOURCES:
        if within(module_of(path), "undocs_cli.commands"):
            continue  # a command's function has the name of the command
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(module_of(path))
    twice = {name: found for name, found in homes.items() if len(found) > 1 and name not in PROTOCOLS}
    assert not twice
