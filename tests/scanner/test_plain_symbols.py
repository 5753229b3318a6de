"""Which symbols the scanner takes by their shape alone, and which it reads in full because of what stands around them.

Taking too few by their shape only costs time, taking too many loses what the text around would have added. So each
limit has a text on either side: `plain` must not be read in full, `full` must be.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import pytest
from undocs.spelled import names, symbols

FILE = Path(__file__).parents[1] / "data" / "scanner_paths" / "plain.toml"
CASES = [
    pytest.param(text, path == "plain", id=f"{case['why']} ({path} {number})")
    for case in tomllib.loads(FILE.read_text("utf-8"))["case"]
    for path in ("plain", "full")
    for number, text in enumerate(case.get(path, []))
]


class ReadInFullError(Exception):
    """A symbol was read in full."""


def refuse(*_: object) -> NoReturn:
    raise ReadInFullError


@pytest.mark.parametrize(("text", "plain"), CASES)
def test_a_plain_symbol_is_taken_by_its_shape(text: str, plain: bool) -> None:  # noqa: FBT001
    if plain:
        with patch("undocs.spelled._at_length", refuse):
            assert list(symbols(text))
        with patch("undocs.spelled._at", refuse):
            assert names(text)
    else:
        with patch("undocs.spelled._at_length", refuse), pytest.raises(ReadInFullError):
            list(symbols(text))
        with patch("undocs.spelled._at", refuse), pytest.raises(ReadInFullError):
            names(text)
