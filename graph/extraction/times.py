"""The times that an article names, found once for all rules that ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.model import Article, Part, TimeExpression
from graph.temporal import Adverbial, find_adverbials, find_expressions, month_first

_DATELINE = re.compile(
    r"[A-Z][\w.'’ -]{1,30}(?:, [A-Z][\w.' ]{1,20})?,? \(?[A-Z][a-z]{2,8}\.? \d{1,2}\)?(?=[:,]? ?[(:–—-])"
)
_LATE = 2
"""Days between a dateline and the publication, at most."""


@dataclass(frozen=True, slots=True)
class Times:
    """The times of an article.

    Attributes:
        article: as published on the day that "today" means in it.
        expressions: of title and text, in order.
        adverbials: the same with the words that say how they date something.
    """

    article: Article
    expressions: Mapping[Part, tuple[TimeExpression, ...]]
    adverbials: Mapping[Part, tuple[Adverbial, ...]]


@lru_cache(maxsize=1)
def times_of(article: Article) -> Times:
    """Return the times that an article names; those of the article asked for last are kept."""
    written, order = _written(article), month_first(article.url)
    parts: tuple[Part, ...] = ("title", "text")
    found = {
        part: find_expressions(article.part(part), part=part, published=written, month_first=order)
        for part in parts
    }
    adverbials = {part: find_adverbials(article.part(part), found[part], published=written) for part in found}
    return Times(replace(article, published=written), found, adverbials)


def _written(article: Article) -> dt.date | None:
    """Return the day that "today" means: that of the dateline ("NEW DELHI, March 21:") where the text has one
    of the last days before publication, else the publication day.
    """
    opening = _DATELINE.match(article.text)
    if opening is None or article.published is None:
        return article.published
    days = [e.earliest for e in find_expressions(opening.group(), published=article.published)]
    told = days[0] if len(days) == 1 else None
    if told is None or not 0 <= (article.published - told).days <= _LATE:
        return article.published
    return told
