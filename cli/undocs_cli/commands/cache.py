"""The cache of look-ups.

Answers of the services are kept, so that nothing is requested twice.
"""

from __future__ import annotations

import sys
from contextlib import closing
from functools import partial

from undocs_cli.arguments import ColorOption, FormatOption
from undocs_cli.lookup import open_cache
from undocs_cli.output import Cells, grid, write
from undocs_cli.shell import Run

__all__ = ["SUBCOMMANDS"]


def info(form: FormatOption = None, color: ColorOption = "auto") -> None:
    """Show what the cache holds.

    An answer that a document exists is kept for 90 days, that it is absent for one day; failures are not kept.
    """
    from undocs.records.cache import CacheInfo

    run = Run()
    with closing(open_cache(run.report)) as cache:
        rows = [Cells.of(cache.info(), CacheInfo._fields)]
    write(form, rows, CacheInfo._fields, sys.stdout, color, view=partial(grid.write, wide="path"))
    run.found = True
    raise run.exit()


def clear() -> None:
    """Empty the cache."""
    with closing(open_cache()) as cache:
        cache.clear()


SUBCOMMANDS = {"info": info, "clear": clear}
