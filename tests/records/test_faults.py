"""Every fault of a service leads where docs/faults.md says; nothing that went wrong is remembered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from fault_table import play, table_rows
from un_replies import REPLIES

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 1.0  # seconds, as the test server's environment sets it


@pytest.mark.parametrize("row", table_rows(), ids=lambda row: f"{row['source']}: {row['fault']}")
def test_a_fault_leads_where_the_table_says(row: dict[str, str], tmp_path: Path) -> None:
    done = play(row["source"], row["fault"], tmp_path)
    assert (done.status, done.exit, done.requests) == (row["status"], int(row["exit"]), int(row["requests"]))
    bound = int(row["bound"]) * TIMEOUT
    assert done.seconds < bound
    assert float(row["seconds"]) < bound
    assert len(done.messages.splitlines()) == (done.exit == 2)
    assert "secret-token" not in done.messages
    with closing(sqlite3.connect(tmp_path / "cache" / "undocs" / "records.sqlite3")) as cache:
        kept = [status for (status,) in cache.execute("SELECT status FROM answers")]
    assert kept == [done.status] * (done.exit == 0)


def test_every_fault_of_the_server_is_in_the_table() -> None:
    assert REPLIES.keys() <= {row["fault"] for row in table_rows()}
