"""The Official Document System (documents.un.org): whether a document has a file in a language, and where.

Its status codes say nothing. For an unknown symbol it answers 200 with the page of its application, a redirect to an
error page, or 404; so a response is a file only if its first bytes are those of one. It redirects in three ways: with
a `Location`; to a path in upper case, which serves the application where the same path in lower case serves the file;
and with a text in the body. Sources: the observations of un-fck/digitallibrary.unfck.org (docs/fulltexts.md) and
yuiseki/undocs (docs/findings), and new-ods-api of the Library.

>>> file_suffix(b"%PDF-1.7")
'.pdf'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple
from urllib.parse import urlsplit

from undocs.errors import NoResponseError
from undocs.records.http.service import configured, encode_query
from undocs.records.model import File, LanguageStatus, Record, Status
from undocs.records.variants import Variant, variants_of
from undocs.tables.languages import OFFICIAL_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.records.http.client import Client, Sink
    from undocs.records.http.response import Response
    from undocs.symbol import Symbol

__all__ = ["FileKind", "FileLocation", "OfficialDocuments", "file_suffix"]

FileKind = Literal["pdf", "doc"]

# Bytes that show the format of a file. The page of the application has about 1,300 bytes (un-fck, yuiseki/undocs); a
# page that is longer than this is not that one.
_PEEK = 4096
_MAX_REQUESTS = 5  # requests on the way to one file, redirects included; more are a circle
_TIMEOUT = 60  # seconds for one request: a response takes 6 to 31 s (yuiseki/undocs, September 2026)
_REDIRECT_TEXT = b"Found. Redirecting to "  # the body of a redirect without a `Location`, before the address
_ACCEPT = "application/pdf, */*;q=0.1"
# First bytes of PDF, Word since 2007 (a ZIP archive), Word before that (an OLE file) and WordPerfect. `t=doc` sends the
# last three, by the year of the document (un-fck).
_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"\xffWPC": ".wpd"}


class FileLocation(NamedTuple):
    """Where a file is.

    Attributes:
        status: whether it exists.
        url: its address, empty unless it is `found`.
        suffix: the suffix of its name, by its first bytes: `.pdf`, `.docx`, `.doc` or `.wpd`.
        note: the reason of a failure, else empty.
    """

    status: Status
    url: str = ""
    suffix: str = ""
    note: str = ""


class OfficialDocuments:
    """The Official Document System, asked for one file at a time. A request may take half a minute."""

    name: ClassVar = "ods"
    local: ClassVar = False

    def __init__(self, client: Client) -> None:
        """Send requests through a client.

        Raises:
            UndocsError: a setting in the environment cannot be used.
        """
        self._client = client
        self._service = configured(self.name, "https://documents.un.org", timeout=_TIMEOUT)

    def look_up(self, symbol: Symbol) -> Record:
        """Return in which of the six languages a document has a PDF; `language_statuses` has the status of each."""
        variant, first = self.find_file(symbol, OFFICIAL_LANGUAGES[0])
        locations = [first, *(self.locate(variant.spelling, language) for language in OFFICIAL_LANGUAGES[1:])]
        by_language = list(zip(OFFICIAL_LANGUAGES, locations, strict=True))
        found = [(language, location) for language, location in by_language if location.status == "found"]
        failed = [location for location in locations if location.status not in {"found", "absent"}]
        return Record(
            symbol=symbol.canonical,
            status="found" if found else failed[0].status if failed else "absent",
            languages=tuple(language for language, _ in found),
            files=tuple(File(language, location.url) for language, location in found),
            source=self.name,
            spelling=variant.spelling if found else "",
            note=failed[0].note if failed else variant.note if found else "",
            language_statuses=tuple(LanguageStatus(language, location.status) for language, location in by_language),
        )

    def find_file(self, symbol: Symbol, language: str, kind: FileKind = "pdf") -> tuple[Variant, FileLocation]:
        """Return the first variant that has a file, with its location; if none has, the canonical one with its own."""
        results: list[tuple[Variant, FileLocation]] = []
        for variant in variants_of(symbol):
            results.append((variant, self.locate(variant.spelling, language, kind)))
            if results[-1][1].status != "absent":
                return results[-1]
        return results[0]

    def locate(self, spelling: str, language: str, kind: FileKind = "pdf") -> FileLocation:
        """Return whether a document has a file in a language, and where.

        Args:
            spelling: the symbol as this system may spell it.
            language: two letters, `en` to `de`; for any other value the system sends the English file.
            kind: `pdf`, or `doc` for the word processor's file, of whatever format.
        """
        url = f"{self._service.url}/api/symbol/access?s={encode_query(spelling)}&l={language}&t={kind}"
        try:
            for response in self._redirected(url):
                if response.status == 404 or urlsplit(response.redirect).path.lower() == "/error":
                    return FileLocation("absent")
            return _location(response, kind)
        except NoResponseError as failure:
            return FileLocation(failure.status, note=str(failure))

    def save(self, url: str, sink: Sink) -> Response:
        """Stream the file at a URL into a sink, as `Client.save` does."""
        return self._client.save(self._service, url, sink)

    def _redirected(self, url: str) -> Iterable[Response]:
        """Yield the response for a URL and those that it redirects to; the last one does not redirect."""
        for _ in range(_MAX_REQUESTS):
            response = self._client.get(self._service, url, accept=_ACCEPT, peek=_PEEK, follow=False)
            yield response
            path = urlsplit(url).path
            if response.redirect:
                url = response.redirect
            elif response.body.startswith(_REDIRECT_TEXT):
                address = response.body[len(_REDIRECT_TEXT) :].decode("utf-8", "replace")
                url = response.resolve(address.partition("\n")[0].strip())
            elif _is_page(response) and path != path.lower():
                url = urlsplit(url)._replace(path=path.lower()).geturl()
            else:
                return
        raise NoResponseError("unknown", "ods: too many redirects")


def file_suffix(head: bytes) -> str:
    """Return the suffix for the name of a file that starts with these bytes; empty if it is not a document."""
    return next((suffix for magic, suffix in _MAGIC.items() if head.startswith(magic)), "")


def _is_page(response: Response) -> bool:
    """Return whether a response is a web page."""
    html = "html" in response.headers.get("content-type", "").lower()
    return not file_suffix(response.body) and (html or response.body.lstrip()[:1] == b"<")


def _location(response: Response, kind: FileKind) -> FileLocation:
    """Return what the last response is: a file of the kind, the page for an unknown symbol, or neither."""
    suffix = file_suffix(response.body)
    if response.status == 200 and suffix and (suffix == ".pdf") == (kind == "pdf"):
        return FileLocation("found", response.url, suffix)
    if response.status == 200 and suffix:
        return FileLocation("unknown", note=f"ods: sent a {suffix} file instead of a {kind}")
    if response.status == 200 and _is_page(response) and len(response.body) < _PEEK:
        return FileLocation("absent")
    media_type = response.headers.get("content-type", "nothing").partition(";")[0]
    return FileLocation("unknown", note=f"ods: response {response.status} with {media_type[:40]} is not a file")
