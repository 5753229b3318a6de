"""No input is super-linear: twice the text may take twice the time, not four times."""

from __future__ import annotations

import time

import pytest
from undocs import extract

HOSTILE = [
    "A/", "A/A/", "A.A.A.", "A-A-A-", "A", "(", "((((", "A/1(A/1(", "A/.../", "/", "a/b/",
    "A/1 ", "A/\n", "A/1/Add.1, ",
    "1/1/", "A/1-", "S/RES/1 (", "https://undocs.org/en/", "%2F", "\u00ad/", "A/C.", "E/E.E/E-E/(E)/",
    "resolution 60/1, ",
    "Add.1 and ", "A/66/10 to ",
]  # fmt: skip


def cost(piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _mention in extract(text):
            pass
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("piece", HOSTILE)
def test_doubling(piece: str) -> None:
    small, large = cost(piece, 4_000), cost(piece, 16_000)
    assert large < 9 * small + 0.02, f"{large / small:.1f} times the time for four times the text"
