"""Find citations in words: "resolution 60/1" refers to a document, too.

`cite` finds the references that do not spell a symbol, in English, French, Spanish, Russian, Arabic, Chinese and
German: resolutions and decisions by their numbers, general comments, cases, supplements. Words and patterns are data,
`data/citations/*.toml`. The steps, each in a module:

1. masking: hide the symbols that were found, and make odd characters plain.
2. passages: find the stretches with a cue such as "resolution" and a number (in the languages of `detect`).
3. tokens: split a passage into cues, organs, numbers and dates, by the `vocabulary` of a language.
4. grouping: put the numbers of a list under their cue, with date and organ.
5. attribution and treaty_bodies: decide whose number it is, with the `context` of the document.
6. finder: put all together, with the phrases that stand for one document.

"Ibid." is not resolved: the text does not say for certain what it repeats.
"""

from undocs.citations.context import Context
from undocs.citations.finder import cite

__all__ = ["Context", "cite"]
