"""HTML: what a reader of the page sees, and where its links lead.

The standard library's parser starts over at every `<` that has no end, and needs half a minute for the
60 kilobytes of `"<a " * 20_000`. Here one pattern cuts pages, in time that grows with their length only.
"""

from __future__ import annotations

import codecs
import re
from html import unescape
from typing import TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.markup import INLINE, Lines
from undocs.reading.plaintext import decode, encoding_of
from undocs.reading.sniff import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["charset", "chunks"]

_STUCK = 16 << 20  # characters after which something must have come to an end

# Cut as the HTML standard does (13.2.5, tokenization), but for the double-escaped states of a script.
_MARKUP = r"""
    (?P<text> [^<]++ | <(?=[^a-zA-Z/!?]) )
  | <!--.*?-->
  | < (?: !(?!--) | \? | /(?![a-zA-Z]) ) [^>]*+ >
  | < (?P<unseen>script|style|template) (?=[\s/>]) .*? </(?P=unseen) (?=[\s/>]) [^>]*+ >
  | < (?! (?:script|style|template)[\s/>] ) /? (?P<tag>[a-zA-Z][^\s/>]*+)
      (?P<attributes> (?: [^>=]++ | =\s*+ (?: "[^"]*+" | '[^']*+' | (?!["']) ) )*+ ) >
"""
_HREF = r"""(?:^|[\s"'/])href\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++))"""

# The encodings of the WHATWG Encoding standard by Python's names; whatever else a page may claim is not one.
_ENCODINGS = r"utf-8|ascii|cp125\d|cp866|iso8859-\d+|koi8-[ru]|mac-\w+|gb2312|gbk|gb18030|big5\w*|euc_\w+|shift_jis\w*"


def charset(head: bytes) -> str:
    """Return the encoding of a page by its mark, by what it says in its first bytes, or else UTF-8."""
    marked = encoding_of(head)
    said = re.search(rb"""<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", head[:HEAD], re.IGNORECASE)
    if marked or not said:
        return marked or "utf-8"
    try:
        name = codecs.lookup(said[1].decode("ascii")).name
    except (LookupError, ValueError):
        return "utf-8"
    if name in {"ascii", "iso8859-1"}:  # so says the standard
        name = "cp1252"
    return name if re.fullmatch(_ENCODINGS, name) else "utf-8"


def chunks(name: str, head: bytes, pieces: Iterator[bytes], warnings: list[str]) -> Iterator[Chunk]:
    """Give the visible text of a page that begins with `head`, a line for each block.

    Raises:
        ReadingError: a tag or a comment has no end.
    """
    lines = Lines(_unescape)
    for token in _tokens(name, decode(pieces, charset(head), warnings)):
        tag = (token["tag"] or "").lower()
        if not tag:
            lines.text(token["text"] or "")
        elif tag == "sup":
            lines.text(" ")
        elif tag not in INLINE and ":" not in tag:  # a name with a colon is an office program's own
            lines.end()
        elif tag == "a" and (href := re.search(_HREF, token["attributes"], re.IGNORECASE)):
            lines.link(_unescape(href[1] or href[2] or href[3] or ""))
        if lines.full:
            yield Chunk(lines.take())
    lines.end()
    yield Chunk(lines.take())


def _tokens(name: str, texts: Iterable[str]) -> Iterator[re.Match[str]]:
    token = re.compile(_MARKUP, re.VERBOSE | re.DOTALL | re.IGNORECASE | re.ASCII)
    held = ""
    for text in texts:
        held += text
        end = 0
        while found := token.match(held, end):
            yield found
            end = found.end()
        held = held[end:]
        if len(held) > _STUCK:
            raise ReadingError(name, "a broken HTML file: a tag or a comment without end")


def _unescape(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a number of thousands of digits
        return text
