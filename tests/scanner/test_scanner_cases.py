"""Texts and the symbols that the scanner finds in them, one case for each alternative and bound of its patterns.

Each case runs twice: through `extract`, which gives places, and through `names`, which takes plain symbols many at
once. Both must find the same symbols.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from undocs import extract
from undocs.scanner.scan import symbol_names

FILES = sorted((Path(__file__).parents[1] / "data" / "scanner").glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['why']}")
    for file in FILES
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES)
def test_scanner_finds(case: dict[str, Any]) -> None:
    text, expected, why = case["text"], case["found"], case["why"]
    sure = case.get("confidence", "c" * len(expected))
    found = list(extract(text, citations=False))
    assert [[mention.text, str(mention.symbol)] for mention in found] == expected, why
    assert "".join(mention.kind[0] for mention in found) == case.get("kinds", "s" * len(expected)), why
    assert "".join(mention.confidence[0] for mention in found) == sure, why
    assert [text[mention.start : mention.end] for mention in found] == [surface for surface, _ in expected], why
    assert symbol_names(text) == [name for _, name in expected], why
    if "u" in sure:
        listed = [name for (_, name), letter in zip(expected, sure, strict=True) if letter != "u"]
        assert symbol_names(text, strict=True) == listed, why
