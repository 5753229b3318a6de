"""The commands that explain: `undocs explain` and `undocs series`."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result
from undocs_cli.app import app


def run(*arguments: str, given: str = "") -> Result:
    """Run the command with what stands on standard input."""
    return CliRunner().invoke(app, arguments, input=given)


def test_explain_in_a_pipe_has_a_line_for_each_part() -> None:
    result = run("explain", "crpd/c/jpn/co/1")
    assert result.exit_code == 0
    lines = [line.split("\t")[:4] for line in result.stdout.splitlines()]
    symbol = "CRPD/C/JPN/CO/1"
    assert lines[0][:3] == [symbol, "description", symbol]
    assert lines[3] == [symbol, "country", "JPN", "Japan"]
    assert lines[4] == [symbol, "type", "CO", "concluding observations"]


def test_explain_as_json_has_every_key() -> None:
    result = run("explain", "-f", "json", "A/DEC/78/560", "A/55/432-S/2000/921")
    decision, *halves = json.loads(result.stdout)
    assert decision["published_in"] == "A/78/49(Vol.II)"
    assert decision["years"] == [2023, 2024]
    assert [half["symbol"] for half in halves] == ["A/55/432", "S/2000/921"]
    assert [half["note"] for half in halves] == ["one document with S/2000/921", "one document with A/55/432"]
    assert {tuple(each) for each in (decision, *halves)} == {
        (
            "symbol",
            "description",
            "parts",
            "years",
            "relation",
            "parent",
            "note",
            "published_in",
            "on_ods",
            "body",
            "session",
            "year",
            "type",
            "number",
            "country",
        )
    }


def test_explain_for_reading_is_a_tree() -> None:
    result = run("explain", "-f", "table", "A/RES/217(III)[A]")
    assert "└── " in result.stdout
    assert "3rd session, 1948–1949" in result.stdout
    assert "A/RES/217(III)" in result.stdout.splitlines()[-1]


def test_explain_reads_symbols_from_standard_input_and_goes_on_after_an_error() -> None:
    result = run("explain", "-f", "jsonl", "-", given="A/RES/60/1\nE/F/S.82.XI.2\n\nS/PV.8891\n")
    assert result.exit_code == 2
    assert [json.loads(line)["symbol"] for line in result.stdout.splitlines()] == ["A/RES/60/1", "S/PV.8891"]
    assert result.stderr.splitlines()[1:] == ["  E/F/S.82.XI.2", "    ^"]


def test_markup_of_rich_in_a_symbol_is_text() -> None:
    assert "part A" in run("explain", "-f", "table", "A/RES/60/1[A]").stdout


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["A/AC.105"], "A/AC.105"),
        (["a/ac.105/2024/3"], "A/AC.105"),
        (["human", "settlements"], "A/CONF.165"),
        (["GC.18/INF/4"], "GC."),
        ([], "A"),
    ],
)
def test_series_are_browsed_by_prefix_symbol_or_words(words: list[str], first: str) -> None:
    result = run("series", *words)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split("\t")[0] == first


def test_series_under_a_prefix_come_with_it() -> None:
    rows = json.loads(run("series", "-f", "json", "A/AC.105").stdout)
    assert [row["prefix"] for row in rows] == ["A/AC.105", "A/AC.105/C.1", "A/AC.105/C.2"]
    assert rows[0]["name"] == "Committee on the Peaceful Uses of Outer Space"


def test_series_for_reading_is_a_table() -> None:
    assert "Commission on Human" in run("series", "-f", "table", "HS/C").stdout


def test_no_series_found_is_told_by_the_exit_code() -> None:
    result = run("series", "teapots")
    assert (result.exit_code, result.stdout) == (1, "")
