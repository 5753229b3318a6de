"""The symbols alone, which go a shorter way than the other formats, and give the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

TEXT = (
    "See A/66/10 and Corr.1, resolution 60/1 of the General Assembly, XYZW/2019/CRP.4 and S/2023/1 to S/2023/3.\n\n"
    "It recalled S/RES/1325 (2000), A/66/10 and press release SG/SM/5754.\n"
)


@pytest.mark.parametrize("options", [[], ["--all"], ["--strict"], ["--no-citations", "--all"], ["--organ", "A"]])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_plain_is_the_symbols_of_jsonl(invoke: Run, options: list[str], jobs: str) -> None:
    plain = invoke("extract", "-f", "plain", "-j", jobs, *options, stdin=TEXT.encode())
    rows = invoke("extract", "-f", "jsonl", *options, stdin=TEXT.encode())
    symbols = [row["symbol"] for row in map(json.loads, rows.stdout.splitlines()) if row["symbol"]]
    assert plain.stdout.decode().splitlines() == symbols
    assert (plain.returncode, plain.stderr) == (rows.returncode, rows.stderr)
    assert len(symbols) > 5


@pytest.mark.parametrize(("stdin", "code"), [(b"nothing here\n", 1), (b"\x89PNG\0", 2), (b"", 1)])
def test_exit_codes_are_those_of_the_other_formats(invoke: Run, stdin: bytes, code: int) -> None:
    result = invoke("extract", "-f", "plain", stdin=stdin)
    assert (result.returncode, result.stdout) == (code, b"")
