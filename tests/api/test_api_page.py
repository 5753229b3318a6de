"""docs/api.md describes all of the public API, and `import undocs` stays cheap."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
import undocs
from conftest import ROOT
from undocs import Mention, Symbol, columns, reading, spark
from undocs.records import cache, lookup
from undocs.records.catalog import catalog, importer
from undocs.records.sources import registry

if TYPE_CHECKING:
    from collections.abc import Iterator

API = (ROOT / "docs" / "api.md").read_text("utf-8")
# The words of the page that are set as code, each identifier in them: `is_addendum_of(other)` has two.
NAMED = {word for code in re.findall(r"`([^`\n]+)`", API) for word in re.findall(r"\w+", code)}


def public(owner: object) -> Iterator[str]:
    return (name for name in dir(owner) if not name.startswith("_"))


@pytest.mark.parametrize(
    "names",
    [
        pytest.param([*undocs.__all__, "__version__"], id="undocs"),
        pytest.param(public(Symbol), id="Symbol"),
        pytest.param(public(Mention), id="Mention"),
        pytest.param(columns.COLUMNS, id="columns"),
        pytest.param(public(reading.Document), id="Document"),
        *(
            pytest.param(module.__all__, id=module.__name__)
            for module in (undocs.columns, reading, spark, registry, importer)
        ),
        *(pytest.param(public(owner), id=owner.__name__) for owner in (cache.Cache, catalog.Catalog)),
        pytest.param(["Lookup", *public(lookup.Lookup)], id="lookup"),
    ],
)
def test_every_public_name_is_on_the_page(names: list[str]) -> None:
    assert set(names) - NAMED - {"Format"} == set()  # the type of Document.format, whose values the page lists


def test_the_version_is_that_of_the_distribution() -> None:
    assert undocs.__version__ == version("undocs")
    with pytest.raises(AttributeError, match="module 'undocs' has no attribute 'nothing'"):
        undocs.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_the_version_is_read_only_when_asked_for() -> None:
    code = (
        "import sys, undocs; before = 'importlib.metadata' in sys.modules; undocs.__version__;"
        " print(before, 'importlib.metadata' in sys.modules, '__version__' in vars(undocs))"
    )
    # Without -S a start-up file of the environment may load it; without `site` the installed package is found by path.
    paths = f"import sys; sys.path[:] = {sys.path!r}; "
    run = subprocess.run([sys.executable, "-S", "-c", paths + code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True", "True"]
