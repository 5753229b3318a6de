"""What the fields of MARC say, whichever way they are written down: tag by tag, subfield by subfield."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from case_files import filled, plain, toml, tsv, why
from undocs.errors import ReadingError
from undocs.records.formats import entry, marc, marcxml, mrk
from undocs.records.formats.entry import Fault


def fields_of_lines(lines: list[str]) -> list[marc.Field]:
    """Return the fields that a case gives, one a line: `993 3 $aA/1` or `001 =7`."""
    made = []
    for line in lines:
        tag, _, rest = line.partition(" ")
        if rest.startswith("="):
            made.append(marc.Field(tag, (("", rest[1:]),)))
            continue
        indicator, *parts = rest.split("$")
        made.append(marc.Field(tag, tuple((part[0], part[1:]) for part in parts), indicator.strip()))
    return made


@pytest.mark.parametrize("case", toml("marc.toml"), ids=why)
def test_fields_of_a_record(case: dict[str, Any]) -> None:
    assert filled(marc.record_of(fields_of_lines(case["fields"]))) == {"status": "found"} | case["record"]


@pytest.mark.parametrize("case", tsv("types.tsv"))
def test_the_name_of_a_type_of_document(case: dict[str, str]) -> None:
    assert marc.type_name(case["code"]) == case["name"]


@pytest.mark.parametrize("case", toml("marc.toml", "symbols"), ids=why)
def test_the_symbols_of_a_record(case: dict[str, Any]) -> None:
    assert marc.symbols_of(fields_of_lines(case["fields"])) == case["symbols"]


@pytest.mark.parametrize("case", toml("marc.toml", "titles"), ids=why)
def test_the_titles_of_a_record(case: dict[str, Any]) -> None:
    assert marc.titles_of(fields_of_lines(case["fields"])) == case["titles"]


@pytest.mark.parametrize("case", toml("marc.toml", "deleted"), ids=why)
def test_a_record_that_was_deleted(case: dict[str, Any]) -> None:
    assert marc.is_deleted(fields_of_lines(case["fields"])) is case["deleted"]


@pytest.mark.parametrize("case", toml("marc.toml", "entry"), ids=why)
def test_a_record_as_an_entry(case: dict[str, Any]) -> None:
    made = entry.entry_of_marc(fields_of_lines(case["fields"]))
    assert made.kind == "marc"
    assert (list(made.own), list(made.about)) == (case.get("own", []), case.get("about", []))
    assert (list(made.titles), made.number) == (case.get("titles", []), case.get("number", ""))
    assert filled(made.record) == case["record"]


def test_an_entry_of_another_kind_whose_record_and_number_are_known() -> None:
    known = marc.record_of(fields_of_lines(["191 $aA/9"]))
    made = entry.entry_of_marc(fields_of_lines(["001 =1", "191 $aA/1"]), "library api", known, "7")
    assert made == entry.Entry("library api", known, ("A/1",), (), (), "7")
    left = entry.entry_of_marc(fields_of_lines(["001 =1", "980 $aDELETED"]), "library api", known, "7")
    assert (left.kind, left.number, left.record.status, left.record.symbol) == ("library api", "7", "absent", "")


def test_the_first_value_of_a_subfield_is_given_on_one_line() -> None:
    field = marc.Field("245", (("b", "x"), ("a", " one \n two "), ("a", "three")))
    assert (field.get("a"), field.get("b"), field.get("c")) == ("one two", "x", "")


def test_the_tags_that_are_read() -> None:
    assert sorted(marc.TAGS) == [
        "001", "029", "035", "041", "089", "191", "239", "240", "245", "246", "249", "260", "269", "590", "591", "650",
        "651", "791", "856", "980", "981", "989", "991", "992", "993", "996", "FFT",
    ]  # fmt: skip


def test_the_name_of_a_code() -> None:
    assert marc.type_name("B02") == "Resolutions and decisions (UN) -- Draft"
    assert marc.type_name("b02") == marc.type_name("") == ""


@pytest.mark.parametrize("case", toml("jmarc.toml"), ids=why)
def test_a_record_of_the_librarys_json(case: dict[str, Any]) -> None:
    data = json.loads(case["data"])
    if "error" in case:
        with pytest.raises(ValueError, match="not a record") as raised:
            marc.from_jmarc(data)
        assert str(raised.value).startswith(case["error"])
        assert raised.value.__suppress_context__
    else:
        assert filled(marc.from_jmarc(data)) == {"status": "found"} | case["record"]


def test_the_indicator_of_a_field_of_the_librarys_json() -> None:
    data = {
        "_id": 7,
        "993": [
            {"indicators": [given, "5"], "subfields": [{"code": "a", "value": "A/1"}, {"code": "b", "xref": 2}]}
            for given in ("1", "_", " ", "_2 ")
        ],
        "001": ["8"],
    }
    parts = (("a", "A/1"), ("b", ""))
    assert marc.fields_of(data) == [
        marc.Field("993", parts, "1"),
        marc.Field("993", parts),
        marc.Field("993", parts, ""),
        marc.Field("993", parts, "2"),
        marc.Field("001", (("", "8"),), ""),
    ]


def lines_of(record: object) -> object:
    """Return what a reader gives as the cases write it: fields as lines, items as tables, faults as texts."""
    if isinstance(record, Fault):
        return re.sub(r"(?<=broken XML: ).*", "…", record.reason)  # the parser's words differ between versions
    if isinstance(record, marcxml.Item):
        return record.values
    assert isinstance(record, list)
    return [
        f"{field.tag} {field.indicator}".strip()
        + "".join(f" ${code}{value}" if code else f" ={value}" for code, value in field.subfields)
        for field in record
    ]


def cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


@pytest.mark.parametrize("case", toml("marcxml.toml"), ids=why)
def test_records_of_marcxml_in_pieces_of_any_size(case: dict[str, Any]) -> None:
    for size in (1, 5, 1 << 20):
        read = marcxml.records("f.xml", cut(case["text"], size))
        if "error" in case:
            with pytest.raises(ReadingError) as raised:
                list(read)
            assert str(raised.value) == f"f.xml: {case['error']}"
        else:
            assert [lines_of(record) for record in read] == plain(case["records"])


@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_a_record_of_xml_that_does_not_end_is_held_up_to_a_limit(more: int, refused: bool) -> None:  # noqa: FBT001
    text = "<record>" + "x" * (16_777_216 - 8 + more)
    read = marcxml.records("f.xml", [text])
    if refused:
        with pytest.raises(ReadingError, match=r"^f\.xml: broken XML file: a record has no end tag$"):
            list(read)
    else:
        assert list(read) == [Fault("record 1: cut short by the end of the file")]


@pytest.mark.parametrize("case", toml("mrk.toml"), ids=why)
def test_records_of_marc_as_text(case: dict[str, Any]) -> None:
    read = mrk.records(case["text"].splitlines(keepends=True))
    assert [lines_of(record) for record in read] == case["records"]


@pytest.mark.parametrize("case", toml("mrk.toml", "first"), ids=why)
def test_the_first_line_of_marc_as_text(case: dict[str, Any]) -> None:
    assert bool(mrk.FIRST_LINE.search(case["text"].encode())) is case["known"]
