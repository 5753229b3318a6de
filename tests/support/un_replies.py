"""What the UN's services hold, and what they are reported to send in place of it."""

from __future__ import annotations

import gzip
import re
from typing import NamedTuple

CHANGED = "Wed, 01 Oct 2025 10:00:00 GMT"
TITLE = "Résolution sur l’« eau » [a] : Situation in Haiti [on the report of ...] \x1b[31m"
BOMB = 50 << 20
APP = b"<!doctype html><html><head><title>ODS</title></head><body><app-root></app-root></body></html>".ljust(1303)


class Reply(NamedTuple):
    """What is sent: the status, the body, its type, more headers."""

    status: int
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def waf(status: int, action: str) -> Reply:
    return Reply(status, headers=(("x-amzn-waf-action", action),))


def to(location: str) -> Reply:
    return Reply(302, headers=(("Location", location),))


# Faults that are a reply in place of the right one.
REPLIES = {
    "challenge": waf(202, "challenge"),
    "empty 202": Reply(202),
    "captcha": waf(405, "captcha"),
    "forbidden": Reply(403, b"<html>Forbidden</html>"),
    "429": Reply(429, b"{}", "application/json"),
    "429 in 1 s": Reply(429, headers=(("Retry-After", "1"),)),
    "429 in an hour": Reply(429, headers=(("Retry-After", "3600"),)),
    "429 in nonsense": Reply(429, headers=(("Retry-After", "soon, \u00e9"),)),
    "500": Reply(500),
    "502": Reply(502, b"<html>Bad Gateway</html>"),
    "503": Reply(503),
    "503 in an hour": Reply(503, headers=(("Retry-After", "3600"),)),
    "422": Reply(422, b'{"message": "bad query"}', "application/json"),
    "page": Reply(200, b"<html>" + b"Maintenance " * 1000 + b"</html>"),
    "app": Reply(200, APP),
    "error": to("/error"),
    "404": Reply(404, b"<html>Not found</html>"),
    "not a file": Reply(200, b"symbol not available", "text/plain"),
    "to another host": to("https://un.org.example.com/doc.pdf"),
    "to plain http": to("http://documents.un.org/doc.pdf"),
    "to a file": to("file:///etc/passwd"),
    "in words, to nowhere": Reply(200, b"Found. Redirecting to http://[\nx", "text/plain"),
    "to nowhere": to("http://[::1/"),
    "packed, cut short": Reply(
        200, gzip.compress(b'{"data": []}' * 999)[:-30], headers=(("Content-Encoding", "gzip"),)
    ),
    "packed bomb": Reply(200, gzip.compress(bytes(BOMB)), headers=(("Content-Encoding", "gzip"),)),
    "not packed": Reply(200, b'{"data": []}', headers=(("Content-Encoding", "gzip"),)),
    "broken JSON": Reply(200, b'{"data": [', "application/json"),
    "deep JSON": Reply(200, b'{"data": ' + b"[" * 200_000, "application/json"),
    "other JSON": Reply(200, b'{"data": [1, {"symbol": 7}, []]}', "application/json"),
    "broken XML": Reply(200, b"<response><total>1</total><collection><record><datafield", "text/xml"),
    "entity bomb": Reply(
        200,
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><collection>&b;</collection>',
        "text/xml",
    ),
}


def held(symbol: str) -> bool:
    """Whether the services know of a document: of all but those with 404 in their symbol."""
    return "404" not in symbol


def fields(symbol: str, title: str = TITLE) -> dict[str, list[dict[str, str]]]:
    values = {"191": symbol, "245": title, "269": "1997-11-18", "041": "engfrespa", "650": "WATER"}
    return {tag: [{"code": "a", "value": value}] for tag, value in values.items()}


def content(symbol: str, language: str, kind: str, size: int) -> bytes:
    """Return a file: it begins as its kind does, and no two of its stretches are alike."""
    magic = b"%PDF-1.7\n" if kind == "pdf" else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head = magic + f"{symbol} {language}\n".encode()
    return (head + b"".join(b"%012d\n" % line for line in range(size // 13)))[:size]


def name(symbol: str) -> str:
    return re.sub(r"[^a-z0-9.]", "_", symbol.lower())


def number(symbol: str) -> int:
    return int(symbol.encode().hex(), 16)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
