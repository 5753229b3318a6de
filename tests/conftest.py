"""What the tests of several folders share: the sample, the full test data, and the command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import pytest
from undocs_cli.app import main
from user_folders import user_folders

# A job that a shell runs in the background is deaf to Ctrl-C, and what it starts would be, too.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "data" / "sample"
FULL = Path(os.environ.get("UNDOCS_TEST_DATA") or ROOT / "no full test data")


def full_data(path: str) -> Path:
    """Return a file or folder of the full test data, which the repository does not ship; skip the test without it.

    The folder is the one that the environment variable UNDOCS_TEST_DATA names.
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

# What the tests set themselves, so that the settings of whoever runs them change nothing.
_SETTINGS = ("UNDOCS_", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES", "TERM", "COLORTERM", "TTY_")


def _environment(folder: Path, settings: dict[str, str]) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(_SETTINGS)}
    return clean | user_folders(folder) | settings


@pytest.fixture
def undocs(command: list[str], tmp_path: Path) -> Run:
    """Run the installed command in a process of its own, with cache and data folders of its own.

    This costs a third of a second; `invoke` does the same within this process.
    """

    def run(
        *arguments: str, stdin: bytes = b"", cwd: Path = ROOT, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*command, *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=_environment(tmp_path, environment),
            check=False,
            timeout=60,
        )

    return run


class Stream(TextIOWrapper):
    """A standard stream in memory, which may say that it is a terminal."""

    def __init__(self, content: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(BytesIO(content), encoding="utf-8", newline="")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> bytes:
        self.flush()
        assert isinstance(self.buffer, BytesIO)
        return self.buffer.getvalue()


@pytest.fixture
def invoke(tmp_path: Path) -> Run:
    """Run the command within this process, with streams, folders and settings of its own.

    Takes the arguments, `stdin`, the folder `cwd`, the names of the streams that are a `terminal` (of 80 columns, or
    of the setting COLUMNS), `streams` to put in the place of these, and environment variables. Gives exit code and
    output as `undocs` does.
    """

    def run(
        *arguments: str,
        stdin: bytes = b"",
        cwd: Path = ROOT,
        terminal: str = "",
        streams: Mapping[str, TextIO | None] | None = None,
        **environment: str,
    ) -> subprocess.CompletedProcess[bytes]:
        own = {
            name: Stream(stdin if name == "stdin" else b"", terminal=name in terminal.split())
            for name in ("stdin", "stdout", "stderr")
        }
        settings = {"TERM": "xterm-256color", "COLUMNS": "80"} | environment
        with pytest.MonkeyPatch.context() as patch:
            for name in os.environ:
                patch.delenv(name)
            for name, value in _environment(tmp_path, settings).items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["undocs", *arguments])
            patch.setattr(sys, "excepthook", sys.excepthook)  # typer puts its own in its place
            for name, stream in {**own, **(streams or {})}.items():
                patch.setattr(sys, name, stream)
            patch.chdir(cwd)
            with pytest.raises(SystemExit) as ended:
                main()
            for name, stream in (streams or {}).items():
                if stream is None and getattr(sys, name):
                    getattr(sys, name).close()  # what the command put in its place
        code = ended.value.code
        assert isinstance(code, int)
        return subprocess.CompletedProcess(
            ["undocs", *arguments], code, own["stdout"].written(), own["stderr"].written()
        )

    return run
