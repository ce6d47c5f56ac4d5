"""Hang on a bill the participle right behind it that was read as one more thing the sentence tells: "will
take up the bill | approved on Monday by the Assembly"; on a verb the adverb right behind it.
"""

from __future__ import annotations

from graph.language.words import Token

_WANTS = frozenset(("want", "wish", "prefer", "need"))
_MAKES = _WANTS | {"see", "get", "have", "keep", "leave", "find", "like", "hear", "watch", "make"}
"""Verbs that with a participle tell what shall become of a thing: "wants the bill passed by Friday"."""
_CLOSED = frozenset(("aux", "aux:pass", "mark", "cc", "obj", "cop", "nsubj:pass"))
_MANNER = ("sively", "ously", "ally", "ntly", "ately", "edly")
_TELLS_HOW = frozenset(("obl", "obl:agent", "obl:unmarked"))


def describe_by_participle(verb: Token, bills: frozenset[str], undergoes: frozenset[str]) -> None:
    """Mend the tree around one participle.

    Args:
        verb: any word of a sentence.
        bills: nouns for bills.
        undergoes: verbs for what is done to a bill, in the dictionary form.
    """
    if verb.tag_ not in ("VBN", "VBD") or not verb.i or verb.lemma_ not in undergoes:
        return
    bill, above = verb.nbor(-1), verb.head
    labels = {child.dep_ for child in verb.children if child is not bill}
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and bill.text == "," and not labels & (_CLOSED | {"nsubj"}):
        verb.tag_ = "VBN"  # "the bill, | approved on Friday by MPs, will …"
        return
    if not {bill.lower_, bill.lemma_} & bills or labels & _CLOSED:
        return
    if (above is bill or above is bill.head) and verb.dep_ in ("acl", "xcomp") and _sees_to(bill):
        verb.tag_ = "VBN"
        verb.hang(bill.head, "xcomp")
        return
    if verb.dep_ == "acl" and above is bill:
        _find_doer(verb)
    elif _is_read_as_subject(bill, verb) and (labels & _TELLS_HOW or above.lemma_ in _WANTS):
        bill.hang(above, "obl" if any(child.dep_ == "case" for child in bill.children) else "obj")
    elif not (labels & _TELLS_HOW and _hangs_beside(bill, verb)):
        return
    verb.tag_ = "VBN"
    wanted = bill.dep_ == "obj" and bill.head.lemma_ in _WANTS
    verb.hang(*((bill.head, "xcomp") if wanted else (bill, "acl")))


def _sees_to(bill: Token) -> bool:
    """Whether somebody sees to what becomes of a bill: "got the bill | passed", "to have it | passed"."""
    verb = bill.head
    ahead = any(child.tag_ in ("TO", "MD") for child in verb.children)
    return bill.dep_ == "obj" and (verb.lemma_ == "get" or (verb.lemma_ in ("have", "see") and ahead))


def _hangs_beside(bill: Token, verb: Token) -> bool:
    """Whether a participle was hung on the verb that acts on the bill before it."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _MAKES:
        return False
    return verb.dep_ in ("xcomp", "advcl") and bill.head is verb.head and bill.dep_ in ("obj", "obl")


def _find_doer(verb: Token) -> None:
    """Hang on a participle the one who did it: "will debate the bill tabled last week | by the Greens"."""
    if verb.tag_ == "VBN":
        return
    doer = next((c for c in verb.head.head.children if c.dep_ == "obl" and c.i > verb.i), None)
    if doer is not None and doer.left_edge.lower_ == "by" and doer.left_edge.nbor(-1) in verb.subtree:
        doer.hang(verb, "obl:agent")


def _is_read_as_subject(bill: Token, verb: Token) -> bool:
    """Whether what a verb before it acts on was read as the subject of a clause of its own."""
    above = verb.head
    if bill.dep_ != "nsubj" or bill.head is not verb or verb.dep_ not in ("conj", "parataxis"):
        return False
    if above.pos_ != "VERB" or any(c.dep_ in ("obj", "ccomp") and c.i > above.i for c in above.children):
        return False
    before = bill.doc[above.i + 1 : bill.left_edge.i]
    return above.i < bill.i and all(word.dep_ in ("compound:prt", "case", "advmod") for word in before)


def adverb_of_verb(adverb: Token) -> None:
    """Hang on a verb the adverb behind it that was read as part of what it acts on: "passes conclusively |
    changes to the constitution".
    """
    noun, verb = adverb.head, adverb.nbor(-1) if adverb.i else adverb
    if adverb.dep_ not in ("amod", "advmod") or noun.pos_ != "NOUN" or verb.pos_ != "VERB":
        return
    manner = adverb.lower_.endswith("ly") and (adverb.tag_ == "RB" or adverb.lower_.endswith(_MANNER))
    if manner and noun.head is verb and noun.i > adverb.i:
        adverb.tag_, adverb.pos_ = "RB", "ADV"
        adverb.hang(verb, "advmod")
