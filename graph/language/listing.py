"""Coordinate things of one kind that the parser hung elsewhere: bills listed in one sentence."""

from __future__ import annotations

from graph.language.words import Token


def list_of_one_kind(noun: Token) -> None:
    """Coordinate things of one kind that a sentence lists: "the Water Bill, | the Ports Bill and the Roads
    Bill", read as two names of one; "a law on prisons and | a law on courts", read as prisons and a law.
    """
    told = _article(noun) or noun.lemma_ == "Bill"  # HB 12
    if noun.dep_ not in ("appos", "conj") or not told or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.dep_ == "appos":
        first = noun.head
        labels = (("conj", first), ("conj", noun), (first.dep_, first.head))  # where the last of them hangs
        behind = [c for dep, head in labels for c in head.children if c.dep_ == dep and c.i > noun.i]
        listed = [c for c in behind if _one_kind(c, noun) and any(d.dep_ == "cc" for d in c.children)]
        if _one_kind(first, noun) and listed:
            noun.dep_ = "conj"
            listed[0].hang(first, "conj")
        return
    before = reversed(list(noun.doc[: noun.head.i]))
    first = next((word for word in before if _one_kind(word, noun)), None)
    if first is not None and not _one_kind(noun.head, noun) and not noun.is_ancestor(first):
        noun.hang(first, "conj")


def _one_kind(one: Token, other: Token) -> bool:
    return one.lemma_ == other.lemma_ and _article(one) == _article(other) and one is not other


def _article(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "det"), "")
