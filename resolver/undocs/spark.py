"""Mentions in a Spark DataFrame, a row each; needs the extra `undocs[spark]` here and undocs on every worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Unpack

from undocs.columns import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

    from undocs.survey import Options

__all__ = ["SCHEMA", "extract"]

# The columns of a mention, as Spark's DDL.
SCHEMA = (
    "symbol string, text string, start int, end int, kind string, confidence string, "
    "candidates array<string>, note string"
)
_SLICE = 1000  # texts whose mentions are in memory at once


def extract(frame: DataFrame, text: str = "text", **options: Unpack[Options]) -> DataFrame:
    """Return a row for each mention in a column of texts, with the row's other columns.

    The work is done on Arrow batches where the data is, and lazily, when the result is asked for. Rows whose text
    is null or names nothing are not in the result.

    Args:
        frame: any DataFrame with a column of strings.
        text: that column's name. The column itself is left out of the result, where `text` is a mention's surface.
        options: those of `undocs.extract.extract`, so that the mentions are the command's.

    Raises:
        ValueError: another column bears the name of one of the columns of SCHEMA.
    """
    from pyspark.sql.types import StructType

    kept = [field for field in frame.schema.fields if field.name != text]
    added = StructType.fromDDL(SCHEMA)
    if clash := sorted({field.name for field in kept} & set(added.names)):
        raise ValueError(
            f"rename these columns first, mentions have columns of these names: {', '.join(clash)}"
        )
    result = StructType([*kept, *added.fields])
    return frame.mapInArrow(partial(_batches, text=text, options=options), result)


def _batches(batches: Iterator[pa.RecordBatch], text: str, options: Options) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    for whole in batches:
        for start in range(0, whole.num_rows, _SLICE):
            batch = whole.slice(start, _SLICE)
            found = mentions(batch.column(text).to_pylist(), **options)
            kept = batch.drop_columns([text]).take(pa.array(found.pop("row"), pa.int32()))
            added = {
                "symbol": pa.array(found["symbol"], pa.string()),
                "text": pa.array(found["text"], pa.string()),
                "start": pa.array(found["start"], pa.int32()),
                "end": pa.array(found["end"], pa.int32()),
                "kind": pa.array(found["kind"], pa.string()),
                "confidence": pa.array(found["confidence"], pa.string()),
                "candidates": pa.array(found["candidates"], pa.list_(pa.string())),
                "note": pa.array(found["note"], pa.string()),
            }
            yield pa.RecordBatch.from_arrays(
                [*kept.columns, *added.values()], names=[*kept.schema.names, *added]
            )
