"""A text that is still being written: its first rows are there before it ends."""

from __future__ import annotations

import subprocess
import threading

import pytest


@pytest.mark.slow
@pytest.mark.parametrize("form", ["jsonl", "tsv"])
@pytest.mark.parametrize("text", ["A/66/10\nA/66/11\n", "It is in A/66/10.\n\nThen it goes on.\n\n"])
def test_the_first_row_is_there_before_the_text_ends(command: list[str], form: str, text: str) -> None:
    with subprocess.Popen(
        [*command, "extract", "-f", form, "--all"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        impatient = threading.Timer(30, process.kill)
        impatient.start()
        process.stdin.write(text.encode())
        process.stdin.flush()
        first = process.stdout.readline()
        assert process.poll() is None
        process.stdin.close()
        impatient.cancel()
    assert b"A/66/10" in first
    assert process.returncode == 0
