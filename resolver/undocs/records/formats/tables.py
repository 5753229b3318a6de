"""Read records that are not MARC: rows of tables and objects of JSON, each kind recognized by its columns.

There is a function for each kind; the table `_KINDS` at the end says by which columns a kind is recognized.

>>> row = {"symbol": "A/66/10", "title": "Report", "date": "2011"}
>>> is_record(row), entry_of_row(row).record.date
(True, '2011')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from undocs.records.formats import dates, marc
from undocs.records.formats.entry import Entry, entry_of_marc
from undocs.records.model import Record, Related, Vote
from undocs.tables import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["entry_of_row", "is_record"]


def is_record(row: Mapping[str, Any]) -> bool:
    """Return whether a row or object is a record of a known kind."""
    return _reader(row) is not None


def entry_of_row(row: Mapping[str, Any]) -> Entry:
    """Return a row or object as an entry for the catalog.

    Raises:
        ValueError: it is of no known kind, or a value in it is not what its kind has.
    """
    reader = _reader(row)
    if reader is None:
        raise ValueError("not a record of a known kind: " + ", ".join(map(str, list(row)[:6])))
    try:
        return reader(row)
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError(f"malformed record: {error!r}") from None


def _library_api(row: Mapping[str, Any]) -> Entry:
    """A record of the Library's service, MARC as JSON."""
    return entry_of_marc(marc.fields_of(row), "library api", marc.from_jmarc(row), str(row["_id"]))


def _library_brief(row: Mapping[str, Any]) -> Entry:
    """A search result of the Library's service, in its brief form (`format=brief`)."""
    own = _split(row["symbol"], ";")
    types = row["types"] if isinstance(row["types"], str) else "; ".join(row["types"] or ())
    return _entry(
        "library api", own, row["title"], number=f"brief {row['_id']}", date=dates.iso_date(str(row.get("date") or "")),
        document_type=types.split(";")[0].split("::")[-1].strip(), catalog_url=str(row.get("url") or ""),
    )  # fmt: skip


def _resolution(row: Mapping[str, Any]) -> Entry:
    """A resolution of the General Assembly, from the data of UNxml/GAresolutions."""
    subjects = [(str(term), str(scheme)) for term, scheme in row.get("subjects") or ()]
    item = " ".join(filter(None, [row.get("agenda_item"), row.get("agenda_item_name")]))
    agenda = [f"{document} {number} {row.get('agenda_item_name') or ''}".strip() for number, document in subjects
              if "/" in document]  # fmt: skip
    counts = [_number(row.get(f"MS_{side}_count")) for side in ("in_favour", "against", "abstaining")]
    related = [
        Related("draft" if re.search(r"/L\.\d", symbol) else "committee report", symbol)
        for symbol in _mentioned(row.get("originating_document"))
    ]
    return _entry(
        "ga resolutions", [row["symbol"]], row["title"], number=str(row["symbol"]),
        date=dates.iso_date(str(row.get("adoption_date") or "")), document_type="Resolution", body="General Assembly",
        subjects=[term for term, document in subjects if "/" not in document], agenda=agenda or [item],
        related=[*related, *(Related("meeting record", symbol) for symbol in _mentioned(row.get("pv")))],
        vote=Vote(str(row.get("adoption_type") or ""), *(counts if any(counts) else ())),
    )  # fmt: skip


def _ods(row: Mapping[str, Any]) -> Entry:
    """A page of the former Official Document System, from the data of MultiUN_Map."""
    page = row["scrape"]
    spoken = [(languages.of_label(job["lang"]), job["jobno"]) for job in page["jobs"]]
    return _entry(
        "ods", [page[name] for name in ("Symbol", "Symbol 2", "Symbol 3") if page.get(name)], page["Title"],
        date=dates.iso_date(page.get("Publication date") or row["attributes"].get("date") or ""),
        languages=languages.ordered(language for language, _ in spoken), subjects=page.get("Subjects") or (),
        agenda=[f"{page.get('Session/Year' + n, '')} {page['Agenda Items' + n]}".strip() for n in ("", " 2")
                if page.get("Agenda Items" + n)],
        job_numbers=[f"{number} {languages.letter(language)}".strip() for language, number in spoken],
    )  # fmt: skip


def _index(row: Mapping[str, Any]) -> Entry:
    """An entry of the Index to Proceedings, which lists documents by subject."""
    return _entry(
        "index to proceedings", row["docsymbol"], "", document_type="; ".join(row["heading"]), subjects=[row["subject"]]
    )


def _speech(row: Mapping[str, Any]) -> Entry:
    """An entry of the Index to Speeches: a speaker, a subject and the meeting."""
    title = ": ".join(filter(None, (row["itshead"], row["itssubhead"])))
    number = str(row["_id"].get("$oid") or "") if isinstance(row["_id"], dict) else str(row["_id"])
    return _entry("index to speeches", (), title, about=[row["itsentry"]], number=number, document_type="Speech")


def _ohchr_vote(row: Mapping[str, Any]) -> Entry:
    """A vote, from the library of the Office of the High Commissioner for Human Rights (table of hrc-voting)."""
    counts = [_number(row[column]) for column in ("yes", "no", "abstain", "nonvoting")]
    agenda = [
        row["agenda_symbol"].rstrip(" -"),
        row["agenda_item_no"].rstrip(". "),
        row["agenda_item_title"].rstrip(" -"),
    ]
    return _entry(
        "ohchr library", [row["symbol"]], row["title"], number=row["record_id"], date=dates.iso_date(row["date"]),
        body=row["body"], titles=[row["statement"]], subjects=[row["agenda_subject"]],
        agenda=[" ".join(filter(None, agenda))],
        related=[
            *(Related("meeting record", symbol) for symbol in _mentioned(row["meeting"])),
            *(Related("draft", symbol) for symbol in _mentioned(row["draft"])),
        ],
        vote=Vote(row["vote_type"], *counts), catalog_url=row["record_url"],
    )  # fmt: skip


