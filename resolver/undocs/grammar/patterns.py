"""The patterns of document symbols: their shape, before the parser decides whether a text of that shape is a symbol.

Every repeat is bounded or possessive and every separator is disjoint from what it separates, so that no input takes
more than linear time. `tests/scanner/test_linear.py` checks this by doubling.

>>> SHAPE.match("A/C.6/79/SR.37, para. 4")[0]
'A/C.6/79/SR.37'
"""

from __future__ import annotations

import re

from undocs.tables.lexicon import either, qualifiers

__all__ = ["BREAK", "COMPONENT", "LETTER", "QUALIFIERS", "SHAPE", "WORDS"]

# A component between slashes.                                                  # an example
_PIECE = r"""
    (?: \( [IVXLC]{1,8}+ \)                                                   # TD/B/C.4/(XIV)/SC.2/L.3
      | (?: (?i: technical[ ](?:paper|material|note|report) | information[ ]kit )   # E/ESCWA/.../TECHNICAL PAPER.8
          | COUNTRY[ ]PROFILES | IRON[ ]ORE | CODE[ ]TOT | AD[ ]HOC[ ]GROUP )  # TD/B/C.1/IRON ORE/8
        (?: \.[0-9]{1,3}+ )?
      | [A-Za-z0-9]++ (?: [.&-] [A-Za-z0-9]++ ){0,6}+                           # L.60, MP.WAT, 18-20, S-26, C.2&3
    )"""

# The words that begin a qualifier, with or without their inner space: "Income sect. 2", "Incomesect.2".
QUALIFIERS = either(qualifiers()).replace(r"\ ", "[ ]?")

# A qualifier: what may follow a component in brackets.
_QUALIFIER = r"""
    (?: [ ]? \( [ ]?
        (?: (?i: QUALIFIERS ) (?![a-z])
            [^()/\n]{0,24}+                                     # A/78/6 (Sect. 3), S/PV.4046 (Resumption 1)
          | (?:19|20)[0-9]{2}                                                 # S/RES/1325 (2000)
          | (?:E?S-|ORG-)? (?:[IVXLC]{1,8}+ | [0-9]{1,3}+)                    # A/RES/3314 (XXIX), ICCD/CRIC (10)
          | [A-Z]                                                             # E/ESCWA/SD/2002/6(A)
        ) [ ]? \)
      | [ ]? \[ (?: [A-Z](?:-[A-Z]{1,4})? | [IVXLC]{1,8} | (?i:vol)\.?[ ]?[IVXLC]{1,6} ) \]  # A/RES/217(III)[A]
    )""".replace("QUALIFIERS", QUALIFIERS)

# A lettered part printed after the number of a resolution: A/RES/38/36 B, A/RES/217(III) A.
LETTER = r"""(?: [ ] [A-Z] (?![A-Za-z0-9\xc0-\u024f/('\u2019-] | [.]\S) )"""

# A whole symbol, head to tail.
SHAPE = re.compile(
    rf"""
    (?P<head> [A-Za-z]++ (?: [0-9]++ )? (?: [.-] [A-Za-z0-9]++ ){{0,3}}+
              (?: [ ]? \( [A-Za-z0-9]{{1,8}}+ \) )? )
    (?P<tail> (?: / {_PIECE} (?: {_QUALIFIER} ){{0,3}}+ ){{1,14}}+ (?: {LETTER} )? )
    """,
    re.VERBOSE | re.ASCII,
)

# One component of the tail, with its qualifiers.
COMPONENT = re.compile(
    rf"/ (?P<piece> {_PIECE} ) (?P<qualifiers> (?: {_QUALIFIER} ){{0,3}}+ ) (?P<letter> {LETTER} )?",
    re.VERBOSE | re.ASCII,
)

# Runs of letters, with the dot that makes them a type. The table of codes gives their canonical spelling.
WORDS = re.compile(r"[A-Za-z]+\.?", re.ASCII)

# Where a page breaks a symbol. Each match is removed, or replaced as `undocs.grammar.normalize` says by its name.
_GAP = r"[ \t\xa0\xad]{0,8}+ (?: \r?\n [ \t\xa0]{0,40}+ ){0,2}+"
BREAK = re.compile(
    rf"""
    (?= [\s\xad/.] ) (?:                                                   # rejects most places at once
      (?P<joint> (?<=[0-9)]) \xad \s? (?= [A-Z]{{1,6}} / ) )              # A/HRC/7/23/ADD.3<soft hyphen>A/HRC/7/19
    | (?<= [A-Z0-9]- ) [ \t]{{0,8}}+ (?: \r?\n [ \t]{{0,40}}+ ){{1,2}}+ (?= [A-Z0-9] )  # CEDAW/C/SVN/CO/5-<line end>6
    | (?<= / ) (?= \s | \xad ) {_GAP} (?= [A-Z0-9(] )                     # A/C.4/ <line end>405
    | (?<= [A-Za-z] \. ) (?<! [ ] [A-Z] \. ) (?= \s | \xad ) {_GAP} (?= [0-9] )   # A/8701/Add. 1; not A/RES/70/129 B. 1
    | (?<= \. ) / (?= [0-9] )                                  # A/AC./18/SR.1
    | (?P<dot> (?<= /[0-9][0-9] ) \. (?= (?:SR|PV|L)\.[0-9] ) )              # A/C.6/79.SR.37
    | (?<= [A-Za-z0-9)] ) (?= \s | \xad ) {_GAP} (?= / [A-Z0-9] )         # FCCC/CP/2015/L.9<line end>/Rev.1
    | (?P<bracket> \s {_GAP} (?= \( ) )                                   # A/73/12 <line end>(Part I)
    | (?<= [A-Za-z.] ) (?P<inside> \s {_GAP} (?= [A-Z0-9]{{1,6}} \) ) )   # (Resumption<line end>1)
    | \xad )
    """,
    re.VERBOSE | re.ASCII,
)
