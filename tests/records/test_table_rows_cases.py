"""Rows and objects of every kind that is known, field by field, and those that lack what their kind has."""

from __future__ import annotations

import json
from typing import Any

import pytest
from case_files import filled, toml, why
from undocs.records.formats import tables


@pytest.mark.parametrize("case", toml("tables.toml"), ids=why)
def test_a_row_is_read_by_its_kind(case: dict[str, Any]) -> None:
    row = json.loads(case["row"], strict=False)
    if "error" in case:
        with pytest.raises(ValueError, match=r"not a record of|malformed record") as raised:
            tables.entry_of_row(row)
        begins, unfinished, _ = case["error"].partition("…")
        assert str(raised.value).startswith(begins)
        assert unfinished or str(raised.value) == begins
        assert raised.value.__cause__ is None
        return
    assert tables.is_record(row)
    entry = tables.entry_of_row(row)
    expected = {"status": "found"} | case["record"]
    if "symbol" in expected:
        expected["spelling"] = expected["symbol"]
    assert filled(entry.record) == expected
    assert (entry.kind, entry.number) == (case["kind"], case.get("number", ""))
    assert (list(entry.own), list(entry.about)) == (case.get("own", []), case.get("about", []))
    assert list(entry.titles) == case.get("titles", [])


@pytest.mark.parametrize("case", toml("tables.toml", "unknown"), ids=why)
def test_a_row_that_lacks_a_name_is_of_no_kind(case: dict[str, Any]) -> None:
    assert not tables.is_record(json.loads(case["row"]))
