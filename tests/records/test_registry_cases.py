"""The registry of sources, and where the cache is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from undocs.records.cache import Cache, cache_folder
from undocs.records.model import LanguageStatus, Record, Vote
from undocs.records.sources.registry import NAMES, Sources


def test_sources_by_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDOCS_CATALOG", str(tmp_path / "c.db"))
    monkeypatch.setenv("UNDOCS_DIGITAL_LIBRARY_TOKEN", "token")
    assert {"catalog", "library", "ods", "digital-library"} <= {*NAMES}

    def names(*given: str) -> list[tuple[str, bool]]:
        sources = Sources(given)
        found = [(source.name, source.local) for source in sources]
        sources.close()
        return found

    assert names() == [("library", False)]
    (tmp_path / "c.db").touch()
    assert names() == [("catalog", True), ("library", False)]
    assert names("digital-library", "ods", "digital-library", "catalog") == [
        ("digital-library", False),
        ("ods", False),
        ("catalog", True),
    ]
    with pytest.raises(Exception, match=rf"^no such source: odx \({re.escape('one of ' + ', '.join(NAMES))}\)$"):
        Sources(["odx"])


def test_a_cache_that_was_written_otherwise_is_passed_over(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c.db", pytest.fail)
    for text in ("{", "[]", "5", '{"symbol": "A/1"}', '{"new": 1}', '{"files": [5]}'):
        cache._run("INSERT OR REPLACE INTO answers VALUES ('x', 'A/1', 'found', 9e99, ?)", (text,))
        assert cache.get("x", "A/1") is None
    cache.close()


def test_an_answer_is_good_until_its_last_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "c.db", pytest.fail)
    now = [1000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    found = Record(
        symbol="A/1", status="found", source="x", vote=Vote("", 1), language_statuses=(LanguageStatus("en", "found"),)
    )
    cache.put(found)
    cache.put(Record(symbol="A/2", status="absent", source="x"))
    for later, expired, held in [(86_399, 0, 2), (86_400, 1, 1), (7_775_999, 1, 1), (7_776_000, 2, 0)]:
        now[0] = 1000.0 + later
        assert cache.info()[2:] == (1, 1, expired)
        assert [cache.get("x", "A/1") == found, cache.get("x", "A/2") is not None].count(True) == held
    assert cache.info().path == str(tmp_path / "c.db")
    assert cache.info().bytes == (tmp_path / "c.db").stat().st_size > 0
    cache.clear()
    assert cache.info()[2:] == (0, 0, 0)
    cache.close()
    cache.close()
    assert cache.info()[2:] == (0, 0, 0)
    (tmp_path / "c.db").unlink()
    assert cache.info().bytes == 0


def test_a_broken_cache_is_told_and_its_files_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(b"no database " * 100)
    lines: list[str] = []
    cache = Cache(path, lines.append)
    assert lines == [f"{path}: the cache is not used: file is not a database"]
    assert cache.get("x", "A/1") is None
    for end in ("-wal", "-shm", "-other"):
        path.with_name(path.name + end).touch()
    cache.clear()
    assert [found.name for found in tmp_path.iterdir()] == ["c.db-other"]
    cache.clear()
    (tmp_path / "file").touch()
    Cache(tmp_path / "file" / "c.db", lines.append)
    assert lines[1:] == [f"{tmp_path}/file/c.db: the cache is not used: File exists"]


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *given, **more: Path("/x", *given, str(more)))
    assert cache_folder() == Path("/x/undocs/{'appauthor': False}")
