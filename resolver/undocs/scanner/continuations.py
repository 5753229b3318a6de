"""Continuations of a symbol: lists and ranges such as "and Add.1", "Corr.1 and 2", "L.2 to L.12", "and 60/3".

>>> [name for name, *_ in follow("A/66/10 and Add.1 to 3", "A/66/10", 7)]
['A/66/10/Add.1', 'A/66/10/Add.2', 'A/66/10/Add.3']
>>> expand("S/8248/Add.7-9")
['S/8248/Add.7', 'S/8248/Add.8', 'S/8248/Add.9']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.tables.lexicon import codes_of_names, continuing_codes, either, joining, words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["JOIN", "between", "expand", "follow"]

_JOIN, _SPAN = joining("join"), joining("span")
_CLOSE, _NAME = either(words("close")), either(codes_of_names())
_MODIFICATION, _TYPE = continuing_codes(modifications=True), continuing_codes(modifications=False)
_CODE = either(code[:-1] for code in words("code"))

_NEXT = re.compile(
    rf"""
    \s{{0,3}}+ (?P<open> [(\[] )? (?: (?P<span> {_SPAN} ) | (?: {_JOIN} \s{{0,3}} ){{1,2}} ) \s{{0,3}}+ /?
    (?:
        (?: (?P<code> {_NAME} | {_MODIFICATION} ) s? | (?P<type> {_TYPE} ) ) \.? [ ]? (?P<number> [0-9]{{1,4}} | l )
        (?P<stack> (?: / (?: {_MODIFICATION} ) \. [0-9]{{1,3}} ){{0,3}} )
      | (?P<letter> (?-i:[A-HJ-Z]) ) (?= \s{{0,9}}+ (?: [,;.)\]] | $ | (?-i:[a-z]{{2}}) ) )       # A/RES/48/218 A to C
      | (?P<again> [0-9]{{1,4}}/[0-9]{{1,4}} )                                 # A/RES/60/1 and 60/3
      | (?P<bare> [0-9]{{1,4}} ) (?= \s{{0,40}}+ (?:
            [,;.)\]。，、；）号號،؛] | $ | (?: {_JOIN} | {_SPAN} ) \s{{0,40}}+ [0-9(]
          | (?(span) (?: {_CLOSE} ) \b | (?!) ) ) )                              # SR.1 to 39 are the records of
    )
    (?: - (?P<last> [0-9]{{1,4}} ) )?
    (?! [A-Za-z0-9] | /[A-Z0-9] | \.[0-9] ) (?P<end>) (?(open) [)\]]? )        # A/CN.4/L.682 [and Corr.1]
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A symbol that ends in a range of documents. After a country, a type of a treaty body or a year joined by a dot, it is
# one number: CERD/C/BRA/CO/18-20, E/NL.1953/8-28.
_RANGE = re.compile(
    rf"(?P<stem>.+/(?:(?P<code>{_CODE})\.|(?<=[0-9]/)(?<![.0-9][0-9]{{4}}/)))"
    rf"(?P<first>[0-9]+)-(?:(?P=code)\.)?(?P<last>[0-9]+)"
)
# A range whose second end repeats the session: A/RES/60/11-60/13.
_REPEATED = re.compile(r"(?P<stem>.+/(?P<session>(?:E?S-)?[0-9]+)/)(?P<first>[0-9]+)-(?P=session)/(?P<last>[0-9]+)")
# What joins two symbols: a hyphen or a slash alone, or a word that spans a range.
JOIN = re.compile(
    rf"[-\xad] | / (?= [AES]/ ) | \s{{1,3}}+ {_SPAN} \s{{1,3}}+ (?= [A-Z]{{1,6}} / )", re.VERBOSE | re.IGNORECASE
)
_TYPED = re.compile(rf"/(?:{_CODE})\.([0-9]+)$")
_RESOLUTION = re.compile(r"(?P<stem>.+/(?:RES|DEC)/)(?P<session>[0-9]+)/[0-9]+[A-Z]?")
_LETTERED = re.compile(r"/(?:RES|DEC)/.*[0-9][A-Z]$")
_CORRIGENDUM = re.compile(r"/Corr\.[0-9]+$")
_LAST_NUMBER = re.compile(r"[0-9]+$")
# Longer ranges are not expanded: they are periods, pages or slips.
_LONGEST = 200


def follow(text: str, symbol: str, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the symbols that the text after a symbol adds to it: canonical spelling, start and end of each.

    Args:
        text: the folded text.
        symbol: the canonical spelling of the symbol that ends at `end`.
        end: offset in `text`, in characters.
    """
    last = symbol
    while match := _NEXT.match(text, end):
        if not (name := _name(match, symbol, last)):
            return
        start = next(match.start(group) for group in ("again", "bare", "letter", "type", "code") if match[group])
        till, end = match.end("end"), match.end()
        if match["span"]:
            yield from ((between, start, till) for between in between(last, name))
        yield name, start, till
        last = name
        if match["last"]:
            last = _LAST_NUMBER.sub(match["last"], name)
            yield from ((between, start, till) for between in [*between(name, last), last])


def _name(match: re.Match[str], base: str, last: str) -> str:
    """Return the symbol with which a list continues, from its first and its last; empty where it does not continue."""
    # An l that character recognition read for a 1: Add.l.
    number = "1" if match["number"] in {"l", "L"} else match["number"]
    if match["again"]:
        resolution = _RESOLUTION.fullmatch(last)
        like = resolution and len(resolution["session"]) == match["again"].index("/")  # no 24/7, no 9/11
        return resolution["stem"] + match["again"] if resolution and like else ""
    if match["letter"]:
        return last[:-1] + match["letter"] if _LETTERED.search(last) and match["letter"] > last[-1] else ""
    if match["bare"]:  # only after a modification or a typed number
        typed = _TYPED.search(last)
        return _LAST_NUMBER.sub(match["bare"], last) if typed and int(match["bare"]) > int(typed[1]) else ""
    if match["type"]:
        stem, _, component = last.rpartition("/")
        same = component.startswith(match["type"].upper() + ".")
        return f"{stem}/{match['type'].upper()}.{number}" if same else ""
    code = codes_of_names().get(match["code"].lower()) or match["code"].title() + "."
    stem = base
    if f"/{code}" in stem:  # Add.43, Add.44: a code replaces its like
        stem = stem[: stem.index(f"/{code}")]
    if code != "Corr.":  # a corrigendum has no addenda
        stem = _CORRIGENDUM.sub("", stem)
    return f"{stem}/{code}{number}{match['stack'].title()}"


def expand(symbol: str) -> list[str]:
    """Return the symbols that a symbol with a range at its end stands for; another symbol alone."""
    match = _RANGE.fullmatch(symbol) or _REPEATED.fullmatch(symbol)
    if not match or not 0 < int(match["last"]) - int(match["first"]) <= _LONGEST:
        return [symbol]
    return [f"{match['stem']}{number}" for number in range(int(match["first"]), int(match["last"]) + 1)]


def between(first: str, last: str) -> Iterator[str]:
    """Yield the symbols between the two ends of a range, which differ in their last number or letter only."""
    if _LETTERED.search(first) and first[:-1] == last[:-1]:
        yield from (last[:-1] + chr(code) for code in range(ord(first[-1]) + 1, ord(last[-1])))
        return
    one, two = _LAST_NUMBER.search(first), _LAST_NUMBER.search(last)
    if one and two and first[: one.start()] == last[: two.start()] and int(two[0]) - int(one[0]) <= _LONGEST:
        for number in range(int(one[0]) + 1, int(two[0])):
            yield f"{first[: one.start()]}{number}"
