"""Mentions in a column of texts, as columns: for pandas, Polars, Arrow and Spark.

    >>> from undocs.columns import mentions
    >>> found = mentions(["See A/66/10.", None, "See A/66/20 and Corr.1."])
    >>> found["row"], found["symbol"]
    ([0, 2, 2], ['A/66/10', 'A/66/20', 'A/66/20/Corr.1'])

`pandas.DataFrame(mentions(frame["text"]))` and `polars.DataFrame(mentions(frame["text"]))` make data frames of them;
`row` is the position of the text in the column, from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from undocs.extract import extract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from undocs.extract import Options

__all__ = ["COLUMNS", "mentions"]

COLUMNS = ("row", "symbol", "text", "start", "end", "kind", "confidence", "candidates", "note")


def mentions(texts: Iterable[Any], **options: Unpack[Options]) -> dict[str, list[Any]]:
    """Return the mentions in many texts, in the order of the texts and of their places.

    Args:
        texts: the texts; a value that is not a string (None, NaN) has no mentions.
        options: the options of `undocs.extract.extract`.

    Returns:
        A list for each of COLUMNS, with a value for each mention: `row`, the position of the text, from 0; `symbol`,
        canonical, or None; `text`, the surface; `start` and `end`, offsets in characters of the text; `kind`;
        `confidence`; `candidates`, a list of symbols, the likelier first; `note`. Their meanings are those of
        `undocs.Mention`.

    Raises:
        UndocsError: an option has a value that does not exist.
    """
    found = [
        (row, mention)
        for row, text in enumerate(texts)
        if isinstance(text, str)
        for mention in extract(text, **options)
    ]
    return {
        "row": [row for row, _ in found],
        "symbol": [one.symbol.canonical if one.symbol else None for _, one in found],
        "text": [one.text for _, one in found],
        "start": [one.start for _, one in found],
        "end": [one.end for _, one in found],
        "kind": [one.kind for _, one in found],
        "confidence": [one.confidence for _, one in found],
        "candidates": [[other.canonical for other in one.candidates] for _, one in found],
        "note": [one.note for _, one in found],
    }
