"""Which link targets say more than the text they stand in."""

from __future__ import annotations

import pytest
from undocs.reading.link_targets import hidden


@pytest.mark.parametrize(
    ("target", "text", "said"),
    [
        ("https://docs.un.org/en/A/RES/79/1", "resolution 79/1", True),
        ("https://docs.un.org/en/A/79/1", "see A/79/1.", False),
        ("https://docs.un.org/en/A/79/1", "see A/79/17 and A/79/1/Add.1", True),
        ("https://undocs.org/A/78/6(Sect.3)", "A/78/6 (Sect. 3)", False),
        ("https://undocs.org/A/ES-10/1", "A/ES\u201110/1", False),
        ("https://undocs.org/A/79/1", "A/ \n79/1", False),
        ("https://undocs.org/en/S/RES/388%20(1976)", "here", True),
        ("http://www.un.org/ga/search/view_doc.asp?symbol=A/79/1&Lang=E", "here", True),
        ("https://example.org/A/79/1", "here", False),
        ("mailto:A/79/1@un.org", "here", False),
        ("http://[", "here", False),
        ("", "here", False),
    ],
)
def test_targets(target: str, text: str, said: bool) -> None:  # noqa: FBT001
    assert list(hidden([target, target], text)) == [target] * said
