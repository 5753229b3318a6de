from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from conftest import ROOT, SAMPLE, full_data
from hypothesis import given, settings
from hypothesis import strategies as st
from undocs import Symbol, extract
from undocs.grammar.normalize import fold
from undocs.scanner.fast import IRREGULAR
from undocs.scanner.scan import Spelled, symbol_names, symbols

CASES = tomllib.loads(Path(__file__).with_name("mentions.toml").read_text("utf-8"))["case"]

# What a reader takes for a symbol at first sight, and is none.
NEGATIVES = [
    "and/or",
    "HIV/AIDS",
    "24/7",
    "12/05/2024",
    "9/11",
    "1/2",
    "N/A",
    "TCP/IP",
    "CD/DVD",
    "A/B",
    "S/N",
    "I/O",
    "GA/ECOSOC",
    "FAO/IPCC/UNEP/CBD/IUCN",
    "CAT/OP/OFF",
    "/TR/TD/B/FONT",
    "/home/icef/A/RES/60/1",
    "images/ac.png",
    "npt/conf.gro",
    "https://example.org/A/RES/60/1",
    "s/2004/5/",
    "a/b/c/1",
    "2016/679/EU",
    "210EX/4",
    "GB.340/INS/1",
    "ICC-01/04-01/06",
    "IT-95-17/1",
    "E.83.I.16",
    "E/F/S.82.XI.2",
    "GE.08-42391",
    "IV-2",
    "C.368.M.242",
    "2/CP.7",
    "1/COP.14",
    "XII/11",
    "A/74",
    "A/4",
    "S/1",
    "E/3",
    "E/Mzrpq6YacdTQ0q",
    "CAC/D",
    "E/res/",
    "A/Dec/",
    "ASPLOS/",
    "R/1/66",
    "ISO/IEC",
    "WHA75.1",
    "PI/2",
    "A.1110(30)",
    "S(1)/2",
    "A/A.20220507",
]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_mentions(case: dict[str, Any]) -> None:
    found = list(extract(case["text"], citations=False))
    assert [[mention.text, str(mention.symbol)] for mention in found] == case["found"]
    assert "".join(mention.kind[0] for mention in found) == case.get("kinds", "s" * len(found))
    for mention in found:
        assert case["text"][mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text", NEGATIVES)
def test_look_alikes(text: str) -> None:
    assert list(extract(f"It says {text} there.")) == []


def test_unlisted_series() -> None:
    (mention,) = extract("See WXYZ/2019/CRP.4.")
    assert (str(mention.symbol), mention.confidence) == ("WXYZ/2019/CRP.4", "unlisted")
    assert list(extract("See WXYZ/2019/CRP.4.", strict=True)) == []


def test_seed_report() -> None:
    text = (ROOT / "examples/ctoc-cop-2024-report.txt").read_text("utf-8")
    assert [str(mention.symbol) for mention in extract(text)] == [
        "CTOC/COP/2024/6", "CTOC/COP/2024/5", "CTOC/COP/2024/CRP.3", "CTOC/COP/2024/CRP.4", "CTOC/COP/2024/CRP.5",
        "CTOC/COP/2024/6", "CTOC/COP/2024/5",
    ]  # fmt: skip


def at_length(text: str) -> list[Spelled]:
    """Return the symbols of a text when none is known by its shape and every one is read in full."""
    with patch("undocs.scanner.scan.TREATMENTS", defaultdict(lambda: IRREGULAR)):
        return list(symbols(text))


@pytest.mark.parametrize(
    "files",
    [
        "sample",
        "gold/symbols.txt",
        "gold/raw/*",
        "gold/ga-resolutions/*",
        "samples/*.txt",
    ],
)
def test_the_short_way_finds_what_the_long_way_finds(files: str) -> None:
    folder, _, pattern = files.rpartition("/")
    paths = sorted(full_data(folder).glob(pattern) if folder else SAMPLE.rglob("*.t?[tv]"))
    assert paths
    for path in paths:
        text = path.read_text("utf-8-sig")
        assert list(symbols(text)) == at_length(text), path
        assert symbol_names(text) == [name for name, *_ in symbols(text)], path


PIECES = st.sampled_from(
    [
        "A/RES/60/1", "S/RES/1325 (2000)", "E/CN.4/2005/", "135", "A/", "/", " ", "\n", "-", "(", ")", ".", ",",
        " and Add.1", "Corr.2", " to ", ", 2 and 3", " B", "(Part I)", "S/2023/", "a/res/60/1", "\xa0",
        "A/AC.105", "\uff0f", "\xad", "\u2011", "https://undocs.org/en/", "%2F", "x", "\u0410", "[A]", "*",
        "UNEP/OzL.Pro.28/12", "9", " and 60/3", ", 61/4", " to 60/7", "和Add.1至3。", " and Law 60/9",
        "A/RES/60/1-60/3", " [and Corr.1]", " A to C", "/S/2000/809", "a", "=", "~", "\u2026",
        "A/C.l/SR.1 to 3 are", "A/78/6 (Income sect. 2)",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join)


@given(TEXTS)
@settings(max_examples=500)
def test_the_short_way_finds_what_the_long_way_finds_in_any_text(text: str) -> None:
    assert list(symbols(text)) == at_length(text)
    assert symbol_names(text) == [name for name, *_ in symbols(text)]


@given(TEXTS)
@settings(max_examples=300)
def test_a_text_is_searched_as_its_folded_self(text: str) -> None:
    assert list(symbols(text)) == list(symbols(fold(text)))


@given(TEXTS)
def test_places(text: str) -> None:
    """Offsets always point into the text that was given, in order, and the symbol survives a round trip."""
    last = 0
    for mention in extract(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.start >= last or mention.kind == "continued"
        last = mention.start
        assert mention.symbol is None or Symbol.parse(str(mention.symbol)) == mention.symbol
