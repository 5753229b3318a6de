"""The sample of real symbols and texts: exactly what is found in it, and exactly what is known to be wrong.

Each expected value is a line of a file in tests/data/sample, which `python benchmarks/quality/sample.py --renew` writes
anew when a change is intended. No test here has a threshold: any mention lost, gained or changed fails by its name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from choose import chosen
from conftest import SAMPLE, full_data
from sample import RENEW, differences, full_files, printed_symbols, read_table, real_symbols, sample_files
from undocs import Symbol, SymbolError

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = sample_files()
LISTS = full_files(Path("gold"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLE).as_posix())
def test_nothing_differs_from_what_is_frozen(path: Path) -> None:
    hold(path, FILES[path])


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_other_mistakes_in_the_full_test_data(path: Path) -> None:
    hold(path, full_files(full_data("gold"))[path])


def hold(path: Path, now: Callable[[], str]) -> None:
    """Fail where a frozen file differs from what it would have now."""
    if lines := differences(path, now()):
        pytest.fail(f"{lines}\n\n{RENEW}", pytrace=False)


def test_every_frozen_file_is_compared() -> None:
    frozen = {*SAMPLE.glob("*.tsv"), *SAMPLE.glob("*/*.jsonl")}
    assert frozen == set(FILES)
    assert set((SAMPLE.parent / "full").iterdir()) == set(LISTS)


def test_the_sample_is_whole() -> None:
    assert len(printed_symbols()) == 1063
    assert len(list(SAMPLE.glob("pages/*.txt"))) == 4
    assert [path.name[:2] for path in sorted(SAMPLE.glob("resolutions/*.txt"))] == [
        "ar", "ar", "ch", "ch", "en", "en", "fr", "fr", "ru", "ru", "sp", "sp",
    ]  # fmt: skip
    assert len((SAMPLE / "finding.jsonl").read_text("utf-8").splitlines()) == 102


def test_the_canonical_spelling_is_read_as_the_same_symbol() -> None:
    for row in read_table(SAMPLE / "symbols.tsv"):
        if row["canonical"]:
            assert str(Symbol.parse(row["canonical"])) == row["canonical"]
            assert Symbol.parse(row["canonical"]) == Symbol.parse(row["printed"])


def test_each_real_symbol_is_read_or_is_known_to_be_refused() -> None:
    for row in read_table(SAMPLE / "symbols.tsv"):
        assert bool(row["canonical"]) != row["refused"].startswith("expected "), row
        assert bool(row["description"]) != bool(row["refused"]), row
        if not row["canonical"]:
            with pytest.raises(SymbolError):
                Symbol.parse(row["printed"])


def test_the_canonical_spelling_of_all_real_symbols_is_read_as_the_same_symbol() -> None:
    refused = {row["printed"] for row in read_table(SAMPLE.parent / "full" / "symbols_refused.tsv")}
    for text in real_symbols(full_data("gold")):
        if text not in refused:
            symbol = Symbol.parse(text)
            assert Symbol.parse(str(symbol)) == symbol, text


def test_the_symbols_are_those_that_the_script_chooses() -> None:
    assert chosen(real_symbols(full_data("gold"))) == printed_symbols()


def test_a_difference_names_what_was_lost_and_what_was_gained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sample.TESTS", tmp_path / "tests")
    path = tmp_path / "frozen.tsv"
    path.write_bytes(b"a\nA/66/10\nz\n")
    assert differences(path, "a\nA/66/10\nz\n") == ""
    assert differences(path, "a\nA/66/11\nz\n").splitlines() == [
        "--- frozen.tsv, frozen", "+++ frozen.tsv, now", "@@ -2 +2 @@", "-A/66/10", "+A/66/11",
    ]  # fmt: skip
    assert "-A/66/10" in differences(path, "")
    assert "+A/66/10" in differences(tmp_path / "new.tsv", "A/66/10\n")
