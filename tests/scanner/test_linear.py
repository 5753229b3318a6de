"""No input is super-linear: twice the text may take twice the time, not four times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hostile import HOSTILE
from undocs import extract
from undocs.corpus.stream import stream_names
from undocs.reading import Chunk
from undocs.scanner import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def cost(find: Callable[[str], Iterable[object]], piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _found in find(text):
            pass
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("find", [extract, scan.symbol_names])
@pytest.mark.parametrize("piece", HOSTILE)
def test_doubling(piece: str, find: Callable[[str], Iterable[object]]) -> None:
    small, large = cost(find, piece, 4_000), cost(find, piece, 16_000)
    assert large < 9 * small + 0.02, f"{large / small:.1f} times the time for four times the text"


def streamed(text: str) -> Iterator[str]:
    pieces = (text[start : start + (1 << 14)] for start in range(0, len(text), 1 << 14))
    return stream_names(map(Chunk, pieces), citations=False)


@pytest.mark.parametrize("piece", ["A", "A/", "(", "A/66/10", "a/res/1", "A/66/10. "])
def test_a_text_without_lines_costs_no_more_in_pieces(piece: str) -> None:
    small, large = cost(streamed, piece, 1 << 16), cost(streamed, piece, 1 << 18)
    assert large < 9 * small + 0.05, f"{large / small:.1f} times the time for four times the text"
