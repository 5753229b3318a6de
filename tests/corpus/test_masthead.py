"""Which symbols are the document's own."""

from __future__ import annotations

import pytest
from undocs.corpus.masthead import own_symbols
from undocs.reading import Chunk


@pytest.mark.parametrize(
    ("text", "page", "symbols"),
    [
        (
            "United Nations  A/80/434-S/2025/632\n\nGeneral Assembly\nDistr.: General\n",
            1,
            {"A/80/434", "S/2025/632"},
        ),
        ("NATIONS UNIES\nA\nDistr.\nGÉNÉRALE\nA/78/1***\n", None, {"A/78/1"}),
        ("Distr.: General\nSee the report of the Committee A/78/1\n", None, set()),
        ("Distr.: General\n[A/78/1 and (A/78/2)]\n", None, set()),
        ("Distr.: General\n" + "one line\n" * 6 + "A/78/1\n", None, set()),
        ("E/2018/41\nE/ESCWA/30/18/Report\nRapport\n", 1, {"E/2018/41", "E/ESCWA/30/18/Report"}),
        ("A/78/1\nA/78/2\nA/78/3\n", None, set()),
        ("", 1, set()),
    ],
)
def test_own(text: str, page: int | None, symbols: set[str]) -> None:
    assert {str(symbol) for symbol in own_symbols(Chunk(text, page))} == symbols
