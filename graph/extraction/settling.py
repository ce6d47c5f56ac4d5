"""What the day that a step names makes of its status: a plan for a day to come, a fact of a day gone by."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.extraction.reporting import speaker_above
from graph.language.roles import is_passive
from graph.language.tree import children
from graph.model import Window
from graph.temporal import Adverbial
from graph.terms import EventType, Factuality, Outcome

_PRESENT = {"scheduled: present", "scheduled: named as a fact"}


def planned(draft: Draft, mention: EventMention, adverbial: Adverbial) -> EventMention:
    """Return the mention as a plan where "can" or "should" tells one by the day that it names: "can be fined
    only from 16 March", "a vote should follow in April"; what somebody says a body should do is a demand.
    """
    if "possible: can" in mention.because:
        plan = mention.type is EventType.COMMENCEMENT and adverbial.relation == "since"
    else:
        token, clause = draft.token(mention.place), draft.token(mention.clause)
        told = token != clause or is_passive(clause) or bool(children(clause, "cop"))
        plan = "possible: should" in mention.because and told and speaker_above(token) is None
    if not plan:
        return mention
    because = (*mention.because, "scheduled: on a day to come")
    return replace(mention, status=Factuality.SCHEDULED, because=because)


def settled(mention: EventMention, window: Window, published: dt.date | None) -> EventMention:
    """Return the mention as a plan where its words leave that open and its days are still to come, and as a
    fact where what is told in the present lies on a day gone by.
    """
    if published is None or not mention.type.is_stage:
        return mention
    if mention.status is Factuality.HAPPENED and window.start is not None and window.start > published:
        if mention.outcome is Outcome.POSTPONED:  # "struck off the agenda for next week"
            return replace(mention, status=Factuality.CANCELLED)
        because = (*mention.because, "scheduled: on a day to come")
        return replace(mention, status=Factuality.SCHEDULED, outcome=None, because=because)
    present = mention.status is Factuality.SCHEDULED and bool(_PRESENT & set(mention.because))
    in_force = mention.type is EventType.COMMENCEMENT and window.start == window.end == published
    if present and (in_force or (window.end is not None and window.end < published)):
        because = (*mention.because, "happened: on a day that has come")
        return replace(mention, status=Factuality.HAPPENED, because=because)
    return mention
