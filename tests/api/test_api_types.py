"""The types of the public API, as a caller's type checker sees them; mypy checks this file, and pytest runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_type

import undocs
from undocs import Mention, Symbol, SymbolError, UndocsError, extract, link
from undocs.columns import mentions
from undocs.corpus.batch import Found, Problem, names_in_files, scan_files
from undocs.corpus.stream import Place, scan
from undocs.extract import Options, spans
from undocs.meaning.describe import Part
from undocs.mention import Confidence, Kind, Span
from undocs.reading import Chunk, Document, files, read

if TYPE_CHECKING:
    from undocs.meaning.describe import Meaning
    from undocs.tables.series import Series

REPORT = str(Path(__file__).parents[2] / "examples/ctoc-cop-2024-report.txt")


def test_symbol() -> None:
    symbol = assert_type(Symbol.parse("a/66/10"), Symbol)
    assert_type(symbol.canonical, str)
    assert_type(symbol.document, Symbol)
    assert_type(symbol.joint, tuple[Symbol, ...])
    assert_type(symbol.components, tuple[str, ...])
    assert_type(symbol.suffixes, tuple[str, ...])
    assert_type(symbol.base, Symbol)
    assert_type(symbol.parent, Symbol | None)
    assert_type(symbol.body, str | None)
    assert_type(symbol.session, str | None)
    assert_type(symbol.year, int | None)
    assert_type(symbol.type, str | None)
    assert_type(symbol.number, str | None)
    assert_type(symbol.country, str | None)
    assert_type(symbol.relation(symbol), str)
    assert_type(symbol.is_addendum_of(symbol), bool)
    assert_type(sorted([symbol]), list[Symbol])
    assert_type({symbol: 1}, dict[Symbol, int])
    assert_type(link(symbol, "fr", "pdf"), str)
    assert_type(undocs.__version__, str)


def test_meaning() -> None:
    symbol = Symbol("A/66/10")
    meaning: Meaning = symbol.explain()
    series: Series | None = symbol.series
    part: Part | None = symbol.part("session")
    assert_type(meaning.description, str)
    assert series
    assert_type(series.prefix, str)
    assert part
    assert_type(part.years, tuple[int, int] | None)
    assert_type(symbol.parts, tuple[Part, ...])


def test_mentions() -> None:
    options: Options = {"strict": True, "citations": True, "organ": "A", "language": "en"}
    [mention] = assert_type(extract("A/66/10", **options), Iterator[Mention])
    assert_type(mention.symbol, Symbol | None)
    assert_type(mention.text, str)
    assert_type(mention.start, int)
    assert_type(mention.end, int)
    assert_type(mention.kind, Kind)
    assert_type(mention.confidence, Confidence)
    assert_type(mention.candidates, tuple[Symbol, ...])
    assert_type(mention.note, str)
    assert_type(mention.published_in, Symbol | None)
    assert_type(Mention.of(Symbol("A/66/10"), "A/66/10"), Mention)
    [span] = assert_type(spans("A/66/10", **options), Iterator[Span])
    assert_type(span.symbol, str | None)
    assert_type(Mention.at(span, "A/66/10"), Mention)
    assert_type(mentions(["A/66/10", None], **options), dict[str, list[Any]])


def test_documents() -> None:
    for file in assert_type(files([REPORT], recursive=True), Iterator[str]):
        for document in assert_type(read(file), Iterator[Document]):
            assert_type(document.chunks, Iterator[Chunk])
            for place in assert_type(scan(document.chunks, strict=True), Iterator[Place]):
                assert_type(place.line, int)
                assert_type(place.page, int | None)
    for one in scan_files([REPORT], jobs=1, citations=False):
        assert_type(one, Found | Problem)
    for names in names_in_files([REPORT]):
        assert_type(names, str | Problem)


def test_errors() -> None:
    try:
        Symbol.parse("zzz")
    except SymbolError as error:
        parent: UndocsError = error
        value: ValueError = error
        assert str(parent) == str(value)
        assert_type(error.text, str)
        assert_type(error.span, tuple[int, int])
        assert_type(error.expected, str)
