"""Citations in running text: what is found, whose it is, and what is left alone."""

from __future__ import annotations

import pytest
from undocs.citations import Context, cite
from undocs.errors import UndocsError
from undocs.mention import Mention
from undocs.scanner.scan import symbols


def mentions(text: str, **options: str) -> list[Mention]:
    taken = sorted({(start, end) for _, start, end, _, _ in symbols(text)})
    return [Mention.at(span, text) for span in cite(text, taken, **options)]  # type: ignore[arg-type]


def found(text: str, **options: str) -> list[str]:
    return [str(mention.symbol) for mention in mentions(text, **options) if mention.symbol]


WHOSE = {
    # A date decides: session 42 of the Assembly was in 1987, that of the Human Rights Council in 2019.
    "resolution 42/9 of 3 December 1987": "A/RES/42/9",
    "resolution 42/9 of 26 September 2019": "A/HRC/RES/42/9",
    "resolution 56/509 of 8 July 2002": "A/RES/56/509",
    "resolution 42/9 of the Human Rights Council": "A/HRC/RES/42/9",
    "HUMAN RIGHTS COUNCIL RESOLUTION 16/21 OF 24 MARCH 2011": "A/HRC/RES/16/21",
    "CHR resolution 2005/69": "E/CN.4/RES/2005/69",
    "the Human Rights Council, in its resolution 42/9, decided": "A/HRC/RES/42/9",
    "Human Rights Council resolution 42/9. Reaffirming resolution 42/9": "A/HRC/RES/42/9 A/HRC/RES/42/9",
    "A/HRC/RES/54/1\nRecalling its resolution 50/1 and General Assembly resolution 50/2": ("A/HRC/RES/50/1 A/RES/50/2"),
    "A/RES/70/2\nRecalling resolution 42/9": "A/RES/42/9",
    "the Commission on Human Rights and the Human Rights Council, the former in resolution 1998/72": (
        "E/CN.4/RES/1998/72"
    ),
    "резолюции 1196 (1998) и 1197 (1998), принятые Советом Безопасности 16 и 18 сентября": (
        "S/RES/1196(1998) S/RES/1197(1998)"
    ),
    # Which organ had come so far: ECOSOC to number 307 at its eleventh session, ESCWA at its twenty-seventh.
    "E/2018/41\n\nE/ESCWA/30/18/Report\nthe Economic and Social Council, and resolution 307 (XXVII)": (
        "E/ESCWA/RES/307(XXVII)"
    ),
    "E/ESCWA/30/18\nthe Economic and Social Council, by resolution 1818 (LV)": "E/RES/1818(LV)",
    # A number that no other organ can have.
    "resolution 71/291": "A/RES/71/291",
    "Council resolution 1373 (2001) and Council resolution 16/21": "S/RES/1373(2001) A/HRC/RES/16/21",
    "S/2024/1\nReaffirming resolution 1325 and resolutions 1820 and 1888 (2009)": (
        "S/RES/1325(2000) S/RES/1820(2008) S/RES/1888(2009)"
    ),
    "Security Council resolution 1325 (2003)": "S/RES/1325(2003)",  # the printed year is kept
    "General Assembly resolution 60/1 and Human Rights Council resolution 16/21 of 24 March 2011": (
        "A/RES/60/1 A/HRC/RES/16/21"
    ),
    "Human Rights Council resolutions 18/6 of 29 September 2011,1 33/3 of 29 September 20162 and 45/4": (
        "A/HRC/RES/18/6 A/HRC/RES/33/3 A/HRC/RES/45/4"
    ),
    "la résolution 16/21 du Conseil des droits de l’homme en date du 24 mars 2011": "A/HRC/RES/16/21",
    "人权理事会2011年3月24日第16/18号以及大会2012年12月20日第67/178号决议": "A/HRC/RES/16/18 A/RES/67/178",
    # "In its resolution" is that of the subject that follows.
    "In its resolution 16/21, the Human Rights Council decided to review its work": "A/HRC/RES/16/21",
    "By its decision 17/119, the Human Rights Council decided": "A/HRC/DEC/17/119",
    "In its resolution 2016/17, the Economic and Social Council": "E/RES/2016/17",
    "In its resolution 2005/69, the Commission on Human Rights requested": "E/CN.4/RES/2005/69",
    "In its resolution 72/6, the Economic and Social Commission for Asia and the Pacific": "E/ESCAP/RES/72/6",
    "In its resolutions 16/21 and 17/1, the Human Rights Council": "A/HRC/RES/16/21 A/HRC/RES/17/1",
    "In its resolution 60/1, the Assembly requested the Human Rights Council": "A/RES/60/1",
    "The Assembly, in its resolution 50/1, the Human Rights Council and others": "A/RES/50/1",
    "Recalling its resolution 60/1, the Human Rights Council being concerned": "A/RES/60/1",
    "In its resolution 60/1, the Human Rights Council resolution 16/21 and others": "A/RES/60/1 A/HRC/RES/16/21",
    "WHO resolution 60/1 and General Assembly resolution 60/1": "A/RES/60/1",
    "Dans sa résolution 16/21, le Conseil des droits de l’homme a décidé": "A/HRC/RES/16/21",
    "En su resolución 16/21, el Consejo de Derechos Humanos decidió": "A/HRC/RES/16/21",
    "В своей резолюции 16/21 Совет по правам человека постановил": "A/HRC/RES/16/21",
    "في قراره 16/21، قرر مجلس حقوق الإنسان": "A/HRC/RES/16/21",
    "In ihrer Resolution 50/1 beschloss die Generalversammlung": "A/RES/50/1",
}


