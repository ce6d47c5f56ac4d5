"""What came of a promise or of votes looked for: "kept her promise to sign it", "could not muster the votes
to override it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.conjunctions import is_condition
from graph.extraction.lexicon import word_class
from graph.extraction.tenses import Judgement, by_modal, by_tense, class_of
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive, is_negated
from graph.language.tree import children, governors, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
_UPON = frozenset(("on", "upon", "with", "to"))


def came_out(step: Token, governor: Token) -> Judgement | None:
    """Return what came of a promise of a step, or of votes for it."""
    return kept_word(step, governor) or found_no_votes(step, governor) or fell_short(step, governor)


def kept_word(step: Token, promise: Token) -> Judgement | None:
    """Return as done what somebody had promised or threatened and did: "made good on his vow to veto it"."""
    return by_promise(promise) if is_infinitive(step) and step.dep_ == "acl" else None


def by_promise(promise: Token) -> Judgement | None:
    """Return that a promise was kept, where its verb says so."""
    if promise.pos_ != "NOUN" or promise.lemma_.lower() not in word_class("words_given"):
        return None
    verb = promise.head
    kept = promise.dep_ == "obj" and verb.lemma_.lower() in word_class("keeps_word")
    if promise.dep_ in ("obl", "nmod") and set(prepositions(promise)) & _UPON:
        kept = bool({verb.lemma_.lower(), f"{verb.lemma_.lower()} {verb.following}"} & word_class("lives_up"))
    if not kept or is_negated(verb) or is_infinitive(verb) or by_modal(verb):
        return None
    told = by_tense(verb, "headline")
    return Judgement(_F.HAPPENED, f"{verb.lower_} {promise.lower_}") if told.status is _F.HAPPENED else None


def found_no_votes(step: Token, governor: Token) -> Judgement | None:
    """Return as failed what nobody found the votes for: "could not find the votes to pass it", "failed to
    muster enough support to override it", "neither house gathered the votes needed to pass it".
    """
    if not is_infinitive(step):
        return None
    held = governor.head if governor.dep_ == "acl" and governor.tag_ == "VBN" else governor
    verb = held.head if held.dep_ == "obj" else held
    votes = [noun for noun in children(verb, "obj") if noun.lemma_.lower() in word_class("votes_sought")]
    if not votes or verb.lemma_.lower() not in word_class("finds_votes"):
        return None
    above = verb.head
    failed = verb.dep_ == "xcomp" and class_of(above) == "denied" and is_finite_past(above)
    missed = is_negated(verb) and bool({"could", "did"} & set(auxiliaries(verb)))
    nobody = is_negated(verb) and is_finite_past(verb)
    foretold = verb.dep_ == "ccomp" and above.tag_ in ("VBZ", "VBP")  # "say it could not find the votes"
    if not (failed or missed or nobody) or foretold or is_condition(verb):
        return None
    return Judgement(_F.HAPPENED, f"no votes {verb.lower_}", failed=True)


def would_lead(failure: Token) -> bool:
    """Whether a failure is told as what would have a result: "failure to pass it would trigger a vote"."""
    leads = failure.pos_ in ("NOUN", "PROPN") and failure.dep_ == "nsubj" and failure.head.pos_ == "VERB"
    return leads and by_modal(failure.head) is not None and "have" not in auxiliaries(failure.head)


def fell_short(step: Token, needed: Token) -> Judgement | None:
    """Return as failed what lacked some votes: "fell three votes short of the majority needed to override
    it".
    """
    if not is_infinitive(step) or needed.dep_ != "acl" or needed.tag_ != "VBN":
        return None
    marks = [c for c in children(needed.head, "case") if c.lower_ == "of" and c.preceding in ("short", "shy")]
    fell = next((verb for verb in governors(needed.head) if verb.pos_ == "VERB"), None)
    if not marks or fell is None:
        return None
    then = (
        fell.tag_ == "VBG" and fell.dep_ == "advcl" and is_finite_past(fell.head)
    )  # "voted …, falling short"
    if not then and not is_finite_past(fell):
        return None
    return Judgement(_F.HAPPENED, "short of", failed=True)


def has_faded(hope: Token) -> bool:
    """Whether what was hoped for is told to be no longer so: "hopes of passing it this week have faded"."""
    told = hope.dep_ in ("nsubj", "nsubj:pass", "obj") and hope.lemma_.lower() in word_class("hopes_for")
    return told and hope.head.lemma_.lower() in word_class("fades") and not is_negated(hope.head)
