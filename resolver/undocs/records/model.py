"""What is known of a document: one record, whoever told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from undocs.symbol import Symbol

__all__ = ["Asked", "File", "Record", "Related", "Source", "Status", "Vote"]

Status = Literal["found", "absent", "blocked", "unavailable", "unknown"]


class File(NamedTuple):
    """A document's file in one language, `en` to `de`, and where it is."""

    language: str
    url: str


class Asked(NamedTuple):
    """What a source that is asked for one language at a time said of this one."""

    language: str
    status: Status


class Related(NamedTuple):
    """A document that a record names, and what it is to it: `draft`, `committee report`, `meeting record`, ..."""

    relation: str
    symbol: str


class Vote(NamedTuple):
    """How a text was adopted: the tally, or nothing but a note (`adopted without vote`)."""

    note: str = ""
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    absent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a source says of a symbol.

    Attributes:
        symbol: the canonical spelling of what was asked for.
        status: `found`; `absent`, the source answered that it has none; `blocked`, it would not answer us;
            `unavailable`, it could not answer now; `unknown`, its answer says nothing, or nobody was asked.
        title: the title, as one line.
        date: ISO date of the document, as exact as it is known: `1997`, `1997-11` or `1997-11-18`.
        document_type: what kind of document, in the source's words.
        body: the UN body it is of, in the source's words.
        languages: two-letter codes of the languages it is said to exist in, in the order en fr es ar zh ru de.
        files: its files, by language.
        subjects: subject terms.
        agenda: agenda items, `A/52/251 112b` with their title where given.
        related: documents that it belongs with.
        job_numbers: numbers of its language versions, `N9732451 E`.
        vote: how it was adopted, where that is told.
        source: the source's name.
        catalog_url: where the source shows the record to a person.
        spelling: the spelling that the source answered to.
        note: what a reader should know of the answer, else empty.
        asked: the languages that were asked for one by one, and what was said of each.
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
    asked: tuple[Asked, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether somebody was asked and did not answer; that there is no such document is an answer."""
        return bool(self.source) and self.status not in {"found", "absent"}


class Source(Protocol):
    """Somebody who can be asked for a document's record.

    Attributes:
        name: what it is called, in `--source` and in results.
        local: whether it answers from this machine: it can be asked offline, and its answers are not cached.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 # above

    @property
    def local(self) -> bool: ...  # noqa: D102 # above

    def look_up(self, symbol: Symbol) -> Record:
        """Return what this source says of a symbol; a failure is a status of the record, never an exception."""
