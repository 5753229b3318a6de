"""Every mention in a folder of Parquet, written as Parquet.

    spark-submit examples/spark_mentions.py TEXTS MENTIONS [COLUMN]

TEXTS is a folder of Parquet files (any path that Spark reads) with a column of texts, named `text` unless
COLUMN says otherwise; MENTIONS, which must not exist yet, gets a row a mention with its text's other columns.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from undocs.spark import extract

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def run(spark: SparkSession, texts: str, mentions: str, column: str = "text") -> None:
    """Read the texts and write their mentions."""
    extract(spark.read.parquet(texts), text=column).write.parquet(mentions)


if __name__ == "__main__":
    from pyspark.sql import SparkSession

    run(SparkSession.builder.appName("undocs mentions").getOrCreate(), *sys.argv[1:])
