"""Documents in pieces: the same mentions wherever the pieces are cut, and the first of them at once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, SAMPLE, full_data
from hypothesis import given
from hypothesis import strategies as st
from undocs import extract
from undocs.corpus.stream import scan, stream_names
from undocs.reading import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SENTENCES = [
    "The Committee had before it document A/66/10 and Corr.1.",
    "It took note of resolution 60/1 of the General Assembly, contained in A/60/L.1.",
    "See S/2023/1 to S/2023/3;",
    "In CEDAW/C/SVN/CO/5-\n6 and FCCC/CP/2015/L.9\n/Rev.1 (S/RES/1325\n(2000)) it said so.",
    "Nothing is said here.",
]
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n\n".join)


def cut(text: str, places: Iterable[int]) -> list[Chunk]:
    edges = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return [Chunk(text[start:end]) for start, end in pairwise(edges)]


@given(PARAGRAPHS, st.lists(st.integers(min_value=0), max_size=6))
def test_a_symbol_on_an_edge_is_found_wherever_the_edge_is(text: str, places: list[int]) -> None:
    whole = [(one.text, one.start, one.end, one.kind) for one in extract(text, citations=False)]
    found = [place.mention for place in scan(cut(text, places), citations=False)]
    assert [(one.text, one.start, one.end, one.kind) for one in found] == whole


@given(PARAGRAPHS, st.lists(st.integers(min_value=0), max_size=6), st.booleans())
def test_names_are_those_of_the_places(text: str, places: list[int], citations: bool) -> None:  # noqa: FBT001
    chunks = cut(text, places)
    named = [name for lines in stream_names(chunks, citations=citations) for name in lines.split("\n")]
    assert named == [str(place.mention.symbol) for place in scan(chunks, citations=citations) if place.mention.symbol]


@pytest.mark.parametrize("folder", ["sample", "gold/raw", "gold/ga-resolutions"])
def test_names_are_those_of_the_places_in_real_texts(folder: str) -> None:
    paths = sorted(SAMPLE.glob("*/*.txt") if folder == "sample" else full_data(folder).glob("*.txt"))
    assert paths
    for path in paths:
        text = [Chunk(path.read_text("utf-8-sig"))]
        places = [place.mention.symbol for place in scan(text)]
        named = [name for lines in stream_names(text) for name in lines.split("\n")]
        assert named == [str(symbol) for symbol in places if symbol], path


def test_lines_and_offsets_run_on_from_piece_to_piece() -> None:
    text = (ROOT / "examples/ctoc-cop-2024-report.txt").read_text("utf-8") * 3
    for place in scan(cut(text, range(0, len(text), 997))):
        mention = place.mention
        assert text[mention.start : mention.end] == mention.text
        assert place.line == text.count("\n", 0, mention.start) + 1


@pytest.mark.parametrize(
    "lines",
    [
        ["A/66/10\n", "A/66/11\n"],
        ['{"text": "see A/66/10"}\n', '{"text": "see A/66/11"}\n'],
        ["It is in A/66/10.\n", "This is in A/66/11.\n"],
        ["It is in A/66/10.\n\n", "and so on\n\n"],
    ],
)
def test_what_is_whole_is_given_before_more_has_come(lines: list[str]) -> None:
    given: list[str] = []

    def slowly() -> Iterator[Chunk]:
        for line in lines:
            given.append(line)
            yield Chunk(line)
        while True:
            given.append("")
            yield Chunk("")

    first = next(scan(slowly(), citations=False))
    assert str(first.mention.symbol) == "A/66/10"
    assert given == lines[: len(given)]
