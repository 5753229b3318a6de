"""The options that several commands share, each said once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from undocs_cli.formats import Format

__all__ = ["ColorOption", "FormatOption", "Kind", "Lang", "LangOption", "LinkOption", "Target", "When"]


class Kind(StrEnum):
    """How a document is mentioned."""

    symbol = "symbol"
    continued = "continued"
    citation = "citation"
    press = "press"


class Lang(StrEnum):
    """The languages that UN documents are linked in."""

    en = "en"
    fr = "fr"
    es = "es"
    ar = "ar"
    zh = "zh"
    ru = "ru"
    de = "de"


class Target(StrEnum):
    """Where a link leads."""

    undocs = "undocs"
    docs = "docs"
    pdf = "pdf"
    library = "library"


class When(StrEnum):
    """When output is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "-f",
        "--format",
        envvar="UNDOCS_FORMAT",
        help="How to write the result.",
        show_default="table on a terminal, tsv in a pipe",
    ),
]
LangOption = Annotated[
    Lang, typer.Option("-l", "--lang", envvar="UNDOCS_LANG", help="Language of the linked documents.")
]
LinkOption = Annotated[
    Target,
    typer.Option(
        "--link",
        envvar="UNDOCS_LINK",
        help="Where links lead: undocs.org, docs.un.org, the PDF file, or a Digital Library search.",
    ),
]
ColorOption = Annotated[When, typer.Option("--color", help="Colour and hyperlinks in tables.")]
