"""What each source makes of the responses it gets, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from case_files import filled, toml, why
from undocs import UndocsError
from undocs.errors import NoResponseError
from undocs.records.http.response import Response
from undocs.records.sources.digital_library import DigitalLibrary
from undocs.records.sources.library import Library
from undocs.records.sources.ods import FileLocation, OfficialDocuments, file_suffix
from undocs.symbol import Symbol
from undocs.tables.languages import OFFICIAL_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator


class Scripted:
    """A client that gives responses one after another, and keeps what it was asked."""

    def __init__(self, answers: list[tuple[int, bytes, dict[str, str]]], base: str) -> None:
        self.answers, self.base = iter(answers), base
        self.asked: list[str] = []
        self.options: list[dict[str, Any]] = []
        self.service: Any = None

    def get(self, service: Any, url: str, **options: Any) -> Response:  # noqa: ANN401 # as the client has it
        assert url.startswith(self.base)
        self.service = service
        self.asked.append(url.removeprefix(self.base))
        self.options.append(options)
        for status, body, headers in self.answers:
            return Response(status, headers, body, url)
        raise NoResponseError("unavailable", "no answer")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin without any setting but a token."""
    for name in ("ODS_URL", "LIBRARY_URL", "DIGITAL_LIBRARY_URL", "TIMEOUT", "DELAY", "MAX_CONCURRENCY"):
        monkeypatch.delenv(f"UNDOCS_{name}", raising=False)
    monkeypatch.setenv("UNDOCS_DIGITAL_LIBRARY_TOKEN", " secret \n")


def scripted(case: dict[str, Any], base: str) -> Any:  # noqa: ANN401 # stands for a client
    coding = "latin-1" if case.get("latin") else "utf-8"
    return Scripted([(status, body.encode(coding, "replace"), {}) for status, body in case["answers"]], base)


def expected(case: dict[str, Any], source: str) -> dict[str, Any]:
    return {"symbol": case.get("symbol", "A/66/10"), "source": source, **case["record"]}


@pytest.mark.parametrize("case", toml("library.toml", "library"), ids=why)
def test_the_librarys_api(case: dict[str, Any]) -> None:
    client = scripted(case, "https://metadata.un.org/editor/api")
    record = Library(client).look_up(Symbol.parse(case.get("symbol", "A/66/10")))
    assert filled(record) == expected(case, "library")
    assert client.asked == case.get("asked", client.asked)
    assert set(map(str, client.options)) == {"{'accept': 'application/json'}"}
    assert (client.service.name, client.service.timeout, client.service.delay) == ("library", 30, 1)


@pytest.mark.parametrize("case", toml("library.toml", "digital-library"), ids=why)
def test_the_digital_librarys_api(case: dict[str, Any]) -> None:
    client = scripted(case, "https://digitallibrary.un.org")
    record = DigitalLibrary(client).look_up(Symbol.parse("A/66/10"))
    assert filled(record) == expected(case, "digital-library")
    assert client.asked == case.get("asked", client.asked)
    for options in client.options:
        assert options == {"accept": "application/xml", "headers": {"authorization": "Token secret"}}
    assert (client.service.name, client.service.timeout, client.service.delay) == ("digital-library", 30, 3)


