"""Hang on a bill the participle right behind it that was read as one more thing the sentence tells: "will
take up the bill | approved on Monday by the Assembly", "a bill | banning nets is dead"; on a verb the adverb
right behind it.
"""

from __future__ import annotations

from graph.language.done_behind import (
    CLOSED,
    describe_behind_content,
    describe_change,
    one_more_participle,
)
from graph.language.relatives import what_is_hoped
from graph.language.words import SUBJECT_LABELS, Token

_WANTS = frozenset(("want", "wish", "prefer", "need"))
_MAKES = _WANTS | {"see", "get", "have", "keep", "leave", "find", "like", "hear", "watch", "make"}
"""Verbs that with a participle tell what shall become of a thing: "wants the bill passed by Friday"."""
_CLAUSES = frozenset(("advcl", "ccomp", "parataxis", "xcomp", "conj", "acl:relcl"))
_ABOUT_A_PARTICIPLE = frozenset(
    ("obl", "obl:agent", "obl:unmarked", "advmod", "punct", "compound:prt", "conj")
)
_APART = frozenset((",", ";", "and", "or"))
_MANNER = ("sively", "ously", "ally", "ntly", "ately", "edly")
_TIMES = frozenset(("week", "month", "year", "spring", "summer", "autumn", "fall", "winter", "session"))
_TELLS_HOW = frozenset(("obl", "obl:agent", "obl:unmarked"))


def read_participle(
    word: Token, bills: frozenset[str], undergoes: frozenset[str], enacted: frozenset[str]
) -> None:
    """Mend the tree around one word, where it is a participle or an adverb.

    Args:
        word: any word of a sentence.
        bills: nouns for bills.
        undergoes: verbs for what is done to a bill, in the dictionary form.
        enacted: nouns for other texts to which as much can be done.
    """
    adverb_of_verb(word)
    if word.tag_ not in ("VBN", "VBD", "VBG"):
        return
    describe_by_participle(word, bills, undergoes)
    describe_behind_content(word, bills, undergoes, enacted)
    describe_change(word)
    one_more_participle(word, bills)
    describe_by_gerund(word, bills)
    what_is_hoped(word)
    opens_by_participle(word)
    behind_opening_bill(word, bills)


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
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and bill.text == "," and not labels & (CLOSED | {"nsubj"}):
        verb.tag_ = "VBN"  # "the bill, | approved on Friday by MPs, will …"
        return
    if not {bill.lower_, bill.lemma_} & bills or labels & CLOSED:
        return
    if (seer := _read_without_object(bill, verb)) is not None:
        bill.hang(seer, "obj")
        above = seer
    near = above in (bill, bill.head) and verb.dep_ in ("acl", "xcomp", "advcl", "conj")
    if (near or (verb.dep_ == "xcomp" and "nsubj" not in labels)) and _sees_to(bill):
        verb.tag_ = "VBN"
        verb.hang(bill.head, "xcomp")
        return
    if verb.dep_ == "acl" and above is bill:
        _find_doer(verb)
    elif _is_goal_read_as_subject(bill, verb) and labels & _TELLS_HOW:
        for child in [c for c in verb.children if c.i < bill.left_edge.i]:
            child.hang(above, child.dep_)
        bill.hang(above, "obl")
    elif _is_read_as_subject(bill, verb) and (labels & _TELLS_HOW or above.lemma_ in _WANTS):
        bill.hang(above, "obl" if any(child.dep_ == "case" for child in bill.children) else "obj")
    elif not (labels & _TELLS_HOW and _hangs_beside(bill, verb)):
        return
    verb.tag_ = "VBN"
    wanted = bill.dep_ == "obj" and bill.head.lemma_ in _WANTS
    verb.hang(*((bill.head, "xcomp") if wanted else (bill, "acl")))


def _read_without_object(bill: Token, verb: Token) -> Token | None:
    """Return the verb of somebody who sees to what becomes of a bill that was read as what acts: "called a
    sitting to get | the bill passed".
    """
    edge = bill.left_edge.i
    if not edge or bill.dep_ != "nsubj" or bill.head is not verb:
        return None
    seer = bill.doc[edge - 1]
    sees = seer.tag_ in ("VB", "VBG") and seer.lemma_ in ("get", "have", "see")
    return seer if sees and not any(child.dep_ == "obj" for child in seer.children) else None


def _sees_to(bill: Token) -> bool:
    """Whether somebody sees to what becomes of a bill: "got the bill | passed", "to have it | passed", "is
    intent on having it | passed".
    """
    verb = bill.head
    ahead = any(child.tag_ in ("TO", "MD") or child.dep_ == "mark" for child in verb.children)
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