@pytest.mark.parametrize(("text", "want"), WHOSE.items())
def test_whose(text: str, want: str) -> None:
    assert found(text) == want.split()


def test_two_organs_possible_are_both_named_the_likelier_first() -> None:
    (mention,) = mentions("as recalled in resolution 50/1")
    assert mention.confidence == "likely"
    assert [str(symbol) for symbol in mention.candidates] == ["A/RES/50/1", "A/HRC/RES/50/1"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Resolution 1325 calls for", ["S/RES/1325(2000)", "A/RES/1325(XIII)"]),
        ("the General Assembly, by resolution 2758,", ["A/RES/2758(XXVI)", "S/RES/2758(2024)"]),
    ],
)
def test_a_number_alone_is_likely_the_councils(text: str, want: list[str]) -> None:
    (mention,) = mentions(text)
    assert mention.confidence == "likely"
    assert [str(symbol) for symbol in mention.candidates] == want


@pytest.mark.parametrize(
    "text",
    [
        "Security Council resolution 1701 of 2006",
        "resolution 1701 of 2006",
        "la résolution 1701 de 2006 du Conseil de sécurité",
        "la resolución 1701 de 2006",
        "резолюция 1701 от 2006 года Совета Безопасности",
        "قرار مجلس الأمن 1701 لعام 2006",
        "Resolution 1701 von 2006",
        "In its resolution 1701, the Security Council",
    ],
)
def test_a_year_behind_a_number_alone_is_its_date(text: str) -> None:
    (mention,) = mentions(text)
    assert (str(mention.symbol), mention.confidence) == ("S/RES/1701(2006)", "certain")


@pytest.mark.parametrize("text", ["resolution 71/291", "Security Council resolution 1701 of 2009"])
def test_what_nothing_confirms_is_likely(text: str) -> None:
    (mention,) = mentions(text)
    assert (mention.confidence, mention.candidates) == ("likely", ())


def test_of_two_readings_in_two_languages_the_certain_one_is_kept() -> None:
    arabic = "القرار المؤرخ 16 أيلول/سبتمبر 2005، وقرارات مجلس الأمن 1325 (2000)"
    chinese = "回顾大会2005年9月16日第60/1号决议，又回顾人权理事会的报告"
    found = [(str(mention.symbol), mention.confidence) for mention in mentions(f"{arabic}\n{chinese}")]
    assert found == [("S/RES/1325(2000)", "certain"), ("A/RES/60/1", "certain")]


def test_what_is_named_is_certain() -> None:
    (mention,) = mentions("General Assembly resolution 50/1")
    assert (mention.confidence, mention.candidates, mention.kind) == ("certain", (), "citation")


@pytest.mark.parametrize(
    ("text", "organ", "want"),
    [
        ("resolution 50/1", "A/HRC", "A/HRC/RES/50/1"),
        ("resolution 50/1", "HRC", "A/HRC/RES/50/1"),
        ("resolution 50/1", "A", "A/RES/50/1"),
        ("resolution 16/21", "A/HRC", "A/HRC/RES/16/21"),
        ("resolution 1325", "S", "S/RES/1325(2000)"),
        ("General Assembly resolution 50/1", "A/HRC", "A/RES/50/1"),
    ],
)
def test_the_organ_can_be_set_by_hand(text: str, organ: str, want: str) -> None:
    assert found(text, organ=organ) == [want]


def test_an_unknown_organ_or_language_is_refused() -> None:
    with pytest.raises(UndocsError):
        found("resolution 60/1", organ="X")
    with pytest.raises(UndocsError):
        found("resolution 60/1", language="xx")


