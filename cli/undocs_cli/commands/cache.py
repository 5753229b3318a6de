"""What was fetched before, kept so that it is not asked for again."""

from __future__ import annotations

import sys
from contextlib import closing

from undocs_cli.arguments import ColorOption, When
from undocs_cli.lookup import open_cache
from undocs_cli.shape import Shape, ShapeOption, write
from undocs_cli.shell import Outcome

__all__ = ["COMMANDS"]


def info(shape: ShapeOption = None, color: ColorOption = When.auto) -> None:
    """Say what the cache holds.

    What was found is kept for 90 days, that it is absent for one, what went wrong not at all.
    """
    from undocs.records.cache import Info

    outcome = Outcome()
    with closing(open_cache(outcome.fail)) as cache:
        held = cache.info()
    shape = shape or (Shape.text if sys.stdout.isatty() else Shape.tsv)
    rows = [held._asdict()]
    if shape is Shape.text:
        from undocs_cli.output import grid

        grid.write(rows, Info._fields, sys.stdout, color.value, "path")
    else:
        write(shape, rows, Info._fields, sys.stdout, color.value)
    outcome.found = True
    raise outcome.exit()


def clear() -> None:
    """Forget what was fetched before."""
    with closing(open_cache()) as cache:
        cache.clear()


COMMANDS = {"info": info, "clear": clear}
