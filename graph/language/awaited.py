"""Hang together what has to come first: "becomes law once the House has | passed it, the president has
| signed it and it has been | gazetted".
"""

from __future__ import annotations

from graph.language.words import Token

_MARKS = frozenset(("once", "until", "till", "unless", "if", "when", "before", "after"))
_WAITED_FOR = frozenset(("once", "until", "till"))


def comes_first(verb: Token) -> None:
    """Mend what hangs on one verb in place: a clause with a conjunction is none of a noun's, and a perfect
    behind one that something waits for is waited for as well.

    Args:
        verb: any word of a sentence.
    """
    noun = verb.head
    mark = _mark(verb)
    if verb.dep_ == "csubj" and mark in _MARKS and noun.i < verb.i:
        verb.dep_ = "advcl"
        return
    if verb.dep_ == "acl" and mark in _MARKS and noun.dep_ in ("xcomp", "obj", "obl") and noun.i < verb.i:
        verb.hang(noun.head, "advcl")
        return
    if verb.dep_ not in ("parataxis", "conj") or mark or not _is_perfect(verb):
        return
    for first in [c for c in verb.head.children if c.dep_ == "advcl" and verb.head.i < c.i < verb.i]:
        if _mark(first) in _WAITED_FOR and _is_perfect(first):
            verb.hang(first, "conj")
            return


def _mark(verb: Token) -> str:
    """Return the conjunction before a clause, "" where it has none."""
    return next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in _MARKS), "")


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
