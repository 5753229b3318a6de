"""Every limit of the citation reader that was chosen by trial, with a sentence that needs it.

Facts about the United Nations, such as the first session that numbered its resolutions session/serial, are no tuning:
they are rows of `data/`. Each limit is held by cases in `tests/data/citations`, with the last value that is taken and
the first that is refused.

>>> CUE_TO_NUMBER, NUMBER_TO_NUMBER
(110, 300)
"""

from __future__ import annotations

from typing import Final

# Passages: passages.py, grouping.py.

# Characters from a cue to its first number: "resolution on the rights of persons with disabilities and other matters,
# adopted without a vote, 61/106".
CUE_TO_NUMBER: Final = 110
# Characters from one number of a list to the next: "resolutions 60/1 of 16 September 2005, entitled "2005 World Summit
# Outcome", 61/2 of 24 October 2006, entitled ...".
NUMBER_TO_NUMBER: Final = 300
# Characters read before a cue, for the organ that the sentence names first: "The Human Rights Council, [...] recalling
# all relevant resolutions, in particular resolution 42/9".
BEFORE_CUE: Final = 400

# Groups of numbers: grouping.py.

# Characters between words that belong together: "Assembly resolution", "Council 16/21".
ORGAN_TO_CUE: Final = 3
# Characters between two numbers of one list, so that they share a date or an organ: "60/1, and also 61/2".
WITHIN_LIST: Final = 14
# Characters from the last number to the cue in Chinese: "第60/1 号 (甲部分) 决议".
NUMBER_TO_CUE: Final = 12
# Characters from the start of "pursuant to its" to the cue: "Pursuant to its resolution 16/21, the Human Rights
# Council".
POSSESSIVE_BEFORE_CUE: Final = 30
# Characters by which the number that heads a resolution may be indented on its line: "          70/10. Cooperation".
HEADING_INDENT: Final = 40

# Words that the end of a line divides: masking.py.

# Characters by which the next line may be indented: "resolu-\n        tion 60/1".
DIVIDED_INDENT: Final = 40
# Letters of the second part of the word. Room rather than a limit: the longest cue, "Sicherheitsratsresolutionen", has
# 27.
DIVIDED_LETTERS: Final = 30

# Phrases: phrases.py.

# Characters read before and after an anchor such as "Supplement". Room rather than a limit: no phrase is longer.
# "Documents officiels de l’Assemblée générale, quatre-vingt-dix-septième session, " has 80.
BEFORE_ANCHOR: Final = 200
AFTER_ANCHOR: Final = 60
# Characters after a phrase in which the symbol that it stands for may be printed: "Supplement No. 18, part I
# (A/74/18)".
PHRASE_TO_SYMBOL: Final = 40

# Attribution: attribution.py.

# The lowest number taken for a resolution of the Security Council that the text does not name next to it: "resolution
# 242", but not "resolution 12".
LEAST_BARE_NUMBER: Final = 100
# Numbers by which the General Assembly's range of a session in Roman numerals may be exceeded at either end, because
# the ranges in ga_roman_sessions.tsv are partly from memory: "resolution 292 (III)", though the table ends at 288.
ROMAN_RANGE_SLACK: Final = 12
# Resolutions by which an organ may lag behind its rate, because the first sessions adopted few: "Economic and Social
# Council resolution 145 (IX)".
RATE_SLACK: Final = 60

# Documents: finder.py.

# Characters from the start of a document in which its own symbol names the organ that issues it.
MASTHEAD: Final = 1500
# Characters below a number in which the note may be whose mark is printed without a space: "resolution 74/13611", where
# the note "\n11 " follows within a page.
NUMBER_TO_NOTE: Final = 8000

# The language of a text: detect.py.

# A long text is sampled in so many pieces, each of so many characters; a text that is no longer than all pieces of the
# second size is read whole.
SAMPLE_PIECES: Final = 32
SAMPLE_PIECE: Final = 128
WHOLE_PIECE: Final = 512
# Common words that identify a language; a text with fewer is read in every language that it may be in.
ENOUGH_WORDS: Final = 5
# A further language is read if it has at least one common word for so many of the first: a French text that quotes an
# English sentence is read in both.
FIRST_TO_FURTHER: Final = 5
