"""Columns of texts."""

from __future__ import annotations

import math

from undocs.columns import COLUMNS, mentions
from undocs.extract import extract


def test_a_value_a_mention_in_every_column() -> None:
    texts = ["See A/66/10.", None, math.nan, "", "S/RES/1325 (2000) and A/66/20 and Corr.1."]
    found = mentions(texts)
    assert tuple(found) == COLUMNS
    assert {len(values) for values in found.values()} == {4}
    assert found["row"] == [0, 4, 4, 4]
    assert found["symbol"] == ["A/66/10", "S/RES/1325(2000)", "A/66/20", "A/66/20/Corr.1"]
    assert [texts[0][4:11], *(mention.text for mention in extract(texts[4]))] == found["text"]  # type: ignore[index]


def test_options_are_those_of_extract() -> None:
    assert mentions(["XY/ZZZ/1/2"], strict=True)["symbol"] == []
