"""The number of the bill that the lead describes, where further bills are named by numbers later: "vetoed a
bill to cap rents. … In his letter on House Bill 12 she wrote … It was the second veto after House Bill 7".
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.bill_mentions import LEAD
from graph.extraction.bill_referents import BillReferent

_SOON = 3
"""Within how many sentences behind the last word on it a bill that was described gets its number."""


def numbered_first(referents: Sequence[BillReferent], official: Sequence[BillReferent]) -> list[BillReferent]:
    """Return the one of several bills named officially that was described before: by its number alone, soon
    after the only bill told of till then, and before any other; all of them where there is none.
    """
    every = list(official)
    if len(every) < 2:
        return every
    first = min(every, key=lambda r: min(r.seen))
    start = min(first.seen)
    before = [r for r in referents if min(r.seen) < start and not r.existing]
    if len(before) != 1 or first.titles or first.described or first.content or first.apart:
        return every
    main = before[0]
    if main.official or main.plural or main.members or min(main.seen)[0] > LEAD or "bill" not in main.nouns:
        return every
    last = max(place for place in main.seen if place < start)
    return [first] if start[0] - last[0] <= _SOON else every
