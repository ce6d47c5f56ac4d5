"""What was planned for a sitting that was called off is called off too: "told them that the second reading
would be on Tuesday. The sitting has been scrapped".
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.terms import READINGS, EventType, Factuality, Outcome

_HELD = frozenset((*READINGS, EventType.PASSAGE, EventType.DEBATE))
_SOON = dt.timedelta(days=3)
"""From the day on which a sitting is called off to that for which it was planned, at most."""


def find_called_off(draft: Draft) -> Draft:
    """Return the draft with the steps as cancelled that were planned for a day that has come, and whose
    sitting the article tells to be called off.
    """
    off = [m for m in draft.mentions if m.type is EventType.SITTING and m.status is Factuality.CANCELLED]
    if not off:
        return draft
    told = tuple(_called_off(m) if _was_for(draft, off, m) else m for m in draft.mentions)
    return replace(draft, mentions=told)


def _was_for(draft: Draft, off: list[EventMention], mention: EventMention) -> bool:
    """Whether a step was planned for one of the sittings that were called off."""
    day, published = mention.when.window.end, draft.text.article.published
    planned = mention.type in _HELD and mention.status.lies_ahead and mention.when.window.is_one_day
    if not planned or day is None or published is None or day > published:
        return False
    ends = [m.when.window.end for m in off]
    return any(end is None or dt.timedelta(0) <= day - end <= _SOON for end in ends)


def _called_off(mention: EventMention) -> EventMention:
    because = (*mention.because, "cancelled: its sitting")
    outcome = Outcome.POSTPONED if mention.decides else mention.outcome
    return replace(mention, status=Factuality.CANCELLED, outcome=outcome, because=because)
