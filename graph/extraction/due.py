"""What is told as due ("had been due to be signed"), and what there is no time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.attempts import given_up
from graph.extraction.lexicon import word_class
from graph.extraction.tenses import Judgement, by_modal
from graph.extraction.verb_words import words_of
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive, is_negated
from graph.language.tree import children, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality


def by_due(verb: Token) -> Judgement | None:
    """Return what "is to" and "is yet to" say of a verb."""
    words = set(auxiliaries(verb))
    to = is_infinitive(verb) or any(c.lower_ == "due" for c in children(verb, "mark", "case"))
    if to and words & {"is", "are", "'s", "was", "were", "had"}:
        if "had" in words or (words & {"was", "were"} and "have" in words) or given_up(verb):
            return Judgement(_F.DENIED, "had due")  # "had been due to be debated"
        if any(noun.lemma_.lower() in word_class("ways_out") for noun in children(verb, "nsubj:outer")):
            return Judgement(_F.POSSIBLE, "is best to")
        yet = any(child.lower_ == "yet" for child in verb.children)
        return Judgement(_F.REQUIRED if yet else _F.SCHEDULED, "yet to" if yet else "is to")
    return None


def by_reach(governor: Token) -> Judgement | None:
    """Return what a word says of an infinitive below it that will hardly come about: "unlikely to pass", "no
    longer had time to debate it", "ran out of time to"; what time is only running out for still may.
    """
    if governor.lemma_.lower() in word_class("cannot_be"):
        return None if is_negated(governor) else Judgement(_F.DENIED, governor.lower_)
    noun = governor.head if governor.dep_ == "acl" else governor  # "time | left to debate it"
    if time := next((c for c in children(noun, "obl") if c.lower_ == "time"), None):
        if noun.lemma_.lower() != "run" or "out" not in prepositions(time):
            return None
        running = noun.tag_ == "VBG" or by_modal(noun) is not None
        return Judgement(_F.POSSIBLE if running else _F.DENIED, "out of time")
    scarce = any(c.lower_ in ("no", "little") for c in children(noun, "det", "amod"))
    over = any(c.lower_ == "longer" for c in children(noun.head, "advmod"))
    none = scarce or over or is_negated(noun.head) or is_negated(noun)
    return Judgement(_F.DENIED, governor.lower_) if noun.lower_ == "time" and none else None


def decided_to_bring(step: Token, governor: Token) -> Judgement | None:
    """Return as promised what somebody has settled to put before parliament, which is not done with that:
    "has decided to introduce the bill", "the cabinet agreed to submit it".
    """
    settled = is_infinitive(step) and governor.lemma_.lower() in word_class("settles_to")
    brings = settled and step.lemma_.lower() in word_class("brings_a_bill") - {"table"}
    return Judgement(_F.PROMISED, f"{governor.lower_} to") if brings and not is_negated(governor) else None


def came_too_late(verb: Token) -> bool:
    """Whether what ended before it could come about: "withdrew the bill before it could be heard"."""
    before = any(c.lower_ == "before" for c in children(verb, "mark"))
    ended = is_finite_past(verb.head) and words_of(verb.head)[0] in word_class("ends_a_bill")
    return before and ended and "could" in auxiliaries(verb)
