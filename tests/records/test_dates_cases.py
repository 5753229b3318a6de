"""Each form of a date, each of its parts, and what is close to one and is none."""

from __future__ import annotations

import pytest
from case_files import tsv, why
from undocs.records.formats import dates


@pytest.mark.parametrize("case", tsv("dates.tsv"), ids=why)
def test_a_printed_date(case: dict[str, str]) -> None:
    assert dates.iso_date(case["printed"]) == case["iso"]
