"""What is asked, left open or called untrue: "Will she sign it?", "has not said if", "denied that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.extraction.tenses import Judgement, by_modal, class_of
from graph.extraction.verb_words import words_of
from graph.language.roles import is_finite_past, is_infinitive, is_negated, is_passive
from graph.language.tree import children, first_conjunct, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
VOTED_WHETHER = "voted whether"
"""Why a step counts as voted on with an outcome that only figures tell."""
_CLAIMS = ("claim", "report", "rumour", "rumor", "suggestion", "allegation", "speculation")
_BELOW = ("xcomp", "ccomp", "obj", "nsubj")


def is_asked(clause: Token) -> bool:
    """Whether a sentence asks whether what its main clause says comes about; what a clause beside it tells
    ("will the bill, which the Senate passed, become law?") is not asked.
    """
    words = [word for word in clause.doc if word.text not in "\"'“”‘’"]
    if not words or words[-1].text != "?" or words[0].pos_ != "AUX":
        return False
    word = first_conjunct(clause)
    while word.dep_ in _BELOW:
        word = first_conjunct(word.head)
    return word.dep_ == "ROOT"


def is_left_to_decide(clause: Token) -> bool:
    """Whether a clause with a modal is not decided or known yet: "has not said if she will sign it"."""
    return any(c.lower_ in ("whether", "if") for c in children(clause, "mark"))


def is_doubted(clause: Token) -> bool:
    """Whether somebody holds that what a clause tells will hardly come about: "it is unlikely that it will
    pass", "there is little chance that she signs it".
    """
    above = clause.head
    if clause.dep_ not in ("ccomp", "csubj", "parataxis", "acl", "advcl") or is_negated(above):
        return False
    if above.lemma_.lower() in word_class("hopes_for"):
        return any(c.lower_ in word_class("scarce") for c in children(above, "amod", "det"))
    doubted = above.lemma_.lower() in word_class("cannot_be") | {"doubtful"}
    doubted = doubted or (above.lemma_.lower() == "doubt" and above.pos_ == "VERB")
    return doubted and above.i < clause.i


def is_out_of_the_question(word: Token) -> bool:
    """Whether a predicate says that what it is of will not come about: "is out of the question", "is off the
    table", "has been ruled out".
    """
    if is_negated(word):
        return False
    if word.lemma_.lower() == "rule":
        return is_passive(word) and any(c.lower_ == "out" for c in word.children)
    where = {"question": "out", "table": "off", "card": "off"}.get(word.lemma_.lower())
    return where is not None and bool(children(word, "cop")) and where in prepositions(word)[:1]


def is_put_to_the_vote(clause: Token) -> bool:
    """Whether there is a vote on whether to do what a clause tells: "voted on whether to override it", "will
    hold a vote on whether to pass it".
    """
    verb = clause.head
    asked = is_infinitive(clause) and any(c.lower_ == "whether" for c in children(clause, "mark"))
    voting = [verb, *children(verb, "obj", "nsubj:pass")]
    return asked and not is_negated(verb) and any(word.lemma_.lower() == "vote" for word in voting)


def depends(clause: Token) -> Token | None:
    """Return the first word of the condition that stands beside a clause: "if they agree", "unless she
    signs it", "should it pass".
    """
    for below in children(first_conjunct(clause), "advcl"):
        opening = min(below.subtree, key=lambda t: t.i)
        marks = {c.lower_ for c in children(below, "mark")}
        if marks & {"if", "unless"} or opening.lower_ in ("should", "if", "unless", "were", "had"):
            return opening
    return None


def is_disclaimed(clause: Token) -> bool:
    """Whether somebody calls what a clause tells untrue: "denied that it was withdrawn", "dismissed claims
    that it would be".
    """
    above = clause.head
    if clause.dep_ in ("acl", "ccomp") and above.lemma_.lower() in _CLAIMS and above.dep_ == "obj":
        above = above.head
    elif clause.dep_ != "ccomp":
        return False
    return above.lemma_.lower() in word_class("disclaims") and not is_negated(above)


def is_turned_down(request: Token, step: Token) -> bool:
    """Whether a request, call or bid is what somebody refused: "turned down a bid for a referendum"."""
    verb = request.head
    refused = {verb.lemma_.lower(), *words_of(verb)} & word_class("turns_down")
    acted_on = step.pos_ == request.pos_ == "NOUN" and request.dep_ in ("obj", "nsubj:pass")
    return acted_on and bool(refused) and class_of(request) == "possible" and by_modal(verb) is None


def voted_not_to(clause: Token) -> Judgement | None:
    """Return as turned down what was voted not to be done: "voted not to advance the bill"."""
    if not (is_negated(clause) and is_infinitive(clause) and clause.head.lemma_.lower() == "vote"):
        return None
    past = is_finite_past(clause.head)
    return Judgement(_F.HAPPENED if past else _F.POSSIBLE, "voted not to", failed=past)
