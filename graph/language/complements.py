"""Hang on a noun what belongs to it and was hung on the verb ("passed amendments | to the Ports Act"), on a
relative clause its object, and make participles of what was done to a bill in a row.
"""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Token

_CHANGES = frozenset(("amendments", "amendment", "changes", "change", "revisions", "revision", "additions"))
_ACTIVE = frozenset((
    "pass", "clear", "go", "head", "become", "await", "face", "fail", "die", "expire", "stall", "win",
    "receive", "move", "advance", "take", "come", "enter", "sail", "lapse", "require", "need", "lose",
    "return", "push", "rush",
))  # fmt: skip
"""Verbs by which a bill itself does something, or which tell so more often."""
_OF_NOUNS = frozenset(("of", "on", "for", "to", "about", "against", "in", "from", "between", "with"))
_SHARED = frozenset(("read", "sent", "put", "brought", "held", "heard", "laid", "struck", "cut", "set"))
"""Forms of the past that are participles too, besides those in -ed."""
_HOW_OFTEN = frozenset(("time", "reading"))


def object_of_relative(noun: Token) -> None:
    """Give a relative clause its object, read as one more subject of the main verb: "the minister who
    submitted | the bill said".
    """
    verb = noun.head
    if noun.dep_ not in SUBJECT_LABELS or verb.i < noun.i or noun.left_edge.i == 0:
        return
    before = noun.left_edge.nbor(-1)
    if before.dep_ != "acl:relcl" or before.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    first = before.head
    if any(child.dep_ in ("obj", "ccomp", "xcomp") for child in before.children):
        return
    if first.dep_ in SUBJECT_LABELS and first.head is verb:
        noun.hang(before, "obj")
    elif verb.dep_ == "acl:relcl" and verb.head is first and first.dep_ == "ROOT":
        noun.hang(before, "obj")
        verb.lift()
        first.hang(verb, "nsubj")


def object_no_predicate(noun: Token, decides: frozenset[str], bills: frozenset[str]) -> None:
    """Make the object of a verb of a bill read as what somebody becomes by it: "turned down the | bill | with
    36 votes in favour", and hang on the verb by how many votes.
    """
    verb = noun.head
    if noun.dep_ != "xcomp" or noun.tag_ not in ("NN", "NNS") or noun.lower_ not in bills or verb.i > noun.i:
        return
    labels = {child.dep_ for child in verb.children}
    if verb.lemma_ not in decides and "compound:prt" not in labels:
        return
    if "obj" in labels or any(child.dep_ in ("cop", "mark", "case") for child in noun.children):
        return
    noun.dep_, noun.pos_ = "obj", "NOUN"
    for child in [c for c in noun.children if c.i > noun.i and c.dep_ == "obl"]:
        child.hang(verb, "obl")


def subject_before(verb: Token, bills: frozenset[str]) -> None:
    """Give a verb that was read as a noun its subject: "the | act | commences on 1 July", "Sarn: Ports | Law
    | adopted".
    """
    before = verb.nbor(-1) if verb.i else verb
    done = verb.tag_ == "VBN" and before.lemma_.lower() in bills
    if not (done or verb.tag_ == "VBZ") or before.head is not verb or before.dep_ != "compound":
        return
    if any(child.dep_ in SUBJECT_LABELS for child in verb.children):
        return
    for child in [
        c for c in verb.children if c.i < before.i and c.dep_ in ("det", "compound", "amod", "nmod:poss")
    ]:
        child.hang(before, child.dep_)
    before.hang(verb, "nsubj:pass" if done else "nsubj")


def done_in_a_row(verb: Token, undergoes: frozenset[str]) -> None:
    """Make a participle of a verb in a row of what was done to a bill: "was introduced, | read the first time
    and referred to a committee", read as told of who read it.
    """
    shared = verb.lower_.endswith("ed") or verb.lower_ in _SHARED
    if verb.tag_ not in ("VBD", "VBN") or not shared or verb.lemma_ not in undergoes - _ACTIVE:
        return
    between = verb.dep_ == "advcl" and verb.preceding == "," and any(c.dep_ == "conj" for c in verb.children)
    if verb.dep_ != "conj" and not between:
        return
    if any(c.dep_ in (*SUBJECT_LABELS, "aux", "ccomp", "xcomp") for c in verb.children):
        return
    if any(c.dep_ == "obj" and c.lemma_.lower() not in _HOW_OFTEN for c in verb.children):
        return
    first = verb.head
    while first.dep_ == "conj" and first.tag_ == "VBN":
        first = first.head
    if first.tag_ == "VBN" and any(c.dep_ == "aux:pass" for c in first.children):
        verb.tag_, verb.dep_ = "VBN", "conj"
        for time in [c for c in verb.children if c.dep_ == "obj"]:
            time.dep_ = "obl:unmarked"


def complement_of_noun(noun: Token, texts: frozenset[str]) -> None:
    """Mend the tree around one noun behind a preposition, in place.

    Args:
        noun: any word of a sentence.
        texts: what laws and bills are called, in lower case.
    """
    marks = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
    if not marks or marks[0].i == 0:
        return
    before = marks[0].nbor(-1)
    if noun.dep_ in SUBJECT_LABELS and marks[0].lower_ in _OF_NOUNS:
        # "the bill | on rivers was introduced", read with two subjects
        if before.dep_ in SUBJECT_LABELS and before.head is noun.head:
            noun.hang(before, "nmod")
        return
    changed = before.lower_ in _CHANGES and before.dep_ in ("obj", "nsubj:pass", "nsubj")
    law = noun.lemma_.lower() in texts or noun.lower_ in ("constitution", "code")
    if noun.dep_ == "obl" and marks[0].lower_ == "to" and changed and law and before.head is noun.head:
        noun.hang(before, "nmod")


def bill_that_does(bill: Token, bills: frozenset[str]) -> None:
    """Make what was acted on of a bill read as what a thing it is about is called: "ratified a | law |
    shutting members of parties out".
    """
    gerund = bill.doc[bill.i + 1] if bill.i + 1 < len(bill.doc) else bill
    loose = bill.dep_ in ("obl:unmarked", "nsubj") and bill.head is gerund and gerund.dep_ == "obj"
    if loose and gerund.tag_ == "VBG" and bill.lemma_.lower() in bills:
        bill.take_before(gerund)
        bill.hang(gerund.head, "obj")  # "adopted late Tuesday a | bill | enshrining rights"
        gerund.hang(bill, "acl")
        return
    thing = gerund.head if bill.head is gerund else bill.head
    if bill.dep_ != "compound" or bill.lemma_.lower() not in bills or gerund.tag_ != "VBG":
        return
    if thing.i < gerund.i or thing.dep_ != "obj" or gerund.head not in (bill, thing):
        return
    bill.take_before(thing)
    bill.hang(thing.head, "obj")
    gerund.hang(bill, "acl")
    thing.hang(gerund, "obj")


def relative_behind_brackets(verb: Token) -> None:
    """Hang on a bill what it does, told behind its number in brackets: "the measure (SB 12), | which would
    ban nets".
    """
    which = next((c for c in verb.children if c.tag_ == "WDT" and c.dep_ == "nsubj"), None)
    if which is None or verb.dep_ != "parataxis" or which.i < 4:
        return
    before = verb.doc[which.i - 4 : which.i]
    number = before[1]
    if [before[0].text, before[2].text, before[3].text] == ["(", ")", ","] and number.dep_ == "appos":
        verb.hang(number.head, "acl:relcl")
