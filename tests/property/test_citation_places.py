"""Citations in any text: none in English prose, and places that are true and in order whatever the text."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from undocs.citations import cite
from undocs.scanner.scan import symbols


def test_english_prose_has_no_citations() -> None:
    size = count = 0
    for path in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py")):
        text = path.read_text(encoding="utf-8")
        size += len(text)
        count += len(list(cite(text)))
    assert size > 1_000_000
    assert count <= size // 1_000_000


PIECES = st.sampled_from(
    [
        "resolution ",
        "resolutions ",
        "60/1",
        "1325 (2000)",
        " and ",
        ", ",
        ".",
        "\n",
        "217 A (III)",
        "A/RES/60/1",
        "Security Council ",
        "of the Human Rights Council",
        " of 3 May 2010",
        "(",
        ")",
        "第",
        "号",
        "决议",
        "القرار ",
        "(د-3)",
        "résolution ",
        "16/21",
        "S-",
        "75",
        "/",
        "general comment No. 37",
        "Supplement No. 10",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_places_are_true_and_in_order(text: str) -> None:
    taken = sorted({(start, end) for _, start, end, _, _ in symbols(text)})
    end = 0
    for mention in cite(text, taken):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.start >= end
        assert all(mention.end <= first or last <= mention.start for first, last in taken)
        assert mention.symbol or mention.note
        end = mention.end
