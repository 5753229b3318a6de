"""Objects in JSON that comes in pieces: cut anywhere, broken, wrapped, and longer than is held."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from case_files import toml, why
from undocs.records.formats import json_stream
from undocs.records.formats.entry import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable


def has_an_id(row: dict[str, Any]) -> bool:
    return "id" in row


def read(texts: Iterable[str]) -> list[Any]:
    """Return the objects, and each fault as a text after an exclamation mark."""
    given = json_stream.objects(texts, has_an_id)
    return [f"!{one.reason}" if isinstance(one, Fault) else one for one in given]


@pytest.mark.parametrize("case", toml("json_stream.toml"), ids=why)
def test_objects_whole_and_cut_at_every_character(case: dict[str, Any]) -> None:
    text, values = case["text"], json.loads(case["values"])
    assert read([text]) == values
    assert read(iter(text)) == values
    for at in range(1, len(text)):
        assert read([text[:at], text[at:]]) == values, text[:at]
        assert read([text[:at], "", text[at:]]) == values, text[:at]


def test_what_is_read_is_given_before_more_is_taken() -> None:
    taken = []

    def pieces() -> Iterable[str]:
        for number in range(5):
            taken.append(number)
            yield f'{{"id": {number}}}\n'

    given = json_stream.objects(pieces(), has_an_id)
    assert next(given) == {"id": 0}
    assert taken == [0]
    assert [next(given), next(given)] == [{"id": 1}, {"id": 2}]
    assert len(taken) < 5


def test_a_long_object_is_not_tried_again_for_every_piece_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []
    decode = json.JSONDecoder.raw_decode

    def counted(self: json.JSONDecoder, text: str, at: int = 0) -> tuple[Any, int]:
        tries.append(at)
        return decode(self, text, at)

    monkeypatch.setattr(json.JSONDecoder, "raw_decode", counted)
    assert read(iter(f'["{"x" * 1000}"]')) == ["x" * 1000]
    assert len(tries) == 11  # it is twice as long each time


@pytest.mark.parametrize(("more", "given"), [(0, 1), (1, 0)])
def test_the_longest_object(more: int, given: int) -> None:
    begun = '"' + "x" * (16_777_215 + more)
    values = read([begun, '"'])
    assert len(values) == 1
    assert values[0].startswith("x" if given else "!line 1: broken JSON, the rest is not read: Unterminated")


def test_the_most_members_of_an_object() -> None:
    most = {str(number): number for number in range(10_000)}
    text = json.dumps(most)
    assert read([text]) == [most]
    assert read([text[:-1] + ', "10000": 1}\n{"id": 1}']) == [
        "!line 1: broken JSON: an object with too many members",
        {"id": 1},
    ]
    assert read([text[:-1] + ', "x": {"id": 1}}']) == [{"id": 1}]


@pytest.mark.parametrize(("spaces", "found"), [(62, [{"id": 2}]), (63, [])])
def test_how_far_back_the_next_object_may_begin(spaces: int, found: list[Any]) -> None:
    """After a broken object, the place to go on may come in two pieces."""
    fault, *rest = read(['{"id": x' + "y" * 100 + "\n" + " " * spaces + "{", '"id": 2}'])
    assert fault.startswith("!line 1: broken JSON")
    assert rest == found


def test_lines_are_counted_in_what_is_no_longer_held() -> None:
    lines = [f'{{"id": {number}}}\n' for number in range(100)]
    broken = [*lines, "\n", '{"id": }\n', *lines]
    values = read(broken)
    assert values[100] == "!line 102: broken JSON: Expecting value"
    assert len(values) == 201


@pytest.mark.parametrize("begun", ["[", '{"a":'])
def test_nesting_without_end_is_a_fault(begun: str) -> None:
    (value,) = read([begun * 100_000])
    assert value.startswith("!line 1: broken JSON, the rest is not read: ")
