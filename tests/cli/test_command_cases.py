"""What each command writes and how it ends: the runs in tests/data/cli/commands.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Run

TABLE = tomllib.loads((Path(__file__).parent.parent / "data/cli/commands.toml").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the files that the runs read."""
    work = tmp_path / "work"
    for name, content in TABLE["files"].items():
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("latin-1") if name.startswith("bytes") else content.encode())
    return work


@pytest.mark.parametrize("case", TABLE["run"], ids=[case["why"] for case in TABLE["run"]])
def test_runs(case: dict[str, Any], folder: Path, invoke: Run) -> None:
    for arguments in case.get("before", ()):
        assert invoke(*arguments, cwd=folder).returncode == 0
    run = invoke(
        *case["argv"],
        stdin=case.get("stdin", "").encode(),
        cwd=folder,
        terminal=case.get("terminal", ""),
        **case.get("env", {}),
    )
    out, error = run.stdout.decode(), run.stderr.decode()
    assert run.returncode == case["code"], error
    if "out" in case:
        assert out == case["out"]
    for part in case.get("out_has", ()):
        assert part in out
    for part in case.get("out_lacks", ()):
        assert part not in out
    if "error_has" in case:
        for part in case["error_has"]:
            assert part in error
    else:
        assert error == case.get("error", "")
