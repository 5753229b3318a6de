"""Texts of any length and many files: mastheads, pieces of a pipe, the order of files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from undocs.columns import mentions
from undocs.corpus.batch import Found, Problem, names_in_files, scan_files
from undocs.corpus.masthead import own_symbols
from undocs.corpus.stream import scan, stream_names
from undocs.reading import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = tomllib.loads((Path(__file__).parent.parent / "data/corpus/corpus.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", TABLE["masthead"], ids=[case["why"] for case in TABLE["masthead"]])
def test_a_document_bears_the_symbols_of_its_masthead(case: dict[str, Any]) -> None:
    text = re.sub(r"\{([0-9]+)\*(.)\}", lambda found: found[2] * int(found[1]), case["text"])
    assert {str(symbol) for symbol in own_symbols(Chunk(text, case.get("page")))} == set(case["own"])


@pytest.mark.parametrize("case", TABLE["pipe"], ids=[case["why"] for case in TABLE["pipe"]])
def test_a_mention_is_there_as_soon_as_it_is_whole(case: dict[str, Any]) -> None:
    given = 0

    def slowly() -> Iterator[Chunk]:
        nonlocal given
        for piece in case["pieces"]:
            given += 1
            yield Chunk(piece)

    places = scan(slowly(), citations=False)
    first = next(places)
    after = given
    assert [str(place.mention.symbol) for place in (first, *places)] == case["found"]
    assert after == case["after"]


def consumed(*texts: str) -> int:
    """Return how many pieces are taken before the first mention is given."""
    given = 0

    def slowly() -> Iterator[Chunk]:
        nonlocal given
        for text in texts:
            given += 1
            yield Chunk(text)

    next(scan(slowly(), citations=False))
    return given


def test_more_is_awaited_only_after_a_short_piece() -> None:
    text = "It is in A/66/10.\nThis is"
    assert consumed("x" * (16_383 - len(text) - 1) + "\n" + text, "x", "x") == 1
    assert consumed("x" * (16_384 - len(text) - 1) + "\n" + text, "x" * 16_384, "x" * 16_384) == 3


def test_a_paragraph_is_looked_for_in_64_kibibytes() -> None:
    assert consumed("It is in A/66/10.\n\n" + "x" * 65_533, "x", "x") == 1
    assert consumed("It is in A/66/10.\n\n" + "x" * 65_534, "x", "x") == 3


def test_a_text_without_any_end_is_cut_after_a_mebibyte() -> None:
    assert consumed("A/66/10;" + "x" * 1_048_567, "x", "x") == 2
    assert consumed("A/66/10;" + "x" * 1_048_568, "x", "x") == 1


def cut_hard(middle: str, tail: int, *, end: str = "x") -> list[str]:
    """Return the symbols of a mebibyte that ends so many characters after the first letter of A/66/10."""
    begin = middle + "y" * 20 + ";"
    text = "x" * (1_048_576 - tail - len(begin)) + begin + "A/66/10;" + end * (tail - 8)
    assert len(text) == 1_048_576
    return [str(place.mention.symbol) for place in scan([Chunk(text), Chunk("x")], citations=False)]


def test_a_cut_without_any_end_leaves_400_characters() -> None:
    assert cut_hard("", 400) == ["A/66/10"]
    assert cut_hard("", 402) == []


ENDS = {
    " ": True, "\t": True, "a\n": True, "a\r\n": True, "a \t\n": True, "1\n": True, ";\n": True, "\n": True,
    "-\n": False, "/\n": False, ".\n": False, ",\n": False, "(\n": False, "\xa0": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_a_text_without_paragraphs_is_cut_after_a_line_or_a_word(end: str) -> None:
    assert cut_hard(end, 402) == ["A/66/10"] * ENDS[end]


def test_a_place_says_page_line_offset_and_role() -> None:
    chunks = [
        Chunk("A/66/10\nDistr.: General\n\nfirst.\n\n", 1),
        Chunk("none\n", 2),
        Chunk("see A/66/11,\nA/66/10", 3),
    ]
    places = list(scan(chunks))
    assert [(str(one.mention.symbol), one.mention.start, one.line, one.page, one.role) for one in places] == [
        ("A/66/10", 0, 1, 1, "own"),
        ("A/66/11", 42, 7, 3, "cited"),
        ("A/66/10", 51, 8, 3, "own"),
    ]
    text = "".join(chunk.text for chunk in chunks)
    assert all(text[one.mention.start : one.mention.end] == one.mention.text for one in places)


def test_a_mention_over_two_pages_is_on_the_first() -> None:
    (place,) = scan([Chunk("one\ntwo A/66", 4), Chunk("/10 three", 5)])
    assert (str(place.mention.symbol), place.page, place.line) == ("A/66/10", 4, 2)


def test_nothing_is_found_in_nothing() -> None:
    assert list(scan([])) == list(scan([Chunk("")])) == []
    assert list(stream_names([])) == list(stream_names([Chunk("")])) == list(stream_names([], citations=False)) == []


OPTIONS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["WXYZ/2019/CRP.4", "A/66/10", "A/RES/60/1"]),
    ({"strict": True}, ["A/66/10", "A/RES/60/1"]),
    ({"citations": False}, ["WXYZ/2019/CRP.4", "A/66/10"]),
    ({"citations": False, "strict": True}, ["A/66/10"]),
    ({"organ": "A/HRC"}, ["WXYZ/2019/CRP.4", "A/66/10", "A/HRC/RES/60/1"]),
    ({"language": "fr"}, ["WXYZ/2019/CRP.4", "A/66/10", "A/RES/60/1"]),
]


@pytest.mark.parametrize(("options", "found"), OPTIONS, ids=[str(options) for options, _ in OPTIONS])
def test_options_are_those_of_extract(options: dict[str, Any], found: list[str]) -> None:
    chunks = [Chunk("See WXYZ/2019/CRP.4, A/66/10 and resolution 60/1.")]
    assert [str(place.mention.symbol) for place in scan(chunks, **options)] == found
    assert [name for lines in stream_names(chunks, **options) for name in lines.split("\n")] == found


def test_a_citation_of_one_block_counts_in_the_next() -> None:
    chunks = [Chunk("See Human Rights Council resolution 60/1.\n\n"), Chunk("See resolutions 60/1 and 61/1.")]
    assert list(stream_names(chunks)) == ["A/HRC/RES/60/1", "A/HRC/RES/60/1\nA/RES/61/1"]
    assert [str(place.mention.symbol) for place in scan(chunks)] == ["A/HRC/RES/60/1", "A/HRC/RES/60/1", "A/RES/61/1"]


def large(path: Path) -> str:
    """Write a text of two shards, each with a byte that is no UTF-8."""
    with path.open("wb") as file:
        file.write(b"A/66/1 \xe9" + b"x" * 70_000)
        file.seek(4_200_000)
        file.write(b" end.\n\nA/66/2 \xe9")
        file.truncate(9_000_000)
    return str(path)


def test_what_several_shards_say_is_said_once(tmp_path: Path) -> None:
    path = large(tmp_path / "it")
    warning = Problem(f"{path}: not all UTF-8: the rest decoded as cp1252", fatal=False)
    assert list(names_in_files([path], jobs=2, citations=False)) == ["A/66/1", warning, "A/66/2"]
    assert list(names_in_files([path], citations=False)) == ["A/66/1", "A/66/2", warning]


def test_what_several_files_say_is_said_of_each(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"A/66/1 \xe9")
    paths = [str(tmp_path / name) for name in ("a", "b")]
    assert [one.line for one in names_in_files(paths) if isinstance(one, Problem)] == [
        f"{path}: not all UTF-8: the rest decoded as cp1252" for path in paths
    ]


def test_a_large_text_is_not_shared_where_its_citations_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)  # one piece of work needs no process
    path = large(tmp_path / "it")
    assert list(names_in_files([path], jobs=2))[:1] == ["A/66/1"]
    assert [one.document for one in scan_files([path], jobs=2) if isinstance(one, Found)] == [path, path]


@pytest.mark.parametrize(("jobs", "taken"), [(1, 2), (2, 9)])
def test_files_are_asked_for_as_they_are_needed(jobs: int, taken: int, tmp_path: Path) -> None:
    given = 0

    def files() -> Iterator[str]:
        nonlocal given
        for number in range(20):
            given += 1
            path = tmp_path / str(number)
            path.write_text(f"A/66/{number + 1}")
            yield str(path)

    found = scan_files(files(), jobs=jobs)
    first = next(found)
    assert isinstance(first, Found)
    assert (str(first.place.mention.symbol), given) == ("A/66/1", taken)
    found.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_breaks_off_gives_what_came_before(jobs: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("<?xml version='1.0'?><c><p>A/66/1</p>" + f"<p>{'x' * 992}</p>\n" * 1_200)
    (tmp_path / "b").write_text("A/66/2")
    paths = [str(tmp_path / name) for name in ("a", "b")]
    said = f"{paths[0]}: broken XML file: no element found: line 1201, column 0"
    assert list(names_in_files(paths, jobs=jobs)) == ["A/66/1", Problem(said, fatal=True), "A/66/2"]
    found = list(scan_files(paths, jobs=jobs))
    assert found[1] == Problem(said, fatal=True)
    assert [one.document for one in found if isinstance(one, Found)] == paths


def test_columns_are_those_of_a_mention() -> None:
    assert mentions(["x", "its resolution 60/1; decision 1/CP.21 and A/66/10, Add.1"]) == {
        "row": [1, 1, 1, 1],
        "symbol": ["A/RES/60/1", None, "A/66/10", "A/66/10/Add.1"],
        "text": ["60/1", "1/CP.21", "A/66/10", "Add.1"],
        "start": [15, 30, 42, 51],
        "end": [19, 37, 49, 56],
        "kind": ["citation", "citation", "symbol", "continued"],
        "confidence": ["likely", "certain", "certain", "certain"],
        "candidates": [["A/RES/60/1", "A/HRC/RES/60/1"], [], [], []],
        "note": [
            "",
            "the text is in an addendum to the report of the conference on its session, CP.21",
            "",
            "",
        ],
    }
