"""What several rooms' tests share: the test data beside the repository, and the installed command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# A job that a shell runs in the background is deaf to Ctrl-C, and what it starts would be, too.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def shared(path: str) -> Path:
    """Return a file of the test data that is kept beside the repository, or skip the test."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs the test data ../shared/{path}, which is kept beside the repository and not in it")
    return found


@pytest.fixture(scope="session")
def command() -> list[str]:
    """The command as it is installed beside the running Python, else as a module."""
    installed = Path(sys.executable).parent / "undocs"
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "undocs"]


Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def undocs(command: list[str], tmp_path: Path) -> Run:
    """Run the command in a process of its own, away from the person's own folders and settings."""

    def run(
        *arguments: str, stdin: bytes = b"", cwd: Path = ROOT, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("UNDOCS_", "FORCE_COLOR", "NO_COLOR"))
        }
        homes = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_DATA_HOME": str(tmp_path / "data")}
        return subprocess.run(
            [*command, *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=clean | homes | environment,
            check=False,
            timeout=60,
        )

    return run
