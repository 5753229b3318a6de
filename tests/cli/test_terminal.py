"""What a person sees: the installed command on a terminal of a given width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from screens import ESCAPE, screen

if TYPE_CHECKING:
    from conftest import Run

pytestmark = pytest.mark.posix
REPORT = "examples/ctoc-cop-2024-report.txt"
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")

WIDTHS = [24, 40, 60, 80, 109, 110, 120, 200]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", REPORT),
        ("extract", "--all", REPORT),
        ("resolve", "E/ECE/TRANS/505/Rev.3/Add.159/Amend.2", "A/DEC/78/560", "A/78/6 (Sect. 3)/Add.7"),
        ("explain", "CRPD/C/JPN/CO/1", "A/DEC/78/560", "TRANS/WP.29/1045"),
        ("series", "human", "settlements"),
    ],
    ids=lambda arguments: " ".join(arguments)[:20],
)
def test_nothing_is_wider_than_the_window(arguments: tuple[str, ...], columns: int, invoke: Run) -> None:
    run = invoke(*arguments, terminal="stdin stdout stderr", COLUMNS=str(columns))
    lines = ESCAPE.sub("", run.stdout.decode()).split("\n")
    assert len(lines) > 3
    assert max(map(cell_len, lines)) <= columns


@pytest.mark.parametrize("columns", [40, 110])
def test_the_width_is_that_of_the_terminal(columns: int, command: list[str]) -> None:
    lines = ESCAPE.sub("", screen(command, "extract", REPORT, columns=columns)).split("\n")
    assert max(map(cell_len, lines)) == columns


@pytest.mark.parametrize("columns", WIDTHS)
def test_links_are_whole_however_they_are_folded(columns: int, invoke: Run) -> None:
    written = invoke("extract", REPORT, terminal="stdout", COLUMNS=str(columns)).stdout.decode()
    links = LINK.findall(written)
    urls = [f"https://undocs.org/en/CTOC/COP/2024/{number}" for number in ("6", "5", "CRP.3", "CRP.4", "CRP.5")]
    assert list(dict.fromkeys(filter(None, links))) == urls
    assert links.count("") == len(links) // 2, "each link is closed"
    if columns >= 60:
        assert all(url in ESCAPE.sub("", written) for url in urls)


PLAIN: list[tuple[tuple[str, ...], dict[str, str]]] = [
    (("--color", "never"), {}),
    ((), {"NO_COLOR": "1"}),
    ((), {"TERM": "dumb"}),
]


@pytest.mark.slow
@pytest.mark.parametrize(("options", "settings"), PLAIN)
def test_no_colour_and_no_links_where_none_are_wanted(
    options: tuple[str, ...], settings: dict[str, str], command: list[str]
) -> None:
    written = screen(command, "extract", *options, REPORT, settings=settings)
    assert "CTOC/COP/2024/CRP.3" in written
    assert not LINK.search(written)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", written)


def test_a_pipe_has_neither_table_nor_escapes(invoke: Run) -> None:
    out = invoke("extract", REPORT).stdout
    assert b"\x1b" not in out
    assert out.startswith(b"CTOC/COP/2024/6\thttps://undocs.org/en/CTOC/COP/2024/6\t")


@pytest.mark.slow
def test_nobody_waits_at_a_terminal_for_a_text_that_does_not_come(command: list[str]) -> None:
    written = screen(command, "extract")
    assert written.startswith("Usage: undocs extract [OPTIONS] [FILE]...")


@pytest.mark.slow
def test_nothing_found_is_told_to_a_person(command: list[str]) -> None:
    assert screen(command, "extract", given=b"nothing here") == "undocs: nothing found\n"


def test_of_several_documents_each_place_names_its_own(invoke: Run) -> None:
    run = invoke("extract", "--all", "README.md", REPORT, terminal="stdout", COLUMNS="120")
    written = ESCAPE.sub("", run.stdout.decode())
    assert re.search(r"README\.md: \d+\n", written)
    assert re.search(r"2024-report\.txt: \d+\n", written)


@pytest.mark.slow
def test_a_text_piped_in_is_shown_as_a_table(command: list[str]) -> None:
    written = ESCAPE.sub("", screen(command, "extract", given=b"Recalling General Assembly resolution 60/1,"))
    assert "A/RES/60/1" in written
    assert "cited in words" in written
