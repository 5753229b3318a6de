"""What the mutation run takes away from patterns, lists and tables: `mutation_cases.toml`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="the mutation runs fork")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "quality" / "mutation"))

import patterns

CASES = tomllib.loads(Path(__file__).with_name("mutation_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_one_thing_is_taken_away(case: dict[str, Any]) -> None:
    text = case["text"]
    changed = [text[:start] + new + text[end:] for start, end, new, _ in patterns.CUTS[case["kind"]](text)]
    assert sorted(changed) == sorted(case["changed"])
