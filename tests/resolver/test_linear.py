"""No input is super-linear: twice the text may take twice the time, not four times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hostile import HOSTILE
from undocs import extract
from undocs.reading import Chunk
from undocs.spelled import symbols
from undocs.stream import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


FINDERS: dict[str, Callable[[str], Iterable[object]]] = {"symbols": symbols, "extract": extract}


def cost(find: Callable[[str], Iterable[object]], piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _found in find(text):
            pass
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("piece", HOSTILE)
def test_doubling(piece: str, find: str) -> None:
    small, large = cost(FINDERS[find], piece, 4_000), cost(FINDERS[find], piece, 16_000)
    assert large < 9 * small + 0.02, f"{large / small:.1f} times the time for four times the text"


@pytest.mark.parametrize("piece", ["A", "A/", "(", "A/66/10", "\uff0f", "a/res/1"])
def test_a_text_without_lines_takes_no_longer_in_pieces(piece: str) -> None:
    def streamed(text: str) -> list[list[str]]:
        pieces = (text[start : start + (1 << 16)] for start in range(0, len(text), 1 << 16))
        return list(names(map(Chunk, pieces), citations=False))

    small, large = cost(streamed, piece, 1 << 20), cost(streamed, piece, 1 << 22)
    assert large < 9 * small + 0.05, f"{large / small:.1f} times the time for four times the text"
