"""Mentions in Spark, against a local session."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from undocs.columns import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from pyspark.sql import SparkSession

pytest.importorskip("pyspark", reason="the extra [spark] is not installed")
pytestmark = [
    pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java, which is not on this machine"),
    # Spark's own: it opens sockets and files that it leaves to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TEXTS = [
    "See A/66/10, S/RES/1325 (2000) and A/66/20 and Corr.1, General Assembly resolution 60/1.",
    "Nothing here.",
    None,
    "الوثيقة E/ESCWA/2017/EC.4/3(Part I) 😀 then E/2017/1",
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


def test_the_same_mentions_as_in_plain_python(spark: SparkSession) -> None:
    from undocs.spark import extract

    frame = spark.createDataFrame(list(enumerate(TEXTS)), "id int, text string")
    found = [tuple(row) for row in extract(frame).orderBy("id", "start", "symbol").collect()]
    expected = [
        (number, *(values[row] for name, values in columns.items() if name != "row"))
        for number, text in enumerate(TEXTS)
        for columns in [mentions([text])]
        for row in range(len(columns["row"]))
    ]
    assert found == sorted(expected, key=lambda row: (row[0], row[3], row[1] or ""))
    assert [row[1] for row in found if row[0] == 3] == ["E/ESCWA/2017/EC.4/3(PartI)", "E/2017/1"]


def test_options_and_other_columns_go_along(spark: SparkSession) -> None:
    from undocs.spark import extract

    row = ("A/80/1", "XY/ZZZ/1/2, A/66/10", [1, 2])
    frame = spark.createDataFrame([row], "document string, body string, n array<int>")
    (found,) = extract(frame, text="body", strict=True, citations=False).collect()
    assert (found.document, found.n, found.symbol, found.text) == ("A/80/1", [1, 2], "A/66/10", "A/66/10")


def test_many_rows_come_in_slices(spark: SparkSession) -> None:
    from undocs.spark import extract

    frame = spark.range(5000).selectExpr("id", "concat('see A/66/', id + 1) AS text")
    assert extract(frame).count() == 5000


def test_a_column_of_the_same_name_is_an_error(spark: SparkSession) -> None:
    from undocs.spark import extract

    frame = spark.createDataFrame([("A/80/1", "A/66/10")], "symbol string, text string")
    with pytest.raises(ValueError, match=r"rename these columns first.*: symbol"):
        extract(frame)


def example(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[2] / "examples" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_examples(spark: SparkSession, tmp_path: Path) -> None:
    texts = [
        ("A/80/1", "A/80/1. See A/66/10, A/66/10 and S/RES/1325 (2000)."),
        ("A/80/2", "A/80/2. See A/80/1."),
    ]
    source, mentions, edges = (str(tmp_path / name) for name in ("documents", "mentions", "graph"))
    spark.createDataFrame(texts, "document string, text string").write.parquet(source)
    example("spark_mentions").run(spark, source, mentions)
    assert spark.read.parquet(mentions).count() == 6
    example("spark_graph").run(spark, source, edges)
    assert sorted(map(tuple, spark.read.parquet(edges).collect())) == [
        ("A/80/1", "A/66/10", 2),
        ("A/80/1", "S/RES/1325(2000)", 1),
        ("A/80/2", "A/80/1", 1),
    ]
