"""Time grows with the length of the text, whatever the text is."""

from __future__ import annotations

from time import process_time

import pytest
from undocs.citations import cite

SHAPES = [
    "resolution ",
    "resolution 60/1, ",
    "60/1, ",
    "1 (",
    "resolution 1 A and B and ",
    "12 May 2010 ",
    "\n11  ",
    "决议60/1号",
    "第60/1号、",
    "القرار 60/1 و ",
    "217 ألف و باء و ",
    "seventy-",
    "A",
    " A",
    "IX/1 ",
    "decision IX/1 ",
    "Official Records of the General Assembly, Supplement ",
    "général de la résolution 60/1 du ",
    "resolution\n\n",
]


def seconds(shape: str, length: int) -> float:
    text = (shape * (length // len(shape) + 1))[:length]
    best = 9.0
    for _ in range(3):
        start = process_time()
        for _ in cite(text):
            pass
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_at_most_three_times_as_long(shape: str) -> None:
    seconds(shape, 1000)
    short = seconds(shape, 20_000)
    assert seconds(shape, 40_000) < 3 * max(short, 0.002)
