"""Give the subject of a sentence back what is told of it behind what it is said to be."""

from __future__ import annotations

from graph.language.words import Token

_TEXTS = frozenset(("law", "act", "bill", "measure", "legislation", "statute"))


def behind_predicate(participle: Token) -> None:
    """Hang what was done to a bill on it, not on what it is said to be: "The bill was the last of its kind, |
    passed in June".
    """
    noun = participle.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.nbor(-1).text != ",":
        return
    subject = next((c for c in noun.children if c.dep_ == "nsubj"), None)
    told = noun.head is noun and any(c.dep_ == "cop" for c in noun.children)
    between = {word.lower_ for word in participle.doc[noun.i : participle.i]}
    if between & _TEXTS:
        return  # "is the copy of a law, passed elsewhere"
    if told and subject is not None and noun.i < participle.i:
        participle.hang(subject, "acl")
