"""Which symbols the scanner takes by their shape alone, and which it reads in full because of what stands around them.

Taking too few by their shape only costs time, taking too many loses what the text around would have added. So each
limit has a text on either side: `plain` must not be read in full, `full` must be.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from unittest.mock import patch

import pytest
from undocs.scanner import scan
from undocs.scanner.scan import symbol_names, symbols

FILE = Path(__file__).parents[1] / "data" / "scanner_paths" / "plain.toml"
CASES = [
    pytest.param(text, path == "plain", id=f"{case['why']} ({path} {number})")
    for case in tomllib.loads(FILE.read_text("utf-8"))["case"]
    for path in ("plain", "full")
    for number, text in enumerate(case.get(path, []))
]


@pytest.mark.parametrize(("text", "plain"), CASES)
def test_a_plain_symbol_is_taken_by_its_shape(text: str, plain: bool) -> None:  # noqa: FBT001
    """The text's first symbol is meant; what is read in full after it does not count."""
    slash = text.index("/", next(iter(symbols(text)))[1])
    with patch("undocs.scanner.scan._parse_at", wraps=scan._parse_at) as read:
        list(symbols(text))
    assert all(call.args[1] > slash for call in read.call_args_list) is plain
    with patch("undocs.scanner.scan._at", wraps=scan._at) as read:
        symbol_names(text)
    assert all(call.args[1].start() > slash for call in read.call_args_list) is plain
