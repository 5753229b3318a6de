"""The spellings that are tried for a symbol, in their order, and the keys that spellings are compared by."""

from __future__ import annotations

import pytest
from case_files import tsv, why
from undocs.records import variants
from undocs.symbol import Symbol


@pytest.mark.parametrize("case", tsv("variants.tsv"), ids=why)
def test_the_spellings_of_a_symbol(case: dict[str, str]) -> None:
    tried = variants.variants_of(Symbol.parse(case["symbol"]))
    assert "|".join("!" * bool(one.note) + one.spelling for one in tried) == case["spellings"]


def test_the_note_on_a_part_names_the_whole() -> None:
    notes = {one.spelling: one.note for one in variants.variants_of(Symbol.parse("A/RES/217(III)[A]"))}
    assert notes == {
        "A/RES/217(III)[A]": "",
        "A/RES/217(III)A": "",
        "A/RES/217(III)": "this is the record of A/RES/217(III), which contains the part",
    }


@pytest.mark.parametrize("case", tsv("keys.tsv"), ids=why)
def test_the_key_of_a_spelling(case: dict[str, str]) -> None:
    assert variants.variant_key(case["spelling"]) == case["key"]
