"""The patterns that find symbols in running text.

Every repeat is bounded or possessive and every separator is disjoint from what it separates, so that no input takes
more than linear time. `tests/scanner/test_linear.py` checks this by doubling.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.grammar.patterns import LETTER, QUALIFIERS
from undocs.tables.hosts import hosts
from undocs.tables.languages import LANGUAGES
from undocs.tables.lexicon import codes_of_names, either, words

if TYPE_CHECKING:
    from undocs.tables.lexicon import WordRole

__all__ = ["OPEN", "SLASH", "regular"]

# The regular part of a symbol: a run of its characters, a bracket, a letter. `undocs.scanner.fast` decides what it is.
_BRACKET = r"\( (?: (?:19|20)[0-9]{2} | (?:E?S-)? [IVXLC]{1,8}+ | [0-9]{1,3}+ | [A-Z]{1,8}+ ) \)"
_RUN = r"(?> [A-Za-z0-9./-]{0,120} [A-Za-z0-9] )"
# Characters that are neither ASCII nor marks of a sentence: they may be printed for an ASCII one, or continue a list.
_MARKS = r"\u2018\u2019\u201c\u201d\xab\xbb"
_APART = r"[\x00-'*-,/:-@\[-`{-\x7f]"  # characters that cannot be in a head
_SPACE = r"[ \xa0\u2000-\u200a\u202f\u205f\u3000]"
_FOREIGN = rf"[^\x00-\x7f{_MARKS}]"


def _ascii(*roles: WordRole) -> str:
    """Return a pattern for the words in some roles, up to their first character that is not ASCII, as that is odd.

    Words that begin with such a character, or with a mark, are left out.
    """
    begun = {re.split(r"[^\x00-\x7f]", word, maxsplit=1)[0] for role in roles for word in words(role)}
    return either(word for word in begun if word[:1].isalpha()).replace("\\ ", r"\s{1,3}")


_JOIN, _SPAN = _ascii("join"), _ascii("span")
_CONTINUING = rf"(?i: {_JOIN}|{_SPAN} ) (?= \s | [^\x00-\x7f] )"
_RESTS: dict[str, list[str]] = {}  # of those words, what follows each first letter
for _word in f"{_JOIN}|{_SPAN}".split("|"):
    _RESTS.setdefault(_word[0], []).append(_word[1:])
_CODE = either(code[:-1] for code in words("code"))
# Four letters tell the names of codes apart from other words: adición and adiciones share theirs.
_NAME = either({name[:4] for name in codes_of_names() if name[:4].isascii()})

# Fast accept: the next characters end the symbol. A word in lower case ends it unless it continues a list, which the
# first letter nearly always tells.
_OTHER_WORD = " | ".join(
    rf"{initial} (?! (?i: {'|'.join(rests)} ) (?= \s | [^\x00-\x7f] ) )" for initial, rests in sorted(_RESTS.items())
)
_ENDED = rf"""[)"'!?:<>] | (?<=[0-9)]) [.] \s | [ \n] (?: [^\W\dA-Z_{"".join(_RESTS)}] | {_OTHER_WORD} )"""
# Fast reject: the text after the symbol may continue it, so that it needs the full reader. This must cover all that
# `undocs.scanner.continuations` reads, and all that a page may break.
_ODD = rf"""
    (?= [^\s,;:.'"!?)<>\]{_MARKS}]                                               # glued on: a dash, a bracket, a slash
      | [.] [^\s'"){_MARKS}] | (?<= [A-Za-z] ) (?<! [ ] [A-Z] ) [.] \s{{1,99}}+ [0-9]
      | \s{{1,99}}+ (?: / | \[ | \( [ ]? (?: [A-Z0-9-]{{1,9}}+ (?: [ ]?\) | {_FOREIGN} )  # a break
          | (?i: {_JOIN} | {QUALIFIERS} ) ) )
      | \s{{1,3}}+ (?: (?i: {_SPAN} ) | - ) \s{{1,3}}+ [A-Za-z]{{1,6}}+ /                # a range: S/2023/1 to S/2023/5
      | [\s,;&]{{0,9}}+ {_FOREIGN}
      | \s{{0,3}}+ (?: [,;&-] | {_CONTINUING} )                                        # a list: "and Add.1"
        [\s,;&]{{0,7}}+ (?: (?i: {_JOIN} ) (?= \s | [^\x00-\x7f] ) \s{{0,3}}+ )?+ /?
        (?: (?i: {_CODE} ) (?i: s? ) [. ]{{0,2}} [0-9l]
          | [A-HJ-Z] (?= [\s,;.)\]] | \Z )                                            # A/RES/48/218 A to C
          | [0-9]{{1,4}}+/[0-9]{{1,4}}+(?!/)                                                     # A/RES/60/1 and 60/3
          | [0-9]{{1,4}}+ \s{{0,40}}+ (?: [,;.)\]-] | {_CONTINUING} | (?i: {_ascii("close")} ) | {_FOREIGN} | \Z )
          | (?i: {_NAME} ) [^\s0-9]{{2,9}}+ [ ] [0-9]                                    # et additifs 1 à 6
          | {_FOREIGN} )
    )"""

