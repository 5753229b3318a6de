"""Find, explain and resolve United Nations document symbols.

>>> from undocs import Symbol, extract, link
>>> [str(mention.symbol) for mention in extract("See A/66/10 and Corr.1.")]
['A/66/10', 'A/66/10/Corr.1']
>>> link(Symbol.parse("s/res/1325 (2000)"))
'https://undocs.org/en/S/RES/1325(2000)'
"""

from __future__ import annotations

from undocs.errors import SymbolError, UndocsError
from undocs.extract import extract
from undocs.links import link
from undocs.mention import Mention
from undocs.symbol import Symbol

__all__ = ["Mention", "Symbol", "SymbolError", "UndocsError", "extract", "link"]
