"""Event nouns that stand for what somebody does not do: "returned it without a signature", "will sit out the
vote".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.extraction.verb_words import words_of
from graph.language.roles import is_finite_past, is_negated
from graph.language.tree import children, clause_of

if TYPE_CHECKING:
    from graph.language.words import Token

_ATTENDED = frozenset(("vote", "debate", "ballot", "division", "reading", "discussion", "hearing"))


def is_passed_up(noun: Token, verb: Token) -> bool:
    """Whether an event noun stands only for what somebody will not do: "took their signatures off the bill",
    "will sit out the vote".
    """
    word = noun.lemma_.lower()
    if word not in word_class("consents") | _ATTENDED or noun.dep_ not in ("obj", "nsubj:pass", "conj"):
        return False
    if word in _ATTENDED:
        return not word_class("stays_away").isdisjoint(words_of(verb)) and not is_finite_past(verb)
    return not word_class("takes_back").isdisjoint(words_of(verb))


def is_done_without(noun: Token) -> bool:
    """Whether something is told that came about without what a noun names: "returned it without his
    signature", "became law without the consent of the Lords".
    """
    verb = clause_of(noun)
    consent = noun.lemma_.lower() in word_class("consents_of") and not is_negated(verb)
    return verb.lemma_.lower() in word_class("gives_back") or (
        consent and (is_finite_past(verb) or _is_let(verb))
    )


def is_law_without(gerund: Token) -> bool:
    """Whether a bill is told to have become law without what a gerund tells: "let it become law without
    signing it".
    """
    led = gerund.tag_ == "VBG" and any(c.lower_ == "without" for c in children(gerund, "mark", "case"))
    above = gerund.head
    become = (above, *children(above, "xcomp", "ccomp")) if led else ()
    return any(verb.lemma_.lower() == "become" for verb in become)


def _is_let(verb: Token) -> bool:
    """Whether somebody let a bill become law: "allowed it | to become law"."""
    above = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    return verb.lemma_.lower() == "become" and above.lemma_.lower() in word_class("lets")


def is_instead(word: Token) -> bool:
    """Whether something is told to have been done in place of a step: "sent it back instead of signing it",
    "vetoed it rather than sign it".
    """
    marks = children(word, "mark", "case", "cc", "advmod")
    return any(c.lower_ in ("instead", "rather") and c.following in ("of", "than") for c in marks)


def is_called_for_in_vain(verb: Token) -> bool:
    """Whether a verb tells what calls were for that came to nothing: "defied calls from growers to reject
    the bill", "voted despite appeals to shelve it".
    """
    if verb.tag_ != "VB" or verb.i < 3 or verb.nbor(-1).lower_ != "to":
        return False
    for at in range(verb.i - 2, max(verb.i - 9, 0), -1):
        word = verb.doc[at]
        if word.pos_ in ("VERB", "AUX") and word.tag_ != "VBG":
            return False
        if word.lemma_.lower() in word_class("calls_for_it"):
            before = {word.lemma_.lower() for word in verb.doc[max(at - 5, 0) : at]}
            return not before.isdisjoint(word_class("heeds_no_call"))
    return False
