"""Steps of one kind that an article tells side by side, and that are not one."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.extraction.offices import office_sort
from graph.language.roles import patients
from graph.language.tree import children, obliques
from graph.terms import EventType, Role

if TYPE_CHECKING:
    from graph.language.words import Token


def side_by_side(draft: Draft, told: Collection[EventMention], mention: EventMention) -> bool:
    """Whether a mention stands beside those of an event as another one: in the same sentence ("rejected one
    amendment by 10 to 5 and another by 12 to 3"), or with figures where several were told together.
    """
    if mention.type is EventType.ASSENT and _signed_in_turn(draft, told, mention):
        return True
    if mention.type is EventType.PASSAGE and _is_next_round(draft, told, mention):
        return True
    beside = [m for m in told if m.place[0] == mention.place[0]]
    if any(_comes_first(draft, m) != _comes_first(draft, mention) for m in beside):
        return True
    if mention.type is not EventType.AMENDMENT:
        return False
    if all(_is_moved(draft, m) for m in (mention, *told)):
        movers = {part for m in told for part in m.parts}
        return bool(movers and mention.parts) and not movers.intersection(mention.parts)
    if mention.votes is None:
        return False
    if not mention.because[0].startswith("figures of") and not any(m.votes for m in told):
        each = any(word.lower_ == "each" for word in draft.tree(mention.place).doc)
        return any(_of_several(draft, m) for m in told) and (each or not _of_several(draft, mention))
    return any(m.votes and m.votes != mention.votes for m in beside)


def _is_next_round(draft: Draft, told: Collection[EventMention], mention: EventMention) -> bool:
    """Whether a chamber takes a bill anew behind a vote told before: "a final vote is due on Saturday; then
    the House must pass it again", "passed it for the first time last week … accepted the new version".
    """
    verb = draft.token(mention.clause)
    near = [draft.token(m.clause) for m in told]
    if mention.status.lies_ahead and _how(verb) & word_class("again"):
        return all(draft.token(m.place).lemma_.lower() == "vote" for m in told)
    accepts = verb.lemma_.lower() in ("accept", "concur") and mention.status.is_fact
    return accepts and any(_how(other) & {"first", "time"} for other in near)


def _how(verb: Token) -> set[str]:
    """Return the adverbs of a verb, and "time" where it tells a first one: "for the first time"."""
    firsts = [noun for _, noun in obliques(verb) if noun.lower_ == "time"]
    firsts = [noun for noun in firsts if any(c.lower_ == "first" for c in children(noun, "amod"))]
    return {c.lower_ for c in children(verb, "advmod")} | {noun.lower_ for noun in firsts}


def _is_moved(draft: Draft, mention: EventMention) -> bool:
    """Whether a change is told as moved by somebody: "the Greens have tabled 20 amendments"."""
    return draft.token(mention.place).lemma_.lower() in word_class("moves_a_change")


def _signed_in_turn(draft: Draft, told: Collection[EventMention], mention: EventMention) -> bool:
    """Whether the head of state signs what who presides over a house has signed, or the other way round."""
    first, second = {side for m in told for side in _signing(draft, m)}, _signing(draft, mention)
    return bool(first and second) and not first & second


def _signing(draft: Draft, mention: EventMention) -> set[str]:
    """Return whether the agents of a signature are heads of state ("head") or preside over a house."""
    found = set[str]()
    for key, role in mention.parts:
        referent = draft.actors.referents[key]
        held = {office.sort for office, _ in referent.offices} or {office_sort(referent.name, None)}
        found |= ({referent.acts_as} | held) & {"head", "presiding"} if role is Role.AGENT else set()
    return found


def _comes_first(draft: Draft, mention: EventMention) -> bool:
    """Whether a clause tells what came before what its sentence tells: "having passed"."""
    clause = draft.token(mention.clause)
    first = {c.lower_ for c in children(clause, "mark", "aux")} & {"after", "having", "since"}
    return bool(first) and clause.pos_ == "VERB"


def _of_several(draft: Draft, mention: EventMention) -> bool:
    """Whether several changes are told together: "voted down all ten amendments"."""
    return any(
        noun.tag_ == "NNS" or any(child.lower_ == "every" for child in noun.children)
        for noun in patients(draft.token(mention.place))
    )
