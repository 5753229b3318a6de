"""Mentions in a Spark DataFrame, a row each. Needs undocs[spark], and undocs on every worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Unpack

from undocs.columns import COLUMNS, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

    from undocs.extract import Options

__all__ = ["extract", "schema"]

_ADDED = tuple(name for name in COLUMNS if name != "row")
_SLICE = 1000  # texts whose mentions are in memory at once


def schema() -> StructType:
    """Return the columns of a mention, which are those of `undocs.columns.mentions`."""
    from pyspark.sql.types import ArrayType, IntegerType, StringType, StructField, StructType

    types = {"start": IntegerType(), "end": IntegerType(), "candidates": ArrayType(StringType())}
    return StructType([StructField(name, types.get(name, StringType())) for name in _ADDED])


def extract(frame: DataFrame, text: str = "text", **options: Unpack[Options]) -> DataFrame:
    """Return a row for each mention in a column of texts, with the other columns of its text.

    The work is done on Arrow batches where the data is, and lazily, when the result is asked for. Rows whose
    text is null or names nothing are not in the result.

    Args:
        frame: any DataFrame with a column of strings.
        text: that column's name. The column itself is left out of the result, whose `text` is what a mention
            looks like.
        options: those of `undocs.extract.extract`, so that the mentions are the command's.

    Raises:
        ValueError: another column bears the name of one of the columns of a mention.
    """
    from pyspark.sql.types import StructType

    kept = [field for field in frame.schema.fields if field.name != text]
    if clash := sorted({field.name for field in kept} & set(_ADDED)):
        raise ValueError(f"rename these columns first, a mention has its own: {', '.join(clash)}")
    result = StructType([*kept, *schema().fields])
    return frame.mapInArrow(partial(_batches, text=text, options=options), result)


def _batches(batches: Iterator[pa.RecordBatch], text: str, options: Options) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    types = {"start": pa.int32(), "end": pa.int32(), "candidates": pa.list_(pa.string())}
    for whole in batches:
        for start in range(0, whole.num_rows, _SLICE):
            batch = whole.slice(start, _SLICE)
            found = mentions(batch.column(text).to_pylist(), **options)
            kept = batch.drop_columns([text]).take(pa.array(found["row"], pa.int32()))
            added = [pa.array(found[name], types.get(name, pa.string())) for name in _ADDED]
            yield pa.RecordBatch.from_arrays([*kept.columns, *added], names=[*kept.schema.names, *_ADDED])
