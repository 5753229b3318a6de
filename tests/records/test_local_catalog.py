"""The catalog: what is put in is found, by symbol and by words, whatever else happens to the file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from undocs import Symbol
from undocs.errors import CatalogError
from undocs.records.catalog.catalog import Catalog
from undocs.records.catalog.importer import Import, Tally

if TYPE_CHECKING:
    from pathlib import Path


def api(number: int, title: str, *symbols: str, about: str = "", **tags: list[tuple[str, str]]) -> dict[str, Any]:
    """Make a record as the Library's API writes it."""

    def field(*parts: tuple[str, str]) -> dict[str, Any]:
        return {"indicators": ["_", "_"], "subfields": [{"code": code, "value": value} for code, value in parts]}

    made: dict[str, Any] = {
        "_id": number,
        "245": [field(("a", title))],
        "191": [field(("a", each)) for each in symbols],
    }
    if about:
        made["791"] = [field(("a", about))]
    return made | {tag.strip("_"): [field(*parts)] for tag, parts in tags.items()}


RECORDS = [
    api(1, "Situation in Haiti", "S/RES/2421 (2018)", _650=[("a", "SANCTIONS")], _269=[("a", "2018-06-14")]),
    api(2, "Report of the Committee", "A/54/42(SUPP)"),
    api(3, "Verbatim record", "A/74/PV.1(OR)"),
    api(4, "Questions of the whole", "A/RES/50/204", _269=[("a", "1995-12-20")]),
    api(5, "A vote on it", about="A/RES/50/204", _996=[("b", "90"), ("c", "3")], _269=[("a", "1995-12")]),
    api(6, "A speech in it", about="A/74/PV.2", _269=[("a", "2019-09-17")]),
    api(7, "Letter on Türkiye", "A/48/486", "S/26560"),
    api(12, "Letter in two series", "A/55/432 - S/2000/921"),
    api(8, "Of no symbol: narcotics"),
    api(9, "Twice, once", "E/HR/RES/1", _269=[("a", "1946-05-16")], _650=[("a", "ONE")]),
    api(10, "Twice, again", "E/HR/RES/1", _269=[("a", "1946-05-10")]),
    api(11, "(deleted)", "A/1/1", _980=[("a", "DELETED")]),
]


def load(path: Path, records: object = RECORDS, tell: object = None) -> Tally:
    """Import records, and return what became of them; nothing may be told unless `tell` takes it."""
    told: list[str] = [] if tell is None else tell  # type: ignore[assignment]
    with Import(path) as into:
        tally = into.load("f", [json.dumps(records).encode()], told.append)
    assert tell is not None or not told
    return tally


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """A catalog of the records above."""
    load(tmp_path / "c.db")
    return Catalog(tmp_path / "c.db")


@pytest.mark.parametrize(
    ("symbol", "attribute", "value"),
    [
        ("S/RES/2421(2018)", "title", "Situation in Haiti"),
        ("S/RES/2421(2018)", "symbol", "S/RES/2421(2018)"),
        ("S/RES/2421(2018)", "spelling", "S/RES/2421 (2018)"),
        ("S/RES/2421(2018)", "source", "catalog"),
        ("S/RES/2421(2018)", "catalog_url", "https://metadata.un.org/editor/api/marc/bibs/records/1"),
        ("A/54/42", "spelling", "A/54/42(SUPP)"),
        ("A/74/PV.1", "title", "Verbatim record"),
        ("A/RES/50/204[B]", "note", "this is the record of A/RES/50/204, which contains the part"),
        ("A/RES/50/204", "title", "Questions of the whole"),
        ("A/RES/50/204", "vote", ("", 90, 3, None, None)),
        ("A/74/PV.2", "title", ""),
        ("A/74/PV.2", "note", "no record of its own, only records of speeches: 1"),
        ("A/48/486-S/26560", "title", "Letter on Türkiye"),
        ("S/2000/921", "title", "Letter in two series"),
        ("A/55/432-S/2000/921", "spelling", "A/55/432 - S/2000/921"),
        ("S/26560", "title", "Letter on Türkiye"),
        ("E/HR/RES/1", "title", "Twice, once"),
        ("E/HR/RES/1", "note", "1 more records of this symbol have another date"),
        ("A/1/1", "status", "absent"),
        ("A/54/43", "status", "absent"),
    ],
)
def test_look_up(catalog: Catalog, symbol: str, attribute: str, value: object) -> None:
    assert getattr(catalog.look_up(Symbol.parse(symbol)), attribute) == value


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("haiti", ["Situation in Haiti"]),
        ("sanctions situation", ["Situation in Haiti"]),
        ("turkiye", ["Letter on Türkiye"]),
        ("narcot*", ["Of no symbol: narcotics"]),
        ("haiti narcotics", []),
        ('"OR NEAR( haiti -', []),
        ("s/res/2421", ["Situation in Haiti"]),
        ("A/74/", ["Verbatim record", "A speech in it"]),
        ("A/7", ["Verbatim record", "A speech in it"]),
        ("deleted", []),
        ("* ; --", []),
    ],
)
def test_search(catalog: Catalog, text: str, titles: list[str]) -> None:
    assert [record.title for record in catalog.search(text)] == titles


