"""The URL of a document: at undocs.org, at docs.un.org, of its PDF, or of a search in the Digital Library.

The URLs have the form that UN documents print: no spaces, brackets as they are, every other character percent-encoded
unless it is unreserved or a slash. Nothing here checks whether a document exists.

>>> link("s/res/1325 (2000)")
'https://undocs.org/en/S/RES/1325(2000)'
>>> link("A/66/10", "fr", "pdf")
'https://documents.un.org/api/symbol/access?s=A/66/10&l=fr&t=pdf'
"""

from __future__ import annotations

import re
from typing import Literal, get_args
from urllib.parse import quote

from undocs.errors import UndocsError
from undocs.symbol import Symbol
from undocs.tables.languages import LANGUAGES

__all__ = ["LANGUAGES", "Target", "link"]

Target = Literal["undocs", "docs", "pdf", "library"]

# The two redirecting services have German translations under "ot", other languages; the ODS has them under "de".
_SEGMENT = {"de": "ot"}

_FORMS = {
    "undocs": "https://undocs.org/{segment}/{symbol}",
    "docs": "https://docs.un.org/{segment}/{symbol}",
    "pdf": "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
    "library": "https://digitallibrary.un.org/search?p={query}",
}


def link(symbol: Symbol | str, language: str = "en", target: Target = "undocs") -> str:
    """Return the URL of a document in a language.

    The services know neither joint symbols nor the letters of parts in catalogue brackets: a joint symbol is linked by
    its first half, a part (`A/RES/217(III)[A]`) by the document that contains it.

    Args:
        symbol: the document: a `Symbol`, or a symbol in any spelling that `Symbol.parse` reads.
        language: `en`, `fr`, `es`, `ar`, `zh`, `ru`, or `de` for the German translations.
        target: `undocs` and `docs` open the document, `pdf` is its file in the Official Document System, `library`
            searches the UN Digital Library for it.

    Raises:
        SymbolError: `symbol` is a text that is not a symbol.
        UndocsError: there is no such language or target.
    """
    if language not in LANGUAGES:
        raise UndocsError(f"no such language: {language} (one of {', '.join(LANGUAGES)})")
    if target not in _FORMS:
        raise UndocsError(f"no such link: {target} (one of {', '.join(get_args(Target))})")
    if isinstance(symbol, str):
        symbol = Symbol.parse(symbol)
    served = re.sub(r"\[.*?\]", "", symbol.joint[0].canonical)
    return _FORMS[target].format(
        segment=_SEGMENT.get(language, language),
        language=language,
        symbol=quote(served, safe="/()"),
        query=quote(served, safe=""),
    )
