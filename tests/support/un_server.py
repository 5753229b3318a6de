"""A server on loopback that plays the UN's services as they are reported to behave, with every fault of theirs.

    python tests/support/un_server.py [SECONDS]

prints its address and answers after so many seconds, until its input ends; then prints the requests, and most at once.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from un_replies import BOMB, CHANGED, REPLIES, TITLE, Reply, content, escaped, fields, held, name, number, to

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


# Faults of the way to a file of the Official Document System, played at the end of that way.
SHAPES = {"direct", "capitals", "in words", "in circles"}


class Server(ThreadingHTTPServer):
    """The services, on one port of loopback.

    Attributes:
        faults: what goes wrong, by symbol; `fault, then well` goes wrong once, then not any more.
        broken: the services that it goes wrong with.
        missing: more that the Official Document System has not.
        asked: the paths of the requests that came.
        agents: who said to have sent them, and `keys` what they had to show.
        moved: where `/moved` is now.
        ranges: the parts of files that were asked for and given.
        flying: requests in flight, and `most` of them at once.
        sent: bytes of bodies that were sent.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, latency: float = 0) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.latency = latency
        self.faults: dict[str, str] = {}
        self.broken = {"library", "ods", "digital-library"}
        self.missing: set[str] = set()
        self.asked: list[str] = []
        self.started: list[float] = []
        self.agents: set[str] = set()
        self.keys: list[str | None] = []
        self.moved = "/"
        self.ranges: list[str] = []
        self.seen: Counter[str] = Counter()
        self.flying = self.most = self.sent = 0
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.file_size = 200_000

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def environment(self) -> dict[str, str]:
        """What makes the command ask this server, fast."""
        return {
            "UNDOCS_ODS_URL": self.address,
            "UNDOCS_LIBRARY_URL": f"{self.address}/editor/api",
            "UNDOCS_DIGITAL_LIBRARY_URL": self.address,
            "UNDOCS_DIGITAL_LIBRARY_TOKEN": "secret-token",
            "UNDOCS_DELAY": "0.05",
            "UNDOCS_TIMEOUT": "1",
            "NO_PROXY": "127.0.0.1",
        }

    def fault(self, service: str, symbol: str) -> str:
        """Return what goes wrong this time."""
        with self.lock:
            self.seen[symbol] += 1
            fault, _, later = (self.faults.get(symbol, "") if service in self.broken else "").partition(", then ")
            return fault if self.seen[symbol] == 1 or (not later and self.seen[symbol] > 0) else ""

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that go away."""

    def close(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else head and body, sent apart, come 40 ms apart
    server: Server

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        server = self.server
        with server.lock:
            server.asked.append(self.path)
            server.started.append(time.monotonic())
            server.agents.add(self.headers["User-Agent"])
            server.keys.append(self.headers["Authorization"])
            server.flying += 1
            server.most = max(server.most, server.flying)
        try:
            server.over.wait(server.latency)
            reply = self.reply()
            if reply:
                self.send(reply)
        except OSError:
            self.close_connection = True
        finally:
            with server.lock:
                server.flying -= 1

    def reply(self) -> Reply | None:
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query.replace("+", "%2B")).items()}
        if parts.path == "/api/symbol/access":
            return self.access(query["s"], query["l"], query["t"])
        if parts.path == "/editor/api/marc/bibs/records":
            symbol = query["search"].removeprefix("symbol:'").removesuffix("'")
            return self.faulty("library", symbol) or self.search(symbol)
        if parts.path == "/api/v1/search":
            symbol = query["p"].removeprefix('191__a:"').removesuffix('"')
            allowed = self.headers["Authorization"] == "Token secret-token"
            return self.faulty("digital-library", symbol) or self.marcxml(symbol) if allowed else REPLIES["forbidden"]
        if parts.path.startswith("/editor/api/marc/bibs/records/"):
            return self.record(bytes.fromhex(f"{int(parts.path.rpartition('/')[2]):x}").decode())
        if parts.path == "/moved":
            return to(self.server.moved)
        return self.file(parts.path) if parts.path.lower().startswith("/doc/") else REPLIES["404"]

    def faulty(self, service: str, symbol: str) -> Reply | None:
        """Return what is sent in place of the right reply; None where all is well."""
        fault = self.server.fault(service, symbol)
        if fault in REPLIES:
            return REPLIES[fault]
        if fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            raise ConnectionResetError
        if fault == "silence":
            self.server.over.wait()
        if fault == "slow head":
            self.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000)
        if fault == "slow body":
            self.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b" " * 1000)
        if fault == "cut short":
            self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"data"')
            raise ConnectionError
        if fault == "bomb":
            self.bomb()
        return None

    def break_off(self, fault: str, data: bytes) -> None:
        """Send half of a file and go away, or wait for ever."""
        head = f"HTTP/1.1 200 OK\r\nLast-Modified: {CHANGED}\r\nContent-Length: {len(data)}\r\n\r\n"
        self.wfile.write(head.encode() + data[: len(data) // 2])
        if fault == "stall":
            self.server.over.wait()
        raise ConnectionError

    def drip(self, *pieces: bytes) -> None:
        """Send a byte at a time, for ever."""
        for piece in pieces[:-1]:
            self.wfile.write(piece)
        for byte in pieces[-1]:
            self.wfile.write(bytes([byte]))
            if self.server.over.wait(0.1):
                break
        raise ConnectionError

    def bomb(self) -> None:
        """Send far more than anybody wants."""
        self.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Length: {BOMB}\r\n\r\n".encode())
        for _ in range(BOMB >> 16):
            self.wfile.write(bytes(1 << 16))
            self.server.sent += 1 << 16
        raise ConnectionError

    def access(self, symbol: str, language: str, kind: str) -> Reply:
        """The Official Document System: where a file is."""
        if language not in LANGUAGES or symbol in self.server.missing or not held(symbol):
            return REPLIES["error" if language != "fr" else "app"]
        fault = self.server.faults.get(symbol, "")
        if fault not in SHAPES and (reply := self.faulty("ods", symbol)):
            return reply
        path = f"/doc/undoc/gen/{name(symbol)}/{kind}/{language}.{kind}"
        if fault == "direct":
            return self.file(path)
        if fault == "in words":
            return Reply(200, f"Found. Redirecting to {path}".encode(), "text/plain")
        return to({"in circles": self.path, "capitals": path.upper()}.get(fault, path))

    def file(self, path: str) -> Reply:
        """A file, or a part of it."""
        *_, symbol, kind, language = path.lower().split("/")
        if path != path.lower():
            return REPLIES["app"]
        data = content(symbol, language[:2], kind, self.server.file_size)
        headers = [("Last-Modified", CHANGED), ("Accept-Ranges", "bytes")]
        if self.server.faults.get(path, "").startswith(("cut", "stall")):
            if fault := self.server.fault("ods", path):
                self.break_off(fault, data)
        elif reply := self.faulty("ods", path):
            return reply
        given = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        kinds = {"pdf": "application/pdf", "doc": "application/msword"}
        if given and self.headers.get("If-Range", CHANGED) == CHANGED:
            start = int(given[1])
            if start >= len(data):
                return Reply(416)
            self.server.ranges.append(given[0])
            headers.append(("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}"))
            return Reply(206, data[start:], kinds[kind], tuple(headers))
        return Reply(200, data, kinds[kind], tuple(headers))

    def search(self, symbol: str) -> Reply:
        """The Library's API: the records that bear a symbol, in brief."""
        fault = self.server.faults.get(symbol, "")
        spelt = "S/RES/2421 (2018)" if symbol == "S/RES/2421 (2018)" else symbol
        rows = [{"_id": number("A/VOTE"), "symbol": "A/VOTE", "title": "Vote on it"}]
        if held(symbol) and not (spelt == symbol and symbol == "S/RES/2421(2018)"):
            rows.append({"_id": number(symbol), "symbol": f"{symbol}; A/1", "title": TITLE})
        body = json.dumps({"_meta": {"count": len(rows)}, "data": rows}, ensure_ascii=False).encode()
        kind = "text/html; charset=iso-8859-1" if fault == "wrong charset" else "application/json"
        return Reply(200, body, kind)

    def record(self, symbol: str) -> Reply:
        """The Library's API: one record."""
        data = {
            "_id": number(symbol),
            "files": [{"mimetype": "application/pdf", "language": "fr", "url": "https://x/"}],
        }
        data |= {tag: [{"indicators": ["_", "_"], "subfields": parts}] for tag, parts in fields(symbol).items()}
        return Reply(200, json.dumps({"data": data}, ensure_ascii=False).encode(), "text/plain; charset=ascii")

    def marcxml(self, symbol: str) -> Reply:
        """The Digital Library: records that a search finds."""
        record = "".join(
            f'<datafield tag="{tag}" ind1=" " ind2=" ">'
            + "".join(f'<subfield code="{part["code"]}">{escaped(part["value"])}</subfield>' for part in parts)
            + "</datafield>"
            for tag, parts in fields(symbol, TITLE.replace("\x1b", "")).items()
        )
        found = f'<record><controlfield tag="001">246948</controlfield>{record}</record>' * held(symbol)
        body = f'<response><total>1</total><collection xmlns="http://www.loc.gov/MARC21/slim">{found}</collection></response>'
        return Reply(200, body.encode(), "text/xml; charset=iso-8859-1")

    def send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        for header in reply.headers:
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(reply.body)
        self.server.sent += len(reply.body)


@contextmanager
def serving(latency: float = 0) -> Iterator[Server]:
    """Run the server in a thread."""
    server = Server(latency)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.close()


def main() -> None:
    with serving(float(sys.argv[1]) if len(sys.argv) > 1 else 0) as server:
        print(server.address, flush=True)  # noqa: T201 # what it is started for
        sys.stdin.read()
        print(len(server.asked), server.most, flush=True)  # noqa: T201 # as above


if __name__ == "__main__":
    main()
