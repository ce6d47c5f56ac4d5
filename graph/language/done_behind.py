"""Hang on a bill what was done to it, told behind a comma and behind what the bill is about, or joined to
what was told so before.
"""

from __future__ import annotations

from graph.language.words import Token

CLOSED = frozenset(("aux", "aux:pass", "mark", "cc", "obj", "cop", "nsubj:pass"))
"""Labels of words by which a participle is part of a verb form or of a clause of its own."""
_IN_A_DESCRIPTION = frozenset((
    "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "compound", "xcomp", "ccomp", "advcl", "acl",
    "acl:relcl",
))  # fmt: skip
"""Labels of what says, however far down, what a bill is about."""
_MOVES = frozenset(("table", "move", "propose", "submit", "file", "suggest", "bring", "put", "offer"))
_CHANGES = frozenset(("amendment", "change", "alteration", "rider"))


def describe_behind_content(
    verb: Token, bills: frozenset[str], undergoes: frozenset[str], enacted: frozenset[str]
) -> None:
    """Hang on a bill the participle behind a comma that was hung on what the bill is about: "a bill to deal
    with war crimes, | lodged in March, | was signed", "the bill on school cameras, | twice sent back by MPs".
    """
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_ not in undergoes:
        return
    first = verb.left_edge
    if first.text != "," and first.preceding != ",":
        return
    if CLOSED & {child.dep_ for child in verb.children}:
        return
    above = verb.head
    while above.lemma_.lower() not in bills:
        if above.dep_ not in _IN_A_DESCRIPTION or (above.pos_ != "VERB" and above.lemma_ in enacted):
            return
        above = above.head
    if above is not verb.head and above.lemma_.lower() != "motion":
        verb.hang(above, "acl")


def one_more_participle(verb: Token, bills: frozenset[str]) -> None:
    """Join to a participle that describes a bill the one behind "and" that was read as what the bill did:
    "The bill, tabled in May by Holm and | adopted in June, was gazetted."; "a bill to shield farmers, tabled
    in May and | since watered down".
    """
    bill = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD"):
        return
    if bill.dep_ in ("acl", "acl:relcl") and bill.tag_ != "VBN":
        bill = bill.head
    if bill.lemma_.lower() not in bills:
        return
    first = next((c for c in bill.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i < verb.i), None)
    since = [
        c for c in verb.children if c.dep_ == "mark" and c.lower_ == "since" and c.following == verb.lower_
    ]
    labels = {child.dep_ for child in verb.children if child not in since}
    if first is None or first.i < verb.head.i or "cc" not in labels or labels & (CLOSED - {"cc"}):
        return
    for adverb in since:
        adverb.tag_, adverb.dep_ = "RB", "advmod"
    verb.tag_ = "VBN"
    verb.hang(first, "conj")


def describe_change(verb: Token) -> None:
    """Hang on changes to a bill who moved them: "of 13 amendments to the bill | tabled by the Greens"."""
    bill = verb.head
    change = bill.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_ not in _MOVES or bill.dep_ != "nmod":
        return
    to = any(c.dep_ == "case" and c.lower_ == "to" for c in bill.children)
    if to and change.lemma_ in _CHANGES and change.i < bill.i < verb.i:
        verb.hang(change, "acl")