_TAIL = rf"{_RUN} (?: [ ]? {_BRACKET} )?+ (?: {LETTER} )?+"
# A link of today's form: its host, the symbol and its end. Nothing around it changes how it is read.
_LINK = (
    f"(?: {' | '.join(f'(?<= {re.escape(host)}/ )' for host in hosts('path'))} ) (?: (?:{'|'.join(LANGUAGES)}) / )?+"
)
_LINKED = rf"[A-Z]{{1,8}}+ / {_RUN} (?: {_BRACKET} )?+"
_LINK_END = r"(?= [).,;:]{0,2} (?: \s | \Z ) )"
# What may come before the slash of a symbol, and after it.
_SPELLED = rf"""
    (?: (?<= [A-Z)]/ ) (?<! \.ORG/ )
      | (?<= [0-9]/ ) (?<! {_APART}[0-9]/ ) (?<! {_APART}[0-9]{{2}}/ )        # 3/10/2019 is a date
      | (?<= [^\x00-@\[-\x7f]{_SPACE}/ ) | (?<= [^\x00-\x7f]/ ) (?<! {_SPACE}/ )
    ) (?= [A-Za-z0-9(\s] | [^\x00-\x7f] )"""
_HOST = r"""(?<= (?i:\.org) / )                                             # documents.un.org/symbol-explorer?s=
    (?: (?<= (?i:docs\.org) / ) | (?<= (?i:\.un\.org) / ) (?<! (?i:www\.un\.org) / ) | (?= [^\s<>]{1,300}? = ) )"""
_LOWERED = r"""(?<= [a-z]/ )                                                                  # a/res/60/1
    (?= (?:res|dec|prst|hrc|conf|cop|[a-z]{1,5}\.[0-9])[0-9./(] | [a-z]{1,6}/(?:19|20)[0-9]{2}/ )"""

# The slash that starts a search: the engine scans for the one literal, then looks behind it and names what it may
# belong to. The tail after it is the regular part of a symbol; the group `odd` matches where the text after it may
# change how it is read. The text need not be folded: characters outside ASCII are always odd.
SLASH = re.compile(
    rf"""
    / (?: (?: {_SPELLED} (?: {_TAIL} | (?P<broken> ) )                        # A/ 4111
            | {_LINK} (?P<linked> {_LINKED} ) {_LINK_END} )
          (?: (?= {_ENDED} ) | (?P<odd> {_ODD} ) )?
        | (?P<host> {_HOST} ) | (?P<lowered> {_LOWERED} ) )""",
    re.VERBOSE | re.ASCII,
)

# Characters that set a symbol off from the text before it.
OPEN = " \n(\t\r\"',;:[\u2018\u201c\xab"
_HEADS = " | ".join(
    rf"(?<= [{re.escape(OPEN)}] (?= ( {head} ) ) {head} )"
    for head in ("[A-Z]" * letters + "/" for letters in range(1, 7))
)


@cache
def regular() -> re.Pattern[str]:
    """Return the variant of SLASH for `findall`: consecutive regular symbols, up to the first irregular one.

    The groups of a match together are a whole symbol, head and tail. At a slash that may belong to an irregular symbol,
    the last group is the rest of the text, and nothing more is found.
    """
    return re.compile(
        rf"""
        / (?: (?: (?<= [A-Z]/ ) (?: {_HEADS} ) (?= [A-Za-z0-9] ) ( {_TAIL} )
                | {_LINK} ( {_LINKED} ) {_LINK_END} )
              (?: (?= {_ENDED} ) | (?! {_ODD} ) )
            | (?: {_SPELLED} | {_HOST} | {_LOWERED} ) ( (?s: .+ ) ) )""",
        re.VERBOSE | re.ASCII,
    )
