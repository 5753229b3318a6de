"""Slips of print: each row's example stands for the symbol beside it, and a near miss does not."""

from __future__ import annotations

import pytest
from undocs import Symbol
from undocs.tables.rows import rows


@pytest.mark.parametrize("row", [*rows("slips.tsv")], ids=lambda row: row[3])
def test_a_slip_stands_for_its_symbol(row: list[str]) -> None:
    *_, example, gives = row
    assert str(Symbol.parse(example)) == gives != example


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("A/66/10/Corr.l", "A/66/10/Corr.1"),
        ("A/66/10/Rev.I", "A/66/10/Rev.1"),
        ("A/66/10/Corr3", "A/66/10/Corr.3"),
        ("A/66/10/Rev2", "A/66/10/Rev.2"),
        ("A/C.6/61/SR12", "A/C.6/61/SR.12"),
        ("A/61/PV6", "A/61/PV.6"),
        ("A/C.l/61/L.2", "A/C.1/61/L.2"),
        ("A/CONF.l92/1", "A/CONF.192/1"),
        ("E/CN.4/L.1O", "E/CN.4/L.10"),
        ("E/CN.l5/2", "E/CN.15/2"),
        ("A/61/PV.l2", "A/61/PV.12"),
        ("A/C.6/61/SR.l2", "A/C.6/61/SR.12"),
        ("A/66/10/Add.2", "A/66/10/Add.2"),
    ],
)
def test_each_code_of_a_slip(printed: str, canonical: str) -> None:
    assert str(Symbol.parse(printed)) == canonical


@pytest.mark.parametrize("printed", ["A/66/10/Add.Il", "A/66/10/Add.x", "A/66/10/Add.ll"])
def test_a_near_miss_is_not_mended(printed: str) -> None:
    assert str(Symbol.parse(printed)) != "A/66/10/Add.1"
