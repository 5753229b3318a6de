"""Mentions in a Spark DataFrame, a row for each. Needs undocs[spark], and undocs on every worker.

`extract(spark.read.text("pages"), "value")` has a row for each mention in the files of a directory.
"""

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
_SLICE = 1000  # texts whose mentions are in memory at once: a text may have thousands


def schema() -> StructType:
    """Return the columns of a mention, those of `undocs.columns.mentions` without `row`, as a Spark schema."""
    from pyspark.sql.types import ArrayType, IntegerType, StringType, StructField, StructType

    types = {"start": IntegerType(), "end": IntegerType(), "candidates": ArrayType(StringType())}
    return StructType([StructField(name, types.get(name, StringType())) for name in _ADDED])


def extract(frame: DataFrame, text: str = "text", **options: Unpack[Options]) -> DataFrame:
    """Return a row for each mention in a column of texts, with the other columns of its text.

    The workers read Arrow batches where the data is, lazily, when the result is used. A row whose text is null or has
    no mentions is not in the result.

    Args:
        frame: a DataFrame with a column of strings.
        text: the name of that column. The result does not have it: its `text` is the surface of a mention.
        options: the options of `undocs.extract.extract`.

    Raises:
        ValueError: another column has the name of a column of a mention.
    """
    from pyspark.sql.types import StructType

    kept = [field for field in frame.schema.fields if field.name != text]
    if clash := sorted({field.name for field in kept} & set(_ADDED)):
        raise ValueError(f"rename these columns first, mentions have columns of the same names: {', '.join(clash)}")
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
