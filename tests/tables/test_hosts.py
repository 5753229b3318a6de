"""The addresses of the United Nations: each row's example names its symbol, and only listed hosts count."""

from __future__ import annotations

import pytest
from undocs import Symbol, extract
from undocs.tables.hosts import hosts, is_un
from undocs.tables.rows import rows

ROWS = [row for row in rows("hosts.tsv") if row[1]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_an_address_names_its_symbol(row: list[str]) -> None:
    host, place, _, example = row
    symbol = Symbol.parse(example)
    assert [mention.symbol for mention in extract(f"see {example} there", citations=False)] == [symbol]
    assert host in hosts("path", "query", "file")
    assert host in {"path": hosts("path"), "query": hosts("query"), "file": hosts("file")}[place]
    elsewhere = example.replace(host, "www.example.org")
    assert not [*extract(f"see {elsewhere} there", citations=False)]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("un.org", True),
        ("undocs.org", True),
        ("documents.un.org", True),
        ("www.undocs.org", True),
        ("ap.ohchr.org", True),
        ("notun.org", False),
        ("un.org.example.com", False),
        ("ohchr.org", False),
        ("", False),
    ],
)
def test_a_host_of_the_united_nations(host: str, expected: bool) -> None:  # noqa: FBT001
    assert is_un(host) is expected