def _unbisnet(row: Mapping[str, Any]) -> Entry:
    """A row of an export of UNBISnet, the Library's catalogue before 2017.

    Its agenda items are separated by commas, which titles contain too; each item starts with a symbol, `A/52/251 112`.
    """
    titles = [title for title in (row["enhanced_title"], row["title"]) if title]
    agenda = re.split(r", (?=[A-Z][\w.-]*/\S+ \S+ - )", row["agenda_information"], flags=re.ASCII)
    return _entry(
        "unbisnet", [row["un_document_symbol"]], titles[0] if titles else "", titles=titles[1:],
        date=dates.iso_date(row["imprint"]) or dates.iso_date(row["year"]), agenda=agenda,
        document_type=marc.type_name(row["type_of_material"].split(",")[0]),
        related=[Related("related", each) for each in _split(row["related_document"], ",") if not each.endswith("..")],
        job_numbers=_split(row["job_number"], ","),
    )  # fmt: skip


def _mandate(row: Mapping[str, Any]) -> Entry:
    """A mandate that the programme budget cites; a mandate that is not a UN document has no symbol."""
    cited = row["Symbol"]
    whose = [row.get(column) or "" for column in ("Entity-Long", "Entity", "Programme Title", "Subprogramme Title")]
    return _entry(
        "budget mandates", [row["Full Document Symbol"]], row["Description"] or cited,
        titles=[cited, *whose, row.get("File") or ""], document_type=row["Source"],
    )  # fmt: skip


def _case(row: Mapping[str, Any]) -> Entry:
    """A decision of a treaty body on a communication, from the OHCHR jurisprudence database."""
    states = ", ".join(row["Countries"]) if isinstance(row["Countries"], list) else row["Countries"]
    return _entry(
        "ohchr jurisprudence", [row["Id_string"]], " v. ".join(filter(None, (row["Display_name"], states))),
        titles=[row["Communication_numbers"].rstrip(", ")], document_type=row["Type_of_decision"],
        date=dates.iso_date(row["Date_of_adoption_of_the_Views"]), body=row["Committee"],
        subjects=row["Issues"] if isinstance(row["Issues"], list) else [row["Issues"]],
    )  # fmt: skip


def _own(row: Mapping[str, Any]) -> Entry:
    """A row of the user's own table: a symbol, a title and, optionally, a date."""
    return _entry("own table", [row["symbol"]], row["title"] or "", date=dates.iso_date(str(row.get("date") or "")))


def _entry(
    kind: str, own: Iterable[str], title: str, *, number: str = "", titles: Iterable[str] = (),
    about: Iterable[str] = (), **values: Any,  # noqa: ANN401  # the attributes of a record
) -> Entry:  # fmt: skip
    """Return an entry whose values are single lines, without empty and repeated ones."""
    symbols = _lines(own)
    first = next(iter(symbols), "")
    values = {name: _lines(value) if isinstance(value, list) else value for name, value in values.items()}
    record = Record(symbol=first, spelling=first, status="found", title=_line(title).rstrip(" /:"), **values)
    return Entry(kind, record, symbols, _lines(about), _lines(titles), number)


def _line(text: Any) -> Any:  # noqa: ANN401  # a value that is not text is returned as it is
    return " ".join(text.split()) if isinstance(text, str) else text


def _lines(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(filter(None, map(_line, values))))


def _split(text: str | None, by: str) -> list[str]:
    return [part.strip() for part in (text or "").split(by) if part.strip()]


def _number(text: str | int | None) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,4}", str(text), re.ASCII) and text is not None else None


def _mentioned(text: str | None) -> list[str]:
    """Return the symbols in a text."""
    from undocs.extract import extract

    return [str(mention.symbol) for mention in extract(text or "", citations=False) if mention.symbol]


# The kinds, each with columns that only it has; a table of the user has the fewest, and is tried last.
_KINDS: list[tuple[set[str], Callable[[Mapping[str, Any]], Entry]]] = [
    ({"_id", "symbol", "title", "types"}, _library_brief),
    ({"symbol", "title", "adoption_date", "originating_document"}, _resolution),
    ({"attributes", "scrape"}, _ods),
    ({"docsymbol", "heading", "subject"}, _index),
    ({"itsentry", "itshead", "itssubhead"}, _speech),
    ({"record_id", "symbol", "vote_type", "agenda_symbol"}, _ohchr_vote),
    ({"un_document_symbol", "type_of_material"}, _unbisnet),
    ({"Full Document Symbol", "Symbol", "Description"}, _mandate),
    ({"Id_string", "Type_of_decision", "Committee"}, _case),
    ({"symbol", "title"}, _own),
]


def _reader(row: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], Entry] | None:
    """Return the function for the kind of a row, or None if it is of no known kind."""
    for names, reader in _KINDS:
        if names <= row.keys():
            return reader
    # A record of the Library's service has a number, and its fields by their tags.
    is_marc = "_id" in row and any(isinstance(tag, str) and re.fullmatch(r"\d{3}", tag, re.ASCII) for tag in row)
    return _library_api if is_marc else None
