"""What fields of MARC say, and what catalogs' dates and languages are."""

from __future__ import annotations

from typing import Any

import pytest
from undocs.records.formats import dates
from undocs.records.formats.marc import Field, from_jmarc, is_deleted, record_of, symbols_of, titles_of
from undocs.records.model import File, Related, Vote
from undocs.tables import languages
from undocs.tables.rows import rows


def fields(*lines: str) -> list[Field]:
    """Make fields of lines like `993 3 $aA/78/481`: a tag, the first indicator if any, subfields."""
    made = []
    for line in lines:
        start, *parts = line.split("$")
        tag, _, indicator = start.strip().partition(" ")
        made.append(Field(tag, tuple((part[0], part[1:].strip()) for part in parts), indicator))
    return made


FULL = fields(
    "029 $aJN $bN2321733 E",
    "035 $a(DHL)1388285",
    "041 $aarachiengfrerusspa",
    "089 $bB02",
    "191 $aA/C.3/78/L.49/Rev.1 $bA/ $c78",
    "245 $aDigital technologies : $brevised draft resolution / $cArgentina and Armenia",
    "246 $aTechnologies numériques",
    "269 $a2023-11-08",
    "591 $aADOPTED WITHOUT VOTE",
    "650 $aHUMAN RIGHTS $2unbist",
    "651 $aHAITI",
    "710 $aArgentina $9ms",
    "856 $uhttps://digitallibrary.un.org/record/1/files/A_C.3_78_L.49-AR.pdf $yالعربية",
    "856 $uhttps://digitallibrary.un.org/record/1/files/A_C.3_78_L.49-EN.pdf $yEnglish $s300356",
    "981 $aGeneral Assembly $b3rd Committee",
    "989 $aDocuments and Publications $bDraft Resolutions and Decisions",
    "991 $aA/78/251 $b71b $cHuman rights questions.",
    "993 1 $aA/RES/78/213",
    "993 3 $aA/78/481/Add.2",
    "993 9 $aA/RES/78/213, A/78/481/Add.2",
)
SAID: dict[str, Any] = {
    "symbol": "A/C.3/78/L.49/Rev.1",
    "status": "found",
    "title": "Digital technologies : revised draft resolution",
    "date": "2023-11-08",
    "document_type": "Draft Resolutions and Decisions",
    "body": "General Assembly, 3rd Committee",
    "languages": ("en", "fr", "es", "ar", "zh", "ru"),
    "files": (
        File("ar", "https://digitallibrary.un.org/record/1/files/A_C.3_78_L.49-AR.pdf"),
        File("en", "https://digitallibrary.un.org/record/1/files/A_C.3_78_L.49-EN.pdf"),
    ),
    "subjects": ("HUMAN RIGHTS", "HAITI"),
    "agenda": ("A/78/251 71b Human rights questions.",),
    "related": (Related("resolution", "A/RES/78/213"), Related("committee report", "A/78/481/Add.2")),
    "job_numbers": ("N2321733 E",),
    "vote": Vote("ADOPTED WITHOUT VOTE"),
}


@pytest.mark.parametrize("attribute", SAID)
def test_each_field_goes_where_it_belongs(attribute: str) -> None:
    assert getattr(record_of(FULL), attribute) == SAID[attribute]


@pytest.mark.parametrize(
    ("lines", "attribute", "value"),
    [
        (["239 $aReport of the Secretary-General", "245 $aNote /"], "title", "Report of the Secretary-General"),
        (["246 $aQuestions de suivi"], "title", "Questions de suivi"),
        (["245 $aWork in progress"], "note", "not yet catalogued in full"),
        (["089 $aReports/studies $bB16"], "document_type", "Reports/studies"),
        (["089 $bB16", "989 $aDocuments and Publications"], "document_type", "Reports/studies"),
        (["989 $aDocuments and Publications"], "document_type", "Documents and Publications"),
        (["260 $a[New York] : $bUN, $c18 Nov. 1997."], "date", "1997-11-18"),
        (["996 $b143 $c7 $d5 $e38 $f193"], "vote", Vote("", 143, 7, 5, 38)),
        (["996 $aRECORDED $b99999999 $c" + "9" * 5000], "vote", Vote("RECORDED")),
        (["191 $aA/48/486", "191 $aS/26560 $zS/26561"], "symbol", "A/48/486"),
        (["856 $uhttps://un.org/a.pdf", "041 $afre"], "files", (File("fr", "https://un.org/a.pdf"),)),
        (["856 $uhttps://un.org/A_1-ES.pdf"], "languages", ("es",)),
        (["FFT $ahttps://un.org/a.pdf $dРусский"], "files", (File("ru", "https://un.org/a.pdf"),)),
        (["856 $uhttps://un.org/contents.html"], "files", ()),
        ([], "symbol", ""),
    ],
)
def test_records_that_say_less_or_otherwise(lines: list[str], attribute: str, value: object) -> None:
    assert getattr(record_of(fields(*lines)), attribute) == value


