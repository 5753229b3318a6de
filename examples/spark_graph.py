"""The citation graph of a folder of Parquet: which document cites which, and how often.

    spark-submit examples/spark_graph.py DOCUMENTS GRAPH

DOCUMENTS is a folder of Parquet files (any path that Spark reads) with the columns `document`, the document's
own symbol, and `text`. GRAPH, which must not exist yet, gets the columns `document`, `cited` and `count`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from undocs.spark import extract

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def graph(documents: DataFrame) -> DataFrame:
    """Return the edges; a document's mentions of itself, which stand on its every page, are none."""
    mentions = extract(documents.select("document", "text"))
    edges = mentions.where("symbol IS NOT NULL AND symbol <> document").withColumnRenamed("symbol", "cited")
    return edges.groupBy("document", "cited").count()


def run(spark: SparkSession, documents: str, target: str) -> None:
    """Read the documents and write their graph."""
    graph(spark.read.parquet(documents)).write.parquet(target)


if __name__ == "__main__":
    from pyspark.sql import SparkSession

    run(SparkSession.builder.appName("undocs graph").getOrCreate(), *sys.argv[1:])
