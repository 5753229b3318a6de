"""Citations in running text: "resolution 60/1" is a document too.

`cite` finds the references that never spell a symbol out, in English, French, Spanish, Russian, Arabic, Chinese
and German: resolutions and decisions by their numbers. The words and patterns are data, `data/citations/*.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.citations.attribution import Context, attribute
from undocs.citations.groups import cited
from undocs.citations.language import languages
from undocs.citations.organs import organ_of, organs
from undocs.citations.passages import blot, passages
from undocs.citations.vocabulary import vocabulary
from undocs.extract import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Context", "cite"]

_MASTHEAD = 1500  # characters in which a document names the organ that issues it


@cache
def _explicit() -> re.Pattern[str]:
    return re.compile(r"(A/RES|A/HRC/RES|E/RES)/(?:(ES|S)-)?(\d{1,4})/(\d{1,3})(?!\d)", re.ASCII)


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
        organ: whose resolutions are meant where the text does not say, by code ("GA", "HRC") or by how the
            symbols of that organ begin ("A", "S", "E", "A/HRC").
        language: two-letter code of the language, when it is known; otherwise it is found from the text.
        context: what earlier pieces of the same document have told; it is added to.

    Raises:
        KeyError: for a language or an organ that is not known.
    """
    context = context or Context()
    if organ:
        context.organ, context.given, context.begun = _code(organ), True, True
    for start, end in taken:
        if not context.begun and start < _MASTHEAD:
            context.organ = organ_of(text[start:end])
            context.begun = True
        if explicit := _explicit().match(text, start, end):
            series, prefix, session, serial = explicit.groups()
            context.seen.setdefault((prefix or "", session, serial), organ_of(series))
    context.begun = True
    blotted = blot(text, taken)
    spoken = (language,) if language else languages(text)
    found = [mention for code in spoken for mention in _cite(text, blotted, code, context)]
    if len(spoken) > 1:
        found.sort(key=lambda mention: (mention.start, -mention.end))
    done = 0
    for mention in found:
        if mention.start >= done:
            yield mention
            done = mention.end


def _code(organ: str) -> str:
    """Return the code of an organ given by it, or by how its symbols begin (A, S, E, A/HRC)."""
    code = organ if organ in organs() else organ_of(organ)
    if not code:
        raise KeyError(organ)
    return code


def _cite(text: str, blotted: str, language: str, context: Context) -> Iterator[Mention]:
    words = vocabulary(language)
    done = 0
    for offset, passage in passages(blotted, words):
        for item in cited(list(words.tokens(passage)), passage, words):
            finding = attribute(item, context)
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