def _is_goal_read_as_subject(bill: Token, verb: Token) -> bool:
    """Whether a bill with a preposition was read as what acts: "gave its backing, in first reading, to the
    bill | sent in by the cabinet".
    """
    led = any(child.dep_ == "case" for child in bill.children)
    return led and bill.dep_ == "nsubj" and bill.head is verb and verb.dep_ in ("conj", "parataxis")


def _is_read_as_subject(bill: Token, verb: Token) -> bool:
    """Whether what a verb before it acts on was read as the subject of a clause of its own."""
    above = verb.head
    if bill.dep_ != "nsubj" or bill.head is not verb or verb.dep_ not in ("conj", "parataxis"):
        return False
    if above.pos_ != "VERB" or any(c.dep_ in ("obj", "ccomp") and c.i > above.i for c in above.children):
        return False
    before = bill.doc[above.i + 1 : bill.left_edge.i]
    return above.i < bill.i and all(word.dep_ in ("compound:prt", "case", "advmod") for word in before)


def describe_by_gerund(gerund: Token, bills: frozenset[str]) -> None:
    """Make of a bill what the sentence tells of, where what the bill does was read as the verb: "a bill |
    mandating an audit of hospitals | passed the Senate", "a bill | ordering an inquiry | is dead".
    """
    if gerund.tag_ != "VBG" or not gerund.i:
        return
    bill, above = gerund.nbor(-1), gerund.head
    if bill.dep_ != "nsubj" or bill.head is not gerund or not {bill.lower_, bill.lemma_} & bills:
        return
    verb = above if gerund.dep_ in ("csubj", "csubj:pass", "nsubj", "nsubj:pass") else _told_of(gerund)
    if verb is None:
        return
    if verb is not above:
        _give_back(verb, gerund)
        if above is gerund:
            verb.lift()
        else:
            verb.hang(above, gerund.dep_)
    passive = any(c.dep_ == "aux:pass" for c in verb.children) or verb.tag_ == "VBN"
    bill.hang(verb, "nsubj:pass" if passive and not _has(verb) else "nsubj")
    gerund.hang(bill, "acl")


def opens_by_participle(opening: Token) -> None:
    """Make the verb behind it what a sentence tells where the participle that opens it was read as such:
    "Brought to the house in April, | the ports bill | has been rewritten".
    """
    if opening.dep_ == "advcl" and opening.tag_ == "VBD" and opening.i < 3:
        if all(c.dep_ in _ABOUT_A_PARTICIPLE for c in opening.children) and opening.head.i > opening.i:
            opening.tag_ = "VBN"
        return
    if opening.dep_ != "ROOT" or opening.tag_ not in ("VBN", "VBD") or opening.i > 2:
        return
    before = [c for c in opening.children if c.i < opening.i]
    if len(before) != opening.i or any(c.dep_ not in ("advmod", "punct") for c in before):
        return
    behind = [c for c in opening.children if c.i > opening.i]
    told = [c for c in behind if c.dep_ in ("parataxis", "ccomp", "advcl") and _has_subject(c)]
    own = [c for c in behind if c.dep_ not in _ABOUT_A_PARTICIPLE]
    if len(told) != 1 or own != told or not told[0].i > opening.i + 2:
        return
    told[0].lift()
    opening.tag_ = "VBN"
    opening.hang(told[0], "advcl")


def behind_opening_bill(verb: Token, bills: frozenset[str]) -> None:
    """Hang on a bill that opens the sentence what was done to it, read as when the rest comes about: "Under
    the bill, | sent to parliament in May, | taxes would rise."
    """
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBN", "VBD") or verb.i < 3 or verb.head.i < verb.i:
        return
    bill = verb.nbor(-2)
    if verb.preceding != "," or bill.head is not verb or bill.lemma_.lower() not in bills:
        return
    if bill.dep_ == "obl" and not {c.dep_ for c in verb.children} & (CLOSED | {"nsubj"}):
        bill.hang(verb.head, "obl")
        verb.tag_ = "VBN"
        verb.hang(bill, "acl")


def _has_subject(verb: Token) -> bool:
    """Whether a clause begins with its subject behind a comma, and is finite."""
    starts = [c for c in verb.children if c.dep_ in SUBJECT_LABELS]
    if not starts or any(c.dep_ == "mark" and c.i < starts[0].i for c in verb.children):
        return False
    first = starts[0].left_edge
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "aux:pass", "cop") for c in verb.children
    )
    return finite and first.preceding == ","


def _told_of(gerund: Token) -> Token | None:
    """Return the one finite verb of a sentence whose subject was read as that of a gerund."""
    below = [c for thing in (gerund, *gerund.children) for c in thing.children if c.i > gerund.i + 1]
    verbs = [verb for verb in below if verb.dep_ in _CLAUSES and _tells_on(verb, gerund)]
    return verbs[0] if len(verbs) == 1 else None


