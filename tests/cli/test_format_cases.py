"""What each format writes: the cells and rows in tests/data/cli/formats.toml, and what a terminal would obey."""

from __future__ import annotations

import io
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from undocs import Mention, Symbol
from undocs.records.model import Record
from undocs_cli.output import Format, write
from undocs_cli.rows import DISTINCT, EACH, Row
from undocs_cli.terminal import printable, say

TABLE = tomllib.loads((Path(__file__).parent.parent / "data/cli/formats.toml").read_text("utf-8"))


class Cells:
    """A result of one cell."""

    def __init__(self, value: Any) -> None:  # noqa: ANN401 # whatever a cell may be
        self._value = value

    def value(self, _: str) -> Any:  # noqa: ANN401 # as above
        return self._value


def row(given: dict[str, Any]) -> Row:
    """Make a row of a case: of its mention, its place and its record."""
    symbol = given.get("symbol")
    mention = Mention(
        Symbol.parse(symbol) if symbol else None,
        given.get("text", symbol or ""),
        given.get("start", 0),
        given.get("end", 0),
        given.get("kind", "symbol"),
        given.get("confidence", "certain"),
        tuple(map(Symbol.parse, given.get("candidates", ()))),
        given.get("note", ""),
        Symbol.parse(given["published_in"]) if "published_in" in given else None,
    )
    record = given.get("record")
    return Row(
        mention,
        given.get("file", ""),
        given.get("line"),
        given.get("page"),
        given.get("language", "en"),
        given.get("target", "undocs"),
        given.get("count", 1),
        given.get("role", ""),
        Record(**{"symbol": symbol, **record, "languages": tuple(record.get("languages", ()))}) if record else None,
    )


def written(form: str, rows: list[Any], columns: tuple[str, ...]) -> str:
    out = io.StringIO()
    write(Format(form), rows, columns, out, "never")
    return out.getvalue()


@pytest.mark.parametrize("case", TABLE["cell"], ids=[case["why"] for case in TABLE["cell"]])
@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl"])
def test_cells(case: dict[str, Any], form: str) -> None:
    out = written(form, [Cells(case.get("value"))], ("a",))
    expected = {
        "tsv": case["tsv"] + "\n",
        "csv": f"a\n{case['csv']}\n",
        "json": f'[\n  {{\n    "a": {case["json"]}\n  }}\n]\n',
        "jsonl": f'{{"a": {case["json"]}}}\n',
    }[form]
    assert ("".join(out.split()) == "".join(expected.split())) if form == "json" else out == expected


SETS = [(case, form) for case in TABLE["rows"] for form in case["out"]]


@pytest.mark.parametrize(("case", "form"), SETS, ids=[f"{case['why']}-{form}" for case, form in SETS])
def test_rows(case: dict[str, Any], form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(case.get("width", 80)))
    out = written(form, [row(each) for each in case["row"]], EACH if case.get("every") else DISTINCT)
    assert out == case["out"][form]


# What a terminal obeys: controls, and the marks that turn the direction of text.
OBEYED = {
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
}


def test_nothing_is_left_that_a_terminal_obeys() -> None:
    taken = {code for code in range(0x1_0000) if printable(f"a{chr(code)}b") != f"a{chr(code)}b"}
    assert taken == OBEYED
    others = "".join(map(chr, range(0x1_0000, 0x11_0000)))
    assert printable(others) == others
    assert printable("\x1b a\x00\x07\u202e\x9bb \u061c") == "a b"


@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_no_cell_has_what_a_terminal_obeys(form: str) -> None:
    out = written(form, [Cells(f"a{chr(code)}b") for code in OBEYED], ("a",))
    assert out.replace("a b\n", "") == ("a\n" if form == "csv" else "")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_escapes_what_a_terminal_obeys(form: str) -> None:
    text = "".join(chr(code) for code in range(0x1_1000))
    out = written(form, [Cells(text)], ("a",))
    found = json.loads(out)
    # Two halves of a surrogate pair that stand side by side are read as one character.
    assert (found[0] if form == "json" else found)["a"].encode("utf-16", "surrogatepass") == text.encode(
        "utf-16", "surrogatepass"
    )
    kept = set(map(ord, out)) - {0x0A}
    assert kept == set(range(0x1_1000)) - OBEYED - set(range(0xD800, 0xE000))


def test_a_message_is_clean_and_each_of_its_lines_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    say("no \x1b[31msymbol\u202e \n  A/\x9b1  \n  ^^\r")
    assert capsys.readouterr() == ("", "undocs: no  [31msymbol\n  A/ 1\n  ^^\n")
    say("")
    assert capsys.readouterr() == ("", "undocs:\n")


def test_a_message_that_nobody_can_read_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    say("one\ntwo")


class Flushed(io.StringIO):
    """A stream that remembers what stood in it at each flush."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.terminal = terminal

    def flush(self) -> None:
        self.seen.append(self.getvalue())

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize("form", ["tsv", "jsonl"])
def test_a_row_is_there_as_soon_as_it_is_found(form: str) -> None:
    out = Flushed()
    rows: list[Any] = [Cells(1), Cells(2)]
    write(Format(form), rows, ("a",), out, "never")
    assert [text.count("\n") for text in out.seen] == [1, 2]


def test_results_are_a_table_on_a_terminal_and_tsv_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rows = [row({"symbol": "A/66/10"})]
    for terminal, begin in ((True, "Symbol "), (False, "A/66/10\thttps://undocs.org/en/A/66/10\t")):
        out = Flushed(terminal=terminal)
        write(None, rows, DISTINCT, out, "never")
        assert out.getvalue().startswith(begin)


@pytest.mark.parametrize("form", ["tsv", "plain", "urls", "table", "jsonl"])
def test_of_nothing_nothing_is_written(form: str) -> None:
    assert written(form, [], DISTINCT) == ""


def test_of_nothing_a_head_is_written_where_there_is_one() -> None:
    assert written("csv", [], ("a", "b")) == "a,b\n"
    assert written("json", [], ("a", "b")) == "[]\n"
    assert written("markdown", [], DISTINCT) == "| symbol | what | count |\n| --- | --- | ---: |\n"
    assert written("markdown", [], EACH) == "| symbol | what | line |\n| --- | --- | ---: |\n"