@pytest.mark.parametrize(
    ("token", "reason"),
    [
        ("", "set UNDOCS_DIGITAL_LIBRARY_TOKEN to use the Digital Library"),
        ("  ", "set UNDOCS_DIGITAL_LIBRARY_TOKEN to use the Digital Library"),
        ("sécret", "UNDOCS_DIGITAL_LIBRARY_TOKEN: not a token"),
        ("a\nb", "UNDOCS_DIGITAL_LIBRARY_TOKEN: not a token"),
    ],
)
def test_a_token_that_is_none(token: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDOCS_DIGITAL_LIBRARY_TOKEN", token)
    with pytest.raises(UndocsError) as raised:
        DigitalLibrary(Scripted([], ""))  # type: ignore[arg-type]
    assert str(raised.value) == reason
    monkeypatch.delenv("UNDOCS_DIGITAL_LIBRARY_TOKEN")
    with pytest.raises(UndocsError, match="set UNDOCS"):
        DigitalLibrary(Scripted([], ""))  # type: ignore[arg-type]


def answers(case: dict[str, Any]) -> Iterator[tuple[int, bytes, dict[str, str]]]:
    for status, kind, text, location in case["answers"]:
        body = text.encode("latin-1")
        if text[1:].isdigit():  # a page of so many bytes
            body = b"<".ljust(int(text[1:]), b"x")
        yield status, body, {"content-type": kind} | ({"location": location} if location else {})


@pytest.mark.parametrize("case", toml("ods.toml"), ids=why)
def test_the_way_to_a_file(case: dict[str, Any]) -> None:
    given = [
        (status, body, {name: value for name, value in headers.items() if value})
        for status, body, headers in answers(case)
    ]
    client = Scripted(given, "https://documents.un.org")
    kind = case.get("kind", "pdf")
    located = OfficialDocuments(client).locate("A/66/10 (Part I)", "fr", kind)  # type: ignore[arg-type]
    status, more = case["located"]
    if status == "found":
        assert located == FileLocation("found", "https://documents.un.org" + client.asked[-1], more, "")
    else:
        assert located == FileLocation(status, "", "", more)
    assert client.asked[0] == f"/api/symbol/access?s=A/66/10%20(Part%20I)&l=fr&t={kind}"
    assert client.asked[1:] == case.get("asked", [])
    for options in client.options:
        assert options == {"accept": "application/pdf, */*;q=0.1", "peek": 4096, "follow": False}
    assert (client.service.name, client.service.timeout, client.service.delay) == ("ods", 60, 1)


FILE: Any = (200, b"%PDF-1.7", {})
NONE: Any = (404, b"", {})
ODD: Any = (200, b"?", {"content-type": "text/plain"})
NOTE = "ods: response 200 with text/plain is not a file"


@pytest.mark.parametrize(
    ("symbol", "plan", "status", "found", "written_and_note"),
    [
        ("ST/SGB/1", [FILE] * 6, "found", "en fr es ar zh ru", ("ST/SGB/1", "")),
        ("ST/SGB/1", [NONE] * 6, "absent", "", ("", "")),
        ("ST/SGB/1", [NONE, FILE, NONE, NONE, FILE, NONE], "found", "fr zh", ("ST/SGB/1", "")),
        ("ST/SGB/1", [FILE, NONE, ODD, FILE, FILE, FILE], "found", "en ar zh ru", ("ST/SGB/1", NOTE)),
        ("ST/SGB/1", [NONE, NONE, NONE, NONE, NONE, ODD], "unknown", "", ("", NOTE)),
        ("A/66/10", [NONE, FILE, NONE, FILE, NONE, NONE, NONE], "found", "en es", ("A/66/10(SUPP)", "")),
        ("A/66/10", [NONE, NONE, NONE, FILE, NONE, NONE, NONE], "found", "es", ("A/66/10", "")),
        ("A/RES/1/1[A]", [NONE, NONE, FILE, *[NONE] * 5], "found", "en",
         ("A/RES/1/1", "this is the record of A/RES/1/1, which contains the part")),
        ("A/66/10", [ODD, FILE, FILE, FILE, FILE, FILE], "found", "fr es ar zh ru", ("A/66/10", NOTE)),
    ],
)  # fmt: skip
def test_in_which_languages_there_is_a_file(
    symbol: str, plan: list[Any], status: str, found: str, written_and_note: tuple[str, str]
) -> None:
    client: Any = Scripted(plan, "https://documents.un.org")
    record = OfficialDocuments(client).look_up(Symbol.parse(symbol))
    assert (record.symbol, record.status, record.source) == (symbol, status, "ods")
    assert (record.spelling, record.note) == written_and_note
    assert list(record.languages) == [file.language for file in record.files] == found.split()
    assert (
        [asked.language for asked in record.language_statuses]
        == ["en", "fr", "es", "ar", "zh", "ru"]
        == list(OFFICIAL_LANGUAGES)
    )
    assert [asked.language for asked in record.language_statuses if asked.status == "found"] == found.split()
    for file in record.files:
        assert f"&l={file.language}&t=pdf" in file.url
    assert next(client.answers, None) is None


def test_what_files_begin_with() -> None:
    assert [file_suffix(head) for head in (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xffWPC", b" %PDF", b"")] == [
        ".pdf", ".docx", ".doc", ".wpd", "", "",
    ]  # fmt: skip
