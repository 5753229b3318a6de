"""Countries by the three letters that symbols name them with.

The letters are those of ISO 3166, whose names come from the package `iso3166`. `data/countries.tsv` has what
that standard lacks: names as the United Nations writes them where they differ, and letters of its own from
older documents (`GUA`, `DEN`).
"""

from __future__ import annotations

from functools import cache

from undocs.tables.rows import rows

__all__ = ["country"]


def country(code: str) -> str | None:
    """Return the name of the country that three capital letters stand for, or None."""
    named = _own().get(code)
    if named or len(code) != 3:
        return named
    import iso3166

    found = iso3166.countries_by_alpha3.get(code)
    return found.name if found else None


@cache
def _own() -> dict[str, str]:
    """Return the names of `data/countries.tsv` by their letters."""
    return {code: name for code, name, *_ in rows("countries.tsv")}
