"""The record of a document: one type, whichever source it comes from.

>>> record = Record(symbol="A/66/10", status="found", title="Report", source="library")
>>> record.title, record.languages, record.failed
('Report', (), False)
>>> Record(symbol="A/66/10", status="unavailable", source="library").failed
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from undocs.symbol import Symbol

__all__ = ["File", "LanguageStatus", "Record", "Related", "Source", "Status", "Vote"]

Status = Literal["found", "absent", "blocked", "unavailable", "unknown"]


class File(NamedTuple):
    """The file of a document in one language.

    Attributes:
        language: two letters, `en` to `de`.
        url: its address.
    """

    language: str
    url: str


class LanguageStatus(NamedTuple):
    """The status of a document in one language, from a source that is asked for each language separately."""

    language: str
    status: Status


class Related(NamedTuple):
    """Another document that a record names.

    Attributes:
        relation: what that document is to this one: `draft`, `committee report`, `meeting record`, ...
        symbol: its symbol as the record spells it.
    """

    relation: str
    symbol: str


class Vote(NamedTuple):
    """How a text was adopted: a tally, or only a note such as `adopted without vote`."""

    note: str = ""
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    absent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The answer of a source for one symbol. Attributes that the source does not give are empty.

    Attributes:
        symbol: the symbol that was looked up, in its canonical spelling.
        status: `found`; `absent`, the source answered that it has no such document; `blocked`, the source refused
            the request; `unavailable`, it could not answer now; `unknown`, its response says nothing, or no source
            was asked.
        title: the title, on one line.
        date: ISO date of the document, as exact as the source gives it: `1997`, `1997-11` or `1997-11-18`.
        document_type: the type of the document, in the words of the source.
        body: the UN body, in the words of the source.
        languages: two-letter codes of the languages that it exists in, in the order en fr es ar zh ru de.
        files: its files, by language.
        subjects: subject terms.
        agenda: agenda items, `A/52/251 112b`, with their title if the source has it.
        related: other documents that the record names.
        job_numbers: numbers of its language versions, `N9732451 E`.
        vote: how it was adopted.
        source: name of the source; empty if no source was asked.
        catalog_url: web page of the record, for a reader.
        spelling: the spelling of the symbol that the source has.
        note: a caveat or the reason of a failure, else empty.
        language_statuses: the status in each language, from a source that is asked for each separately.
    """

    symbol: str
    status: Status
    title: str = ""
    date: str = ""
    document_type: str = ""
    body: str = ""
    languages: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    subjects: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    job_numbers: tuple[str, ...] = ()
    vote: Vote | None = None
    source: str = ""
    catalog_url: str = ""
    spelling: str = ""
    note: str = ""
    language_statuses: tuple[LanguageStatus, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a source was asked and did not answer. That a document is absent is an answer."""
        return bool(self.source) and self.status not in {"found", "absent"}


class Source(Protocol):
    """A source of records: a module of `undocs.records.sources`, listed in its registry.

    A local source is constructed without arguments and has a `close()`; another one is constructed with the `Client`
    that it sends requests through.

    Attributes:
        name: its name, in `--source` and in results.
        local: whether it needs no network: it is asked with `--offline` too, and its answers are not cached.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 # described above

    @property
    def local(self) -> bool: ...  # noqa: D102 # described above

    def look_up(self, symbol: Symbol) -> Record:
        """Return the record of a symbol. A failure is a status of the record, never an exception."""
