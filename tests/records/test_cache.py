"""What the services said before: kept as long as it is good, and never a reason to fail."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner
from un_server import serving
from undocs.records.cache import Cache
from undocs.records.model import File, LanguageStatus, Record, Related, Status, Vote
from undocs_cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

DAY = 24 * 3600
FULL = Record(
    symbol="A/RES/60/1",
    status="found",
    title="Résolution",
    date="2005-09-16",
    document_type="resolution",
    body="General Assembly",
    languages=("en", "fr"),
    files=(File("en", "https://x/"), File("fr", "https://y/")),
    subjects=("WATER",),
    agenda=("A/60/251 1",),
    related=(Related("draft", "A/60/L.1"),),
    job_numbers=("N0548760 E",),
    vote=Vote("recorded", 100, 1, 2, None),
    source="library",
    catalog_url="https://z/",
    spelling="A/RES/60/1",
    note="a note",
    language_statuses=(LanguageStatus("en", "found"),),
)


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "c.sqlite3", pytest.fail)
    cache.put(FULL)
    assert cache.get("library", "A/RES/60/1") == FULL
    assert cache.get("ods", "A/RES/60/1") is None
    cache.close()


def of(status: Status, *asked: Status) -> Record:
    return Record(
        symbol="A/1", status=status, source="ods", language_statuses=tuple(LanguageStatus("en", one) for one in asked)
    )


@pytest.mark.parametrize(
    ("record", "days"),
    [
        (of("found"), 90),
        (of("found", "found", "found"), 90),
        (of("found", "found", "absent"), 1),
        (of("absent"), 1),
        (of("absent", "absent"), 1),
        (of("blocked"), 0),
        (of("unavailable"), 0),
        (of("unknown"), 0),
        (of("found", "found", "unavailable"), 0),
    ],
)
def test_an_answer_is_kept_as_long_as_it_is_good(
    record: Record, days: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "c.sqlite3", pytest.fail)
    monkeypatch.setattr("undocs.records.cache.time.time", lambda: 0.0)
    cache.put(record)
    monkeypatch.setattr("undocs.records.cache.time.time", lambda: days * DAY - 1.0)
    assert cache.get("ods", "A/1") == (record if days else None)
    monkeypatch.setattr("undocs.records.cache.time.time", lambda: days * DAY + 1.0)
    assert cache.get("ods", "A/1") is None
    assert cache.info().expired == bool(days)
    cache.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all " * 100)


def of_another_kind(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE answers (a, b)")
    database.close()


def a_folder(path: Path) -> None:
    path.mkdir()


def nowhere(path: Path) -> None:
    """Where its folder should be there is a file."""
    path.parent.rmdir()
    path.parent.touch()


def locked(path: Path) -> None:
    """Another process holds it, for longer than we wait."""
    Cache(path, pytest.fail).close()
    program = (
        "import sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "d.execute('BEGIN EXCLUSIVE'); print(flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen([sys.executable, "-c", program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    holders.append(process)


holders: list[subprocess.Popen[bytes]] = []


@pytest.mark.posix
@pytest.mark.parametrize("harm", [garbage, of_another_kind, a_folder, nowhere, locked])
def test_a_broken_cache_is_one_warning_and_the_work_goes_on(
    harm: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("undocs.records.cache._LOCK_TIMEOUT", 0.2)
    (tmp_path / "undocs").mkdir()
    assert callable(harm)
    harm(tmp_path / "undocs" / "records.sqlite3")
    try:
        with serving() as server:
            homes = {"XDG_CACHE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
            arguments = ["resolve", "--fetch", "-f", "json", "A/RES/60/1", "A/RES/60/2"]
            result = CliRunner().invoke(app, arguments, env=server.environment | homes)
    finally:
        while holders:
            holders.pop().communicate(b"")
    assert [row["status"] for row in json.loads(result.stdout)] == ["found", "found"]
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1
    assert "records.sqlite3: the cache is not used" in result.stderr


@pytest.mark.parametrize(("pragma", "reason"), [("max_page_count = 2", "full"), ("query_only = 1", "readonly")])
def test_a_cache_that_cannot_grow_is_one_warning(pragma: str, reason: str, tmp_path: Path) -> None:
    warnings: list[str] = []
    cache = Cache(tmp_path / "c.sqlite3", warnings.append)
    cache._run(f"PRAGMA {pragma}", ())  # as a disk that is full, or a file that is not ours
    for number in range(1000):
        cache.put(Record(symbol=f"A/{number}", status="found", source="ods", title="x" * 1000))
    assert len(warnings) == 1
    assert reason in warnings[0]
    assert cache.get("ods", "A/0") is None


def test_several_processes_make_it_and_write_at_once(tmp_path: Path) -> None:
    # SQLite does not wait for another process that is making the same file a WAL: "database is locked", at once.
    program = (
        "import sys, pathlib, time; from undocs.records.cache import Cache; from undocs.records.model import Record\n"
        "for made in range(30):\n"
        "    time.sleep(max(0, float(sys.argv[3]) + made / 20 - time.time()))\n"
        "    cache = Cache(pathlib.Path(sys.argv[1], str(made)), sys.exit)\n"
        "    for n in range(20): cache.put(Record(symbol=f'A/{sys.argv[2]}/{n}', status='found', source='ods'))\n"
        "    cache.close()"
    )
    start = str(time.time() + 1)
    processes = [subprocess.Popen([sys.executable, "-c", program, tmp_path, str(n), start]) for n in range(4)]
    assert [process.wait() for process in processes] == [0] * 4
    for made in range(30):
        cache = Cache(tmp_path / str(made), pytest.fail)
        assert cache.info().found == 80
        cache.close()


@pytest.mark.posix
def test_the_cache_is_told_and_cleared(tmp_path: Path) -> None:
    homes = {"XDG_CACHE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}

    def held() -> dict[str, object]:
        result = CliRunner().invoke(app, ["cache", "info", "-f", "json"], env=homes)
        assert result.exit_code == 0
        [row] = json.loads(result.stdout)
        return dict(row)

    with serving() as server:
        CliRunner().invoke(app, ["resolve", "--fetch", "A/RES/60/1", "A/RES/404/1"], env=server.environment | homes)
    assert (held()["found"], held()["absent"]) == (1, 1)
    assert CliRunner().invoke(app, ["cache", "clear"], env=homes).exit_code == 0
    assert (held()["found"], held()["absent"]) == (0, 0)
    garbage(tmp_path / "undocs" / "records.sqlite3")
    assert CliRunner().invoke(app, ["cache", "clear"], env=homes).exit_code == 0
    assert (held()["found"], held()["absent"]) == (0, 0)
