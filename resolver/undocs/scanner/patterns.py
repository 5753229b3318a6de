"""The patterns that find symbols in running text.

Every repeat is bounded or possessive and every separator is disjoint from what it separates, so that no input takes
more than linear time. `tests/scanner/test_linear.py` checks this by doubling.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.grammar.patterns import LETTER
from undocs.tables.lexicon import codes_of_names, either, words

if TYPE_CHECKING:
    from undocs.tables.lexicon import Role

__all__ = ["OPEN", "SLASH", "plain"]

# The plain part of a symbol: a run of its characters, a bracket, a letter. `undocs.scanner.fast` says what it is.
_BRACKET = r"\( (?: (?:19|20)[0-9]{2} | (?:E?S-)? [IVXLC]{1,8}+ | [0-9]{1,3}+ | [A-Z]{1,8}+ ) \)"
_RUN = r"(?> [A-Za-z0-9./-]{0,120} [A-Za-z0-9] )"
# What is neither ASCII nor a mark of the sentence: it may be printed for an ASCII character, or be a word of a list.
_MARKS = r"\u2018\u2019\u201c\u201d\xab\xbb"
_APART = r"[\x00-'*-,/:-@\[-`{-\x7f]"  # what may not stand in a head
_SPACE = r"[ \xa0\u2000-\u200a\u202f\u205f\u3000]"
_FOREIGN = rf"[^\x00-\x7f{_MARKS}]"


def _ascii(*roles: Role) -> str:
    """Return a pattern for the words in some roles that are ASCII; any other character is odd by itself."""
    return either({word for role in roles for word in words(role) if word.isascii() and word.isalpha()})


_JOIN, _SPAN = _ascii("join"), _ascii("span")
_CONTINUING = rf"(?i: {_JOIN}|{_SPAN} ) (?= \s | [^\x00-\x7f] )"
_INITIALS = "".join(sorted({word[0] for word in f"{_JOIN}|{_SPAN}".split("|")}))
_CODE = either(code[:-1] for code in words("code"))
_NAME = either({name[:4] for name in codes_of_names() if name[:4].isascii()})  # rows that differ in accents later

# Fast accept: the next characters end the symbol. A word in lower case ends it unless it continues a list, which the
# first letter nearly always tells.
_ENDED = (
    rf"""[)"'!?:<>] | (?<=[0-9)]) [.] \s | [ \n] (?: [^\W\dA-Z_{_INITIALS}] | (?! {_CONTINUING} ) [{_INITIALS}] )"""
)
# Fast reject: the text after the symbol may continue it, so that it needs the full reader. This must cover all that
# `undocs.scanner.continuations` reads, and all that a page may break.
_ODD = rf"""
    (?= [^\s,;:.'"!?)<>\]{_MARKS}]                                               # glued on: a dash, a bracket, a slash
      | [.] [^\s'"){_MARKS}] | (?<= [A-Za-z] ) (?<! [ ] [A-Z] ) [.] \s{{1,99}}+ [0-9]
      | \s{{1,99}}+ (?: / | \[ | \( [ ]? (?: [A-Z0-9-]{{1,9}}+ (?: [ ]?\) | {_FOREIGN} )  # a break
          | (?i: {_JOIN} | part | income | sect | vol | supp | resum | annex | intro | plan | prog | teil | adv ) ) )
      | \s{{1,3}}+ (?: (?i: {_SPAN} ) | - ) \s{{1,3}}+ [A-Za-z]{{1,6}}+ /                # a range: S/2023/1 to S/2023/5
      | [\s,;&]{{0,9}}+ {_FOREIGN}
      | \s{{0,3}}+ (?: [,;&-] | {_CONTINUING} )                                        # a list: "and Add.1"
        [\s,;&]{{0,7}}+ (?: (?i: {_JOIN} ) (?= \s | [^\x00-\x7f] ) \s{{0,3}}+ )?+ /?
        (?: (?i: {_CODE} ) (?i: s? ) [. ]{{0,2}} [0-9l]
          | [A-HJ-Z] (?= [\s,;.)\]] | \Z )                                            # A/RES/48/218 A to C
          | [0-9]{{1,4}}+/[0-9]{{1,4}}+(?!/)                                                     # A/RES/60/1 and 60/3
          | [0-9]{{1,4}}+ \s{{0,40}}+ (?: [,;.)\]-] | (?i: {_JOIN}|{_SPAN}|{_ascii("close")} ) | {_FOREIGN} | \Z )
          | (?i: {_NAME} ) [^\s0-9]{{2,9}}+ [ ] [0-9]                                    # et additifs 1 à 6
          | {_FOREIGN} )
    )"""

_TAIL = rf"{_RUN} (?: [ ]? {_BRACKET} )?+ (?: {LETTER} )?+"
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
