"""Words of an article held by themselves and what stands around them, found again when the text has moved.

An anchor is a TextQuoteSelector of the Web Annotation model
(https://www.w3.org/TR/annotation-model/#text-quote-selector): the exact words with a stretch of text before
and after. No offsets: a paragraph put in before changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from graph.model import Article, Part, Quote

AROUND = 32
"""Characters kept before and after the words, as many as the Web Annotation examples keep."""

Missing = Literal["gone", "several"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a title or text with up to AROUND characters before and after them."""

    part: Part
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor_at(article: Article, part: Part, start: int, end: int) -> Anchor:
    """Return the anchor of the words between two offsets."""
    text = article.part(part)
    return Anchor(part, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def anchor_of(article: Article, quote: Quote) -> Anchor:
    """Return the anchor of a quote."""
    return anchor_at(article, quote.part, quote.start, quote.end)


def anchor_words(article: Article, words: str) -> Anchor | Missing:
    """Return the anchor of words that stand in an article once; "gone" or "several" where they do not."""
    places = [
        (part, start) for part in get_args(Part) for start in _places(article.part(part), words) if words
    ]
    if len(places) != 1:
        return "several" if places else "gone"
    ((part, start),) = places
    return anchor_at(article, part, start, start + len(words))


def find(article: Article, anchor: Anchor) -> Quote | Missing:
    """Return where an anchor's words stand now.

    Of several places the one counts whose surroundings agree best with prefix and suffix; where two agree
    equally well nobody can say, and the answer is "several".
    """
    text = article.part(anchor.part)
    scored = sorted(
        ((_agreement(text, start, anchor), start) for start in _places(text, anchor.exact)), reverse=True
    )
    if not scored:
        return "gone"
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return "several"
    start = scored[0][1]
    return Quote(anchor.part, start, start + len(anchor.exact), anchor.exact)


def _places(text: str, words: str) -> list[int]:
    found, start = list[int](), text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + 1)
    return found


def _agreement(text: str, start: int, anchor: Anchor) -> int:
    """Return how many characters before and after a place are those of the anchor, counted outwards."""
    end = start + len(anchor.exact)
    before = text[max(0, start - len(anchor.prefix)) : start]
    return _shared(before[::-1], anchor.prefix[::-1]) + _shared(
        text[end : end + len(anchor.suffix)], anchor.suffix
    )


def _shared(a: str, b: str) -> int:
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length
