"""The spellings that catalogs know a symbol by."""

from __future__ import annotations

import pytest
from undocs import Symbol
from undocs.records.variants import variant_key, variants_of


@pytest.mark.parametrize(
    ("symbol", "spellings"),
    [
        ("S/RES/1325 (2000)", ["S/RES/1325(2000)", "S/RES/1325 (2000)"]),
        ("A/74/PV.1", ["A/74/PV.1", "A/74/PV.1(OR)"]),
        ("A/74/PV.1(OR)", ["A/74/PV.1(OR)", "A/74/PV.1"]),
        ("A/54/42", ["A/54/42", "A/54/42(SUPP)"]),
        ("E/2005/23/Corr.1", ["E/2005/23/Corr.1", "E/2005/23/Corr.1(SUPP)"]),
        ("A/54/42(SUPP)", ["A/54/42(SUPP)", "A/54/42"]),
        ("A/RES/50/204[A]", ["A/RES/50/204[A]", "A/RES/50/204A", "A/RES/50/204"]),
        ("A/RES/67/234B", ["A/RES/67/234B", "A/RES/67/234[B]", "A/RES/67/234"]),
        ("A/RES/217(III)[A]", ["A/RES/217(III)[A]", "A/RES/217(III)A", "A/RES/217(III)"]),
        ("A/48/486-S/26560", ["A/48/486-S/26560", "A/48/486", "A/48/486(SUPP)", "S/26560"]),
        ("ST/SGB/2019/8", ["ST/SGB/2019/8"]),
    ],
)
def test_variants_go_from_the_likeliest_down(symbol: str, spellings: list[str]) -> None:
    assert [variant.spelling for variant in variants_of(Symbol.parse(symbol))] == spellings


def test_a_record_of_the_whole_is_told() -> None:
    *_, whole = variants_of(Symbol.parse("A/RES/50/204[A]"))
    assert whole.note == "this is the record of A/RES/50/204, which contains the part"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S/RES/2421 (2018)", "s/res/2421(2018)"),
        ("A/CONF.157/24 (Part I)", "A/CONF.157/24(PartI)"),
        ("[HS/]CHS/PP/81/1", "HS/CHS/PP/81/1"),
        ("A/RES/ES\u201110/15", "A/RES/ES-10/15"),
        ("A/C.3/52/L.46(E)", "A/C.3/52/L.46"),
        ("E/1999/41/", "E/1999/41"),
    ],
)
def test_spellings_of_one_symbol_have_one_key(one: str, other: str) -> None:
    assert variant_key(one) == variant_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A/1/23", "A/12/3"),
        ("A/54/42", "A/54/42(SUPP)"),
        ("A/RES/50/204[A]", "A/RES/50/204"),
        ("A/31/1", "A/31/1[Add.1]"),
    ],
)
def test_different_symbols_have_different_keys(one: str, other: str) -> None:
    assert variant_key(one) != variant_key(other)
