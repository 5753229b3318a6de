r"""HTML: the visible text of a page, and the targets of its links.

One pattern cuts a page into tokens, in time proportional to its length and in constant memory. No tree is built,
because a tree costs time that grows with the square of its depth: docs/architecture.md has the figures of the
libraries that were tried.

>>> import io
>>> from undocs.reading.input import Input
>>> page = b"<p>See <a href='https://undocs.org/A/RES/79/1'>it</a> and <b>A/66</b>/10.<script>A/1</script>"
>>> with Input("page", io.BytesIO(page)) as source:
...     [chunk.text for chunk in chunks(source)]
['See it and A/66/10.\nhttps://undocs.org/A/RES/79/1\n']
"""

from __future__ import annotations

import codecs
import re
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from undocs.reading.decoding import decode, encoding_of
from undocs.reading.document import Chunk, ReadingError
from undocs.reading.limits import HEAD, HTML_LONG_TOKEN, HTML_TOKEN
from undocs.reading.markup import INLINE, Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.reading.input import Input

__all__ = ["charset", "chunks"]

# One token, cut as the HTML standard does (13.2.5, tokenization), without the double-escaped states of a script: text,
# with a `<` that begins no tag; a comment; a declaration or bogus comment, `<!doctype html>` or `</ p>`; an element
# whose text is not visible; a tag. In attributes, a `>` within quotes does not end the tag. Every repeat is possessive
# or ends at a literal, so that no text is read twice.
_MARKUP = r"""
    (?P<text> [^<]++ | <(?=[^a-zA-Z/!?]) )
  | <!--.*?-->
  | < (?: !(?!--) | \? | /(?![a-zA-Z]) ) [^>]*+ >
  | < (?P<unseen>script|style|template) (?=[\s/>]) .*? </(?P=unseen) (?=[\s/>]) [^>]*+ >
  | < (?! (?:script|style|template)[\s/>] ) /? (?P<tag>[a-zA-Z][^\s/>]*+)
      (?P<attributes> (?: [^>=]++ | =\s*+ (?: "[^"]*+" | '[^']*+' | (?!["']) ) )*+ ) >
"""
# The value of `href` in double quotes, in single quotes, or without quotes; not that of `data-href`.
_HREF = r"""(?:^|[\s"'/])href\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++))"""

# The encoding that a page declares: `<meta charset="utf-8">`, `<meta ... content="text/html; charset=koi8-r">`.
_DECLARED = rb"""<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})"""
# The encodings of the WHATWG Encoding standard, by Python's names. A page that declares another one is read as UTF-8.
_ENCODINGS = r"utf-8|ascii|cp125\d|cp866|iso8859-\d+|koi8-[ru]|mac-\w+|gb2312|gbk|gb18030|big5\w*|euc_\w+|shift_jis\w*"


def chunks(source: Input) -> Iterator[Chunk]:
    """Yield the visible text of a page, a line for each block, and after a line the link targets that it hides.

    Raises:
        ReadingError: a tag or a comment does not end within limits.HTML_TOKEN characters.
    """
    lines = Lines(_unescape)
    for token in _tokens(source.name, decode(source.pieces(), charset(source.head), source.warnings)):
        tag = (token["tag"] or "").lower()
        if not tag:
            lines.text(token["text"] or "")
        elif tag == "sup":
            lines.text(" ")  # a raised figure is the mark of a note and must not become the last digit of a symbol
        elif tag not in INLINE and ":" not in tag:  # `o:p` is an office program's own element, within a line
            lines.end()
        elif tag == "a" and (href := re.search(_HREF, token["attributes"], re.IGNORECASE)):
            lines.link(_unescape(href[1] or href[2] or href[3] or ""))
        if lines.full:
            yield Chunk(lines.take())
    lines.end()
    yield Chunk(lines.take())


def charset(head: bytes) -> str:
    """Return the encoding of a page: that of its byte order mark, else the one that it declares, else UTF-8.

    >>> charset(b"<meta charset=windows-1251>"), charset(b"<meta charset=latin1>")
    ('cp1251', 'cp1252')
    """
    marked = encoding_of(head)
    declared = re.search(_DECLARED, head[:HEAD], re.IGNORECASE)
    if marked or not declared:
        return marked or "utf-8"
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
    except (LookupError, ValueError):
        return "utf-8"
    if name in {"ascii", "iso8859-1"}:  # the standard reads both as Windows-1252
        name = "cp1252"
    return name if re.fullmatch(_ENCODINGS, name) else "utf-8"


def _tokens(name: str, texts: Iterable[str]) -> Iterator[re.Match[str]]:
    """Cut a page into tokens. An incomplete token at the end of the page is left out.

    A token that is cut off by the end of a text is matched again from its start when more text has come. Once the text
    held back is long, it must double first: a comment of 16 MB that was matched again with every text would be read
    128 times over.
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
        if len(held) > HTML_TOKEN:
            raise ReadingError(name, "broken HTML file: a tag or a comment does not end")
        enough = min(2 * len(held), HTML_TOKEN + 1) if len(held) >= HTML_LONG_TOKEN else 0


def _unescape(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a number of thousands of digits
        return text
