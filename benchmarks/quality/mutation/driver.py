"""Run the tests against changes to the code, one change at a time: what the three mutation commands share.

`main` copies the repository once for each process. For each change it writes the changed file into a copy, forks a
child that imports undocs anew and runs the tests of the file's room there, and puts the file back. The parent has
pytest and the libraries in memory but never undocs, so that a child begins in a tenth of a second.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from changes import ROOT, Change, Room, room_of, rooms, text_of
from hypothesis import settings
from results import Result, Results, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["main"]

# What the tests import besides undocs: the children inherit it.
_PRELOADED = (
    "asyncio",
    "csv",
    "httpx",
    "iso3166",
    "platformdirs",
    "rich.table",
    "sqlite3",
    "tenacity",
    "typer",
    "zipfile",
)
_OPTIONS = ("-x", "-q", "--doctest-modules", "--tb=line", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin")
_MEMORY = 4 << 30  # bytes of address space of one child
_WALL = 10  # a child may take so many times its CPU limit on the clock, since the machine may be busy


@dataclass
class _Child:
    """A process that runs tests: against which change, in which copy, since when, and its limits in seconds."""

    change: Change | None
    room: Room
    copy: Path
    limit: float
    started: float = field(default_factory=time.monotonic)

    def late(self) -> bool:
        """Return whether the wall clock says to end it; the CPU limit is the system's to keep."""
        return time.monotonic() - self.started > 20 + _WALL * self.limit


