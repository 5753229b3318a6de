from __future__ import annotations

from urllib.parse import unquote

import pytest
from undocs import Symbol, SymbolError, UndocsError, link
from undocs.grammar import urls
from undocs.links import LANGUAGES, Target

CASES: list[tuple[str, str, Target, str]] = [
    ("S/RES/1325 (2000)", "en", "undocs", "https://undocs.org/en/S/RES/1325(2000)"),
    ("A/RES/60/1", "zh", "docs", "https://docs.un.org/zh/A/RES/60/1"),
    ("A/RES/60/1", "de", "undocs", "https://undocs.org/ot/A/RES/60/1"),
    ("A/RES/60/1", "de", "pdf", "https://documents.un.org/api/symbol/access?s=A/RES/60/1&l=de&t=pdf"),
    ("A/78/6 (Sect. 3)/Add.7", "fr", "undocs", "https://undocs.org/fr/A/78/6(Sect.3)/Add.7"),
    ("A/RES/217(III)[A]", "en", "undocs", "https://undocs.org/en/A/RES/217(III)"),
    ("A/55/432-S/2000/921", "en", "undocs", "https://undocs.org/en/A/55/432"),
    (
        "E/ESCWA/EDID/2016/TECHNICAL PAPER.8",
        "en",
        "undocs",
        "https://undocs.org/en/E/ESCWA/EDID/2016/Technical%20Paper.8",
    ),
    ("A/RES/60/1", "en", "library", "https://digitallibrary.un.org/search?p=A%2FRES%2F60%2F1"),
]


@pytest.mark.parametrize(("text", "language", "target", "url"), CASES)
def test_link(text: str, language: str, target: Target, url: str) -> None:
    assert link(Symbol.parse(text), language, target) == url


@pytest.mark.parametrize(("text", "language", "target", "url"), CASES)
def test_link_of_a_text(text: str, language: str, target: Target, url: str) -> None:
    assert link(text, language, target) == url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("s/res/1325 (2000)", "https://undocs.org/en/S/RES/1325(2000)"),
        ("https://docs.un.org/fr/A/66/10", "https://undocs.org/en/A/66/10"),
    ],
)
def test_link_of_a_text_in_another_spelling(text: str, url: str) -> None:
    assert link(text) == url


@pytest.mark.parametrize("text", ["", "resolution 60/1", "A/66/10 and A/66/20", "teapot"])
def test_no_link_of_a_text_that_is_not_a_symbol(text: str) -> None:
    with pytest.raises(SymbolError):
        link(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", ["undocs", "docs", "pdf"])
def test_every_link_reads_back(language: str, target: Target) -> None:
    symbol = Symbol.parse("A/78/6 (Sect. 3)/Add.7")
    url = link(symbol, language, target)
    assert Symbol.parse(url) == symbol
    (place,) = urls.find_urls(f"see {url}.")
    assert unquote(place.text).rstrip(".") == str(symbol)


@pytest.mark.parametrize(("language", "target"), [("xx", "undocs"), ("en", "nowhere")])
def test_refuse(language: str, target: Target) -> None:
    with pytest.raises(UndocsError, match="no such"):
        link(Symbol.parse("A/RES/60/1"), language, target)
