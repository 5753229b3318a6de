"""HTML: what a reader of the page sees, and where its links lead.

One pattern cuts a page into tokens, in time proportional to its length and in constant memory. No tree is built,
because a tree costs time that grows with the square of its depth: docs/architecture.md has the figures of the
libraries that were tried.
"""

from __future__ import annotations

import codecs
import re
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from undocs.reading.document import Chunk, ReadingError
from undocs.reading.markup import INLINE, Lines
from undocs.reading.plaintext import decode, encoding_of
from undocs.reading.sniff import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["charset", "chunks"]

_STUCK = 16 << 20  # characters after which a tag or a comment must have ended
_LONG = 1 << 16  # characters of an incomplete token from which it is matched again only when it has doubled

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
    """Cut a page into tokens. An incomplete token at the end of the page is left out.

    A token that is cut off by the end of a piece is matched again from its start when more text has come. Once
    the text held back is long, it must double first: a comment of 16 MB that was matched again with every piece
    would be read 128 times over.
    """
    token = re.compile(_MARKUP, re.VERBOSE | re.DOTALL | re.IGNORECASE | re.ASCII)
    held, enough = "", 0
    for text in chain(texts, [""]):
        held += text
        if text and len(held) < enough:
            continue
        end = 0
        while found := token.match(held, end):
            yield found
            end = found.end()
        held = held[end:]
        if len(held) > _STUCK:
            raise ReadingError(name, "a broken HTML file: a tag or a comment without end")
        enough = min(2 * len(held), _STUCK + 1) if len(held) >= _LONG else 0


def _unescape(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a number of thousands of digits
        return text
