"""The one door to the network: how it waits, where it goes, what it says of itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from un_server import serving
from undocs import UndocsError
from undocs.errors import NoResponseError
from undocs.records.http.client import Client
from undocs.records.http.response import parse_retry_after
from undocs.records.http.service import configured, encode_query


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("7", 7),
        (" 7 ", 7),
        ("1.5", 1.5),
        ("-3", 0),
        ("soon", 0),
        ("999999999999999999999", 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wed, 99 Oct 2015 07:28:00 GMT", 0),
        ("\x00", 0),
    ],
)
def test_retry_after_is_read_with_lenience(text: str | None, seconds: float) -> None:
    assert parse_retry_after(text) == seconds


def test_retry_after_may_be_a_date() -> None:
    then = datetime.now(UTC) + timedelta(seconds=100)
    assert 90 < parse_retry_after(format_datetime(then, usegmt=True)) <= 100
    assert 90 < parse_retry_after(then.strftime("%a, %d %b %Y %H:%M:%S")) <= 100


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://documents.un.org/doc/x.pdf", True),
        ("https://un.org/", True),
        ("https://docs.un.org:443/en/A/1", True),
        ("https://www.undocs.org/A/1", True),
        ("http://127.0.0.1:8000/x", True),
        ("http://127.0.0.1:8001/x", False),
        ("https://127.0.0.1:8000/x", False),
        ("http://documents.un.org/", False),
        ("https://un.org.example.com/", False),
        ("https://notun.org/", False),
        ("https://evilundocs.org/", False),
        ("https://example.com/un.org", False),
        ("https://un.org@example.com/", False),
        ("https://someone@documents.un.org/", False),
        ("file:///etc/passwd", False),
        ("ftp://un.org/", False),
        ("//example.com/", False),
        ("https://", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_only_the_un_is_asked(url: str, allowed: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setenv("UNDOCS_ODS_URL", "http://127.0.0.1:8000")
    assert configured("ods", "https://documents.un.org").allows(url) == allowed


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("UNDOCS_MAX_CONCURRENCY", "5"),
        ("UNDOCS_MAX_CONCURRENCY", "0"),
        ("UNDOCS_DELAY", "-1"),
        ("UNDOCS_DELAY", "nan"),
        ("UNDOCS_TIMEOUT", "long"),
        ("UNDOCS_TIMEOUT", "inf"),
        ("UNDOCS_ODS_URL", "file:///etc/passwd"),
        ("UNDOCS_ODS_URL", "documents.un.org"),
    ],
)
def test_a_wrong_setting_is_told(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UndocsError, match=variable):
        configured("ods", "https://documents.un.org")


def test_a_space_is_never_a_plus() -> None:
    assert encode_query("S/RES/1325 (2000)") == "S/RES/1325%20(2000)"
    assert encode_query("A+B&c") == "A%2BB%26c"


def test_the_client_says_who_it_is_and_where_to_complain(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        monkeypatch.setenv("UNDOCS_ODS_URL", server.address)
        client = Client()
        client.get(configured("ods", ""), f"{server.address}/error")
        client.close()
        [agent] = server.agents
    assert re.fullmatch(r"undocs/\d+\.\d+\S* \(\+https://\S+\)", agent)


def test_a_key_goes_to_its_own_host_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as own, serving() as other:
        own.moved = f"{other.address}/elsewhere"
        monkeypatch.setattr("undocs.records.http.service.Service.allows", lambda *_: True)
        monkeypatch.setenv("UNDOCS_DIGITAL_LIBRARY_URL", own.address)
        client = Client()
        client.get(configured("digital-library", ""), f"{own.address}/moved", headers={"authorization": "Token secret"})
        client.close()
        assert own.keys == ["Token secret"]
        assert other.keys == [None]


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HTTPS_PROXY", "gopher://someone:secret@proxy.invalid"),
        ("HTTPS_PROXY", "http://someone:secret@proxy.invalid:port"),
        ("HTTPS_PROXY", "socks5://someone:secret@proxy.invalid"),
        ("SSL_CERT_FILE", "/nowhere/secret.pem"),
    ],
)
def test_a_wrong_proxy_is_told_without_its_password(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    client = Client()
    with pytest.raises(NoResponseError) as told:
        client.get(configured("ods", "https://documents.invalid"), "https://documents.invalid/")
    client.close()
    assert "secret" not in str(told.value)


def test_a_closed_client_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        monkeypatch.setenv("UNDOCS_ODS_URL", server.address)
        client = Client()
        client.close()
        with pytest.raises(NoResponseError, match="interrupted"):
            client.get(configured("ods", ""), server.address)
        assert not server.asked


def test_nothing_is_said_in_logs_of_a_key(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    with serving() as server:
        monkeypatch.setenv("UNDOCS_DIGITAL_LIBRARY_URL", server.address)
        client = Client()
        with caplog.at_level("DEBUG"):
            client.get(
                configured("digital-library", ""), f"{server.address}/x", headers={"authorization": "Token secret"}
            )
        client.close()
    assert "secret" not in caplog.text
