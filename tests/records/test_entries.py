"""Files of records in every form they come in, whole and broken."""

from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from undocs.errors import ReadingError
from undocs.records.formats.detect import entries
from undocs.records.formats.entry import Entry, Fault
from undocs.records.model import Related, Vote

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(data: str | bytes, size: int = 1 << 20) -> list[Entry | Fault]:
    """Read a file given in pieces of a size."""
    data = data.encode() if isinstance(data, str) else data
    return list(entries("f", (data[at : at + size] for at in range(0, len(data), size))))


def said(data: str | bytes, size: int = 1 << 20) -> list[str]:
    """Return the symbol, else the title, of each entry, and the reason of each fault after an exclamation mark."""
    return [
        f"!{one.reason}" if isinstance(one, Fault) else next(iter(one.own + one.about), one.record.title)
        for one in read(data, size)
    ]


def marcxml(symbol: str, title: str = "Haiti", prefix: str = "") -> str:
    return (
        f'<{prefix}record><{prefix}datafield tag="191" ind1=" " ind2=" "><{prefix}subfield code="a">{symbol}'
        f'</{prefix}subfield></{prefix}datafield><{prefix}datafield tag="245" ind1="1" ind2="0"><{prefix}subfield '
        f'code="a">{title}</{prefix}subfield></{prefix}datafield></{prefix}record>\n'
    )


TWO = marcxml("A/1/1") + marcxml("A/1/2")
API = {"_id": 7, "191": [{"indicators": ["_", "_"], "subfields": [{"code": "a", "value": "A/1/1"}]}]}
OTHER = {**API, "191": [{"indicators": ["_", "_"], "subfields": [{"code": "a", "value": "A/1/2"}]}]}
LINE = json.dumps(API)
NEXT = json.dumps(OTHER)
RESOLUTION = {
    "symbol": "A/RES/80/4",
    "pv": "A/80/PV.22",
    "title": "Ending the embargo",
    "adoption_date": "29 October 2025",
    "originating_document": "A/80/L.6 and A/80/L.6/Add.1",
    "agenda_item": "Agenda item 38",
    "agenda_item_name": "Embargo",
    "adoption_type": "By a recorded vote",
    "MS_in_favour_count": "165",
    "MS_against_count": "7",
    "MS_abstaining_count": "12",
    "subjects": [["CUBA", "UNBIS Thesaurus"], ["38", "A/80/251"]],
}

FORMS = {
    "marcxml": f"<collection>{TWO}</collection>",
    "marcxml with a declaration": f'<?xml version="1.0"?>\n<collection xmlns="urn:m">{TWO}</collection>',
    "marcxml with prefixes declared outside": '<?xml version="1.0"?><m:collection xmlns:m="urn:m">'
    f"{marcxml('A/1/1', prefix='m:')}{marcxml('A/1/2', prefix='m:')}</m:collection>",
    "marcxml in the answer of a search": '<?xml version="1.0"?><response><total>2</total><collection>'
    f"{TWO}</collection></response>",
    "marcxml without its end": f'<?xml version="1.0"?><collection>{TWO}',
    "marcxml below a broken DTD": f'<?xml version="1.0"?><!DOCTYPE m [ <!ELEMENT leader (#PCDATA)>stat ]>{TWO}',
    "marcxml in OAI": '<?xml version="1.0"?><OAI-PMH xmlns="urn:o"><ListRecords><record><header/><metadata>'
    f"{marcxml('A/1/1')}</metadata></record><record><metadata>{marcxml('A/1/2')}</metadata></record></ListRecords></OAI-PMH>",
    "mrk": "=LDR  x\n=191  \\\\$aA/1/1$bA/\n\n=LDR  x\n=191  \\\\$aA/1/2\n",
    "mrk without empty lines": "=000  x\r\n=191  \\\\$aA/1/1\r\n=000  x\r\n=191  \\\\$aA/1/2\r\n",
    "json lines": f"{LINE}\n{NEXT}\n",
    "json array": f"[{LINE}, {NEXT}]",
    "json array on many lines": json.dumps([API, OTHER], indent=2),
    "json array in a wrapper": json.dumps({"_links": {"_next": "x"}, "_meta": {"count": 2}, "data": [API, OTHER]}),
    "json records one after another": f'{{"data": {LINE}}}{{"data": {NEXT}}}',
    "csv": "un_document_symbol,enhanced_title,title,imprint,year,related_document,agenda_information,type_of_material,"
    'job_number\nA/1/1,,"A, ""B""\nC",,2015,,,B02,\nA/1/2,,D,,2015,,,B02,\n',
    "tsv": "Symbol\tFull Document Symbol\tDescription\tSource\n1/1\tA/1/1\tX\tY\n1/2\tA/1/2\tX\tY\n",
}


@pytest.mark.parametrize("size", [1 << 20, 7])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_known_by_its_content(form: str, size: int) -> None:
    assert said(FORMS[form], size) == ["A/1/1", "A/1/2"]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("form", ["marcxml with a declaration", "mrk", "json lines", "json array", "csv", "tsv"])
def test_a_byte_order_mark_is_no_hindrance(form: str, mark: bytes) -> None:
    assert said(mark + FORMS[form].encode()) == ["A/1/1", "A/1/2"]


def test_other_encodings_are_read_as_declared() -> None:
    text = f'<?xml version="1.0" encoding="iso-8859-1"?><collection>{marcxml("A/1/1", "Türkiye")}</collection>'
    (one,) = read(text.encode("latin-1"))
    assert isinstance(one, Entry)
    assert one.record.title == "Türkiye"


