"""What was approved before it goes to the body that the article names: "Two bills were approved and will be
submitted to parliament" tells of no vote in parliament.
"""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.anaphors import IN_THE_ONLY_BODY
from graph.extraction.draft import Draft, EventMention
from graph.terms import READINGS, EventType, Outcome, Role

_BROUGHT = frozenset((EventType.INTRODUCTION, EventType.TRANSMISSION))
_IN_PARLIAMENT = frozenset(
    (*READINGS, EventType.INTRODUCTION, EventType.COMMITTEE, EventType.DEBATE, EventType.PASSAGE)
)


def find_not_yet_brought(draft: Draft) -> Draft:
    """Return the draft without a body as who approved what is yet to be put before it; what is yet to be put
    before parliament is approved by those who wrote it.
    """
    brought = [m for m in draft.mentions if m.type in _BROUGHT and m.status.lies_ahead]
    if not brought:
        return draft
    return replace(draft, mentions=tuple(_before_it_goes(draft, m, brought) for m in draft.mentions))


def _before_it_goes(draft: Draft, mention: EventMention, brought: list[EventMention]) -> EventMention:
    """Return an approval by nobody that is named, as one by who is not yet to be asked."""
    if mention.type is not EventType.PASSAGE or mention.outcome is not Outcome.APPROVED or mention.votes:
        return mention
    assumed = any(reason.startswith(IN_THE_ONLY_BODY) for reason in mention.because)
    acting = [key for key, role in mention.parts if role is Role.AGENT]
    if not mention.status.is_fact or mention.bill is None or (acting and not assumed):
        return mention
    soon = (m for m in brought if m.bill == mention.bill and mention.place < m.place)
    near = (m for m in soon if m.place[0] <= mention.place[0] + 1)
    before = {key for m in near for key, role in m.parts if role is Role.RECIPIENT}
    if assumed and before.intersection(acting):
        parts = tuple(part for part in mention.parts if part[1] is not Role.AGENT)
        because = tuple(reason for reason in mention.because if not reason.startswith(IN_THE_ONLY_BODY))
        mention = replace(mention, parts=parts, because=because)
    told = [m for m in draft.mentions if m.bill == mention.bill and m.status.is_fact]
    if any(m.type in _IN_PARLIAMENT and m.place != mention.place for m in told):
        return mention
    if not any(draft.actors.referents[key].sort == "legislature" for key in before):
        return mention
    because = (*mention.because, "not yet before parliament")
    return replace(mention, type=EventType.DRAFTING, because=because)
