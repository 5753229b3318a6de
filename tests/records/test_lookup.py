"""Look-ups with the command: in order, once, politely, and not again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner, Result
from un_server import Server, serving
from undocs_cli.app import app
from undocs_cli.lookup import in_order
from user_folders import user_folders

if TYPE_CHECKING:
    from collections.abc import Iterator

SYMBOLS = [f"A/RES/60/{number}" for number in range(1, 9)]

RECORDS = Path(__file__).parent.parent.parent / "examples/records.xml"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def environment(server: Server, tmp_path: Path) -> dict[str, str]:
    return server.environment | user_folders(tmp_path)


def run(environment: dict[str, str], *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, env=environment, input=given)


def fetched(environment: dict[str, str], *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    result = run(environment, "resolve", "-f", "json", *arguments)
    assert result.exit_code == code, result.output
    return list(json.loads(result.stdout))


def test_a_row_gets_its_record(environment: dict[str, str]) -> None:
    [row] = fetched(environment, "--fetch", "S/RES/1325 (2000)")
    assert row["title"].startswith("Résolution sur l’« eau » [a] : Situation in Haiti [on the report of ...]")
    assert (row["date"], row["languages"], row["status"], row["metadata_source"]) == (
        "1997-11-18",
        ["en", "fr", "es"],
        "found",
        "library",
    )


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "markdown"])
def test_every_format_has_the_record_and_none_what_a_terminal_obeys(environment: dict[str, str], form: str) -> None:
    out = run(environment, "resolve", "--fetch", "-f", form, "--color", "never", "A/RES/60/1", "A/RES/404/1").stdout
    for said in ("Résolution sur l’« eau »", "1997-11-18", "absent", "Haiti"):
        assert said in out
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)


def test_without_fetch_nothing_is_asked_and_the_columns_are_empty(server: Server, environment: dict[str, str]) -> None:
    [row] = fetched(environment, "A/RES/60/1")
    assert [row[name] for name in ("title", "date", "languages", "status")] == ["", "", [], ""]
    assert not server.asked


@pytest.mark.parametrize("source", ["library", "ods", "digital-library"])
def test_a_second_run_makes_no_request(server: Server, environment: dict[str, str], source: str) -> None:
    symbols = (*SYMBOLS[:3], "A/RES/404/1")
    first = fetched(environment, "--source", source, *symbols)
    asked = len(server.asked)
    assert asked > 3
    assert fetched(environment, "--source", source, *symbols) == first
    assert len(server.asked) == asked
    assert fetched(environment, "--source", source, "--refresh", *symbols) == first
    assert len(server.asked) == 2 * asked


def test_offline_asks_nobody(server: Server, environment: dict[str, str]) -> None:
    fetched(environment, "--fetch", "A/RES/60/1")
    asked = len(server.asked)
    rows = fetched(environment, "--offline", "A/RES/60/2", "A/RES/60/1")
    assert [row["status"] for row in rows] == ["unknown", "found"]
    assert len(server.asked) == asked


def test_offline_the_catalogue_does_not_speak_for_the_library(environment: dict[str, str]) -> None:
    """That your own catalog lacks a document does not make it absent."""
    assert run(environment, "catalog", "import", str(RECORDS)).exit_code == 0
    rows = fetched(environment, "--offline", "A/RES/60/1", "CTOC/COP/2024/6")
    assert [row["status"] for row in rows] == ["unknown", "found"]


def test_without_a_network_nothing_is_tried_again(environment: dict[str, str]) -> None:
    begun = time.monotonic()
    nowhere = environment | {"UNDOCS_LIBRARY_URL": "http://no-such-host.invalid/", "UNDOCS_DELAY": "9", "NO_PROXY": "*"}
    result = run(nowhere, "resolve", "--fetch", "A/RES/60/1")
    assert result.exit_code == 2
    assert "library: no network, or no host named no-such-host.invalid" in result.stderr
    assert time.monotonic() - begun < 9


def test_a_document_that_is_mentioned_twice_is_asked_for_once(server: Server, environment: dict[str, str]) -> None:
    result = run(environment, "extract", "--all", "--fetch", "-f", "jsonl", given="A/RES/60/1, A/RES/60/1. A/RES/60/1")
    assert [json.loads(line)["status"] for line in result.stdout.splitlines()] == ["found"] * 3
    assert len(server.asked) == 2


def test_one_failure_leaves_the_rest_whole_and_in_order(server: Server, environment: dict[str, str]) -> None:
    server.faults[SYMBOLS[3]] = "503"
    rows = fetched(environment, "--fetch", *SYMBOLS, code=2)
    assert [row["symbol"] for row in rows] == SYMBOLS
    assert [row["status"] for row in rows] == [
        "unavailable" if row["symbol"] == SYMBOLS[3] else "found" for row in rows
    ]


def test_a_challenge_is_told_once_and_ends_the_asking(server: Server, environment: dict[str, str]) -> None:
    server.faults = dict.fromkeys(SYMBOLS, "challenge")
    result = run(environment, "resolve", "--fetch", "-f", "json", *SYMBOLS)
    assert {row["status"] for row in json.loads(result.stdout)} == {"blocked"}
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert len(server.asked) <= 2  # one of them was in flight


def test_sources_are_asked_in_the_order_given_until_one_has_it(server: Server, environment: dict[str, str]) -> None:
    [row] = fetched(environment, "--source", "ods", "--source", "library", "A/RES/60/1")
    assert row["metadata_source"] == "ods"
    assert all("/editor/" not in path for path in server.asked)
    server.faults["A/RES/60/2"] = "app"
    server.broken = {"ods"}
    [row] = fetched(environment, "--source", "ods", "--source", "digital-library", "A/RES/60/2")
    assert (row["status"], row["metadata_source"]) == ("found", "digital-library")


def test_a_source_that_fails_does_not_hide_one_that_answers(server: Server, environment: dict[str, str]) -> None:
    server.faults = {"A/RES/60/1": "503", "A/RES/404/1": "503"}
    server.broken = {"library"}
    arguments = ("--source", "library", "--source", "ods", "A/RES/60/1", "A/RES/404/1")
    result = run(environment, "resolve", "-f", "json", *arguments)
    rows = [(row["status"], row["metadata_source"]) for row in json.loads(result.stdout)]
    # That one has none does not say that the other has none.
    assert rows == [("found", "ods"), ("unavailable", "library")]
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_catalogue_that_is_not_there_is_told_and_the_next_source_asked(environment: dict[str, str]) -> None:
    result = run(environment, "resolve", "--source", "catalog", "-f", "json", "A/RES/60/1", "A/RES/60/2")
    assert {row["status"] for row in json.loads(result.stdout)} == {"unknown"}
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    arguments = ("--source", "catalog", "--source", "library", "-f", "json", "A/RES/60/1")
    result = run(environment, "resolve", *arguments)
    assert [row["metadata_source"] for row in json.loads(result.stdout)] == ["library"]
    assert (result.exit_code, len(result.stderr.splitlines())) == (0, 1)


def test_a_catalogue_is_asked_before_the_library(server: Server, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "one.mrk").write_text("=001  1\n=191  \\\\$aA/RES/60/1\n=245  \\\\$aOf the catalog\n", encoding="utf-8")
    assert run(environment, "catalog", "import", str(tmp_path / "one.mrk")).exit_code == 0
    rows = fetched(environment, "--fetch", "A/RES/60/2", "A/RES/60/1")
    assert [(row["metadata_source"], row["title"][:7]) for row in rows] == [
        ("library", "Résolut"),
        ("catalog", "Of the "),
    ]
    assert not [path for path in server.asked if "A/RES/60/1" in path]


def test_the_ladder_of_spellings_is_climbed(server: Server, environment: dict[str, str]) -> None:
    [row] = fetched(environment, "--fetch", "S/RES/2421(2018)")
    assert row["status"] == "found"
    assert [path for path in server.asked if "%20(2018)" in path]
    assert not [path for path in server.asked if "+" in path]


@pytest.mark.parametrize("most", ["1", "2", "4"])
def test_no_more_requests_are_in_flight_than_allowed(server: Server, environment: dict[str, str], most: str) -> None:
    server.latency = 0.05
    fetched(environment | {"UNDOCS_MAX_CONCURRENCY": most, "UNDOCS_DELAY": "0"}, "--fetch", *SYMBOLS)
    assert server.most == int(most)


def test_there_is_a_pause_between_requests(server: Server, environment: dict[str, str]) -> None:
    fetched(environment | {"UNDOCS_DELAY": "0.2"}, "--fetch", *SYMBOLS[:3])
    begun = sorted(server.started)
    assert len(begun) == 6
    assert begun[-1] - begun[0] > 0.2 * 5 - 0.1


def test_a_token_is_wanted_for_the_digital_library(environment: dict[str, str]) -> None:
    result = run(
        environment | {"UNDOCS_DIGITAL_LIBRARY_TOKEN": ""}, "resolve", "--source", "digital-library", "A/RES/60/1"
    )
    assert result.exit_code == 2
    assert "UNDOCS_DIGITAL_LIBRARY_TOKEN" in result.stderr


@pytest.mark.posix
def test_ctrl_c_keeps_what_was_fetched_and_shows_it(
    server: Server, environment: dict[str, str], command: list[str]
) -> None:
    server.faults[SYMBOLS[-1]] = "silence"
    process = subprocess.Popen(
        [*command, "resolve", "--fetch", "-f", "json", *SYMBOLS],
        env=os.environ | environment | {"UNDOCS_TIMEOUT": "50"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not any(SYMBOLS[-1] in path for path in server.asked) or len(server.asked) < 2 * len(SYMBOLS) - 1:
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.3)  # the last answer is on its way
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert [row["status"] for row in json.loads(out)] == ["found"] * 7 + ["unknown"]
    assert err == b""
    rows = fetched(environment, "--offline", *SYMBOLS)
    assert [row["status"] for row in rows] == ["found"] * 7 + ["unknown"]


@pytest.mark.posix
def test_on_a_terminal_what_is_known_is_shown_at_once(
    server: Server, environment: dict[str, str], command: list[str]
) -> None:
    import pty

    fetched(environment, "--fetch", SYMBOLS[3])
    server.latency = 0.8
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*command, "resolve", "--fetch", *SYMBOLS[:4]],
        env=os.environ | environment | {"TERM": "xterm", "CATALOG_COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    screen = b""
    while not screen.endswith(b"\0"):
        try:
            screen += os.read(leader, 1 << 16) or b"\0"
        except OSError:  # how the end of a terminal is told
            screen += b"\0"
    os.close(leader)
    assert process.wait() == 0
    places = [screen.find(said) for said in (SYMBOLS[3].encode(), b"of 3", SYMBOLS[0].encode(), SYMBOLS[2].encode())]
    assert places == sorted(places)
    assert places[0] > 0


def test_a_proxy_is_respected(server: Server, environment: dict[str, str]) -> None:
    elsewhere = {
        "UNDOCS_LIBRARY_URL": "http://library.invalid/editor/api",
        "NO_PROXY": "",
        "HTTP_PROXY": server.address,
    }
    [row] = fetched(environment | elsewhere, "--fetch", "A/RES/60/1")
    assert row["status"] == "found"
    assert all(path.startswith("http://library.invalid/") for path in server.asked)


def test_check_has_a_column_for_each_language(server: Server, environment: dict[str, str]) -> None:
    server.faults["A/RES/60/3"] = "503"
    result = run(environment, "check", "-", given="A/RES/60/1\nA/RES/404/1\nA/RES/60/3\n")
    lines = [line.split("\t")[:7] for line in result.stdout.splitlines()]
    assert lines == [
        ["A/RES/60/1", *["found"] * 6],
        ["A/RES/404/1", *["absent"] * 6],
        ["A/RES/60/3", *["unavailable"] * 6],
    ]
    assert result.exit_code == 2
    # What is known already does not change the order.
    server.faults.clear()
    again = run(environment, "check", "A/RES/60/3", "A/RES/60/1").stdout.splitlines()
    assert [line.split("\t")[:2] for line in again] == [["A/RES/60/3", "found"], ["A/RES/60/1", "found"]]
    assert run(environment, "check", "A/RES/404/1").exit_code == 1
    assert run(environment, "check", "A/RES/60/1").exit_code == 0


def test_a_run_in_a_pipe_that_fetches_nothing_loads_nothing_for_it(tmp_path: Path) -> None:
    program = (
        "import sys; from typer.testing import CliRunner; from undocs_cli.app import app;"
        " CliRunner().invoke(app, ['resolve', 'A/RES/60/1']); print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert not {"httpx", "tenacity", "asyncio", "rich", "sqlite3"} & set(done.stdout.split())


def test_a_second_ctrl_c_loses_no_row() -> None:
    assert list(in_order(["A/1", "A/2"], str, {}, iter(()))) == [("A/1", None), ("A/2", None)]