def test_what_is_read_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    assert load(path) == Tally("f", records=12, added=11, deleted=1, without_symbol=1)
    (api_records, everything) = Catalog(path).info()
    assert api_records == ("library api", 11, 1, "1946-05-10", "2019-09-17")
    assert everything == api_records._replace(kind="all")


def test_the_same_file_twice_is_the_same_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    load(path)
    before = dump(path)
    assert load(path) == Tally("f", records=12, unchanged=11, deleted=1, without_symbol=1)
    assert dump(path) == before


def test_a_record_that_has_changed_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    load(path)
    assert load(path, [api(1, "Situation of Haiti today", "S/RES/2421 (2018)")]).updated == 1
    catalog = Catalog(path)
    assert [record.title for record in catalog.search("haiti")] == ["Situation of Haiti today"]
    assert not list(catalog.search("sanctions"))
    assert catalog.look_up(Symbol("S/RES/2421(2018)")).title == "Situation of Haiti today"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")


def test_an_import_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.db"

    def interrupted() -> None:
        with Import(path) as into:
            into.load("f", [json.dumps(RECORDS).encode()], print)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert Catalog(path).look_up(Symbol("A/54/42")).status == "unknown"
    load(path, RECORDS[:1])
    before = dump(path)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert dump(path) == before


def test_others_read_on_while_one_imports(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    load(path, RECORDS[:1])
    reader = Catalog(path)
    with Import(path) as into:
        into.load("f", [json.dumps(RECORDS).encode()], print)
        assert reader.look_up(Symbol("S/RES/2421(2018)")).title == "Situation in Haiti"
        assert reader.look_up(Symbol("A/54/42")).status == "absent"
    assert reader.look_up(Symbol("A/54/42")).status == "found"


def test_a_second_import_at_once_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.db"
    load(path, RECORDS[:1])
    monkeypatch.setattr("undocs.records.catalog.schema._LOCK_TIMEOUT", 0.01)
    with Import(path), pytest.raises(CatalogError, match="another import is running"):
        load(path)


def test_faults_are_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    told: list[str] = []
    tally = load(tmp_path / "c.db", [{"oops": 1}, RECORDS[0], 7], told)
    assert (tally.records, tally.added, tally.faults) == (1, 1, 2)
    assert told == ["f: record 1: not a record of a known kind: oops", "f: record 3: not an object: 7"]


def test_half_a_character_is_no_hindrance(tmp_path: Path) -> None:
    load(tmp_path / "c.db", [api(1, "Haiti \ud83d and \U0001f54a", "A/1/1\udfff", "A/1/2")])
    assert Catalog(tmp_path / "c.db").look_up(Symbol("A/1/2")).title == "Haiti ? and \U0001f54a"


def test_a_catalogue_that_is_not_there_is_unknown_one_that_is_broken_unavailable(tmp_path: Path) -> None:
    assert Catalog(tmp_path / "none.db").look_up(Symbol("A/1/1")).status == "unknown"
    assert not (tmp_path / "none.db").exists()
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database " * 1000)
    record = Catalog(broken).look_up(Symbol("A/1/1"))
    assert (record.status, record.note) == ("unavailable", f"{broken}: file is not a database")
    for use in (Catalog(broken).info, lambda: list(Catalog(broken).search("x")), lambda: load(broken)):
        with pytest.raises(CatalogError, match=r"broken\.db: file is not a database"):
            use()


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(CatalogError, match="not a catalog"):
        load(path)
    assert dump(path) == ["BEGIN TRANSACTION;", "CREATE TABLE theirs (x);", "COMMIT;"]


def dump(path: Path) -> list[str]:
    """Return all that a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())
