"""Numbers of votes that a bill has to get, or did not get, told by the words before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import children, governors
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_FALLS_SHORT = frozenset(("than", "short", "shy"))
_UNDOES = frozenset(("override", "overturn", "overrule"))
"""What fails where a chamber falls short of what it takes: it voted on just that."""
_LIKELY = frozenset(("threatened", "likely", "potential", "possible", "expected", "promised", "looming"))
_PASSES = frozenset(("pass", "approve", "adopt", "clear", "back", "advance"))
_HAS_TO = frozenset(("had to be", "has to be", "have to be"))


def is_what_it_takes(before: Sequence[str]) -> bool:
    """Whether the words before a number make it what it takes: "had to be approved by (160 votes)", "failed
    to collect (160 votes)".
    """
    if before[-1:] == ["by"] and "and" not in before:
        return any(" ".join(before[at : at + 3]) in _HAS_TO for at in range(len(before)))
    collects = load_lexicon("votes")["words"]["collects"]
    return len(before) > 2 and before[-3:-1] == ["failed", "to"] and before[-1] in collects


def is_hurdle(token: Token) -> bool:
    """Whether a vote is only how many votes are needed, or a step what they are needed for: "short of the
    required two-thirds vote", "more than the support needed to override it", "needed 9 votes to go through".
    """
    if is_draw(token) or is_task(token):
        return True
    if token.lemma_.lower() == "veto" and token.dep_ == "obj":
        return is_infinitive(token.head) and is_hurdle(token.head)
    if is_infinitive(token):
        asked = token.head
        near = {t.lower_ for t in token.doc[max(0, asked.i - 6) : asked.i]}
        short = asked.tag_ == "VBN" and asked.lower_ in ("needed", "required") and bool(near & _FALLS_SHORT)
        short = short and not _is_tried(token)
        return short or _is_what_votes_took(token)
    if token.lemma_.lower() != "vote" or token.pos_ != "NOUN":
        return False
    above = token.head
    counted = token.tag_ == "NNS" and not children(token, "det")
    if counted and token.dep_ == "nsubj:pass" and above.lemma_.lower() in word_class("needed_for"):
        return True  # "sixty votes were required"
    demanded = any(c.lower_ in word_class("needed") for c in children(token, "amod", "acl"))
    before = token.doc[token.left_edge.i : token.i]
    return demanded and any(t.lower_ in word_class("fractions") for t in before)


def _is_tried(step: Token) -> bool:
    """Whether a house that falls short of what an override takes tried it: where the veto was cast ("override
    the governor's veto"), not where one may come ("passed it short of what it takes to override a veto").
    """
    vetoes = [noun for noun in children(step, "obj") if noun.lemma_.lower() == "veto"]
    cast = any(
        (children(veto, "nmod:poss") or any(c.lower_ in ("the", "that") for c in children(veto, "det")))
        and not any(c.lower_ in _LIKELY for c in children(veto, "amod"))
        for veto in vetoes
    )
    above = [step.head, *governors(step.head)]
    passed = any(verb.lemma_.lower() in _PASSES and is_finite_past(verb) for verb in above)
    return step.lemma_ in _UNDOES and cast and not passed


def is_draw(ballot: Token) -> bool:
    """Whether a ballot is a draw, in which nobody votes: "bills drawn in the ballot", "won a place in it"."""
    if ballot.lemma_.lower() != "ballot":
        return False
    near = {t.lemma_.lower() for t in ballot.doc[max(0, ballot.i - 10) : ballot.i]}
    return bool(near & word_class("draws_lots")) or "members" in {c.lower_ for c in ballot.children}


def is_task(step: Token) -> bool:
    """Whether a sentence says only whose task a step is: "scrutiny of bills is the duty of peers"."""
    task = step.head
    told = step.dep_ == "nsubj" and step.pos_ in ("NOUN", "PROPN") and bool(children(task, "cop"))
    return told and task.lemma_.lower() in word_class("tasks") and not children(step, "det", "nmod:poss")


def _is_what_votes_took(step: Token) -> bool:
    """Whether a step is what votes were needed for: "needed 111 votes to go through"."""
    votes, counted = step.head, word_class("majorities") | {"vote"}
    needed = votes.head.lemma_.lower() == "need" and votes.head.tag_ == "VBD"
    return step.dep_ == "acl" and votes.dep_ == "obj" and votes.lemma_.lower() in counted and needed


def is_what_any_takes(step: Token) -> bool:
    """Whether a sentence says how many votes any such step takes: "An override requires two thirds"."""
    verb = step.head
    told = step.dep_ == "nsubj" and bool(
        {c.lower_ for c in children(step, "det")} & {"a", "an", "any", "every"}
    )
    told = told and not children(step, "acl", "acl:relcl", "nmod")
    needs = verb.lemma_.lower() in ("require", "need", "take", "demand") and verb.tag_ == "VBZ"
    counted = word_class("majorities") | word_class("fractions") | {"vote", "third", "fifth", "quarter"}
    return told and needs and any(noun.lemma_.lower() in counted for noun in children(verb, "obj"))


def takes_votes(verb: Token) -> bool:
    """Whether a verb tells how many votes something takes: "it takes 60 votes", "will take a majority"."""
    if verb.lemma_.lower() != "take" or is_finite_past(verb) or "has" in auxiliaries(verb):
        return False
    return any(
        noun.lemma_.lower() in word_class("majorities")
        or (noun.lemma_.lower() == "vote" and children(noun, "nummod"))
        for noun in children(verb, "obj")
    )
