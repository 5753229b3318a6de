"""The patterns of document symbols: what one looks like, before asking whether it is one.

Every repeat is bounded or possessive and every separator is disjoint from what it separates,
so that no input is super-linear. `tests/resolver/test_linear.py` holds this by doubling.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["BREAK", "COMPONENT", "OPEN", "QUALIFIER", "SHAPE", "SLASH", "WORDS", "plain"]

# A component that may stand between slashes.                                   taught by
_PIECE = r"""
    (?: \( [IVXLC]{1,8}+ \)                                                   # TD/B/C.4/(XIV)/SC.2/L.3
      | (?: (?i: technical[ ](?:paper|material|note|report) | information[ ]kit )   # E/ESCWA/.../TECHNICAL PAPER.8
          | COUNTRY[ ]PROFILES | IRON[ ]ORE | CODE[ ]TOT | AD[ ]HOC[ ]GROUP )  # TD/B/C.1/IRON ORE/8
        (?: \.[0-9]{1,3}+ )?
      | [A-Za-z0-9]++ (?: [.&-] [A-Za-z0-9]++ ){0,6}+                           # L.60, MP.WAT, 18-20, S-26, C.2&3
    )"""

# What may follow a component in brackets.
QUALIFIER = r"""
    (?: [ ]? \( [ ]?
        (?: (?i: parts? | partie | parte | teil | income[ ]?sect | sect | section | vols? | suppl? | resumptions?
               | annex | introduction | plan[ ]?outline | prog | adv | or ) (?![a-z])
            [^()/\n]{0,24}+                                     # A/78/6 (Sect. 3), S/PV.4046 (Resumption 1)
          | (?:19|20)[0-9]{2}                                                 # S/RES/1325 (2000)
          | (?:E?S-|ORG-)? (?:[IVXLC]{1,8}+ | [0-9]{1,3}+)                    # A/RES/3314 (XXIX), ICCD/CRIC (10)
          | [A-Z]                                                             # E/ESCWA/SD/2002/6(A)
        ) [ ]? \)
      | [ ]? \[ (?: [A-Z](?:-[A-Z]{1,4})? | [IVXLC]{1,8} | (?i:vol)\.?[ ]?[IVXLC]{1,6} ) \]  # A/RES/217(III)[A]
    )"""

# A lettered part printed after the number of a resolution: A/RES/38/36 B, A/RES/217(III) A.
_LETTER = r"""(?: [ ] [A-Z] (?![A-Za-z0-9\xc0-\u024f/('\u2019-] | [.]\S) )"""

# The plain part of a symbol: a run of its characters, a bracket, a letter. `undocs.shapes` says what it is.
_BRACKET = r"\( (?: (?:19|20)[0-9]{2} | (?:E?S-)? [IVXLC]{1,8}+ | [0-9]{1,3}+ | [A-Z]{1,8}+ ) \)"
_RUN = r"(?> [A-Za-z0-9./-]{0,120} [A-Za-z0-9] )"
# What is neither ASCII nor a mark of the sentence: it may be printed for an ASCII character, or be a word of a list.
_MARKS = r"\u2018\u2019\u201c\u201d\xab\xbb"
_APART = r"[\x00-'*-,/:-@\[-`{-\x7f]"  # what may not stand in a head
_SPACE = r"[ \xa0\u2000-\u200a\u202f\u205f\u3000]"
_FOREIGN = rf"[^\x00-\x7f{_MARKS}]"

# What stands behind nearly every symbol, and ends it for certain: tried first because it is quickly told.
_ENDED = r"""[)"'!?:<>] | (?<=[0-9)]) [.] \s | [ \n] [cdf-svwxz]"""
# What may go on with it, so that the text around says how it is to be read.
_ODD = rf"""
    (?= [^\s,;:.'"!?)<>\]{_MARKS}]                                               # glued on: a dash, a bracket, a slash
      | [.] [^\s'"){_MARKS}] | (?<= [A-Za-z] ) (?<! [ ] [A-Z] ) [.] \s{{1,99}}+ [0-9]
      | \s{{1,99}}+ (?: / | \[ | \( [ ]? (?: [A-Z0-9-]{{1,9}}+ (?: [ ]?\) | {_FOREIGN} )  # a break
          | (?i: and | part | income | sect | vol | supp | resum | annex | intro | plan | prog | teil | adv | or ) ) )
      | \s{{1,3}}+ (?i: to|through|-|a|al|bis ) \s{{1,3}}+ [A-Za-z]{{1,6}}+ /          # a range: S/2023/1 to S/2023/5
      | [\s,;&]{{0,9}}+ {_FOREIGN}
      | \s{{0,3}}+ (?: [,;&-] | (?i: and|et|y|e|to|through|a|al|und|bis) (?= \s | [^\x00-\x7f] ) )
        # a tail: "and Add.1"
        [\s,;&]{{0,7}}+ (?: (?i: and|et|y|e|und) (?= \s | [^\x00-\x7f] ) \s{{0,3}}+ )?+ /?
        (?: (?i: Add|Corr|Rev|Amend|Suppl|SR|PV|L|CRP|WP|INF ) s? [. ]{{0,2}} [0-9l]
          | [A-HJ-Z] (?= [\s,;.)\]] | \Z )                                            # A/RES/48/218 A to C
          | [0-9]{{1,4}}+/[0-9]{{1,4}}+(?!/)                                                     # A/RES/60/1 and 60/3
          | [0-9]{{1,4}}+ \s{{0,40}}+ (?: [,;.)\]-] | (?i: and|et|y|to|are|were|inclusive ) | {_FOREIGN} | \Z )
          | (?i: addi|rect|adde|corr|adic ) [^\s0-9]{{2,9}}+ [ ] [0-9]                 # et additifs 1 à 6
          | {_FOREIGN} )
    )"""

_TAIL = rf"{_RUN} (?: [ ]? {_BRACKET} )?+ (?: {_LETTER} )?+"
# A link of today's form, its host, the symbol and its end: there is nothing around it to be read.
_LINK = r"(?: (?<= undocs\.org/ ) | (?<= docs\.un\.org/ ) ) (?: (?:en|fr|es|ar|zh|ru|de) / )?+"
_LINKED = rf"[A-Z]{{1,8}}+ / {_RUN} (?: {_BRACKET} )?+"
_LINK_END = r"(?= [).,;:]{0,2} (?: \s | \Z ) )"
# What may stand before the slash of a symbol, and behind it.
_SPELLED = rf"""
    (?: (?<= [A-Z)]/ ) (?<! \.ORG/ )
      | (?<= [0-9]/ ) (?<! {_APART}[0-9]/ ) (?<! {_APART}[0-9]{{2}}/ )        # 3/10/2019 is a date
      | (?<= [^\x00-@\[-\x7f]{_SPACE}/ ) | (?<= [^\x00-\x7f]/ ) (?<! {_SPACE}/ )
    ) (?= [A-Za-z0-9(\s] | [^\x00-\x7f] )"""
_HOST = r"""(?<= (?i:\.org) / )                                             # documents.un.org/symbol-explorer?s=
    (?: (?<= (?i:docs\.org) / ) | (?<= (?i:\.un\.org) / ) (?<! (?i:www\.un\.org) / ) | (?= [^\s<>]{1,300}? = ) )"""
_LOWERED = r"""(?<= [a-z]/ )                                                                  # a/res/60/1
    (?= (?:res|dec|prst|hrc|conf|cop|[a-z]{1,5}\.[0-9])[0-9./(] | [a-z]{1,6}/(?:19|20)[0-9]{2}/ )"""

# The slash that starts a search: the engine scans for the one literal, then looks behind it and says what it may
# belong to. The tail that follows is the plain part of a symbol; `odd` says that the text around may change how it
# is to be read. The text need not be folded: what is not ASCII is always odd.
SLASH = re.compile(
    rf"""
    / (?: (?: {_SPELLED} (?: {_TAIL} | (?P<broken> ) )                        # A/ 4111
            | {_LINK} (?P<linked> {_LINKED} ) {_LINK_END} )
          (?: (?= {_ENDED} ) | (?P<odd> {_ODD} ) )?
        | (?P<host> {_HOST} ) | (?P<lowered> {_LOWERED} ) )""",
    re.VERBOSE | re.ASCII,
)

# Directly before a symbol that stands free.
OPEN = " \n(\t\r\"',;:[\u2018\u201c\xab"
_HEADS = " | ".join(
    rf"(?<= [{re.escape(OPEN)}] (?= ( {head} ) ) {head} )"
    for head in ("[A-Z]" * letters + "/" for letters in range(1, 7))
)


@cache
def plain() -> re.Pattern[str]:
    """Return SLASH for those who want no places: `findall` gives plain symbols, the others stop it.

    The groups of a match together are a whole symbol, head and plain tail, until a slash comes that is not as plain as
    that. The last group is then all that follows it, and nothing more is found.
    """
    return re.compile(
        rf"""
        / (?: (?: (?<= [A-Z]/ ) (?: {_HEADS} ) (?= [A-Za-z0-9] ) ( {_TAIL} )
                | {_LINK} ( {_LINKED} ) {_LINK_END} )
              (?: (?= {_ENDED} ) | (?! {_ODD} ) )
            | (?: {_SPELLED} | {_HOST} | {_LOWERED} ) ( (?s: .+ ) ) )""",
        re.VERBOSE | re.ASCII,
    )


# A whole symbol, head to tail.
SHAPE = re.compile(
    rf"""
    (?P<head> [A-Za-z]++ (?: [0-9]++ )? (?: [.-] [A-Za-z0-9]++ ){{0,3}}+
              (?: [ ]? \( [A-Za-z0-9]{{1,8}}+ \) )? )
    (?P<tail> (?: / {_PIECE} (?: {QUALIFIER} ){{0,3}}+ ){{1,14}}+ (?: {_LETTER} )? )
    """,
    re.VERBOSE | re.ASCII,
)

# One component of the tail, with its qualifiers.
COMPONENT = re.compile(
    rf"/ (?P<piece> {_PIECE} ) (?P<qualifiers> (?: {QUALIFIER} ){{0,3}}+ ) (?P<letter> {_LETTER} )?",
    re.VERBOSE | re.ASCII,
)

# Runs of letters, with the dot that makes a type of them: what the spelling table decides.
WORDS = re.compile(r"[A-Za-z]+\.?", re.ASCII)

# Where a page breaks a symbol: each match is taken out (or, before a bracket, becomes one space).
_GAP = r"[ \t\xa0\xad]{0,8}+ (?: \r?\n [ \t\xa0]{0,40}+ ){0,2}+"
BREAK = re.compile(
    rf"""
    (?= [\s\xad/.] ) (?:                                                   # most places are dismissed at once
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
