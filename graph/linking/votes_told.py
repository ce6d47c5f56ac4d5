"""Which decisions a vote can be that is told by itself: "the vote on the bill is on Saturday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.language.tree import children
from graph.terms import EventType, Role

if TYPE_CHECKING:
    from graph.linking.coreference import Merged

_ANEW = frozenset(("again", "anew", "afresh"))


def is_another_step(draft: Draft, decision: Merged, vote: Merged) -> bool:
    """Whether a decision is none that a vote is on: a committee's where a house votes, a change of what will
    be voted on, or one that a bill needs anew, told behind the vote.
    """
    if decision.type is EventType.AMENDMENT:
        return vote.ahead  # "will vote on it and is likely to change it"
    if decision.type is EventType.COMMITTEE:
        return _is_of_a_house(draft, vote)
    later = min(vote.places) < min(decision.places)
    clauses = [draft.token(mention.clause) for mention in decision.mentions]
    return later and all(any(c.lower_ in _ANEW for c in children(word, "advmod")) for word in clauses)


def _is_of_a_house(draft: Draft, vote: Merged) -> bool:
    """Whether a house votes, and none of its committees."""
    sorts = {draft.actors.referents[key].sort for key, role in vote.parts if role is Role.AGENT}
    return bool(sorts & {"chamber", "legislature"}) and "committee" not in sorts
