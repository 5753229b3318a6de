"""The scorers in benchmarks/quality: what counts as found, right and false, and the text generator."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cases
import generate
import pytest
import score

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLES = tomllib.loads(Path(__file__).with_name("scores.toml").read_text("utf-8"))


def span(text: str, surface: str) -> tuple[int, int]:
    """Return the offsets of a surface."""
    start = text.index(surface)
    return start, start + len(surface)


@pytest.mark.parametrize("case", TABLES["case"], ids=[case["why"] for case in TABLES["case"]])
def test_hits_are_judged(case: dict[str, Any]) -> None:
    text = case["text"]
    labels = [score.Label(*span(text, surface), surface, symbol, kind) for surface, symbol, kind in case["labels"]]
    hits = [score.Hit(*span(text, surface), symbol) for surface, symbol in case["hits"]]
    verdict = score.judge(text, labels, hits, links=case.get("links", False))
    lists: list[Sequence[object]] = [verdict.found, verdict.missed, verdict.right, verdict.false]
    assert list(map(len, lists)) == case["score"]


@pytest.mark.parametrize("group", TABLES["same"], ids=[group["why"] for group in TABLES["same"]])
def test_differences_that_do_not_count(group: dict[str, Any]) -> None:
    assert {score.folded(symbol) for symbol in group["symbols"]} == {group["symbols"][0].upper()}


@pytest.mark.parametrize("group", TABLES["different"], ids=[group["why"] for group in TABLES["different"]])
def test_differences_that_count(group: dict[str, Any]) -> None:
    one, other = map(score.folded, group["symbols"])
    assert one != other


@pytest.mark.parametrize(
    ("want", "found", "right"),
    [
        ("", [], True),
        ("", [("A/1", "likely")], False),
        ("A/66/1", [("A/66/1", "certain")], True),
        ("A/66/1", [("A/66/1", "likely")], True),
        ("A/66/1", [], False),
        ("A/66/1", [("A/66/1", "certain"), ("A/66/2", "certain")], False),
        ("A/66/1 A/66/2", [("A/66/1", "certain"), ("A/66/2", "certain"), ("A/66/1", "certain")], True),
        ("A/66/1 A/66/2", [("A/66/2", "certain"), ("A/66/1", "certain")], False),
        ("~A/66/1", [("A/66/1", "likely"), ("A/66/1", "unlisted")], True),
        ("~A/66/1", [("A/66/1", "likely"), ("A/66/1", "certain")], False),
        ("~A/66/1", [("A/66/1", "likely"), ("A/66/2", "likely")], False),
        ("~A/66/1", [], False),
        ("~A/66/1 | A/66/2", [("A/66/2", "certain")], True),
        ("~A/66/1 | A/66/2", [("A/66/1", "likely")], True),
        ("~A/66/1 |", [], True),
        ("A/66/1 | A/66/2", [("A/66/1", "certain"), ("A/66/2", "certain")], False),
    ],
)
def test_a_case_is_right(want: str, found: list[tuple[str, str]], right: bool) -> None:  # noqa: FBT001
    assert cases.right(cases.Case("kind", "input", want), found) is right


@pytest.mark.parametrize(
    ("mode", "digest"),
    [
        ("un", "c19899e07909aefe"),
        ("ascii", "53aa671a7266d54b"),
        ("legal", "bae2e9edac3ed20f"),
    ],
)
def test_a_seed_gives_the_same_text(mode: str, digest: str, tmp_path: Path) -> None:
    out = tmp_path / "text.txt"
    generate.main(mode, "20000", str(out), "7")
    assert hashlib.sha256(out.read_bytes()).hexdigest()[:16] == digest
    text = " ".join(out.read_text("utf-8").split())
    at = 0
    for line in (tmp_path / "text.txt.truth").read_text("utf-8").splitlines():
        symbol = " ".join(line.split())
        places = [at for at in (text.find(symbol, at), text.find(symbol.replace(" ", ""), at)) if at >= 0]
        assert places, symbol
        at = min(places) + 1
    assert 20_000 <= out.stat().st_size < 22_000
    assert all(len(line) <= 88 or " " not in line for line in out.read_text("utf-8").splitlines())
