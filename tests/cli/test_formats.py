"""One set of formats for every command: each format works for each command, or is refused with one line."""

from __future__ import annotations

import ast
import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result
from undocs_cli import commands
from undocs_cli.app import app
from undocs_cli.output import Format
from user_folders import user_folders

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS, REPORT = str(EXAMPLES / "records.xml"), str(EXAMPLES / "ctoc-cop-2024-report.txt")
# Each command with the first cell of its first row, and the formats that have nothing to write for it.
COMMANDS: Mapping[str, tuple[str, set[str]]] = {
    f"extract {REPORT}": ("CTOC/COP/2024/6", set()),
    f"extract --all {REPORT}": ("CTOC/COP/2024/6", set()),
    "resolve a/66/10": ("A/66/10", set()),
    "explain a/66/10": ("A/66/10", {"urls"}),
    "series A/AC.105": ("A/AC.105", {"plain", "urls"}),
    "check --offline a/66/10": ("A/66/10", {"urls"}),
    f"get -o {REPORT}/x a/66/10": ("A/66/10", {"urls"}),
    f"catalog import {RECORDS}": (RECORDS, {"plain", "urls"}),
    "catalog search CTOC/": ("CTOC/COP/2024/5", set()),
    "catalog info": ("marc", {"plain", "urls"}),
    "cache info": ("", {"plain", "urls"}),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Folders of a user who has imported a catalog."""
    folder = tmp_path_factory.mktemp("home")
    environment = user_folders(folder) | {"COLUMNS": "200"}
    CliRunner().invoke(app, ["catalog", "import", RECORDS], env=environment)
    return environment


def run(line: str, home: dict[str, str], **environment: str) -> Result:
    return CliRunner().invoke(app, line.split(), env=home | environment)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: " ".join(line.split()[:2]).partition("/")[0])
def test_every_command_has_every_format(line: str, form: Format, home: dict[str, str]) -> None:
    first, refused = COMMANDS[line]
    result = run(f"{line} -f {form}", home)
    assert not result.exception or isinstance(result.exception, SystemExit)
    if form in refused:
        column = {"plain": "symbol", "urls": "url"}[form]
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"undocs: -f {form}: this command's results have no {column} column\n"
        return
    assert "-f " not in result.stderr
    # The two example records have no link to a catalog.
    assert first in result.stdout or (line, form) == ("catalog search CTOC/", "urls")


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: " ".join(line.split()[:2]).partition("/")[0])
def test_csv_is_the_header_and_the_cells_of_tsv(line: str, home: dict[str, str]) -> None:
    header, *rows = csv.reader(io.StringIO(run(f"{line} -f csv", home).stdout))
    cells = [row.split("\t") for row in run(f"{line} -f tsv", home).stdout.splitlines()]
    assert rows == cells
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: " ".join(line.split()[:2]).partition("/")[0])
def test_jsonl_has_the_objects_of_json(line: str, home: dict[str, str]) -> None:
    objects = json.loads(run(f"{line} -f json", home).stdout)
    assert [json.loads(row) for row in run(f"{line} -f jsonl", home).stdout.splitlines()] == objects
    assert objects


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: " ".join(line.split()[:2]).partition("/")[0])
def test_the_variable_sets_the_format_of_every_command(line: str, home: dict[str, str]) -> None:
    assert run(line, home, UNDOCS_FORMAT="csv").stdout == run(f"{line} -f csv", home).stdout
    assert run(f"{line} -f tsv", home, UNDOCS_FORMAT="csv").stdout == run(f"{line} -f tsv", home).stdout


def test_a_refused_format_imports_nothing(home: dict[str, str], tmp_path: Path) -> None:
    catalog = tmp_path / "c.db"
    result = run(f"catalog import {RECORDS} -f plain", home, UNDOCS_CATALOG=str(catalog))
    assert result.exit_code == 2
    assert not catalog.exists()


WRITTEN = {  # a command, and all that it writes
    "explain a/66/10 A/55/432-S/2000/921 -f plain": "A/66/10\nA/55/432\nS/2000/921\n",
    "catalog search CTOC/ -f plain": "CTOC/COP/2024/5\nCTOC/COP/2024/6\n",
    "check --offline a/66/10 -f markdown": (
        "| symbol | en | fr | es | ar | zh | ru | spelling | note |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| A/66/10 | unknown | unknown | unknown | unknown | unknown | unknown |  |"
        " offline, and not in the cache or the local catalog |\n"
    ),
    "explain CRPD/C/JPN/CO/1 -f csv": (
        "symbol,role,text,name,start,end,verified,series\n"
        "CRPD/C/JPN/CO/1,description,CRPD/C/JPN/CO/1,"
        "Committee on the Rights of Persons with Disabilities · Japan · concluding observations 1,0,15,True,\n"
        "CRPD/C/JPN/CO/1,organ,CRPD,Convention on the Rights of Persons with Disabilities,0,4,True,CRPD\n"
        "CRPD/C/JPN/CO/1,body,C,Committee on the Rights of Persons with Disabilities,5,6,True,CRPD/C\n"
        "CRPD/C/JPN/CO/1,country,JPN,Japan,7,10,True,\n"
        "CRPD/C/JPN/CO/1,type,CO,concluding observations,11,13,True,\n"
        "CRPD/C/JPN/CO/1,number,1,number 1,14,15,True,\n"
    ),
}


@pytest.mark.parametrize("line", WRITTEN)
def test_what_is_written(line: str, home: dict[str, str]) -> None:
    assert run(line, home).stdout == WRITTEN[line]


def test_explain_as_json_has_the_values_to_group_by(home: dict[str, str]) -> None:
    (whole,) = json.loads(run("explain CRPD/C/JPN/CO/1 -f json", home).stdout)
    assert {name: whole[name] for name in ("body", "session", "year", "type", "number", "country")} == {
        "body": "Committee on the Rights of Persons with Disabilities",
        "session": "",
        "year": None,
        "type": "concluding observations",
        "number": "1",
        "country": "Japan",
    }
    assert whole["parts"][0]["role"] == "organ"


def test_no_command_imports_another() -> None:
    for path in Path(commands.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.startswith("undocs_cli.commands")], path
