"""A chamber's vote of which no aim is told beside another's to override a veto: "voted 60-31 to overturn the
veto, after the House voted 361-54".
"""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.language.roles import is_finite_past
from graph.language.tree import children, obliques
from graph.terms import EventType

_ALONE = frozenset(("by", "with", "in", ""))


def find_votes_as_well(draft: Draft) -> Draft:
    """Return the draft, a bare vote beside one to override a veto as one to override it too."""
    overriding = [m for m in draft.mentions if m.type is EventType.OVERRIDE and m.status.is_fact]
    if not overriding:
        return draft
    told = list[EventMention]()
    for mention in draft.mentions:
        beside = next((o for o in overriding if o.place[0] == mention.place[0]), None)
        if beside is not None and _is_bare(draft, mention):
            because = (*mention.because, "to override it too")
            outcome = mention.outcome or beside.outcome
            mention = replace(
                mention, type=EventType.OVERRIDE, bill=beside.bill, outcome=outcome, because=because
            )
        told.append(mention)
    return replace(draft, mentions=tuple(told))


def _is_bare(draft: Draft, mention: EventMention) -> bool:
    """Whether a mention is a vote with figures of which nothing says on what it was or to what end."""
    verb = draft.token(mention.place)
    if mention.type is not EventType.PASSAGE or verb.lemma_.lower() != "vote" or mention.votes is None:
        return False
    if not is_finite_past(verb) or verb.dep_ not in ("advcl", "conj", "ROOT", "parataxis"):
        return False
    aims = children(verb, "obj", "xcomp", "ccomp")
    return not aims and all(mark in _ALONE or noun.tag_ == "CD" for mark, noun in obliques(verb))
