"""MARC, the format of library catalogues, as the Library and others who follow it fill it in.

One mapping for every way that MARC is written in: the fields of a record come as `Field` values, in the order of
the record, and `record_of` makes a `Record` of them. `from_jmarc` reads the Library's JSON (`data` of
`GET /editor/api/marc/bibs/records/{id}`) into the same.

    191 $a symbol, $z another; 791 $a of a vote or speech   239 245 246 249 titles    269 992 260 $c date
    029 job number    041 languages    856 FFT files        089 989 type    981 body    650 651 subjects
    991 agenda        993 documents it belongs with         590 591 996 vote           980 $a DELETED
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from undocs.records.formats import dates
from undocs.records.model import File, Record, Related, Vote
from undocs.tables import languages
from undocs.tables.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["TAGS", "Field", "code_name", "deleted", "fields_of", "from_jmarc", "record_of", "symbols_of", "titles_of"]

T = TypeVar("T")
Tags = defaultdict[str, "list[Field]"]

# The fields that are read; whoever makes fields may leave out the others.
TAGS = frozenset(
    "001 029 035 041 089 191 239 240 245 246 249 260 269 590 591"  # noqa: SIM905  # a list of 27 lines otherwise
    " 650 651 791 856 980 981 989 991 992 993 996 FFT".split()
)
# The first indicator of 993; 9 is the printed list that the others were taken from.
_RELATIONS = {
    "1": "resolution",
    "2": "draft",
    "3": "committee report",
    "4": "meeting record",
    "5": "presidential statement",
    "6": "amended draft",
}
_RECORD = "https://digitallibrary.un.org/record/{}"
_API_RECORD = "https://metadata.un.org/editor/api/marc/bibs/records/{}"


class Field(NamedTuple):
    """A field of a record.

    Attributes:
        tag: three characters, `191`.
        subfields: code and value of each subfield in its order; a control field has one, without a code.
        indicator: the first indicator, empty when it is blank.
    """

    tag: str
    subfields: tuple[tuple[str, str], ...]
    indicator: str = ""

    def get(self, code: str) -> str:
        """Return the first value of a subfield, as one line; empty when there is none."""
        for each, value in self.subfields:
            if each == code:
                return " ".join(value.split())
        return ""


def record_of(fields: Iterable[Field]) -> Record:
    """Return what a record says; its status is always `found`, its source is left to the caller.

    `symbol` and `spelling` are both the first symbol as the record spells it, empty where it has none: whoever
    asked for a symbol puts the canonical spelling there.
    """
    fields = list(fields)
    symbol = next(iter(symbols_of(fields)), "")
    tags = _by_tag(fields)
    spoken = languages.ordered(
        code for field in tags["041"] for _, value in field.subfields for code in languages.of_codes(value)
    )
    files = tuple(_files([*tags["856"], *tags["FFT"]], spoken[0] if len(spoken) == 1 else ""))
    title = next(iter(titles_of(fields)), "")
    return Record(
        symbol=symbol,
        status="found",
        title=title,
        date=_date(tags),
        document_type=_type(tags),
        body=_once(", ".join(_values(field, "abc")) for field in tags["981"]),
        languages=languages.ordered([*spoken, *(file.language for file in files)]),
        files=files,
        subjects=_distinct(field.get("a") for field in (*tags["650"], *tags["651"])),
        agenda=_distinct(
            " ".join(filter(None, (field.get("a"), field.get("b"), field.get("c") or field.get("d"))))
            for field in tags["991"]
        ),
        related=_distinct(
            Related(_RELATIONS.get(field.indicator, "related"), field.get("a"))
            for field in tags["993"]
            if field.get("a") and field.indicator != "9"
        ),
        job_numbers=_distinct(field.get("b") for field in tags["029"] if field.get("a") == "JN"),
        vote=_vote(tags),
        catalog_url=_url(tags),
        spelling=symbol,
        note="not yet catalogued in full" if title.lower().startswith("work in progress") else "",
    )


def from_jmarc(data: Mapping[str, Any]) -> Record:
    """Return what a record of the Library's API says; `record_of` says more.

    Files come from its `files` too, and `catalog_url` is the record in the API when it has no other.

    Raises:
        ValueError: `data` is not a record as the API writes it.
    """
    from dataclasses import replace

    record = record_of(fields_of(data))
    held = [
        File(language, str(file["url"]))
        for file in data.get("files") or ()
        if isinstance(file, dict) and file.get("url")
        for language in languages.ordered([str(file.get("language")).lower()])
    ]
    files = (*held, *(file for file in record.files if file.language not in {each.language for each in held}))
    return replace(
        record,
        files=files,
        languages=languages.ordered([*record.languages, *(file.language for file in files)]),
        catalog_url=record.catalog_url or (_API_RECORD.format(data["_id"]) if data.get("_id") else ""),
    )


def fields_of(data: Mapping[str, Any]) -> list[Field]:
    """Return the fields of a record of the Library's API.

    Raises:
        ValueError: `data` is not a record as the API writes it.
    """
    fields = []
    try:
        for tag, values in data.items():
            if not re.fullmatch(r"[0-9A-Z]{3}", tag):
                continue
            for value in values:
                if isinstance(value, str):
                    fields.append(Field(tag, (("", value),)))
                else:
                    parts = tuple((part["code"], str(part.get("value") or "")) for part in value["subfields"])
                    fields.append(Field(tag, parts, str(value.get("indicators", "_")[0]).strip("_ ")))
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError(f"not a record of the Library's API: {error!r}") from None
    return fields


def symbols_of(fields: Iterable[Field]) -> list[str]:
    """Return the symbols a record bears, as it spells them: its own (191), then that of its subject (791)."""
    tags = _by_tag(fields)
    named = (("191", "az"), ("791", "a"))
    return list(_distinct(text for tag, codes in named for field in tags[tag] for text in _values(field, codes)))


def titles_of(fields: Iterable[Field]) -> list[str]:
    """Return the titles of a record: the enhanced one or that of its page, then its others and translated ones."""
    tags = _by_tag(fields)
    # Punctuation of the catalogue card stands at the end of what it ends.
    return list(
        _distinct(
            " ".join(_values(field, "anpb")).rstrip(" /:;,=") or field.get("")
            for tag in ("239", "245", "246", "249", "240")
            for field in tags[tag]
        )
    )


def deleted(fields: Iterable[Field]) -> bool:
    """Say whether a record is what is left of one that was deleted."""
    return any(value == "DELETED" for field in fields if field.tag == "980" for _, value in field.subfields)


def _by_tag(fields: Iterable[Field]) -> Tags:
    tags: Tags = defaultdict(list)
    for field in fields:
        tags[field.tag].append(field)
    return tags


def _values(field: Field, codes: str) -> list[str]:
    return [text for code, value in field.subfields if code and code in codes and (text := " ".join(value.split()))]


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _once(values: Iterable[str]) -> str:
    return "; ".join(_distinct(values))


def _date(tags: Tags) -> str:
    for tag, codes in (("269", ("a", "")), ("992", ("a", "")), ("260", ("c",))):
        for field in tags[tag]:
            if date := next(filter(None, (dates.iso(field.get(code)) for code in codes)), ""):
                return date
    return ""


def _type(tags: Tags) -> str:
    """Return the most exact of its resource types; else what the code of its content, or the label of that, says."""
    types = [_values(field, "abc") for field in tags["989"]]
    most = max(types, key=len, default=[])
    if len(most) > 1:
        return most[-1]
    codes = [field.get("a") or code_name(field.get("b")) for field in tags["089"]]
    return next(filter(None, codes), "") or (most[0] if most else "")


@cache
def _codes() -> dict[str, str]:
    return {code: name for code, name, *_ in rows("marc_types.tsv")}


def code_name(code: str) -> str:
    """Return what a code of 089 $b says a document is, `B02` a draft resolution; empty for one not listed."""
    return _codes().get(code, "")


def _files(fields: Iterable[Field], only: str) -> Iterator[File]:
    """Yield the files whose language is told, by their label or name, or `only`, the one it is catalogued in."""
    seen = set()
    for field in fields:
        if field.tag == "856":
            url, label = field.get("u"), field.get("y") or field.get("3")
        else:
            url, label = field.get("a"), field.get("d")
        language = languages.of_label(label) or languages.of_file(url) or only
        if url and language and (language, url) not in seen:
            seen.add((language, url))
            yield File(language, url)


def _vote(tags: Tags) -> Vote | None:
    note = _once(field.get("a") for tag in ("591", "590") for field in tags[tag])
    for field in tags["996"]:
        counts = [int(text) if re.fullmatch(r"\d{1,4}", text := field.get(code), re.ASCII) else None for code in "bcde"]
        return Vote(note or field.get("a"), *counts)
    return Vote(note) if note else None


def _url(tags: Tags) -> str:
    """Return where the Digital Library shows a record: its number is one only beside that of the older system."""
    if any(value.startswith("(DHL)") for field in tags["035"] for value in _values(field, "a")):
        return next((_RECORD.format(number) for field in tags["001"] if (number := field.get(""))), "")
    return ""