def _tells_on(verb: Token, gerund: Token) -> bool:
    """Whether a verb is finite and has no subject of its own, or one that belongs to what stands before."""
    labels = {c.dep_ for c in verb.children}
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or bool(labels & {"cop", "aux:pass"}) or _has(verb)
    if not finite or labels & {"mark", "cc", "expl"} or verb.left_edge.preceding in _APART:
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECT_LABELS]
    if verb.head is not gerund and not subjects:
        return False  # "a bill covering what | was sold"
    return all(_belongs_before(noun, gerund) for noun in subjects)


def _belongs_before(noun: Token, gerund: Token) -> bool:
    """Whether a noun read as a subject has a preposition, or is what a gerund right before it acts on."""
    acted_on = any(c.dep_ == "obj" for c in gerund.children)
    first = noun.left_edge.i == gerund.i + 1 and not acted_on
    return first or any(c.dep_ == "case" for c in noun.children)


def _give_back(verb: Token, gerund: Token) -> None:
    """Hang where it belongs what was read as the subject of the verb that tells of the bill."""
    for noun in [c for c in verb.children if c.dep_ in SUBJECT_LABELS]:
        if noun.left_edge.i == gerund.i + 1:
            noun.hang(gerund, "obj")
        else:
            noun.hang(noun.left_edge.nbor(-1), "nmod")


def _has(verb: Token) -> bool:
    """Whether a verb stands with "have" or a modal, and no passive."""
    labels = {c.dep_ for c in verb.children}
    return "aux" in labels and "aux:pass" not in labels


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


def verb_behind_doer(participle: Token) -> None:
    """Make the predicate of a clause of what was hung on what its subject underwent: "The bill passed by the
    House | is in the Senate.", "The bill passed last week by the House | goes to the Senate.", "The bill
    approved on Friday by MPs | will be signed."
    """
    if participle.tag_ not in ("VBN", "VBD") or any(c.dep_.startswith("aux") for c in participle.children):
        return
    subject = next((c for c in participle.children if c.dep_ in SUBJECT_LABELS and c.i < participle.i), None)
    if subject is None:
        return
    for clause in [c for c in participle.children if c.dep_ == "advcl" and c.i > participle.i]:
        _give_doer(clause, participle)
    behind = [c for c in participle.children if c.i > participle.i]
    doer = [c for c in behind if c.dep_ == "obl:agent" or (c.dep_ == "obl" and _is_doer(c))]
    if not doer:
        return
    told = [c for c in behind if c.dep_.startswith("obl") and any(d.dep_ == "cop" for d in c.children)]
    told += [c for c in behind if c.i > doer[0].i and _is_predicate(c)]
    if not told:
        return
    predicate = told[0]
    for time in [c for c in predicate.children if c.dep_ in SUBJECT_LABELS]:
        time.hang(participle, "obl:unmarked")
    if participle.head is participle:
        predicate.lift()
    else:
        predicate.hang(participle.head, participle.dep_)
    for child in [c for c in behind if c.i > predicate.i]:
        child.hang(predicate, child.dep_)
    passive = any(c.dep_ == "aux:pass" for c in predicate.children)
    subject.hang(predicate, "nsubj:pass" if passive else "nsubj")
    participle.hang(subject, "acl")
    participle.tag_ = "VBN"
    doer[0].dep_ = "obl:agent"


def _give_doer(clause: Token, participle: Token) -> None:
    """Hang on a participle the one who did it, read as who acts next: "passed in May by the House | goes"."""
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "by"), None)
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if mark is None or doer is None or doer.left_edge.i != mark.i + 1 or clause.tag_ == "VBG":
        return
    doer.hang(participle, "obl:agent")
    mark.hang(doer, "case")


def _is_doer(noun: Token) -> bool:
    """Whether people stand behind "by", and no day or number of votes."""
    counted = noun.lemma_ == "vote" or any(c.dep_ == "nummod" for c in noun.children)
    by = any(c.dep_ == "case" and c.lower_ == "by" for c in noun.children)
    return noun.tag_ in ("NNS", "NNPS") and by and not counted


def _is_predicate(verb: Token) -> bool:
    """Whether a clause hung on another has no subject but a time before it: "last week | goes"."""
    finite = verb.tag_ in ("VBZ", "VBD", "VBP") or any(c.dep_.startswith("aux") for c in verb.children)
    if verb.dep_ not in ("advcl", "conj", "parataxis", "ccomp") or not finite:
        return False
    if any(c.dep_ in ("mark", "cc") or c.text == "," for c in verb.children):
        return False
    return all(c.lemma_ in _TIMES for c in verb.children if c.dep_ in SUBJECT_LABELS)