def test_the_number_leads_to_the_digital_library_only_beside_that_of_the_older_system() -> None:
    number = Field("001", (("", "4026910"),))
    assert record_of([number, *FULL]).catalog_url == "https://digitallibrary.un.org/record/4026910"
    assert not record_of([number]).catalog_url


def test_symbols_are_its_own_then_that_of_its_subject() -> None:
    assert symbols_of(fields("791 $aA/RES/52/125", "191 $aA/48/486 $zS/26560")) == [
        "A/48/486",
        "S/26560",
        "A/RES/52/125",
    ]


def test_titles_are_all_there_are() -> None:
    assert titles_of(FULL) == ["Digital technologies : revised draft resolution", "Technologies numériques"]


def test_a_deleted_record_is_told() -> None:
    assert is_deleted(fields("980 $aBIB", "980 $cDELETED"))
    assert not is_deleted(FULL)


API = {
    "_id": 1402155,
    "191": [{"indicators": ["_", "_"], "subfields": [{"code": "a", "value": "A/RES/79/1"}, {"code": "b", "xref": 1}]}],
    "993": [{"indicators": ["2", "_"], "subfields": [{"code": "a", "value": "A/79/L.2"}]}],
    "files": [
        {"mimetype": "application/pdf", "language": "EN", "url": "https://un.org/en"},
        {"mimetype": "application/pdf", "language": "xx", "url": "https://un.org/xx"},
    ],
    "created": "Tue, 01 Oct 2024 00:00:00 GMT",
}


def test_the_librarys_json_is_read_like_marc() -> None:
    record = from_jmarc(API)
    assert (record.symbol, record.related) == ("A/RES/79/1", (Related("draft", "A/79/L.2"),))
    assert (record.files, record.languages) == ((File("en", "https://un.org/en"),), ("en",))
    assert record.catalog_url == "https://metadata.un.org/editor/api/marc/bibs/records/1402155"


@pytest.mark.parametrize(
    "broken", [{"191": [3]}, {"191": 3}, {"191": [{"subfields": [{"value": "A/1"}]}]}, {"191": [{"subfields": 3}]}]
)
def test_what_is_no_record_is_an_error_of_one_kind(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a record"):
        from_jmarc(broken)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("1997-11-18", "1997-11-18"),
        ("1959-01-01 0:00:00", "1959-01-01"),
        ("19831004", "1983-10-04"),
        ("1984", "1984"),
        ("1984-00", "1984"),
        ("17/11/2004", "2004-11-17"),
        ("2004/11/17", "2004-11-17"),
        ("[New York] : UN, 18 Nov. 1997.", "1997-11-18"),
        ("2 March 2022", "2022-03-02"),
        ("May 1998", "1998-05"),
        ("[1976?]", "1976"),
        ("n.d.", ""),
        ("", ""),
    ],
)
def test_dates(printed: str, iso: str) -> None:
    assert dates.iso_date(printed) == iso


@pytest.mark.parametrize(
    ("label", "code"),
    [("English(424.4K)", "en"), ("Other (German)(667.3K)", "de"), ("Other", "de"), ("中文", "zh"), ("FRANÇAIS", "fr"),
     ("Summary", "")],
)  # fmt: skip
def test_languages_by_their_labels(label: str, code: str) -> None:
    assert languages.of_label(label) == code


def test_every_row_of_the_table_of_languages_reads_its_example() -> None:
    for code, marc, _, file, labels, _, _, example in rows("languages.tsv"):
        assert languages.of_file(example) == code
        assert languages.of_codes(marc) == (code,)
        assert {languages.of_label(label) for label in labels.split("|")} == {code}
        assert f"-{file}." in example


def test_codes_of_content_are_named_once_and_by_a_source() -> None:
    listed = list(rows("marc_types.tsv"))
    assert len({code for code, *_ in listed}) == len(listed)
    assert all(name and source in {"DHL", "HZN"} for _, name, source, _ in listed)


def test_relations_are_listed_once_and_with_a_source() -> None:
    listed = list(rows("marc_relations.tsv"))
    assert [indicator for indicator, *_ in listed] == ["1", "2", "3", "4", "5", "6"]
    for indicator, relation, source, example in listed:
        assert source == "DLX"
        related = record_of([Field("993", (("a", example.partition(": ")[2] or "A/1"),), indicator)]).related
        assert [each.relation for each in related] == [relation]
