"""The languages have one list; whatever names them in code of its own must have the same."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, cast

import pytest
from undocs import links
from undocs.tables.languages import LANGUAGES, OFFICIAL_LANGUAGES
from undocs.tables.rows import DATA
from undocs_cli.arguments import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable


def test_languages_and_those_of_the_united_nations() -> None:
    assert LANGUAGES == ("en", "fr", "es", "ar", "zh", "ru", "de")
    assert OFFICIAL_LANGUAGES == ("en", "fr", "es", "ar", "zh", "ru")


def test_the_option_and_the_links_take_the_languages_of_the_table() -> None:
    members: Iterable[str] = cast("Iterable[str]", Lang)  # an enumeration made at run time
    assert tuple(map(str, members)) == LANGUAGES == links.LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_vocabulary_and_one_way_to_be_detected(language: str) -> None:
    data = tomllib.loads((DATA / "citations" / f"{language}.toml").read_text(encoding="utf-8"))
    assert data["language"] == language
    assert ("sample" in data) != ("script" in data)
