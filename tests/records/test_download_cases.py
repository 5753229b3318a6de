"""Files on disk: what a part of one is worth, what is refused, and what is never overwritten."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from undocs.errors import NoResponseError
from undocs.records.download import Saved, file_name, save
from undocs.records.http.response import Response
from undocs.records.sources.ods import FileLocation
from undocs.records.variants import Variant
from undocs.symbol import Symbol

CHANGED = "Wed, 01 Oct 2025 10:00:00 GMT"
SECONDS = 1759312800.0  # the same, since 1970
BODY = b"%PDF-1.7 the whole file"


class Store:
    """The Official Document System, which has one file and sends it as the test says."""

    def __init__(self, *replies: Any, located: FileLocation | None = None, variant: Variant | None = None) -> None:  # noqa: ANN401
        self.replies = list(replies)
        self.located = located or FileLocation("found", "https://documents.un.org/f", ".pdf")
        self.variant = variant
        self.asked: list[Any] = []
        self.heads: list[dict[str, str]] = []

    def find_file(self, symbol: Symbol, language: str, kind: str) -> tuple[Variant, FileLocation]:
        self.asked.append((str(symbol), language, kind))
        return self.variant or Variant(str(symbol)), self.located

    def save(self, url: str, sink: Any) -> Response:  # noqa: ANN401 # as the client has it
        assert url == "https://documents.un.org/f"
        status, headers, body = self.replies.pop(0)
        self.heads.append(dict(sink.headers()))
        answer = Response(status, headers, b"", url)
        if status in {200, 206}:
            sink.begin(answer)
            for at in range(0, len(body), 10):
                sink.write(body[at : at + 10])
        return answer


def get(store: Store, folder: Path, **options: Any) -> Saved:  # noqa: ANN401
    made: Any = store
    return save(made, Symbol.parse("A/66/10"), "fr", folder=folder, **options)


def whole(**headers: str) -> tuple[int, dict[str, str], bytes]:
    return 200, {name.replace("_", "-"): value for name, value in headers.items()}, BODY


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_put_in_its_place(tmp_path: Path) -> None:
    sizes: list[int] = []
    store = Store(whole(last_modified=CHANGED, content_length="23"))
    saved = get(store, tmp_path / "a" / "b", received=sizes.append)
    path = tmp_path / "a" / "b" / "A_66_10-FR.pdf"
    assert saved == Saved("A/66/10", "fr", "found", str(path), 23, "")
    assert path.read_bytes() == BODY
    assert path.stat().st_mtime == SECONDS
    assert names(path.parent) == ["A_66_10-FR.pdf"]
    assert (store.asked, store.heads, sizes) == ([("A/66/10", "fr", "pdf")], [{}], [10, 10, 3])


def test_a_file_without_a_date_has_that_of_today(tmp_path: Path) -> None:
    get(Store(whole(last_modified="soon")), tmp_path)
    assert (tmp_path / "A_66_10-FR.pdf").stat().st_mtime > SECONDS


@pytest.mark.parametrize("ending", [".pdf", ".doc", ".docx", ".wpd"])
def test_a_file_that_is_there_is_kept(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"A_66_10-FR{ending}"
    path.write_bytes(b"mine")
    kind = "pdf" if ending == ".pdf" else "doc"
    store = Store(whole(), located=FileLocation("found", "https://documents.un.org/f", ".pdf"))
    assert get(store, tmp_path, kind=kind) == Saved("A/66/10", "fr", "kept", str(path), 4, "the file existed already")
    assert store.asked == []
    other = "doc" if kind == "pdf" else "pdf"
    get(store, tmp_path, kind=other)
    assert store.asked == [("A/66/10", "fr", other)]


def test_a_file_that_is_there_may_be_overwritten(tmp_path: Path) -> None:
    (tmp_path / "A_66_10-FR.pdf").write_bytes(b"mine")
    saved = get(Store(whole()), tmp_path, force=True)
    assert (saved.status, saved.bytes) == ("found", 23)
    assert (tmp_path / "A_66_10-FR.pdf").read_bytes() == BODY
    assert names(tmp_path) == ["A_66_10-FR.pdf"]


def test_a_file_that_came_meanwhile_is_kept(tmp_path: Path) -> None:
    def meanwhile(_: int) -> None:
        (tmp_path / "A_66_10-FR.pdf").write_bytes(b"mine")

    saved = get(Store(whole()), tmp_path, received=meanwhile)
    assert saved == Saved("A/66/10", "fr", "kept", str(tmp_path / "A_66_10-FR.pdf"), 4, "the file existed already")
    assert names(tmp_path) == ["A_66_10-FR.pdf"]


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert get(Store(whole()), tmp_path).status == "found"
    assert names(tmp_path) == ["A_66_10-FR.pdf"]
    assert (tmp_path / "A_66_10-FR.pdf").read_bytes() == BODY


def test_the_file_of_the_whole_has_its_name(tmp_path: Path) -> None:
    store = Store(whole(), variant=Variant("A/66", "a part of it"))
    saved = get(store, tmp_path)
    assert (saved.file, saved.note) == (str(tmp_path / "A_66-FR.pdf"), "a part of it")
    again = get(Store(whole(), variant=Variant("A/66", "a part of it")), tmp_path)
    assert (again.status, again.file) == ("kept", str(tmp_path / "A_66-FR.pdf"))
    other = get(Store(whole(), variant=Variant("A/66/10(SUPP)")), tmp_path)
    assert (other.status, other.file, other.note) == ("found", str(tmp_path / "A_66_10-FR.pdf"), "")


def test_there_is_no_file(tmp_path: Path) -> None:
    saved = get(Store(located=FileLocation("blocked", note="closed")), tmp_path / "new")
    assert saved == Saved("A/66/10", "fr", "blocked", "", 0, "closed")
    assert names(tmp_path) == []


def part(folder: Path, body: bytes = BODY[:10], changed: float = SECONDS + 0.75) -> None:
    """Leave a part of the file from before."""
    path = folder / "A_66_10-FR.pdf.part"
    path.write_bytes(body)
    os.utime(path, (changed, changed))


def test_a_part_is_gone_on_with(tmp_path: Path) -> None:
    part(tmp_path)
    rest = 206, {"content-range": "bytes 10-22/23", "content-length": "13", "last-modified": CHANGED}, BODY[10:]
    store = Store(rest)
    assert get(store, tmp_path).bytes == 23
    assert (tmp_path / "A_66_10-FR.pdf").read_bytes() == BODY
    assert store.heads == [{"range": "bytes=10-", "if-range": CHANGED}]


def test_a_part_of_nothing_is_none(tmp_path: Path) -> None:
    part(tmp_path, b"")
    store = Store(whole())
    assert get(store, tmp_path).bytes == 23
    assert store.heads == [{}]


def test_a_file_that_has_changed_since_takes_the_place_of_its_part(tmp_path: Path) -> None:
    part(tmp_path, b"%PDF older and longer than the whole file")
    assert get(Store(whole()), tmp_path).bytes == 23
    assert (tmp_path / "A_66_10-FR.pdf").read_bytes() == BODY


def test_a_part_that_is_none_of_the_file_is_thrown_away(tmp_path: Path) -> None:
    part(tmp_path)
    store = Store((416, {}, b""), whole())
    assert get(store, tmp_path).bytes == 23
    assert store.heads[1] == {}


@pytest.mark.parametrize(
    "given", ["", "bytes 9-22/23", "bytes 11-22/23", "bytes 10-22/*", "Bytes 10-22/23", "bytes 10-22/23;"]
)
def test_another_part_than_was_asked_for_is_refused(tmp_path: Path, given: str) -> None:
    part(tmp_path)
    saved = get(Store((206, {"content-range": given}, BODY[10:])), tmp_path)
    assert (saved.status, saved.note) == ("unknown", "ods: sent another part of the file than was requested")
    assert names(tmp_path) == ["A_66_10-FR.pdf.part"]


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ((200, {"content-length": "23"}, BODY), "found"),
        ((200, {"content-length": "24"}, BODY), "unknown"),
        ((200, {"content-length": "22"}, BODY), "unknown"),
        ((200, {"content-length": "-1"}, BODY), "found"),
        ((200, {"content-length": "x"}, BODY), "found"),
        ((200, {}, BODY), "found"),
        ((200, {"content-range": "bytes 0-22/99"}, BODY), "found"),
        ((206, {"content-range": "bytes 0-22/23"}, BODY), "found"),
        ((206, {"content-range": "bytes 0-22/24"}, BODY), "unknown"),
        ((200, {}, b"PK\x03\x04 another kind"), "unknown"),
        ((200, {}, b"<html>"), "unknown"),
        ((200, {}, b""), "unknown"),
    ],
)
def test_only_a_whole_file_of_its_kind_is_kept(tmp_path: Path, reply: Any, status: str) -> None:  # noqa: ANN401
    saved = get(Store(reply), tmp_path)
    assert saved.status == status
    assert saved.note == ("" if status == "found" else "ods: not a complete .pdf file")
    assert names(tmp_path) == (["A_66_10-FR.pdf"] if status == "found" else [])


@pytest.mark.parametrize("status", [404, 201, 302])
def test_another_answer_is_no_file(tmp_path: Path, status: int) -> None:
    saved = get(Store((status, {}, b"")), tmp_path)
    assert (saved.status, saved.note) == ("unknown", f"ods: response {status} instead of the file")


def test_a_file_that_is_no_longer_there_the_second_time(tmp_path: Path) -> None:
    part(tmp_path)
    saved = get(Store((416, {}, b""), (416, {}, b"")), tmp_path)
    assert saved.note == "ods: response 416 instead of the file"


def test_what_breaks_off_leaves_a_part_with_the_date_of_the_file(tmp_path: Path) -> None:
    class Breaking(Store):
        def save(self, url: str, sink: Any) -> Response:  # noqa: ANN401 # as the client has it
            sink.begin(Response(200, {"last-modified": CHANGED}, b"", url))
            sink.write(b"%PDF")
            raise NoResponseError("unavailable", "broken off")

    saved = get(Breaking(), tmp_path)
    assert saved == Saved("A/66/10", "fr", "unavailable", "", 0, "broken off")
    assert names(tmp_path) == ["A_66_10-FR.pdf.part"]
    assert (tmp_path / "A_66_10-FR.pdf.part").stat().st_mtime == SECONDS


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    saved = get(Store(whole()), tmp_path / "file" / "x")
    assert (saved.status, saved.file) == ("unknown", "")
    assert saved.note == f"{tmp_path}/file/x/A_66_10-FR.pdf: Not a directory"


@pytest.mark.parametrize(
    ("symbol", "name"),
    [("A/1 B[C]*D:E;F", "A_1_B^C^!D#E%F-ZH.doc"), ("A/1(I).2-3", "A_1(I).2-3-ZH.doc")],
)
def test_each_mark_of_a_symbol_in_the_name_of_a_file(symbol: str, name: str) -> None:
    assert file_name(symbol, "zh", ".doc") == name
