from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undocs import Symbol, SymbolError, UndocsError

CASES = [line.split("\t") for line in Path(__file__).with_name("symbols.tsv").read_text("utf-8").splitlines()[1:]]

REFUSED = [
    # text, where the fault is, what was expected
    ("", 0, "a symbol"),
    ("bla", 0, "listed series"),
    ("24/7", 0, "listed series"),
    ("A/RES", 4, "a number"),
    ("A/RES/60/1 and A/RES/60/2", 10, "the end"),
    ("A/RES/60/1/", None, None),  # a slash left over is forgiven
    ("A/RES/60/1/?", 10, "the end"),
    ("HIV/AIDS", 0, "listed series"),
    ("LEG/CONF.15/21", 0, "listed series"),
]


@pytest.mark.parametrize(("printed", "canonical", "why"), CASES, ids=[case[2] for case in CASES])
def test_parse(printed: str, canonical: str, why: str) -> None:
    assert str(Symbol.parse(printed)) == canonical, why
    assert Symbol.parse(canonical) == Symbol.parse(printed)


@pytest.mark.parametrize(("text", "at", "expected"), REFUSED)
def test_refuse(text: str, at: int | None, expected: str | None) -> None:
    if expected is None:
        assert Symbol.parse(text)
        return
    with pytest.raises(SymbolError) as caught:
        Symbol.parse(text)
    assert caught.value.span[0] == at
    assert expected in caught.value.expected
    lines = str(caught.value).splitlines()
    assert not text or lines[2].index("^") - 2 == at, "the caret stands under the fault"


def test_value() -> None:
    one = Symbol.parse("A/66/10/Add.2")
    assert one == Symbol.parse("A/66/10/ADD.2")
    assert hash(one) == hash(Symbol.parse("A/66/10/ADD.2"))
    assert sorted(map(Symbol.parse, ["A/66/10/Add.10", "A/66/10/Add.2", "A/66/9"])) == [
        Symbol("A/66/9"), Symbol("A/66/10/Add.2"), Symbol("A/66/10/Add.10"),
    ]  # fmt: skip
    with pytest.raises(AttributeError):
        one.canonical = "A/1"  # type: ignore[misc]


PARTS = [
    # symbol, series, base, modifications, halves
    ("A/54/L.74/Add.1", "A", "A/54/L.74", ["Add.1"], 1),
    ("UNEP/POPS/COP.7/11/Add.2/Rev.1", "UNEP/POPS/COP", "UNEP/POPS/COP.7/11", ["Add.2", "Rev.1"], 1),
    ("A/RES/60/1", "A", "A/RES/60/1", [], 1),
    ("A/55/432/Add.1-S/2000/921", "A", "A/55/432", ["Add.1"], 2),
    ("E/ESCWA/ENR/2002/19/Summary", "E/ESCWA/ENR", "E/ESCWA/ENR/2002/19", ["Summary"], 1),
]


@pytest.mark.parametrize(("text", "series", "base", "modifications", "halves"), PARTS)
def test_parts(text: str, series: str, base: str, modifications: list[str], halves: int) -> None:
    symbol = Symbol.parse(text)
    assert symbol.series
    assert symbol.series.prefix == series
    assert str(symbol.base) == base
    assert list(symbol.suffixes) == modifications
    assert len(symbol.joint) == halves


@given(st.text(max_size=60) | st.from_regex(r"[AESTCU]{1,4}(/[A-Za-z0-9.()\-]{1,8}){1,4}", fullmatch=True))
def test_any_text(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except UndocsError:
        return
    assert Symbol.parse(str(symbol)) == symbol
