"""Columns of texts."""

from __future__ import annotations

import math

from undocs.columns import COLUMNS, mentions

LETTER = "S/RES/1325 (2000) and A/66/20 and Corr.1."


def test_a_value_a_mention_in_every_column() -> None:
    found = mentions(["See A/66/10.", None, math.nan, "", LETTER])
    assert tuple(found) == COLUMNS
    assert {len(values) for values in found.values()} == {4}
    assert found["row"] == [0, 4, 4, 4]
    assert found["symbol"] == ["A/66/10", "S/RES/1325(2000)", "A/66/20", "A/66/20/Corr.1"]
    assert found["text"] == ["A/66/10", "S/RES/1325 (2000)", "A/66/20", "Corr.1"]
    assert [LETTER[start:end] for start, end in zip(found["start"], found["end"], strict=True)][1:] == found["text"][1:]


def test_options_are_those_of_extract() -> None:
    assert mentions(["XY/ZZZ/1/2"], strict=True)["symbol"] == []
