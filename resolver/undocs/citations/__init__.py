"""Citations in running text: "resolution 60/1" is a document too.

`cite` finds the references that never spell a symbol out, in English, French, Spanish, Russian, Arabic, Chinese
and German: resolutions and decisions by their numbers. The words and patterns are data, `data/citations/*.toml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.citations.attribution import Context, attribute
from undocs.citations.groups import cited
from undocs.citations.language import languages
from undocs.citations.passages import blot, passages
from undocs.citations.vocabulary import vocabulary
from undocs.extract import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Context", "cite"]

_MASTHEAD = 1500  # characters in which a document names the organ that issues it
_ISSUERS = (("A/RES/", "GA"), ("A/HRC/", "HRC"), ("S/", "SC"), ("E/", "ECOSOC"), ("A/", "GA"))
_EXPLICIT = re.compile(r"(A/RES|A/HRC/RES|E/RES)/(?:(ES|S)-)?(\d{1,4})/(\d{1,3})(?!\d)", re.ASCII)
_OWNERS = {"A/RES": "GA", "A/HRC/RES": "HRC", "E/RES": "ECOSOC"}


def cite(
    text: str,
    taken: Sequence[tuple[int, int]] = (),
    *,
    organ: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Iterator[Mention]:
    """Yield the citations in `text` that are no symbols, in order of their place.

    Args:
        text: the text, or one piece of a document.
        taken: the spans of whole symbols already found, in order; nothing inside them is cited again.
        organ: code of the organ that bare numbers belong to, such as "GA", "SC" or "HRC".
        language: two-letter code of the language, when it is known; otherwise it is found from the text.
        context: what earlier pieces of the same document have told; it is added to.

    Raises:
        KeyError: for a language or an organ that is not known.
    """
    context = context or Context()
    if not context.begun:
        _begin(text, taken, context)
    for start, end in taken:
        if explicit := _EXPLICIT.match(text, start, end):
            series, prefix, session, serial = explicit.groups()
            context.seen.setdefault((prefix or "", session, serial), _OWNERS[series])
    blotted = blot(text, taken)
    spoken = (language,) if language else languages(text)
    found = [mention for code in spoken for mention in _cite(text, blotted, code, organ or "", context)]
    if len(spoken) > 1:
        found.sort(key=lambda mention: (mention.start, -mention.end))
    done = 0
    for mention in found:
        if mention.start >= done:
            yield mention
            done = mention.end


def _begin(text: str, taken: Sequence[tuple[int, int]], context: Context) -> None:
    """Find the issuing organ from the first symbol of the masthead."""
    context.begun = True
    for start, end in taken:
        if start > _MASTHEAD:
            return
        for series, organ in _ISSUERS:
            if text.startswith(series, start, end):
                context.organ = organ
                return


def _cite(text: str, blotted: str, language: str, organ: str, context: Context) -> Iterator[Mention]:
    words = vocabulary(language)
    done = 0
    for offset, passage in passages(blotted, words):
        for item in cited(list(words.tokens(passage)), passage, words):
            finding = attribute(item, context, organ)
            start, end = offset + item.start, offset + item.end
            if finding is None or start < done:
                continue
            done = end
            yield Mention(
                symbol=finding.symbol,
                text=text[start:end],
                start=start,
                end=end,
                kind="citation",
                confidence="certain" if finding.certain else "likely",
                candidates=finding.candidates,
                note=finding.note,
            )
