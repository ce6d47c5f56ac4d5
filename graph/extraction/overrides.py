"""Which decisions override a refusal: a bill passed once more after its veto or return, what came about over
a veto, the vote that did it; and which bills were refused with another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.event_nouns import is_definite
from graph.extraction.lexicon import word_class
from graph.extraction.nouns import is_time_word
from graph.extraction.scene import Scene
from graph.extraction.verbs import governed
from graph.language.tree import children, clause_of, obliques
from graph.terms import DECISIONS, EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_REFUSALS = frozenset((EventType.VETO, EventType.RETURN))
_OVER = ("over", "despite", "in spite", "notwithstanding")
_CHAMBERS = ("chamber", "legislature")
_FAR_ON = 4
"""Sentences from a veto on within which a bill listed with the vetoed one is told to be rejected."""


def find_overrides(draft: Draft) -> Draft:
    """Return the draft with the second passage of a bill that had come back as an override."""
    refusals = [m for m in draft.mentions if m.type in _REFUSALS and m.status.is_fact]
    refused = {m.bill for m in refusals if not _by_a_court(draft, m)}
    anew = [_over_a_veto(draft, _anew(draft, mention, refused)) for mention in draft.mentions]
    anew = [_voted_over(draft, mention, anew) for mention in anew]
    vetoes = [mention for mention in refusals if mention.type is EventType.VETO]
    for place, mention in enumerate(anew if vetoes else ()):
        anew[place] = _refused_too(draft, mention, vetoes)
        vetoes += [anew[place]] if anew[place].type is not mention.type else []
    return replace(draft, mentions=tuple(anew))


def _anew(draft: Draft, mention: EventMention, refused: set[int | None]) -> EventMention:
    """Return a passage as an override where the bill came back before and is passed once more."""
    if mention.type is not EventType.PASSAGE:
        return mention
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    insists = any(mark == "by" and noun.lower_ == "insistence" for mark, noun in obliques(clause))
    if mention.bill not in refused and not insists:
        return mention
    insists = insists or token.lemma_.lower() == "insist"
    if not insists and not any(_says_again(word) for word in {token, clause, clause_of(token)}):
        return mention
    if mention.status is Factuality.CANCELLED or any(_is_years_later(word) for word in {token, clause}):
        return mention  # "again lacks a quorum for a vote"
    because = (*mention.because, "once more after a refusal")
    return replace(mention, type=EventType.OVERRIDE, because=because)


def _says_again(verb: Token) -> bool:
    """Whether a verb tells of a second time: "passed it again", "re-adopted", "approved by insistence"."""
    words = {c.lower_ for c in children(verb, "advmod")}
    if words & word_class("again") or verb.lemma_.lower() in word_class("does_again"):
        return True
    second = {"second", "once", "third"}
    for noun in [*(noun for _, noun in obliques(verb)), *children(verb, "obj", "obl:unmarked")]:
        if noun.lemma_.lower() in ("time", "more") and {c.lower_ for c in noun.children} & second:
            return True
    return any(c.lower_ == "once" for c in verb.subtree) and any(c.lower_ == "more" for c in verb.subtree)


def _is_years_later(verb: Token) -> bool:
    """Whether something is done long after what its sentence tells beside it: "four years after the president
    rejected it", a new attempt.
    """
    years = [word for word in verb.subtree if word.lemma_.lower() in ("year", "decade")]
    return any(word.following in ("after", "later") for word in years)


def _over_a_veto(draft: Draft, mention: EventMention) -> EventMention:
    """Return what came about over a veto as an override: "enacted it over the veto"."""
    if mention.type not in (EventType.PASSAGE, EventType.ASSENT):
        return mention
    clause = draft.token(mention.clause)
    beside = [pair for word in (clause, *children(clause, "obj", "xcomp")) for pair in governed(word)]
    if not any(mark in _OVER and noun.lemma_.lower() == "veto" for mark, noun in beside):
        return mention
    because = (*mention.because, "over a veto")
    return replace(mention, type=EventType.OVERRIDE, because=because)


def _voted_over(draft: Draft, mention: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """Return "the vote" and "the passage of the bill" as the override that was the last decision told before
    of the same bill: "The Senate set aside her veto. | The vote clears the way for it".
    """
    noun = draft.token(mention.place)
    called = noun.pos_ == "NOUN" and noun.lemma_.lower() in ("vote", "passage") and not mention.votes
    of_a_day = any(is_time_word(word) for word in noun.subtree)  # "Friday's vote"
    if mention.type is not EventType.PASSAGE or not called or of_a_day or not is_definite(noun):
        return mention
    before = [m for m in mentions if m.place < mention.place and m.bill == mention.bill]
    decided = [m for m in before if m.type in DECISIONS and m.type is not EventType.AMENDMENT]
    if not decided or decided[-1].type is not EventType.OVERRIDE or not decided[-1].status.is_fact:
        return mention
    if mention.parts and not set(mention.parts) & set(decided[-1].parts):
        return mention
    because = (*mention.because, "of the override told before")
    return replace(mention, type=EventType.OVERRIDE, outcome=decided[-1].outcome, because=because)


def _refused_too(draft: Draft, mention: EventMention, vetoes: Sequence[EventMention]) -> EventMention:
    """Return what nobody is told to have rejected as refused by whoever refused right before a bill listed
    with it: "She vetoed the ports bill and the pilots bill. … | The pilots bill was rejected over its costs."
    """
    rejected = mention.type is EventType.PASSAGE and mention.outcome is Outcome.REJECTED
    if not rejected or mention.parts or mention.votes or mention.bill is None or not mention.status.is_fact:
        return mention
    index, scene = mention.place[0], Scene(draft)
    if any(scene.sort(index, word) in _CHAMBERS for word in draft.tree(mention.place).doc):
        return mention

    def places(key: int | None) -> set[int]:
        bill = draft.bill_of(key)
        return set() if bill is None else {seen[0] for seen in bill.seen}

    for veto in vetoes:
        near = 0 < index - veto.place[0] <= _FAR_ON and veto.bill != mention.bill
        if near and any(place < index for place in places(veto.bill) & places(mention.bill)):
            because = (*mention.because, "as another listed with it")
            return replace(mention, type=EventType.VETO, outcome=None, parts=veto.parts, because=because)
    return mention


def _by_a_court(draft: Draft, mention: EventMention) -> bool:
    """Whether it is a court that sent a bill back."""
    acting = [key for key, role in mention.parts if role is Role.AGENT]
    return any(
        key in draft.actors.referents and draft.actors.referents[key].sort == "court" for key in acting
    )
