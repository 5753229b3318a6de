"""XML as lines of text."""

from __future__ import annotations

import io

import pytest
from undocs.reading import ReadingError, read

BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
<collection>&lol2;</collection>"""


def text_of(xml: str) -> str:
    [(kind, text)] = [
        (document.format, "".join(chunk.text for chunk in document.chunks))
        for document in read(io.BytesIO(xml.encode()), "it")
    ]
    assert kind == "xml"
    return text


MARC = (
    '<collection xmlns="http://www.loc.gov/MARC21/slim"><record><datafield tag="191"><subfield code="a">'
    'A/78/1</subfield><subfield code="b">A/</subfield></datafield></record></collection>'
)
AKOMA_NTOSO = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><p>'
    'See <a href="https://undocs.org/en/A/RES/75/244">A/RES/<i>75</i></a><a>/244</a> and '
    'the <a href="https://undocs.org/en/A/RES/60/1">other</a>.</p></akomaNtoso>'
)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (MARC, "A/78/1\nA/\n"),
        (AKOMA_NTOSO, "See A/RES/75/244 and the other.\nhttps://undocs.org/en/A/RES/60/1\n"),
        ('<?xml version="1.0"?><a>A/78/1<sup>2</sup></a>', "A/78/1 2\n"),
        ("<!DOCTYPE marc [<!ELEMENT collection (record*)>]><collection>A/78/1</collection>", "A/78/1\n"),
        ('<x:root xmlns:x="urn:x"><x:p>A/78/1</x:p><x:p>A/78/2</x:p></x:root>', "A/78/1\nA/78/2\n"),
    ],
    ids=["marcxml", "akoma ntoso", "declared", "doctype", "prefix"],
)
def test_documents(xml: str, text: str) -> None:
    assert text_of(xml) == text


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (BOMB, "declares its own entities"),
        ("<collection><record>", "broken XML file: no element found"),
        ('<?xml version="1.0" encoding="no-such"?><a/>', "unknown encoding"),
    ],
)
def test_what_is_refused(xml: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        text_of(xml)
