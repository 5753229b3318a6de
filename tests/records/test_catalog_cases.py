"""The local catalog: how records of one symbol become one, what an import counts, and files that are no catalog."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from case_files import filled, toml, why
from undocs.errors import CatalogError, NoCatalogError, ReadingError
from undocs.records.catalog.catalog import Catalog
from undocs.records.catalog.importer import Import, Tally
from undocs.records.catalog.schema import CATALOG_COLUMNS, connect, default_catalog_path, from_row, to_row
from undocs.records.model import File, Record, Related, Vote
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator


def load(path: Path, text: str) -> tuple[Tally, list[str]]:
    """Import MARC text, and return the counts of it and the messages."""
    lines: list[str] = []
    with Import(path) as into:
        return into.load("f.mrk", [text.encode()], lines.append), lines


@pytest.mark.parametrize("case", toml("catalog.toml"), ids=why)
def test_records_of_one_symbol_become_one(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    _, lines = load(path, case["records"])
    assert not lines
    catalog = Catalog(path)
    record = catalog.look_up(Symbol.parse(case["symbol"]))
    assert filled(record) == {"status": "found", "source": "catalog"} | case["record"]
    catalog.close()


@pytest.mark.parametrize("case", toml("catalog.toml", "tally"), ids=why)
def test_what_an_import_counts(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    if "before" in case:
        load(path, case["before"])
    tally, lines = load(path, case["records"])
    assert {name: count for name, count in tally._asdict().items() if count} == {"file": "f.mrk"} | case["tally"]
    assert lines == case.get("messages", [])
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, title FROM record ORDER BY id").fetchall()
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert rows == list(enumerate(case["titles"], 1))


def test_a_file_that_cannot_be_read_to_its_end_is_a_fault(tmp_path: Path) -> None:
    def broken(error: Exception) -> Iterator[bytes]:
        yield b"=191  \\\\$aA/1/1\n=245  \\\\$aOne\n\n" + b"=500  \\\\$a" + b"x" * 70_000 + b"\n\n"
        raise error

    lines: list[str] = []
    with Import(tmp_path / "c.db") as into:
        first = into.load("f", broken(OSError(5, "Input/output error")), lines.append)
        second = into.load("g", broken(OSError("no number")), lines.append)
        third = into.load("h", broken(ReadingError("name", "reason")), lines.append)
    assert (first.records, first.added, first.faults) == (2, 2, 1)
    assert (second.unchanged, second.faults, third.faults) == (2, 1, 1)
    assert lines == ["f: Input/output error", "g: no number", "name: reason"]


def test_two_imports_one_after_the_other_number_their_records_on(tmp_path: Path) -> None:
    with Import(tmp_path / "c.db") as into:
        into.load("f", [b"symbol,title\nA/1/1,One\n"], pytest.fail)
        into.load("f", [b"symbol,title\nA/1/2,Two\n"], pytest.fail)
    with Import(tmp_path / "c.db") as into:
        into.load("f", [b"symbol,title\nA/1/3,Three\n"], pytest.fail)
    with closing(sqlite3.connect(tmp_path / "c.db")) as connection:
        assert connection.execute("SELECT id, title FROM record").fetchall() == [(1, "One"), (2, "Two"), (3, "Three")]


def test_an_error_of_the_file_undoes_the_import(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with pytest.raises(CatalogError) as raised, Import(path):
        raise sqlite3.OperationalError("disk I/O error")
    assert str(raised.value) == f"{path}: disk I/O error; nothing was imported"
    with pytest.raises(NoCatalogError):
        Catalog(path).info()


def test_an_error_while_the_import_is_kept_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with pytest.raises(CatalogError, match=r"c\.db: .*; nothing was imported$"), Import(path) as into:
        into._to.execute("ROLLBACK")  # as SQLite does by itself when the disk is full


def test_a_catalog_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE record (x)")
        connection.execute("PRAGMA user_version = 1")
    with pytest.raises(CatalogError, match=rf"^{path}: no such column: id$"), Import(path):
        pass
    with pytest.raises(CatalogError, match=rf"^{path}: "):
        Catalog(path).info()
    with pytest.raises(CatalogError, match=rf"^{path}: "):
        list(Catalog(path).search("x"))
    record = Catalog(path).look_up(Symbol.parse("A/1/1"))
    assert (record.symbol, record.status, record.source) == ("A/1/1", "unavailable", "catalog")
    assert "no such table: symbol" in record.note


def test_a_catalog_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "c.db"
    load(path, "=191  \\\\$aA/1/1\n")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.parametrize(("version", "fits"), [(0, False), (1, True), (2, False)])
def test_a_catalog_of_another_version_is_left_alone(version: int, fits: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = tmp_path / "c.db"
    load(path, "=191  \\\\$aA/1/1\n")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    for write in (False, True):
        if fits:
            connect(path, write=write).close()
        else:
            with pytest.raises(CatalogError, match=rf"^{path}: not a catalog of this version of undocs$"):
                connect(path, write=write)


def test_no_catalog_yet_and_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with pytest.raises(NoCatalogError) as raised:
        connect(path)
    assert str(raised.value) == f"{path}: no catalog yet; create one with: undocs catalog import FILE"
    record = Catalog(path).look_up(Symbol.parse("A/1/1"))
    assert filled(record) == {"symbol": "A/1/1", "status": "unknown", "source": "catalog", "note": str(raised.value)}
    path.touch()
    with pytest.raises(NoCatalogError) as raised:
        connect(path)
    assert str(raised.value) == f"{path}: the catalog is empty; fill it with: undocs catalog import FILE"
    connect(path, write=True).close()


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_is_no_catalog(write: bool, tmp_path: Path) -> None:  # noqa: FBT001
    with pytest.raises(CatalogError, match=rf"^{tmp_path}: unable to open database file$"):
        connect(tmp_path, write=write)


def test_where_the_catalog_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDOCS_CATALOG", str(tmp_path / "mine.db"))
    assert default_catalog_path() == Catalog().path == Import().path == tmp_path / "mine.db"
    assert Catalog(tmp_path / "other.db").path == Import(str(tmp_path / "other.db")).path == tmp_path / "other.db"
    monkeypatch.setenv("UNDOCS_CATALOG", "")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *given, **more: Path("/x", *given, str(more)))
    assert default_catalog_path() == Path("/x/undocs/{'appauthor': False}/catalog.sqlite3")


FULL = Record(
    symbol="A/1", status="found", title="Ünë", date="1997", document_type="T", body="B", languages=("en", "fr"),
    files=(File("en", "u"), File("fr", "v")), subjects=("S", "T"), agenda=("1", "2"),
    related=(Related("draft", "A/2"),), job_numbers=("N1", "N2"), vote=Vote("x", 1, 0, None, 3), source="catalog",
    catalog_url="r", spelling="A/1", note="n",
)  # fmt: skip


def test_a_record_stands_in_a_row_as_it_is() -> None:
    row = to_row("marc", FULL, ["One", "Two"])
    assert dict(zip(CATALOG_COLUMNS, row, strict=True)) == {
        "kind": "marc", "symbol": "A/1", "title": "Ünë", "date": "1997", "document_type": "T", "body": "B",
        "catalog_url": "r", "note": "n", "languages": '["en", "fr"]', "files": '[["en", "u"], ["fr", "v"]]',
        "subjects": '["S", "T"]', "agenda": '["1", "2"]', "related": '[["draft", "A/2"]]',
        "job_numbers": '["N1", "N2"]', "vote": '["x", 1, 0, null, 3]', "titles": "One\nTwo",
    }  # fmt: skip
    assert from_row(dict(zip(CATALOG_COLUMNS, row, strict=True))) == FULL
    little = Record(symbol="", status="found", source="catalog")
    row = to_row("own table", little, [])
    assert row == ("own table", *[""] * 15)
    assert from_row(dict(zip(CATALOG_COLUMNS, row, strict=True))) == little


MANY = "symbol,title\n" + "".join(
    f"A/{session}/{number},Report {session} of {number}\n" for session in (1, 2) for number in range(1, 60)
)


def test_searches_of_symbols_and_of_words(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with Import(path) as into:
        into.load("f", [MANY.encode()], pytest.fail)
        into.load("g", [b'symbol,title\na/3/1 (Part I),"Say ""no"" a/b/9"\nno symbol,Last\n,Empty\n'], pytest.fail)
    catalog = Catalog(path)

    def found(text: str, limit: int = 50) -> list[str]:
        return [record.symbol for record in catalog.search(text, limit)]

    assert len(found("report")) == len(list(catalog.search("report"))) == 50
    assert found("A/1/", 3) == ["A/1/1", "A/1/10", "A/1/11"]
    assert found("a/2/5 ", 3) == ["A/2/5", "A/2/50", "A/2/51"]
    assert found("A/2/5/") == []
    assert found("A/3/1") == ["A/3/1(PartI)"]
    assert found('"no"') == ["A/3/1(PartI)"]
    assert found('sa* "n*') == ["A/3/1(PartI)"]
    assert found("sa") == []
    assert found("a/b/9") == ["A/3/1(PartI)"]
    assert found("last") == ["no symbol"]
    assert found("empty") == [""]
    assert found("last empty") == []
    assert found("report 1 59", 1) == ["A/1/59"]
    assert found("  ") == found("-- *") == []
    assert [info.records for info in catalog.info()] == [121, 121]
    catalog.close()
    catalog.close()
    assert found("last") == ["no symbol"]


def test_two_hundred_records_of_a_symbol_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    rows = "".join(f"A/1/1,Title,{1801 + number}\n" for number in range(201))
    with Import(path) as into:
        into.load("f", [f"symbol,title,date\n{rows}".encode()], pytest.fail)
    assert Catalog(path).look_up(Symbol.parse("A/1/1")).note == "199 more records of this symbol have another date"


def test_what_a_catalog_holds(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    load(path, "=191  \\\\$aA/1/1\n=269  \\\\$a1997\n\n=245  \\\\$aNone\n\n=245  \\\\$aLate\n=269  \\\\$a2001-02\n")
    with Import(path) as into:
        into.load("f", [b"symbol,title,date\nA/1/2,X,\nA/1/3,X,1946-01\n"], pytest.fail)
    assert Catalog(path).info() == [
        ("marc", 3, 2, "1997", "2001-02"),
        ("own table", 2, 0, "1946-01", "1946-01"),
        ("all", 5, 2, "1946-01", "2001-02"),
    ]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM record")
        connection.commit()
    assert Catalog(path).info() == [("all", 0, 0, "", "")]
