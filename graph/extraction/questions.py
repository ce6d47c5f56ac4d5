"""What is asked, left open or called untrue: "Will she sign it?", "has not said if", "denied that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.roles import is_infinitive, is_negated, is_passive
from graph.language.tree import children, first_conjunct, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token

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
