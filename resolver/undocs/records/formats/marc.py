"""MARC, the format of library catalogs, with the fields that the Library and others after it use.

There is one mapping for every notation of MARC: its readers yield the fields of a record as `Field` values, and
`record_of` makes a `Record` of them. `from_jmarc` does the same for the JSON of the Library's service (`data` of
`GET /editor/api/marc/bibs/records/{id}`).

    191 $a symbol, $z another; 791 $a of a vote or speech   239 245 246 249 titles    269 992 260 $c date
    029 job number    041 languages    856 FFT files        089 989 type    981 body    650 651 subjects
    991 agenda        993 related documents                 590 591 996 vote           980 $a DELETED

Sources: dag-hammarskjold-library/dlx (dlx/config.py) and dlx-rest (dlx_rest/static/js/utils/validation.js), which name
every field, and records of the Digital Library.

>>> record_of([Field("191", (("a", "A/66/10"),)), Field("245", (("a", "Report :"), ("b", "part one /")))]).title
'Report : part one'
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

__all__ = [
    "TAGS",
    "Field",
    "fields_of",
    "from_jmarc",
    "is_deleted",
    "record_of",
    "symbols_of",
    "titles_of",
    "type_name",
]

T = TypeVar("T")
Tags = defaultdict[str, "list[Field]"]

# The fields that are used. A reader may leave out the others, which are most of a record.
TAGS = frozenset(
    "001 029 035 041 089 191 239 240 245 246 249 260 269 590 591"  # noqa: SIM905  # a list of 27 lines otherwise
    " 650 651 791 856 980 981 989 991 992 993 996 FFT".split()
)
_PRINTED_LIST = "9"  # the first indicator of 993 for the printed list that the other fields were made of
# Addresses of a record: by its number in the Digital Library (001), and by its number in the Library's service.
_RECORD = "https://digitallibrary.un.org/record/{}"
_API_RECORD = "https://metadata.un.org/editor/api/marc/bibs/records/{}"


class Field(NamedTuple):
    """A field of a record.

    Attributes:
        tag: three characters, `191`.
        subfields: code and value of each subfield, in order; a control field has one, whose code is empty.
        indicator: the first indicator, empty if it is blank.
    """

    tag: str
    subfields: tuple[tuple[str, str], ...]
    indicator: str = ""

    def get(self, code: str) -> str:
        """Return the first value of a subfield, on one line; empty if there is none."""
        for each, value in self.subfields:
            if each == code:
                return " ".join(value.split())
        return ""


def record_of(fields: Iterable[Field]) -> Record:
    """Return the record that fields describe. Its status is `found`; its source is left to the caller.

    `symbol` and `spelling` are both the first symbol as the record spells it, empty if it has none; a look-up replaces
    `symbol` by the canonical spelling.
    """
    fields = list(fields)
    symbol = next(iter(symbols_of(fields)), "")
    tags = _by_tag(fields)
    listed = languages.ordered(
        code for field in tags["041"] for _, value in field.subfields for code in languages.of_codes(value)
    )
    files = tuple(_files([*tags["856"], *tags["FFT"]], listed[0] if len(listed) == 1 else ""))
    title = next(iter(titles_of(fields)), "")
    return Record(
        symbol=symbol,
        status="found",
        title=title,
        date=_date(tags),
        document_type=_type(tags),
        body=_once(", ".join(_values(field, "abc")) for field in tags["981"]),
        languages=languages.ordered([*listed, *(file.language for file in files)]),
        files=files,
        subjects=_distinct(field.get("a") for field in (*tags["650"], *tags["651"])),
        agenda=_distinct(
            " ".join(filter(None, (field.get("a"), field.get("b"), field.get("c") or field.get("d"))))
            for field in tags["991"]
        ),
        related=_distinct(
            Related(_relations().get(field.indicator, "related"), field.get("a"))
            for field in tags["993"]
            if field.get("a") and field.indicator != _PRINTED_LIST
        ),
        job_numbers=_distinct(field.get("b") for field in tags["029"] if field.get("a") == "JN"),
        vote=_vote(tags),
        catalog_url=_url(tags),
        spelling=symbol,
        note="not yet catalogued in full" if title.lower().startswith("work in progress") else "",
    )


def from_jmarc(data: Mapping[str, Any]) -> Record:
    """Return the record of a response of the Library's service; see `record_of`.

    Files in `files` come before those of its fields, and `catalog_url` is the address in the service if the record has
    no other.

    Raises:
        ValueError: `data` does not have the form of such a record.
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
    """Return the fields of a record of the Library's service.

    Raises:
        ValueError: `data` does not have the form of such a record.
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
    """Return the symbols in a record, as it spells them: its own (191), then those it is about (791)."""
    tags = _by_tag(fields)
    named = (("191", "az"), ("791", "a"))
    return list(_distinct(text for tag, codes in named for field in tags[tag] for text in _values(field, codes)))


def titles_of(fields: Iterable[Field]) -> list[str]:
    """Return the titles of a record: the enhanced title or that of the document, then further and translated ones."""
    tags = _by_tag(fields)
    # The punctuation of catalog cards (ISBD) is at the end of the subfield before it: `Report /`.
    return list(
        _distinct(
            " ".join(_values(field, "anpb")).rstrip(" /:;,=") or field.get("")
            for tag in ("239", "245", "246", "249", "240")
            for field in tags[tag]
        )
    )


def is_deleted(fields: Iterable[Field]) -> bool:
    """Return whether the record was deleted in its source."""
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
    """Return the date of the document, else that of its adoption, else that of its printing."""
    for tag, codes in (("269", ("a", "")), ("992", ("a", "")), ("260", ("c",))):
        for field in tags[tag]:
            if date := next(filter(None, (dates.iso_date(field.get(code)) for code in codes)), ""):
                return date
    return ""


def _type(tags: Tags) -> str:
    """Return the most specific resource type (989), else the label or the name of the code of the content (089)."""
    types = [_values(field, "abc") for field in tags["989"]]
    most = max(types, key=len, default=[])
    if len(most) > 1:
        return most[-1]
    codes = [field.get("a") or type_name(field.get("b")) for field in tags["089"]]
    return next(filter(None, codes), "") or (most[0] if most else "")


@cache
def _types() -> dict[str, str]:
    """Return the names of the codes in 089 $b."""
    return {code: name for code, name, *_ in rows("marc_types.tsv")}


@cache
def _relations() -> dict[str, str]:
    """Return what a document in 993 is to that of the record, by the first indicator."""
    return {indicator: relation for indicator, relation, *_ in rows("marc_relations.tsv")}


def type_name(code: str) -> str:
    """Return the type of document for a code of 089 $b, as `B02` for a draft; empty for a code that is not listed."""
    return _types().get(code, "")


def _files(fields: Iterable[Field], only: str) -> Iterator[File]:
    """Yield the files with a known language: by their label or name, or `only`, the one language of the record."""
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
    """Return how a text was adopted: the tally (996) and the notes on the vote (590, 591)."""
    note = _once(field.get("a") for tag in ("591", "590") for field in tags[tag])
    for field in tags["996"]:
        counts = [int(text) if re.fullmatch(r"\d{1,4}", text := field.get(code), re.ASCII) else None for code in "bcde"]
        return Vote(note or field.get("a"), *counts)
    return Vote(note) if note else None


def _url(tags: Tags) -> str:
    """Return the address of the record in the Digital Library; empty if 001 is not a number of that.

    It is one if 035 has the number in the former system too, which begins with `(DHL)`.
    """
    if any(value.startswith("(DHL)") for field in tags["035"] for value in _values(field, "a")):
        return next((_RECORD.format(number) for field in tags["001"] if (number := field.get(""))), "")
    return ""
