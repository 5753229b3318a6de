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
        ("https://tbinternet.ohchr.org/_layouts/15/x/Download.aspx?symbolno=CAT%2FC%2F1&Lang=en", "here", True),
        ("https://tbinternet.ohchr.org/_layouts/15/x/Download.aspx?symbolno=CAT%2FC%2F1&Lang=en", "CAT/C/1", False),
        ("https://documents.un.org/api/symbol/access?s=A/79/1&l=en&t=pdf", "here", True),
        ("https://digitallibrary.un.org/record/7/files/A_79_1-EN.pdf", "here", True),
        ("https://docs.un.org/en/", "here", False),
        ("https://docs.un.org/A/79/1", "a/79/1", True),
        ("https://example.org/A/79/1", "here", False),
        ("mailto:A/79/1@un.org", "here", False),
        ("http://[", "here", False),
        ("", "here", False),
    ],
)
def test_targets(target: str, text: str, said: bool) -> None:  # noqa: FBT001
    assert list(hidden([target, target], text)) == [target] * said


def test_targets_keep_their_order_and_are_given_once() -> None:
    one, two, known = (f"https://undocs.org/A/79/{number}" for number in (1, 2, 3))
    assert list(hidden([two, known, one, two], "see A/79/3")) == [two, one]


def test_white_space_in_a_target_is_escaped_as_one_space() -> None:
    assert list(hidden([" https://undocs.org/S/1 \n (1976) "], "")) == ["https://undocs.org/S/1%20(1976)"]
