"""docs/environment.md lists every environment variable of undocs, and none that nothing reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from undocs.records.http.client import Client
from undocs.records.http.service import MAX_CONCURRENCY
from undocs.records.sources.digital_library import DigitalLibrary
from undocs.records.sources.library import Library
from undocs.records.sources.ods import OfficialDocuments

PAGE = (ROOT / "docs" / "environment.md").read_text("utf-8")
# The first cell of each row has the name or names.
LISTED = {name for line in PAGE.splitlines() for name in re.findall(r"`([A-Z_]+)`", line.split(" | ")[0])}
FOLDERS = ("resolver", "cli", "tests", "benchmarks")
VARIABLE = re.compile(r"\bUNDOCS_[A-Z_]*[A-Z]\b")
# Each service has a variable for its URL, whose name is made from that of the source.
SERVICES = {"LIBRARY", "ODS", "DIGITAL_LIBRARY"}


def read_by_the_code() -> set[str]:
    files = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return {name for path in files if path != Path(__file__) for name in VARIABLE.findall(path.read_text("utf-8"))}


def test_every_variable_of_undocs_is_listed_and_no_other() -> None:
    urls = {f"UNDOCS_{name}_URL" for name in SERVICES}
    assert {name for name in LISTED if name.startswith("UNDOCS_")} == read_by_the_code() | urls


@pytest.mark.parametrize(
    "name",
    ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "NO_COLOR", "FORCE_COLOR",
     "TERM", "COLUMNS", "XDG_CACHE_HOME", "XDG_DATA_HOME"],
)  # fmt: skip
def test_the_variables_of_libraries_are_listed(name: str) -> None:
    assert name in LISTED


def row(name: str) -> list[str]:
    [line] = (line for line in PAGE.splitlines() if line.startswith(f"| `{name}`"))
    return re.findall(r"`([^`]+)`", line)


def test_the_defaults_are_those_of_the_services(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LISTED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("UNDOCS_DIGITAL_LIBRARY_TOKEN", "token")
    client = Client()
    library, ods, digital = (source(client)._service for source in (Library, OfficialDocuments, DigitalLibrary))
    client.close()
    for service in (library, ods, digital):
        assert row(f"UNDOCS_{service.name.upper().replace('-', '_')}_URL")[1] == service.url
        assert row("UNDOCS_MAX_CONCURRENCY")[1] == str(service.max_concurrency)
    assert row("UNDOCS_DELAY")[1:3] == [f"{library.delay:g}", f"{digital.delay:g}"]
    assert ods.delay == library.delay
    assert row("UNDOCS_TIMEOUT")[1:3] == [f"{library.timeout:g}", f"{ods.timeout:g}"]
    assert digital.timeout == library.timeout
    assert f"1 to {MAX_CONCURRENCY} " in PAGE
