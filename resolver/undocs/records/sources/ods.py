"""The Official Document System: whether a document has a file in a language, and where that is.

Its status codes say nothing: a symbol it does not know gets 200 and the page of an application, an error page, or
404. A file is what begins like one. It redirects in three ways: properly; to a path in capitals that serves the
application, where the same path in lower case serves the file; and in the words of a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple
from urllib.parse import urlsplit

from undocs.records.http.response import Answer, NoAnswerError
from undocs.records.http.service import encode, service
from undocs.records.model import Asked, File, Record, Status
from undocs.records.variants import Rung, ladder
from undocs.tables.languages import OFFICIAL_LANGUAGES as LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.records.http.client import Client, Sink
    from undocs.symbol import Symbol

__all__ = ["LANGUAGES", "Kind", "Located", "OfficialDocuments", "suffix"]

Kind = Literal["pdf", "doc"]

_PEEK = 4096  # bytes that show what a file is; the page of the application is smaller, one that says more is not
_HOPS = 5
_SAID = b"Found. Redirecting to "
# What files begin with: PDF, Word since 2007, Word before, WordPerfect.
_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"\xffWPC": ".wpd"}


class Located(NamedTuple):
    """What became of asking for one file.

    Attributes:
        status: whether it is there.
        url: where it is, empty unless it is `found`.
        suffix: what its name ends in, by its first bytes: `.pdf`, `.docx`, `.doc`, `.wpd`.
        note: why nothing can be said, else empty.
    """

    status: Status
    url: str = ""
    suffix: str = ""
    note: str = ""


class OfficialDocuments:
    """documents.un.org, asked for one file at a time: slow, up to half a minute each."""

    name: ClassVar = "ods"
    local: ClassVar = False

    def __init__(self, client: Client) -> None:
        """Ask through a client.

        Raises:
            UndocsError: the environment sets it to what cannot be.
        """
        self._client = client
        self._service = service(self.name, "https://documents.un.org", timeout=60)

    def look_up(self, symbol: Symbol) -> Record:
        """Return in which of the six languages there is a PDF; each is told apart in `asked`."""
        rung, first = self.search(symbol, LANGUAGES[0])
        answers = [first, *(self.locate(rung.spelling, language) for language in LANGUAGES[1:])]
        told = [answer.status for answer in answers]
        failed = [answer for answer in answers if answer.status not in {"found", "absent"}]
        found = [(language, one) for language, one in zip(LANGUAGES, answers, strict=True) if one.status == "found"]
        return Record(
            symbol=symbol.canonical,
            status="found" if found else failed[0].status if failed else "absent",
            languages=tuple(language for language, _ in found),
            files=tuple(File(language, one.url) for language, one in found),
            source=self.name,
            spelling=rung.spelling if found else "",
            note=failed[0].note if failed else rung.note if found else "",
            asked=tuple(map(Asked, LANGUAGES, told)),
        )

    def search(self, symbol: Symbol, language: str, kind: Kind = "pdf") -> tuple[Rung, Located]:
        """Return the first spelling that has a file, with where it is; when none has, the first one's answer."""
        answers: list[tuple[Rung, Located]] = []
        for rung in ladder(symbol):
            answers.append((rung, self.locate(rung.spelling, language, kind)))
            if answers[-1][1].status != "absent":
                return answers[-1]
        return answers[0]

    def locate(self, spelling: str, language: str, kind: Kind = "pdf") -> Located:
        """Return whether there is a file of a document in a language, and where.

        Args:
            spelling: the symbol as this system may spell it.
            language: `en` to `de`; for any other it would give the English file.
            kind: `pdf`, or `doc` for the file it was made from, whatever that is.
        """
        url = f"{self._service.url}/api/symbol/access?s={encode(spelling)}&l={language}&t={kind}"
        try:
            for answer in self._way(url):
                if answer.status == 404 or urlsplit(answer.redirect).path.lower() == "/error":
                    return Located("absent")
            return _judged(answer, kind)
        except NoAnswerError as failure:
            return Located(failure.status, note=str(failure))

    def save(self, url: str, sink: Sink) -> Answer:
        """Write the file at a URL into a sink, as `Client.save` does."""
        return self._client.save(self._service, url, sink)

    def _way(self, url: str) -> Iterator[Answer]:
        """Yield the answers on the way from a URL to what it stands for, which is the last of them."""
        for _ in range(_HOPS):
            accept = "application/pdf, */*;q=0.1"
            answer = self._client.get(self._service, url, accept=accept, peek=_PEEK, follow=False)
            yield answer
            path = urlsplit(url).path
            if answer.redirect:
                url = answer.redirect
            elif answer.body.startswith(_SAID):
                url = answer.leads(answer.body[len(_SAID) :].decode("utf-8", "replace").partition("\n")[0].strip())
            elif _is_page(answer) and path != path.lower():
                url = urlsplit(url)._replace(path=path.lower()).geturl()
            else:
                return
        raise NoAnswerError("unknown", "ods redirects without end")


def suffix(body: bytes) -> str:
    """Return what the name of a file ends in that begins with these bytes; empty for no document."""
    return next((ending for magic, ending in _MAGIC.items() if body.startswith(magic)), "")


def _is_page(answer: Answer) -> bool:
    html = "html" in answer.headers.get("content-type", "").lower()
    return not suffix(answer.body) and (html or answer.body.lstrip()[:1] == b"<")


def _judged(answer: Answer, kind: Kind) -> Located:
    """Return what an answer is: a file of the kind, the page that stands for none, or neither."""
    ending = suffix(answer.body)
    if answer.status == 200 and ending and (ending == ".pdf") == (kind == "pdf"):
        return Located("found", answer.url, ending)
    if answer.status == 200 and ending:
        return Located("unknown", note=f"ods gives a {ending} file instead of a {kind}")
    if answer.status == 200 and _is_page(answer) and len(answer.body) < _PEEK:
        return Located("absent")
    given = answer.headers.get("content-type", "nothing").partition(";")[0]
    return Located("unknown", note=f"ods answers {answer.status} with {given[:40]}, not with a file")