NOTES = {
    "General Assembly decision 78/560": "A/78/49(Vol.II)",
    "ECOSOC decision 2023/328": "E/2023/99",
    "decision 1/CP.21": "report of the conference on its session, CP.21",
    "Meeting of the Parties decision XXVIII/1": "session XXVIII",
    "decision BC-14/12": "session BC-14",
    "Commission on Narcotic Drugs resolution 55/1": "session 55",
    "CTOC/COP/2024/6\nThe Conference, in its resolution 10/1": "CTOC/COP",
    "Human Rights Committee, general comment No. 6 (1982)": "HRI/GEN/1",
}


@pytest.mark.parametrize(("text", "note"), NOTES.items())
def test_a_text_without_a_document_of_its_own_is_noted(text: str, note: str) -> None:
    (mention,) = mentions(text)
    assert mention.symbol is None
    assert note in mention.note


def test_an_early_resolution_of_the_human_rights_council_lies_in_the_report() -> None:
    (mention,) = mentions("Human Rights Council resolution 5/1")
    assert mention.symbol
    assert (str(mention.symbol), mention.symbol.explain().published_in) == ("A/HRC/RES/5/1", "A/HRC/5/21")


def test_a_decision_without_a_document_leads_to_the_one_with_its_text() -> None:
    (mention,) = mentions("General Assembly decision 78/560")
    assert (mention.symbol, str(mention.published_in)) == (None, "A/78/49(Vol.II)")


def test_each_number_of_a_list_has_its_own_place() -> None:
    text = "Recalling resolutions 55/2, 60/1 and 1296 (2000)"
    assert [mention.text for mention in mentions(text)] == ["55/2", "60/1", "1296 (2000)"]


@pytest.mark.parametrize(
    "text",
    [
        "open 24/7, since 9/11, in 2019/20, see para. 60/1",
        "decision 3/5",
        "resolution 1920x1080",
        "a screen resolution of 1024 pixels, resolution 1024",
        "a screen resolution 1024, a resolution of 1024 pixels, resolution 1024 px",
        "a resolution of 50/60 Hz",
        "resolution 1/60 s",
        "resolution 24/7",
        "the Security Council voted on the resolution 5 times",
        "resolution 1325 (2002)",
        "Parliamentary Assembly resolution 1400 (2004)",
        "City Council Resolution 1234, Senate Resolution 200, House Resolution 1325",
        "the Plenipotentiary Conference of ITU, in resolution 186",
        "resolution 186 of 7 November 2014",
        "resolution 50",
        "Council Decision 2010/413 of the European Union, Decision 1999/468",
        "European Parliament resolution 2019/2956 and Council Decision 2010/413",
        "IAEA Board resolution 2020/5, NATO Council resolution 55",
        "Senate S. Res. 123 of 2019",
        "resolution 7002 of 2012",
        "75/280.\nInternational meeting",
        "Resolution adopted by the General Assembly on 24 May 2021\n75/280.\nInternational meeting",
        "the proposed programme budget, decision for 2021/22",
        "Security Council. The meeting rose at 13.25",
        "Ibid., para. 4",
        "draft resolution A/62/L.6",
    ],
)
def test_left_alone(text: str) -> None:
    assert mentions(text) == []


def test_nothing_inside_a_symbol_is_cited_again() -> None:
    assert mentions("resolution A/RES/60/1 and resolution A/HRC/RES/16/21") == []


def test_a_number_whose_symbol_is_elsewhere_is_cited() -> None:
    text = "A/RES/78/265 and A/HRC/RES/51/22. Adopted: 78/265 on 21 March, 51/22 on 7 October, 78/266 never."
    assert found(text) == ["A/RES/78/265", "A/HRC/RES/51/22"]


def test_a_note_mark_glued_to_a_number_is_cut_where_the_note_stands_below() -> None:
    assert found("its resolution 74/13611;\n11   A/75/329.") == ["A/RES/74/136"]
    assert found("its resolution 74/13611;") == []


def test_what_one_piece_tells_holds_for_the_next() -> None:
    context = Context()
    assert not list(cite("A/HRC/54/2\nReport", [(0, 10)], context=context))
    (mention,) = cite("in its resolution 50/1", context=context)
    assert str(mention.symbol) == "A/HRC/RES/50/1"


def test_a_comment_or_case_of_no_treaty_body_is_left_alone() -> None:
    assert mentions("Council general comment No. 37; Council, communication No. 12/2001, 5th session") == []


def test_a_treaty_body_case_needs_its_session() -> None:
    assert found("Committee against Torture, communication No. 426/2010, 51st session") == ["CAT/C/51/D/426/2010"]
    assert found("Committee against Torture, communication No. 426/2010") == []


def test_a_supplement_counts_only_without_its_symbol() -> None:
    supplement = "Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 10"
    assert found(supplement) == ["A/78/10"]
    assert found(f"{supplement} (A/78/10)") == []
    assert found(supplement.replace("Seventy-eighth", "Twenty-second")) == []  # A/6715/Rev.1
