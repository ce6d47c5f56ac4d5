"""The number of a bill that was described before: "the bill, HB 12, was"; and of the one in the lead, where
others follow: "vetoed a bill to cap rents. … In her letter on HB 12 … It was her second veto after HB 7".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.extraction.bill_mentions import LEAD, BillMention
from graph.extraction.bill_referents import BillReferent

Place = tuple[int, int]
_SOON = 3
"""Within how many sentences behind the last word on it a bill that was described gets its number."""


def numbered_first(referents: Sequence[BillReferent], official: Sequence[BillReferent]) -> list[BillReferent]:
    """Return the one of several bills named officially that was described before: by its number alone, soon
    after the only bill told of till then, and before any other; all of them where there is none.
    """
    every = list(official)
    if len(every) < 2:
        return every
    first = min(every, key=lambda r: r.first_seen)
    start = first.first_seen
    before = [r for r in referents if r.first_seen < start and not r.existing]
    if len(before) != 1 or first.titles or first.described or first.content or first.apart:
        return every
    main = before[0]
    if main.official or main.plural or main.members or main.first_seen[0] > LEAD or "bill" not in main.nouns:
        return every
    last = max(place for place in main.seen if place < start)
    return [first] if start[0] - last[0] <= _SOON else every


def told_before_its_number(mention: BillMention, at: Mapping[Place, BillReferent]) -> BillReferent | None:
    """Return the bill without a number that was told last in its sentence or the one before, which words that
    tell nothing but a number name again: "the bill, HB 12, was".
    """
    by_noun = mention.definite and not (mention.content or mention.other or mention.plural)
    if not mention.numbers or not by_noun or any(letter.isdigit() for letter in mention.words):
        return None
    place = (mention.index, mention.token.i)
    told = max((p for p in at if mention.index - 1 <= p[0] and p < place), default=None)
    last = at[told] if told else None
    return None if last is None or last.numbers or last.plural or last.existing else last
