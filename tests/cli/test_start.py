"""What a run loads: of the program and of others' libraries only what it uses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT

REPORT = str(ROOT / "examples/ctoc-cop-2024-report.txt")
# What a text in a pipe has no use for.
NEVER = {
    "rich", "httpx", "pypdf", "pyspark", "pyarrow", "sqlite3", "zipfile", "xml", "asyncio", "concurrent",
    "multiprocessing", "undocs.reading.pdf", "undocs.reading.html", "undocs.reading.docx",
    "undocs_cli.commands.explain", "undocs_cli.commands.resolve", "undocs_cli.commands.series",
    "undocs_cli.output.table",
}  # fmt: skip


def loaded(*arguments: str, script: bool = True) -> set[str]:
    """Return the modules that a real process with its output in a pipe has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *(["-m", "undocs"] if script else []), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"NO_COLOR": ""},
    )
    assert done.returncode == 0, done.stderr
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize(
    ("arguments", "also"),
    [
        (["extract", REPORT], set()),
        (["extract", "-f", "jsonl", "--all", REPORT], set()),
        (
            ["extract", "-f", "plain", "--all", "--no-citations", REPORT],
            {"undocs.citations", "undocs.meaning", "tomllib"},
        ),
        (["resolve", "A/66/10"], {"undocs.citations", "undocs.corpus.batch", "undocs_cli.commands.extract"}),
    ],
)
def test_a_piped_run_loads_nothing_that_it_does_not_use(arguments: list[str], also: set[str]) -> None:
    modules = loaded(*arguments)
    never = (NEVER | also) - {f"undocs_cli.commands.{arguments[0]}"}
    assert {module for module in modules if module in never or module.partition(".")[0] in never} == set()
    assert "undocs_cli.app" in modules


def test_the_library_loads_no_command_and_no_table() -> None:
    modules = loaded("-c", "import undocs", script=False)
    assert {
        module for module in modules if module.partition(".")[0] in {"typer", "undocs_cli", "rich", "httpx"}
    } == set()