def _run(room: Room, copy: Path, limit: float) -> None:
    """Run a room's tests in this process, which is a child of its own, and end it with pytest's exit code."""
    os.setsid()
    gc.disable()  # the child is short-lived
    resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    log = os.open(copy / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(copy)
    for name in [name for name in os.environ if name.startswith(("UNDOCS_", "PYTEST_"))]:
        del os.environ[name]
    paths = [str(copy / "resolver"), str(copy / "cli")]
    os.environ |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": os.pathsep.join(paths)}
    sys.path[:0] = paths
    profile = settings(max_examples=20, deadline=None, database=None, derandomize=True)
    settings.register_profile("mutation", profile)
    code: int = 3
    try:
        options = ["--hypothesis-profile=mutation", f"--basetemp={copy / 'tmp'}"]
        code = int(pytest.main([*_OPTIONS, *options, *room.tests]))
    finally:
        os._exit(code)


class _Runner:
    """Runs changes in children, at most one to a copy of the repository."""

    def __init__(self, folder: Path, jobs: int) -> None:
        self.children: dict[int, _Child] = {}
        self.free: list[Path] = []
        for number in range(jobs):
            copy = folder / f"{number}" / "undocs"
            copy.mkdir(parents=True)
            for path in ROOT.iterdir():
                if path.is_file():
                    shutil.copy(path, copy)
                elif path.name[0] != "." and not (path / "pyvenv.cfg").exists():
                    shutil.copytree(path, copy / path.name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            self.free.append(copy)
        self.limits: dict[str, float] = {}

    def measure(self, room: Room) -> None:
        """Run a room's tests on the unchanged code in each copy, which also compiles it, and take the time.

        Raises:
            SystemExit: they fail, so that no failure could be put down to a change.
        """
        for copy in list(self.free):
            self.start(None, room, limit=600)
            _, code, seconds = self.wait()
            if code:
                log = (copy / "log").read_text(encoding="utf-8", errors="replace")
                raise SystemExit(f"the tests of {room.name} fail without any change:\n{log[-3000:]}")
            print(f"{room.name}: {len(room.tests)} test files, {seconds:.1f} s of CPU", file=sys.stderr)
        self.limits[room.name] = 2 * seconds + 2

    def start(self, change: Change | None, room: Room, limit: float) -> None:
        """Run the tests of a room against a change in a child of its own."""
        copy = self.free.pop(0)
        if change:
            changed = copy / change.path
            changed.write_bytes(change.text().encode())
            for compiled in (changed.parent / "__pycache__").glob(f"{changed.stem}.*"):
                compiled.unlink()
        child = _Child(change, room, copy, limit)
        pid = os.fork()
        if not pid:
            sys.dont_write_bytecode = change is not None  # else a stale file might be taken for the next change
            if change:
                os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            _run(room, copy, limit)
        self.children[pid] = child

    def wait(self) -> tuple[_Child, int, float]:
        """Wait for a child to end; return it, its exit code (below 0: ended by a signal) and its seconds of CPU."""
        while True:
            pid, status, used = os.wait4(-1, os.WNOHANG)
            if pid in self.children:
                break
            for late in [pid for pid, child in self.children.items() if child.late()]:
                with suppress(ProcessLookupError):
                    os.killpg(late, signal.SIGKILL)
            time.sleep(0.005)
        child = self.children.pop(pid)
        with suppress(ProcessLookupError):  # what its tests started
            os.killpg(pid, signal.SIGKILL)
        if child.change:
            (child.copy / child.change.path).write_bytes(text_of(child.change.path).encode())
        self.free.append(child.copy)
        return child, os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime

    def run(self, changes: Sequence[Change]) -> Iterator[Result]:
        """Yield each change as its tests end, with `killed`, `timeout` or `survived` and the seconds of CPU."""
        for room in dict.fromkeys(room_of(change.path) for change in changes):
            self.measure(room)
        try:
            for change in changes:
                room = room_of(change.path)
                if not self.free:
                    yield self._ended()
                self.start(change, room, self.limits[room.name])
            while self.children:
                yield self._ended()
        finally:  # Ctrl-C does not reach the children, whose sessions are their own
            for pid in self.children:
                os.killpg(pid, signal.SIGKILL)

    def _ended(self) -> Result:
        child, code, seconds = self.wait()
        if child.change is None:
            raise AssertionError
        return Result(child.change, "timeout" if code < 0 else "killed" if code else "survived", seconds)


def _arguments(title: str, packages: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=title)
    everything = ", ".join(packages) or "all"
    parser.add_argument("--only", action="append", metavar="ROOM|FILE", help=f"may be repeated; default: {everything}")
    parser.add_argument("--sample", type=int, metavar="N", help="N of the changes, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="which N")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument(
        "--resume", action="store_true", help="keep what an earlier run found on the same code and tests"
    )
    parser.add_argument("--survivors", action="store_true", help="only what survived when it was last tried")
    parser.add_argument("--list", action="store_true", help="print the changes and run nothing")
    return parser.parse_args()


def main(
    title: str,
    changes: Callable[[str], Iterable[Change]],
    packages: Sequence[str] = (),
    *,
    show: Callable[[list[Result]], bool] | None = None,
) -> None:
    """Run a command: choose among the changes, run them and print how many were killed and which survived.

    Args:
        title: what the command's help says it does.
        changes: gives the changes of a file, by its path from the root of the repository.
        packages: the rooms whose files are changed unless `--only` says otherwise; all when empty.
        show: prints the results in place of the default report and returns whether they are as they should be.
    """
    given = _arguments(title, packages)
    wanted = given.only or packages or [room.name for room in rooms()]
    paths = [path for room in rooms() for path in room.files if {room.name, path, Path(path).name} & set(wanted)]
    chosen = list(dict.fromkeys(change for path in paths for change in changes(path)))
    if given.sample and given.sample < len(chosen):
        drawn = random.Random(given.seed).sample(range(len(chosen)), given.sample)  # noqa: S311 # a sample, no secret
        chosen = [chosen[at] for at in sorted(drawn)]
    kept = Results(ROOT / ".mutation" / f"{Path(sys.argv[0]).stem}.jsonl")
    if given.survivors:
        chosen = [change for change in chosen if kept.survived(change)]
    if given.list:
        print("\n".join(f"{change.path}:{change.line}  {change.note}\n{change.diff()}" for change in chosen))
        return
    known = {change: kept.outcome(change) for change in chosen} if given.resume else {}
    results = [Result(change, outcome, 0.0) for change, outcome in known.items() if outcome]
    open_ = [change for change in chosen if not known.get(change)]
    for module in _PRELOADED:
        importlib.import_module(module)
    gc.freeze()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="undocs-mutation-") as folder:
        for result in _Runner(Path(folder), given.jobs).run(open_):
            kept.add(result)
            results.append(result)
            if len(results) % 100 == 0:
                print(f"{len(results)} of {len(chosen)}", file=sys.stderr, flush=True)
    used = sum(result.seconds for result in results)
    print(f"{len(open_)} changes: {time.monotonic() - began:.0f} s, {used:.0f} s of CPU", file=sys.stderr)
    order = {change: number for number, change in enumerate(chosen)}
    results.sort(key=lambda result: order[result.change])
    if not (show or report)(results):
        sys.exit(1)
