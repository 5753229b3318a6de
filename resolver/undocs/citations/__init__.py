"""Citations in running text: "resolution 60/1" is a document too.

`cite` finds the references that never spell a symbol out, in English, French, Spanish, Russian, Arabic,
Chinese and German: resolutions and decisions by their numbers, general comments, cases, supplements.
The words and patterns are data, `data/citations/*.toml`. The way through: passages of a text that hold
a word such as "resolution" and a number; tokens (words, organs, dates, numbers) of a passage; groups of
numbers that hang on one word; the organ each belongs to. "Ibid." is left alone: the text does not tell
for certain what it repeats.
"""

from undocs.citations.context import Context
from undocs.citations.finder import cite

__all__ = ["Context", "cite"]
