"""What is only asked: "Will the governor sign it?", "Is a veto next?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.tree import first_conjunct

if TYPE_CHECKING:
    from graph.language.words import Token

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
