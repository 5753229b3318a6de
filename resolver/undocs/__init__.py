"""Find, explain and resolve United Nations document symbols.

>>> from undocs import Symbol, extract, link
>>> [str(mention.symbol) for mention in extract("See A/66/10 and Corr.1.")]
['A/66/10', 'A/66/10/Corr.1']
>>> link(Symbol.parse("s/res/1325 (2000)"))
'https://undocs.org/en/S/RES/1325(2000)'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.errors import SymbolError, UndocsError
from undocs.extract import extract
from undocs.links import link
from undocs.mention import Mention
from undocs.symbol import Symbol

__all__ = ["Mention", "Symbol", "SymbolError", "UndocsError", "extract", "link"]

if TYPE_CHECKING:
    __version__: str  # of the installed distribution
else:

    def __getattr__(name: str) -> str:
        """Return `__version__`, read from the metadata of the distribution when it is first asked for.

        Reading it takes longer than importing undocs, and hardly a program asks.
        """
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import version

        globals()[name] = version("undocs")
        return globals()[name]
