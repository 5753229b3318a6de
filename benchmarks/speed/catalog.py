"""How long an import of many records takes, in what memory, and how long a look-up does.

    python benchmarks/speed/catalog.py [RECORDS]

Writes MARCXML of RECORDS records (by default 1,000,000) as the Digital Library exports it, imports it with the
command, and has the `sqlite3` command insert the same rows in the same order into the same tables, full-text index
and all, in one transaction with the same cache. Everything stands in a temporary folder of some gigabytes.
"""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import statistics
import sys
import time
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from undocs.records.catalog.catalog import Catalog
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK_UPS = 20_000
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo zu tion ment ing al er".split()  # noqa: SIM905
RECORD = """<record>
  <controlfield tag="001">{number}</controlfield>
  <controlfield tag="005">20250516162631.0</controlfield>
  <datafield tag="029" ind1=" " ind2=" "><subfield code="a">JN</subfield><subfield code="b">N{number} E</subfield></datafield>
  <datafield tag="035" ind1=" " ind2=" "><subfield code="a">(DHL){number}</subfield></datafield>
  <datafield tag="041" ind1=" " ind2=" "><subfield code="a">arachiengfrerusspa</subfield></datafield>
  <datafield tag="089" ind1=" " ind2=" "><subfield code="b">B02</subfield></datafield>
  <datafield tag="191" ind1=" " ind2=" "><subfield code="a">{symbol}</subfield><subfield code="b">A/</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">{title} :</subfield><subfield code="b">draft resolution /</subfield></datafield>
  <datafield tag="269" ind1=" " ind2=" "><subfield code="a">{date}</subfield></datafield>
  {subjects}
  {files}
  <datafield tag="981" ind1=" " ind2=" "><subfield code="a">General Assembly</subfield></datafield>
  <datafield tag="991" ind1=" " ind2=" "><subfield code="a">A/78/251</subfield><subfield code="b">71</subfield><subfield code="c">{title}</subfield></datafield>
  <datafield tag="993" ind1="2" ind2=" "><subfield code="a">A/78/L.{number}</subfield></datafield>
</record>
"""  # noqa: E501  # a line a field
SUBJECT = '<datafield tag="650" ind1="1" ind2="7"><subfield code="a">{}</subfield></datafield>'
FILE = (
    '<datafield tag="856" ind1="4" ind2=" "><subfield code="u">https://digitallibrary.un.org/record/{}/files/{}-{}.pdf'
    '</subfield><subfield code="y">{}</subfield></datafield>'
)
SAME_INSERT = """
PRAGMA journal_mode = WAL;
PRAGMA cache_size = -131072;
ATTACH '{source}' AS source;
{tables}
BEGIN IMMEDIATE;
INSERT INTO record SELECT * FROM source.record ORDER BY id;
INSERT INTO symbol SELECT * FROM source.symbol ORDER BY record;
INSERT INTO words (rowid, title, titles, subjects) SELECT id, title, titles, subjects FROM record ORDER BY id;
COMMIT;
"""


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with TemporaryDirectory() as folder:
        export, ours, theirs = (Path(folder) / name for name in ("export.xml", "ours.sqlite3", "theirs.sqlite3"))
        symbols = generate(export, count)
        print(f"{count:,} records, {export.stat().st_size / 1e6:,.0f} MB of MARCXML")
        undocs = [sys.executable, "-m", "undocs", "catalog", "import", "--catalog", str(ours), str(export)]
        spent, peak = run(undocs)
        print(f"undocs: {spent:.1f} s, peak memory {peak:.0f} MB, {ours.stat().st_size / 1e6:,.0f} MB of catalog")
        script = Path(folder) / "insert.sql"
        with closing(sqlite3.connect(ours)) as connection:
            tables = connection.execute("SELECT sql FROM sqlite_master WHERE name IN ('record', 'symbol', 'words')")
            made = "\n".join(f"{sql};" for (sql,) in tables)
        script.write_text(SAME_INSERT.format(source=ours, tables=made), encoding="utf-8")
        inserted, their_peak = run(["sqlite3", str(theirs), f".read {script}"])
        print(f"sqlite3 {sqlite3.sqlite_version}, the same insert: {inserted:.1f} s, peak memory {their_peak:.0f} MB")
        print(f"import: {spent / inserted:.1f} times the insert")
        again, _ = run(undocs)
        print(f"the same file again: {again:.1f} s")
        print(f"look-up, {LOOK_UPS:,} at random, median and 99th percentile:", end=" ")
        wall, processor = look_ups(ours, symbols)
        print(", ".join(f"{each * 1e3:.3f}" for each in wall), "ms; of processor time", end=" ")
        print(", ".join(f"{each * 1e3:.3f}" for each in processor), "ms")


def generate(path: Path, count: int) -> Sequence[str]:
    """Write an export and return the symbols in it."""
    rng = random.Random(5)  # noqa: S311  # the same each time
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(20_000)]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    symbols = []
    with path.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n')
        for number in range(count):
            symbol = f"A/C.{number % 6 + 1}/{number % 60 + 20}/L.{number}"
            symbols.append(symbol)
            title = rng.choices(words, cum_weights=weights, k=14)
            name = symbol.replace("/", "_")
            out.write(
                RECORD.format(
                    number=number,
                    symbol=symbol,
                    title=" ".join(title),
                    date=f"{1965 + number % 60}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                    subjects="\n".join(map(SUBJECT.format, rng.choices(words, cum_weights=weights, k=4))),
                    files="\n".join(
                        FILE.format(number, name, code, label)
                        for code, label in (("EN", "English"), ("FR", "Français"), ("AR", "العربية"))
                    ),
                )
            )
        out.write("</collection>\n")
    return symbols


def run(command: Sequence[str]) -> tuple[float, float]:
    """Run a command, and return its wall time in seconds and its peak memory in megabytes.

    Raises:
        SystemExit: it failed.
    """
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], list(command), os.environ)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{command[0]} failed: {status}")
    unit = 1 if sys.platform == "darwin" else 1024
    return time.perf_counter() - start, resource.struct_rusage(usage).ru_maxrss * unit / 1e6


def look_ups(path: Path, symbols: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the median and the 99th percentile of the seconds that a look-up takes, and of those it works.

    Raises:
        SystemExit: a symbol is not found.
    """
    rng = random.Random(6)  # noqa: S311  # the same each time
    catalog = Catalog(path)
    clocks = (time.perf_counter, time.thread_time)
    spent: tuple[list[float], ...] = ([], [])
    for text in rng.choices(symbols, k=LOOK_UPS):
        symbol = Symbol.parse(text)
        starts = [clock() for clock in clocks]
        record = catalog.look_up(symbol)
        for times, clock, start in zip(spent, clocks, starts, strict=True):
            times.append(clock() - start)
        if record.status != "found":
            raise SystemExit(f"{text}: {record}")
    wall, processor = ([statistics.median(times), statistics.quantiles(times, n=100)[98]] for times in spent)
    return wall, processor


if __name__ == "__main__":
    main()
