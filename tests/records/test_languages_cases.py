"""How sources name a language, and what is close to such a name and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from case_files import tsv, why
from undocs.tables import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

READ: dict[str, Callable[[str], Iterable[str]]] = {
    "codes": languages.of_codes,
    "label": lambda text: [languages.of_label(text)],
    "file": lambda text: [languages.of_file(text)],
    "letter": lambda text: [languages.letter(text)],
    "order": lambda text: languages.ordered(text.split()),
}


@pytest.mark.parametrize("case", tsv("languages.tsv"), ids=why)
def test_the_name_of_a_language(case: dict[str, str]) -> None:
    assert " ".join(READ[case["by"]](case["given"])) == case["code"]