def test_utf8_that_was_taken_for_latin1_is_mended() -> None:
    (one,) = read("<collection>" + marcxml("A/1/1", "Türkiye العربية".encode().decode("latin-1")))
    assert isinstance(one, Entry)
    assert one.record.title == "Türkiye العربية"


# What is read of each: how it begins, after an exclamation mark for a fault.
BROKEN: dict[str, tuple[str, list[str]]] = {
    "a tag without end": (
        f"<collection><record><datafield></record>{TWO}",
        ["!record 1: broken XML: ", "A/1/1", "A/1/2"],
    ),
    "a record without end": (
        f"<collection><record><datafield>{TWO}",
        ["!record 1: no end tag", "A/1/1", "A/1/2"],
    ),
    "an entity that nobody declared": (
        f"<collection>{marcxml('&lol;')}{TWO}",
        ["!record 1: broken XML: undefined entity", "A/1/1", "A/1/2"],
    ),
    "a record cut off": (
        f"<collection>{TWO}<record><data",
        ["A/1/1", "A/1/2", "!record 3: cut short by the end of the file"],
    ),
    "a line that is no field": ("=LDR  x\n=19\n=191  \\\\$aA/1/1\n", ["!line 2: not a MARC field: =19", "A/1/1"]),
    "a broken line of JSON": (
        f'{LINE}\n{{"_id": 1, oops}}\n{NEXT}\n',
        ["A/1/1", "!line 2: broken JSON: ", "A/1/2"],
    ),
    "a broken object in an array": (
        f'[{LINE},\n{{"_id": }},\n{NEXT}]',
        ["A/1/1", "!line 2: broken JSON: ", "A/1/2"],
    ),
    "an array cut off": (f"[{LINE}, {LINE[:40]}", ["A/1/1", "!line 1: broken JSON, the rest is not read: "]),
    "an object of no known kind": ('{"a": 1, "b": 2}', ["!record 1: not a record of a known kind: a, b"]),
    "an answer of links": ('{"data": ["https://un.org/1"]}', ["!record 1: not an object: https://un.org/1"]),
    "a field that is not one": ('{"_id": 1, "191": 5}', ["!"]),
    "a row of too few cells": (
        "Symbol\tFull Document Symbol\tDescription\tSource\n1/1\n1/2\tA/1/2\tX\tY\n",
        ["!record 1: 1 cells for 4 columns", "A/1/2"],
    ),
    "arrays without end in one another": ("[" * 100_000, ["!"]),
    "objects without end in one another": ('{"a":' * 100_000, ["!"]),
}


@pytest.mark.parametrize("size", [1 << 20, 7])
@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_told_and_costs_nothing_else(case: str, size: int) -> None:
    data, expected = BROKEN[case]
    found = said(data, size if len(data) < 9_999 else 1 << 20)
    assert len(found) == len(expected)
    assert all(one.startswith(begins) for one, begins in zip(found, expected, strict=True)), found


BOMB = '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f"{BOMB}<collection>{marcxml('&b;')}</collection>", "declares its own entities"),
        (f"<collection>{TWO}{BOMB}{TWO}", "declares its own entities"),
        (b"%PDF-1.7\n", r"not a file of records \(pdf\)"),
        (b"\x1f\x8b\x08", "gzip file, unpack it first"),
        ("file\tsource\nx\ty\n", "not a known kind of records; the file starts with: file source"),
        ("Dear Sir,\rI\rhave", "not a known kind of records; the file starts with: Dear Sir, I have"),
        ("Dear Sir,", "not a known kind of records"),
        ("<html><body>not found</body></html>", r"not a file of records \(html\)"),
        ('<?xml version="1.0" encoding="klingon"?><collection/>', "unknown encoding"),
    ],
)
def test_files_that_are_refused(data: str | bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read(data)


def test_an_empty_file_holds_nothing() -> None:
    assert read("") == read("\n") == read("[]") == []


def test_a_resolution_of_the_general_assembly() -> None:
    (one,) = read(json.dumps(RESOLUTION))
    assert isinstance(one, Entry)
    record = one.record
    assert (record.symbol, record.date, record.subjects) == ("A/RES/80/4", "2025-10-29", ("CUBA",))
    assert record.vote == Vote("By a recorded vote", 165, 7, 12)
    assert record.agenda == ("A/80/251 38 Embargo",)
    assert record.related == (
        Related("draft", "A/80/L.6"),
        Related("draft", "A/80/L.6/Add.1"),
        Related("meeting record", "A/80/PV.22"),
    )


def test_a_text_adopted_without_a_vote_has_no_tally() -> None:
    none = {f"MS_{side}_count": "0" for side in ("in_favour", "against", "abstaining")}
    (one,) = read(json.dumps({**RESOLUTION, **none, "adoption_type": "Without a vote"}))
    assert isinstance(one, Entry)
    assert one.record.vote == Vote("Without a vote")


def many(form: str, count: int) -> Iterator[bytes]:
    """Yield a long file in pieces."""
    record = marcxml("A/1/1", "x" * 2_000) if form == "xml" else json.dumps({**API, "x": "x" * 2_000}) + ",\n"
    yield b"<collection>" if form == "xml" else b'{"data": ['
    for _ in range(count):
        yield record.encode()
    yield b"</collection>" if form == "xml" else b"{}]}"


@pytest.mark.parametrize("form", ["xml", "json"])
def test_memory_does_not_grow_with_the_file(form: str) -> None:
    peaks = []
    for count in (500, 2_000):
        tracemalloc.start()
        assert sum(1 for _ in entries("f", many(form, count))) >= count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
