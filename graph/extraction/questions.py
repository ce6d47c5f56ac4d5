"""What is asked, left open or called untrue: "Will she sign it?", "has not said if", "denied that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.roles import is_negated
from graph.language.tree import children, first_conjunct

if TYPE_CHECKING:
    from graph.language.words import Token

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
