"""Hang on a bill what a word in -ing says that it does: "a bill legalising cannabis", read as cannabis of a
kind; "passed the law ending | daylight saving time".
"""

from __future__ import annotations

from graph.language.regrouping import verb_above
from graph.language.words import SUBJECT_LABELS, Doc, Token

_BEFORE = ("det", "amod", "compound", "nummod", "nmod:poss", "case", "cc")
_BESIDE_A_DAY = frozenset(("on", "late", "early"))
_NO_VERB = frozenset(("setting", "standing"))
_BEGINS = frozenset(("submit", "table", "propose", "sponsor", "file", "move", "introduce", "present"))
"""What is done to a bill, and not to the law that it changes."""


def describe(doc: Doc, bills: frozenset[str], verbs: frozenset[str]) -> None:
    """Mend the tree of a sentence in place.

    Args:
        doc: the sentence.
        bills: nouns for bills.
        verbs: what a bill does, in the dictionary form.
    """
    for bill in doc:
        if bill.lower_ not in bills or bill.i + 1 == len(doc):
            continue
        _tell_of_bill(bill, bills)
        verb = bill.nbor()
        lemma = _lemma(verb, verbs)
        if (
            not lemma
            or (bill.lower_, lemma) == ("law", "make")
            or (verb.tag_ != "VBG" and bill.dep_ != "compound")
        ):
            continue
        if bill.dep_ == "compound" and bill.head.i > bill.i:
            _head_phrase(bill, verb)
        elif not (verb.dep_ in ("xcomp", "advcl") and verb.head is bill.head) and verb.dep_ != "acl":
            continue
        verb.tag_, verb.pos_, verb.lemma_ = "VBG", "VERB", lemma
        if verb.head is not bill and not verb.is_ancestor(bill):
            verb.hang(bill, "acl")
        _find_object(bill, verb)


def describe_behind_time(
    doc: Doc, bills: frozenset[str], verbs: frozenset[str], days: frozenset[str]
) -> None:
    """Hang on a bill what it is to do where a time stands between, or where that was read as a noun: "passed
    laws | Thursday morning | to ban betting", "a bill to cap rents".
    """
    for bill in doc:
        if bill.lower_ not in bills or bill.pos_ not in ("NOUN", "PROPN"):
            continue
        at = bill.i + 1
        while at < len(doc) and doc[at].lower_ in days | _BESIDE_A_DAY:
            at += 1
        if at + 2 > len(doc):
            continue
        above = verb_above(bill)
        for time in doc[bill.i + 1 : at]:
            if time.head is time and above is not None:
                time.hang(above, "obl:unmarked")
        verb = doc[at]
        if verb.lower_ == "to":
            _make_infinitive(doc[at + 1], bill, verbs)
        elif doc[at - 1].lower_ in days and verb.dep_ in ("acl", "advcl") and verb.lemma_ in verbs:
            verb.tag_ = "VBN" if verb.tag_ == "VBD" else verb.tag_
            verb.hang(bill, "acl")


def _tell_of_bill(law: Token, bills: frozenset[str]) -> None:
    """Hang on a bill what is told of how it began: "a bill to amend the Ferry Act, | which was tabled by the
    minister", read as said of the act.
    """
    verb = law.head
    if law.dep_ != "obj" or verb.dep_ != "acl" or verb.tag_ != "VB" or verb.head.lower_ not in bills:
        return
    for clause in law.children:
        begun = clause.dep_ == "acl:relcl" and clause.lemma_ in _BEGINS and clause.tag_ == "VBN"
        if begun and any(c.lower_ == "which" and c.preceding == "," for c in clause.children):
            clause.hang(verb.head, "acl:relcl")
            return


def _make_infinitive(verb: Token, bill: Token, verbs: frozenset[str]) -> None:
    """Hang on a bill the verb behind "to" that begins a sentence of its own or describes a noun, or was hung
    on what is done with a bill that is new: "is considering legislation | to ban it".
    """
    noun, mark = verb.head, verb.nbor(-1)
    new = all(c.dep_ not in ("det", "nmod:poss") or c.lower_ in ("a", "an") for c in bill.children)
    if noun is bill.head and (bill.dep_, verb.dep_) == ("obj", "xcomp") and new:
        verb.hang(bill, "acl")
        return
    if noun is verb and verb.tag_ == "VB" and not verb.is_ancestor(bill):
        verb.hang(bill, "acl")
        return
    known = verb.lower_ in verbs or verb.lower_.endswith(("ise", "ize"))
    if not known or verb.dep_ not in ("compound", "amod") or noun.i < verb.i or mark.head is not noun:
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    mark.hang(verb, "mark")
    verb.hang(bill, "acl")
    noun.hang(verb, "obj")


def _lemma(word: Token, verbs: frozenset[str]) -> str:
    """Return the dictionary form of a word in -ing of one of some verbs, else ""."""
    stem = word.lower_.removesuffix("ing")
    if stem == word.lower_ or word.lower_ in _NO_VERB or word.tag_ not in ("VBG", "NN", "JJ"):
        return ""
    forms = (stem, f"{stem}e", stem[:-1])
    return next(
        (form for form in forms if form in verbs), f"{stem}e" if stem.endswith(("alis", "aliz")) else ""
    )


def _head_phrase(bill: Token, verb: Token) -> None:
    """Make a bill the head of the phrase that ends in what it is on."""
    thing = verb.head if bill.head is verb and verb.dep_ in ("compound", "amod") else bill.head
    for child in [c for c in (*verb.children, *thing.children) if c.i < bill.i and c.dep_ in _BEFORE]:
        child.hang(bill, child.dep_)
    if thing.head is thing:
        bill.lift()
    else:
        bill.hang(thing.head, thing.dep_)
    if bill.pos_ not in ("NOUN", "PROPN"):
        bill.pos_, bill.tag_ = "NOUN", "NN"
    verb.hang(bill, "acl")
    if thing is not verb:
        thing.hang(verb, "obj")


def _find_object(bill: Token, verb: Token) -> None:
    """Hang on the verb the thing right behind it that was hung on the verb of the sentence."""
    above = bill.head
    for thing in list(above.children):
        near = thing.i > verb.i and min(t.i for t in thing.subtree) == verb.i + 1
        misread = thing.dep_ in ("obj", "xcomp", *SUBJECT_LABELS) and not any(
            c.dep_ == "mark" for c in thing.children
        )
        if near and misread and thing is not bill:
            thing.hang(verb, "obj")
            if thing.tag_ == "VBG":
                thing.tag_, thing.pos_ = "NN", "NOUN"
            return


def object_before_verb(noun: Token, bills: frozenset[str]) -> None:
    """Give what a bill is to do its object: "a bill to legalise | cannabis | was approved", read as cannabis
    approved.
    """
    if noun.dep_ not in SUBJECT_LABELS:
        return
    for bill in noun.head.children:
        if bill.dep_ not in SUBJECT_LABELS or bill.i >= noun.i or bill.lemma_.lower() not in bills:
            continue
        content = [c for c in bill.children if c.dep_ == "acl" and c.i == noun.left_edge.i - 1]
        if content and content[0].tag_ == "VB":
            noun.hang(content[0], "obj")
            return
