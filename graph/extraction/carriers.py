"""What the verb that carries an event noun says of it: "threatened a veto", "a majority is needed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.attempts import fell_through, heads_for, is_refused, makes_way
from graph.extraction.hurdles import takes_votes
from graph.extraction.lexicon import status_words, word_class
from graph.extraction.nouns import is_time_word
from graph.extraction.questions import is_out_of_the_question
from graph.extraction.tenses import TAKES_PLACE_FIRST, Judgement, class_of
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive, is_negated
from graph.language.tree import children, lemma, obliques, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
MEANWHILE = frozenset(("before", "during", "amid", "ahead", "ahead of", "prior to", "following", "after"))
"""Prepositions before an event that tell when something else is done."""


def by_carrier(noun: Token, verb: Token) -> Judgement | None:
    """Return what the verb that carries an event noun says, None where it says nothing."""
    name = "possible" if verb.lemma_.lower() in word_class("wants") else class_of(verb)
    if noun.dep_ == "obl" and set(prepositions(noun)) & MEANWHILE:
        return None  # "before the vote they debated it"
    if _is_left_out(noun, verb):
        return Judgement(_F.CANCELLED if verb.lemma_.lower() == "drop" else _F.DENIED, verb.lower_)
    if noun.dep_ == "obj" and verb.lemma_.lower() in word_class("stays_away"):
        return Judgement(_F.HAPPENED, f"{verb.lower_} it")  # "she missed the vote"
    if verb.lemma_.lower() == "insist" and "on" in prepositions(noun):
        return Judgement(_F.POSSIBLE, f"{verb.lower_} on it")  # "insisted on passage before the recess"
    if noun.dep_ == "obj" and is_infinitive(verb) and verb.lemma_.lower() in word_class("forestalls"):
        return Judgement(_F.POSSIBLE, f"to {verb.lower_}")  # "want to prevent a vote"
    if (
        noun.lemma_.lower() == "veto"
        and is_infinitive(verb)
        and verb.lemma_.lower() in word_class("stands_by")
    ):
        return Judgement(_F.POSSIBLE, f"to {verb.lower_}")  # "pledged to uphold a veto of the bill"
    if is_out_of_the_question(verb):
        return Judgement(_F.DENIED, f"{verb.lower_} of it")  # "a vote is out of the question"
    if is_refused(verb) and name == "possible":
        return Judgement(_F.DENIED, verb.head.lower_)  # "refused to allow a vote"
    if heads_for(noun, verb) or (set(prepositions(noun)) & {"for", "to"} and makes_way(verb)):
        return Judgement(_F.SCHEDULED, "the way for")
    if fell_through(verb) and not set(prepositions(noun)) & (TAKES_PLACE_FIRST | {"before"}):
        return Judgement(_F.DENIED, f"had {verb.lower_}")  # "the vote had been set for Friday"
    if any(mark == "on" and put.lemma_.lower() in word_class("standstills") for mark, put in obliques(verb)):
        return Judgement(_F.CANCELLED, f"{verb.lower_} on hold")
    if lemma(verb) in word_class("moves_in_time") and name != "cancelled" and _gets_a_day(verb):
        return Judgement(_F.SCHEDULED, f"{verb.lower_} to")
    if name == "cancelled" and _for_a_while(verb):
        return None  # "the debate was held up for an hour"
    if name == "cancelled" and set(prepositions(noun)) & TAKES_PLACE_FIRST:
        return None  # "adjourned after passage of the bill"
    if name == "denied" and noun.dep_ in ("obl", "nmod"):
        return None  # "rejected it with a vote of 16 to 14"
    kept_off = noun.dep_ in ("obj", "nsubj:pass") and verb.lemma_.lower() in word_class("forestalls")
    if kept_off and is_finite_past(verb) and not is_negated(verb):
        return Judgement(_F.DENIED, verb.lower_)  # "the passage was blocked"
    if verb.lemma_.lower() in ("set", "fix") and any(
        m == "for" or is_time_word(day) for m, day in obliques(verb)
    ):
        return Judgement(_F.SCHEDULED, "set for")  # "agreed to set the vote for 30 May", "debate set Monday"
    if name == "possible" and is_occasion(noun, verb):
        return None  # "debated at committee stage"
    if verb.lemma_.lower() == "have" and noun.dep_ == "obj" and _lies_before(verb):
        return Judgement(_F.REQUIRED, "before it")  # "still has a third reading before it"
    waits = any(
        is_infinitive(to) and class_of(to) == "required"
        for to in (*children(verb, "xcomp"), *children(noun, "acl"))
    )
    if verb.lemma_.lower() == "have" and waits:
        return Judgement(_F.REQUIRED, "to wait for")  # "has only her signature to wait for"
    if verb.lemma_.lower() in ("have", "bear") and verb.tag_ in ("VBZ", "VBP") and not auxiliaries(verb):
        return Judgement(_F.HAPPENED, "has")  # "it has the president's signature"
    if takes_votes(verb):
        return Judgement(_F.REQUIRED, "takes votes")
    if name == "possible" and noun.dep_ == "obl" and "for" in prepositions(noun):
        return Judgement(_F.POSSIBLE, f"{verb.lower_} for")  # "called for a referendum", "called a vote"
    plain = verb.lemma_.lower() in status_words()["carriers"]["plain"] and name != "cancelled"
    if plain or name in ("", "fact", "denied"):
        return None
    return Judgement(_F(name), verb.lower_)


def _is_left_out(stage: Token, verb: Token) -> bool:
    """Whether a stage is one that a bill does not go through: "skipped the second reading", "will skip the
    conference committee"; a vote or a sitting is what members miss.
    """
    acted_on = stage.dep_ in ("obj", "nsubj:pass") and not (is_negated(verb) or is_infinitive(verb))
    told = stage.lemma_.lower() in word_class("left_out_stages") or verb.lemma_.lower() == "drop"
    return acted_on and told and verb.lemma_.lower() in word_class("omits")


def _for_a_while(verb: Token) -> bool:
    """Whether something is put off within its sitting: "for ten minutes", "for two hours"."""
    return any(mark == "for" and noun.lemma_.lower() in ("minute", "hour") for mark, noun in obliques(verb))


def _lies_before(verb: Token) -> bool:
    """Whether what somebody has is still to come: "has it before her", "with two votes ahead of it"."""
    ahead = ("before", "ahead of", "in front of")
    return any(mark in ahead and noun.lower_ in ("it", "them", "him", "her") for mark, noun in obliques(verb))


def _gets_a_day(verb: Token) -> bool:
    """Whether what a verb moves is moved to a time: "slipped to next week", "was moved to Thursday"."""
    return any(
        mark in ("to", "until") and (is_time_word(noun) or noun.lemma_.lower() in word_class("time_units"))
        for mark, noun in obliques(verb)
    )


def is_occasion(noun: Token, verb: Token) -> bool:
    """Whether an event is when or where something is done: "will consider it in the first reading"."""
    beside = noun.dep_ in ("obl", "nmod") and verb.pos_ == "VERB"
    return beside and bool({"in", "at", "during"} & set(prepositions(noun)))
