"""What the tests of several folders use: the sample, the full test data, and the installed command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from user_folders import user_folders

# A job that a shell runs in the background is deaf to Ctrl-C, and what it starts would be, too.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "data" / "sample"
FULL = Path(os.environ.get("UNDOCS_TEST_DATA") or ROOT.parent / "shared")


def full_data(path: str) -> Path:
    """Return a file or folder of the full test data, which the repository does not ship; skip the test without it.

    The folder is the one that the environment variable UNDOCS_TEST_DATA names, else `shared` beside the repository.
    """
    found = FULL / path
    if not found.exists():
        pytest.skip(f"needs {path} of the full test data (UNDOCS_TEST_DATA, see docs/reliability.md)")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip on Windows what is marked as a matter of POSIX systems."""
    if sys.platform == "win32":
        for item in items:
            if item.get_closest_marker("posix"):
                item.add_marker(pytest.mark.skip(reason="needs a POSIX system"))


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
        return subprocess.run(
            [*command, *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=clean | user_folders(tmp_path) | environment,
            check=False,
            timeout=60,
        )

    return run
