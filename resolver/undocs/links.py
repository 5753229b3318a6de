"""From a symbol to where it is served: undocs.org, docs.un.org, the ODS file, the Digital Library.

Forms and escapes are those that the UN's own documents use: spaces gone, brackets raw, everything else that is not
unreserved or a slash percent-encoded. Nothing here asks whether a document exists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import quote

from undocs.errors import UndocsError

if TYPE_CHECKING:
    from undocs.symbol import Symbol

__all__ = ["LANGUAGES", "Target", "link"]

Target = Literal["undocs", "docs", "pdf", "library"]

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru", "de")
# The link services file German under "other"; the ODS calls it by its name.
_SEGMENT = {"de": "ot"}

_FORMS = {
    "undocs": "https://undocs.org/{segment}/{symbol}",
    "docs": "https://docs.un.org/{segment}/{symbol}",
    "pdf": "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
    "library": "https://digitallibrary.un.org/search?p={query}",
}


def link(symbol: Symbol, language: str = "en", target: Target = "undocs") -> str:
    """Return the URL of a document in one of the languages of the UN.

    A joint symbol links to its first half, and a lettered part in catalogue brackets (`A/RES/217(III)[A]`) to the
    document that holds it, which is all that the services know.

    Args:
        symbol: the document.
        language: `en`, `fr`, `es`, `ar`, `zh`, `ru`, or `de` for the German translations.
        target: `undocs` and `docs` open the document, `pdf` is its file in the Official Document System, `library`
            searches the UN Digital Library for it.

    Raises:
        UndocsError: the language or target is none of these.
    """
    if language not in LANGUAGES:
        raise UndocsError(f"no such language: {language} (one of {', '.join(LANGUAGES)})")
    if target not in _FORMS:
        raise UndocsError(f"no such link: {target} (one of {', '.join(get_args(Target))})")
    served = re.sub(r"\[.*?\]", "", symbol.joint[0].canonical)
    return _FORMS[target].format(
        segment=_SEGMENT.get(language, language),
        language=language,
        symbol=quote(served, safe="/()"),
        query=quote(served, safe=""),
    )
