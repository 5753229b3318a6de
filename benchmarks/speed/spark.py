"""Spark: the throughput of `undocs.spark.extract` and of jobs that only count characters, on 1 and 2 cores.

    python benchmarks/speed/spark.py TEXT [ROUNDS]

TEXT is a large text file; it is cut into rows of 10,000 characters, written as Parquet and read anew by each
job. All jobs go the same way, through `mapInArrow`; they take turns, and medians are shown with
their ratio to the first. Needs undocs[spark] and Java.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

ROW = 10_000  # characters


def length(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Count characters, in Arrow, with no Python object a row: what the way there and back costs."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for batch in batches:
        yield pa.RecordBatch.from_arrays([pc.utf8_length(batch.column("text")).cast("int32")], names=["n"])


def python_length(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Count characters of Python strings: what any Python function over texts must pay."""
    import pyarrow as pa

    for batch in batches:
        counts = [len(text) for text in batch.column("text").to_pylist()]
        yield pa.RecordBatch.from_arrays([pa.array(counts, pa.int32())], names=["n"])


def session(cores: int) -> SparkSession:
    """Start a local session of so many cores."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    spark = builder.config("spark.sql.files.maxPartitionBytes", "2m").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def jobs() -> dict[str, Callable[[DataFrame], DataFrame]]:
    """Return the jobs by name."""
    from undocs.spark import extract

    return {
        "count characters (Arrow)": lambda frame: frame.mapInArrow(length, "n int"),
        "count characters (Python)": lambda frame: frame.mapInArrow(python_length, "n int"),
        "extract, symbols only": lambda frame: extract(frame, citations=False),
        "extract": extract,
    }


def main(text: str, rounds: str = "5") -> None:
    """Measure and print a table."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    written = Path(text).read_text(encoding="utf-8")
    rows = [(written[start : start + ROW],) for start in range(0, len(written), ROW)]
    with tempfile.TemporaryDirectory() as folder:
        source = f"{folder}/texts"
        for cores in (1, 2):
            spark = session(cores)
            if cores == 1:
                spark.createDataFrame(rows, "text string").repartition(8).write.parquet(source)
            seconds: dict[str, list[float]] = {name: [] for name in jobs()}
            for turn in range(int(rounds) + 1):
                for name, job in jobs().items():
                    start = time.perf_counter()
                    job(spark.read.parquet(source)).write.format("noop").mode("overwrite").save()
                    if turn:  # the first starts the workers
                        seconds[name].append(time.perf_counter() - start)
            spark.stop()
            base = statistics.median(seconds["count characters (Arrow)"])
            for name, all_ in seconds.items():
                median = statistics.median(all_)
                speed = len(written) / 1e6 / median
                print(f"{cores} | {name} | {median:.2f} s | {speed:.1f} MB/s | {median / base:.1f}x")


if __name__ == "__main__":
    main(*sys.argv[1:])
