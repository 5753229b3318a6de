"""The commands of the catalog: `undocs catalog import`, `search` and `info`."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Run
from typer.testing import CliRunner, Result
from undocs_cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """<record><controlfield tag="001">7</controlfield>
<datafield tag="191" ind1=" " ind2=" "><subfield code="a">{}</subfield></datafield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{}</subfield></datafield>
<datafield tag="269" ind1=" " ind2=" "><subfield code="a">2018-06-14</subfield></datafield>
<datafield tag="993" ind1="2" ind2=" "><subfield code="a">S/2018/1</subfield></datafield></record>"""


@pytest.fixture
def export(tmp_path: Path) -> str:
    """An export of two records, one that no symbol is of, and one that is broken."""
    path = tmp_path / "export.xml"
    records = RECORD.format("S/RES/2421 (2018)", "Iraq [/b] \x1b[31m".replace("\x1b", "")), RECORD.format("", "Haiti")
    path.write_text(f"<collection>{''.join(records)}<record><a></record></collection>", encoding="utf-8")
    return str(path)


def run(*arguments: str, catalog: str, given: bytes = b"") -> Result:
    """Run a command of the catalog at `catalog`."""
    return CliRunner().invoke(app, ["catalog", *arguments], input=given, env={"UNDOCS_CATALOG": catalog})


@pytest.fixture
def held(export: str, tmp_path: Path) -> str:
    """A catalog with the export in it."""
    catalog = str(tmp_path / "c.db")
    run("import", export, catalog=catalog)
    return catalog


def test_import_counts_by_file_and_tells_what_went_wrong(export: str, tmp_path: Path) -> None:
    result = run("import", export, str(tmp_path / "none.xml"), catalog=str(tmp_path / "c.db"))
    assert result.exit_code == 2
    assert result.stdout == f"{export}\t2\t2\t0\t0\t0\t1\t1\n"
    broken, missing, unnamed = result.stderr.splitlines()
    assert broken.startswith(f"undocs: {export}: record 3: broken XML: ")
    assert missing == f"undocs: {tmp_path / 'none.xml'}: No such file or directory"
    assert unnamed == f"undocs: {export}: records without a symbol, found by their titles only: 1"


def test_import_reads_standard_input(tmp_path: Path) -> None:
    given = f"<collection>{RECORD.format('A/1/1', 'x')}</collection>".encode()
    result = run("import", "-", "-f", "json", catalog=str(tmp_path / "c.db"), given=given)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {"file": "-", "records": 1, "added": 1, "updated": 0, "unchanged": 0, "deleted": 0, "without_symbol": 0,
         "faults": 0}
    ]  # fmt: skip


def test_a_file_of_nothing_is_nothing_found(tmp_path: Path) -> None:
    assert run("import", "-", catalog=str(tmp_path / "c.db")).exit_code == 1


def test_search_in_a_pipe_is_a_line_a_record(held: str) -> None:
    result = run("search", "iraq", catalog=held)
    assert result.exit_code == 0
    assert result.stdout.split("\t")[:3] == ["S/RES/2421(2018)", "Iraq [/b] [31m", "2018-06-14"]
    assert "\tdraft S/2018/1\t" in result.stdout


def test_search_as_json_has_every_key(held: str) -> None:
    (record,) = json.loads(run("search", "s/res/2421", "-f", "json", catalog=held).stdout)
    assert list(record) == [
        "symbol", "title", "date", "document_type", "body", "languages", "files", "subjects", "agenda", "related",
        "job_numbers", "vote", "catalog_url", "spelling", "note",
    ]  # fmt: skip
    assert record["related"] == [{"relation": "draft", "symbol": "S/2018/1"}]
    assert record["spelling"] == "S/RES/2421 (2018)"


def test_search_for_reading_is_a_table_and_markup_in_it_is_text(held: str) -> None:
    assert "Iraq [/b]" in run("search", "iraq", "-f", "table", catalog=held).stdout


def test_nothing_found_and_no_catalogue_are_told_apart(held: str, tmp_path: Path) -> None:
    assert run("search", "teapots", catalog=held).exit_code == 1
    for command in (["search", "iraq"], ["info"]):
        result = run(*command, catalog=str(tmp_path / "none.db"))
        assert result.exit_code == 2
        assert result.stderr.splitlines() == [
            f"undocs: {tmp_path / 'none.db'}: no catalog yet; create one with: undocs catalog import FILE"
        ]


def test_info_says_what_is_held(held: str) -> None:
    result = run("info", catalog=held)
    assert result.stdout == "marc\t2\t1\t2018-06-14\t2018-06-14\nall\t2\t1\t2018-06-14\t2018-06-14\n"
    assert result.stderr.startswith(f"undocs: {held}: ")
    assert "Without symbol" in run("info", "-f", "table", catalog=held).stdout


def test_the_catalogue_is_in_the_users_data_folder(invoke: Run, export: str, tmp_path: Path) -> None:
    invoke("catalog", "import", export)
    assert (tmp_path / "data" / "undocs" / "catalog.sqlite3").exists()
    assert invoke("catalog", "search", "haiti").stdout.split(b"\t")[1] == b"Haiti"


def test_several_may_import_at_once(command: list[str], export: str, tmp_path: Path) -> None:
    catalog = str(tmp_path / "c.db")
    arguments = [*command, "catalog", "import", "--catalog", catalog, export]
    several = [subprocess.Popen(arguments, cwd=ROOT, stdout=-1, stderr=-1) for _ in range(3)]
    said = [one.communicate(timeout=60)[0].decode().split("\t")[1:5] for one in several]
    assert sorted(said) == [["2", "0", "0", "2"], ["2", "0", "0", "2"], ["2", "2", "0", "0"]]
    assert run("info", catalog=catalog).stdout.splitlines()[-1].startswith("all\t2\t")


OWN = {
    "records.csv": "symbol,title,date\nA/RES/60/1,2005 World Summit Outcome,2005-09-16\n",
    "records.tsv": "title\tsymbol\n2005 World Summit Outcome\tA/RES/60/1\n",
    "records.jsonl": '{"symbol": "A/RES/60/1", "title": "2005 World Summit Outcome", "date": "2005-09-16"}\n',
}


@pytest.mark.parametrize("name", OWN)
def test_a_table_of_ones_own(name: str, invoke: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_text(OWN[name], "utf-8")
    assert invoke("catalog", "import", name, cwd=tmp_path).returncode == 0
    row = invoke("resolve", "--offline", "A/RES/60/1").stdout.decode().rstrip("\n").split("\t")
    assert row[11:13] == ["2005 World Summit Outcome", "2005-09-16" if "date" in OWN[name] else ""]
