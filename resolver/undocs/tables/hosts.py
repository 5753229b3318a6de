"""The hosts of the United Nations whose addresses name documents, from `data/hosts.tsv`.

>>> hosts("path")
('undocs.org', 'docs.un.org')
>>> is_un("digitallibrary.un.org"), is_un("un.org.example.com")
(True, False)
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from undocs.tables.rows import rows

__all__ = ["hosts", "is_un"]


@cache
def hosts(*places: Literal["path", "query", "file"]) -> tuple[str, ...]:
    """Return the hosts whose addresses have a symbol in one of these places."""
    return tuple(host for host, place, *_ in rows("hosts.tsv") if place in places)


def is_un(host: str) -> bool:
    """Return whether a host belongs to the United Nations: it is listed, or a subdomain of one that is listed."""
    return any(host == listed or host.endswith(f".{listed}") for listed, *_ in rows("hosts.tsv"))
