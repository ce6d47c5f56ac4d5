"""Find the verb of a sentence whose subject says at length what it is for, and of a headline."""

from __future__ import annotations

from graph.language.headlines import (
    find_headline_day,
    find_headline_deed,
    find_headline_halt,
    find_headline_verb,
)
from graph.language.hidden_verbs import find_of_a_body, make_verb_of_subject
from graph.language.late_objects import verb_before_time
from graph.language.participles import verb_behind_doer
from graph.language.words import SUBJECT_LABELS, Doc, Token

_AIMS = frozenset(("aim", "design", "intend"))
_TO_WHAT = ("at", "to")
_BECOMES = frozenset(("clear", "win", "fail", "go", "take", "become", "advance", "move", "receive", "stall"))
_TOLD_OF_BILLS = frozenset(
    ("calls", "plans", "targets", "mandates", "changes", "aims", "cuts", "limits", "bans")
)
_DOES_ITSELF = frozenset(
    ("pass", "clear", "advance", "return", "support", "back", "propose", "amend", "block", "kill", "confirm")
)
"""Verbs of deciding that may tell what a bill does, too: "Bill | passed", "Bill blocked roads"."""
_PREPOSITIONS = frozenset(("of", "for", "from", "with", "on", "in", "at", "about", "against", "over"))
_CONDITIONS = frozenset(("if", "unless", "once", "when"))
_DOERS = ("judge", "justice", "panel", "governor", "mayor")
_TIMES = frozenset(("week", "month", "year", "weekend", "night"))
_DAY_PARTS = frozenset(("morning", "afternoon", "evening", "night"))


def find_main_verb(
    doc: Doc,
    decides: frozenset[str],
    bills: frozenset[str],
    becomes: frozenset[str],
    bodies: frozenset[str],
) -> None:
    """Give a sentence its verb where it was read into what its subject is for ("A bill to amend the Act |
    scaled second reading.") or as what describes its object ("The majority on May 6 | overturned President
    Holm's veto.", "Holm | signed legislation on Tuesday."), and a headline where it was read as a noun.

    Args:
        doc: the sentence.
        decides: verbs of deciding.
        bills: nouns for bills.
        becomes: verbs for what becomes of a bill.
        bodies: nouns for whom a bill may go to.
    """
    if not doc or doc[-1].text != ".":
        find_headline_day(doc)
        find_headline_verb(doc, bills, becomes)
        find_headline_deed(doc, bills)
        find_headline_halt(doc)
        for word in doc:
            tells = word.head is word or word.dep_ in ("parataxis", "conj")
            if tells and word.lemma_ in decides and word.lemma_ not in _DOES_ITSELF:
                _make_passive(word, bills)
        return
    roots = doc.roots()
    if len(roots) != 1:
        return
    noun = roots[0]
    if noun.lemma_ in _AIMS:
        _find_behind_aim(noun, decides)
    if noun.tag_ == "VBG" and (told := _find_behind_gerund(noun, bills)):
        noun = told
    for clause in (noun, *(c for c in noun.children if c.dep_ == "ccomp")):
        verb_behind_doer(clause)
    if _find_behind_bill(noun, bills) or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.lower_ in _DAY_PARTS:
        verb_before_time(noun, decides)
        return
    if noun.lower_ == "votes" and doc[0].lower_ == "by" and doc[0].head is noun:
        _find_behind_figures(noun)
        return
    for before in noun.children:
        if before.dep_ == "amod" and before.tag_ == "VBD" and any(c.dep_ == "nsubj" for c in before.children):
            _take_as_object(before, noun)
            return
        name = before.nbor(-1) if before.i else before
        done = before.dep_ == "amod" and before.tag_ == "VBN" and noun.lemma_ in bills
        if done and name.tag_ == "NNP" and name.head in (noun, before) and before.i < noun.i:
            name.hang(before, "nsubj")
            before.tag_ = "VBD"
            _take_as_object(before, noun)
            return
    if any(child.dep_ in ("cop", "nsubj", "nsubj:pass", "conj") for child in noun.children):
        return
    if _find_behind_time(noun):
        return
    behind = [c for c in noun.children if c.i > noun.i]
    aims = [c for c in behind if c.dep_ == "acl" and c.tag_ in ("VB", "VBG")]
    aims += [c for c in behind if c.dep_ == "acl:relcl" and any(w.tag_ == "WDT" for w in c.children)]
    inside = [t for aim in aims for t in sorted(aim.subtree, key=lambda w: w.i)]
    beside = [c for c in behind if aims and c.dep_.startswith("acl") and c.i > aims[0].i and c not in aims]
    verb = next((t for t in (*inside, *beside) if _is_main(t)), None)
    if verb is None:
        _find_before_object(noun, decides)
        if noun.head is noun and (noun.pos_ == "PROPN" or noun.lemma_.lower() in (*bodies, *_DOERS)):
            find_of_a_body(noun)
        return
    above = aims[0] if verb in beside else verb.head
    mark = _preposition(verb)
    for child in list(verb.children):
        if child.dep_ in SUBJECT_LABELS and child.i > noun.i:
            child.hang(above, "obl" if mark is not None else "obj")
            if mark is not None:
                mark.hang(child, "case")
    last = [c for c in noun.children if c.i > verb.i]
    verb.lift()
    verb.pos_ = "VERB"
    for child in last:
        child.hang(verb, child.dep_)
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    noun.hang(verb, "nsubj:pass" if passive else "nsubj")


def _find_behind_bill(root: Token, bills: frozenset[str]) -> bool:
    """Make a verb of what a bill is told to do where it was read as the noun that the bill describes, or as
    the object of its clause: "The bill | calls for a tax.", "The bill targeting Holm | plans a fine."
    """
    verb, clause = root, None
    if root.tag_ == "VBG" and not any(c.dep_.startswith("aux") or c.dep_ == "mark" for c in root.children):
        verb, clause = next((c for c in root.children if c.dep_ == "obj" and c.tag_ == "NNS"), root), root
    if verb.tag_ != "NNS" or verb.lower_ not in _TOLD_OF_BILLS or verb.i == 0:
        return False
    if verb.lower_ == "calls" and verb.following != "for":
        return False
    parts = [c for c in verb.children if c.i < verb.i and c.dep_ in ("compound", "det", "amod")]
    above = [c for c in clause.children if c.dep_ in SUBJECT_LABELS] if clause else [verb.nbor(-1)]
    if not parts or len(above) != 1 or above[0].lemma_.lower() not in bills:
        return False
    bill = above[0]
    if clause is None:
        verb.lift()
    else:
        last = next((c for c in reversed(parts) if c.dep_ == "compound"), None)
        if last is None:
            return False  # "targeting the calls"
        verb.lift()
        bill.hang(verb, "nsubj")
        clause.hang(bill, "acl")
        last.hang(clause, "obj")
        for part in parts:
            if part is not last:
                part.hang(last, part.dep_)
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", verb.lower_.removesuffix("s")
    for part in parts if clause is None else ():
        part.hang(*((verb, "nsubj") if part is bill else (bill, part.dep_)))
    if clause is None:
        bill.hang(verb, "nsubj")
    for child in list(verb.children):
        if child.i > verb.i and child.dep_ in ("nmod", "appos"):
            cased = any(c.dep_ == "case" for c in child.children)
            child.dep_ = "obl" if cased else "obj"
    return True


def _find_behind_time(noun: Token) -> bool:
    """Make the verb of a sentence of what was read to describe its only noun, behind a time: "Members last
    week | debated and passed the bill."
    """
    for verb in [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > noun.i]:
        before = [c for c in verb.children if c.dep_ == "obl:unmarked" and c.i == verb.i - 1]
        goes_on = any(c.dep_ in ("obj", "conj") for c in verb.children)
        if before and before[0].lemma_.lower() in _TIMES and goes_on:
            make_verb_of_subject(verb, noun)
            return True
    return False


def _find_behind_figures(votes: Token) -> None:
    """Make the verb of a sentence that opens with figures of what was read to describe who acts behind them:
    "By 44 votes to 20 on Friday night peers | insisted on the clause."
    """
    below = (t for t in votes.doc[votes.i + 1 :] if t.dep_ == "acl" and t.tag_ in ("VBN", "VBD"))
    verb = next((t for t in below if t.head.i == t.i - 1 and t.head.tag_ in ("NNS", "NNP", "NNPS")), None)
    if verb is None or any(c.dep_ in ("aux", "aux:pass", "mark") for c in verb.children):
        return
    doer, before = verb.head, verb.head.nbor(-1)
    verb.lift()
    verb.tag_, verb.pos_ = "VBD", "VERB"
    time = [c for c in doer.children if c.i < doer.i and c.dep_ in ("case", "compound", "obl:unmarked")]
    if before in time and before.lower_ in _DAY_PARTS:
        before.hang(verb, "obl")
        for child in time:
            if child is not before:
                child.hang(before, child.dep_)
    doer.hang(verb, "nsubj")
    votes.hang(verb, "obl")
    for child in [c for c in votes.children if c.i > doer.i]:
        child.hang(verb, child.dep_)


def _make_passive(verb: Token, bills: frozenset[str]) -> None:
    """Make a passive of what a headline tells to have been done to a bill: "Law on ports | promulgated"."""
    things = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in bills]
    acted_on = [c for c in verb.children if c.dep_ in ("obj", "aux") and c.lower_ != "back"]
    if things and verb.tag_ in ("VBD", "VBN") and not acted_on:
        things[0].dep_, verb.tag_ = "nsubj:pass", "VBN"
        for back in [c for c in verb.children if c.lower_ == "back"]:
            back.dep_, back.tag_, back.pos_ = "advmod", "RB", "ADV"  # "Rent bill sent | back to deputies"


def _find_behind_gerund(gerund: Token, bills: frozenset[str]) -> Token | None:
    """Make the verb of a sentence of one whose subject is what a bill acts on: "The bill renewing an old law
    | was sent back".
    """
    bill = next((c for c in gerund.children if c.dep_ in SUBJECT_LABELS and c.i < gerund.i), None)
    told = next((c for c in gerund.children if c.i > gerund.i and _may_be_told(c)), None)
    if bill is None or told is None or bill.lemma_.lower() not in bills:
        return None
    content = next((c for c in told.children if c.dep_ in SUBJECT_LABELS and c.i > gerund.i), None)
    marked = any(c.dep_ in ("aux", "aux:pass") for c in gerund.children)
    if marked or any(c.dep_ == "mark" for c in told.children):
        return None
    if content is None:
        return _lift_behind_gerund(gerund, bill, told)
    if told.dep_ != "ccomp":
        return None
    for child in [c for c in gerund.children if c.i > told.i]:
        child.hang(told, child.dep_)
    told.lift()
    bill.hang(told, content.dep_)
    content.hang(gerund, "obj")
    gerund.hang(bill, "acl")
    return told


def _may_be_told(clause: Token) -> bool:
    """Whether a clause below what a bill does may be what the sentence tells of it."""
    return clause.dep_ in ("ccomp", "advcl") or any(c.dep_ == "cop" for c in clause.children)


def _lift_behind_gerund(gerund: Token, bill: Token, told: Token) -> Token | None:
    """Make the verb of a sentence of one without a subject of its own that was hung on what a bill does: "A
    bill sharing out the fund | cleared the Senate in July."
    """
    finite = told.tag_ in ("VBD", "VBZ") or any(c.dep_ == "cop" and c.tag_ != "VB" for c in told.children)
    if not finite or gerund.i != bill.i + 1:
        return None
    told.lift()
    for child in [c for c in gerund.children if c.i > told.i]:
        child.hang(told, child.dep_)
    bill.hang(told, "nsubj")
    gerund.hang(bill, "acl")
    return told


def _find_behind_aim(aim: Token, decides: frozenset[str]) -> None:
    """Make the verb of a sentence of one below what its subject is aimed at: "The bill aimed at curbing
    betting | passed its first reading".
    """
    subject = next((c for c in aim.children if c.dep_ in SUBJECT_LABELS and c.i < aim.i), None)
    if (
        subject is None
        or aim.tag_ in ("VBZ", "VBP")
        or any(c.dep_.startswith("aux") for c in aim.children)
        or aim.following not in _TO_WHAT
    ):
        return
    verb = next((t for t in aim.doc[aim.i + 3 :] if _goes_on(t, decides)), None)
    if verb is None or not aim.is_ancestor(verb):
        return
    for child in list(verb.children):
        if child.dep_ in SUBJECT_LABELS:
            child.hang(verb.head, "obj")
    last = [c for c in aim.children if c.i > verb.i]
    verb.lift()
    verb.pos_ = "VERB"
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    verb.tag_ = verb.tag_ if passive or any(c.dep_ == "aux" for c in verb.children) else "VBD"
    for child in last:
        child.hang(verb, child.dep_)
    subject.hang(verb, "nsubj:pass" if passive else "nsubj")
    aim.hang(subject, "acl")
    aim.tag_ = "VBN"


def _goes_on(verb: Token, decides: frozenset[str]) -> bool:
    """Whether a word tells what became of a bill, and is no part of what it is to do."""
    marked = any(c.dep_ in ("mark", "case") or c.tag_ in ("WDT", "WP") for c in verb.children)
    below = verb.dep_ in ("xcomp", "ccomp", "advcl", "parataxis")
    told = verb.tag_ in ("VBD", "VBN") or any(c.dep_ == "aux" for c in verb.children)
    return below and told and not marked and verb.lemma_ in decides | _BECOMES and verb.preceding != ","


def _find_before_object(noun: Token, decides: frozenset[str]) -> None:
    """Make the verb of a sentence of a participle that opens the last phrase behind its only noun."""
    for thing in [c for c in noun.children if c.i > noun.i and c.dep_ in ("appos", "nmod", "nmod:unmarked")]:
        verb = thing.left_edge
        if verb.tag_ == "VBN" and verb.dep_ == "amod" and verb.lemma_ in decides:
            verb.lift()
            verb.tag_, verb.pos_ = "VBD", "VERB"
            for child in [c for c in noun.children if c.i >= thing.i]:
                child.hang(verb, "obj" if child is thing else child.dep_)
            noun.hang(verb, "nsubj")
            return


def _take_as_object(verb: Token, noun: Token) -> None:
    """Make a verb the head of the noun that it was read to describe: "It approved | versions of them"."""
    verb.lift()
    verb.pos_ = "VERB"
    for child in [c for c in noun.children if c.i < verb.i or c.is_punct]:
        child.hang(verb, child.dep_)
    noun.hang(verb, "obj")


def _is_main(verb: Token) -> bool:
    """Whether a verb below another stands in the past or perfect without a word that would make it less than
    a sentence of its own.
    """
    words = {child.lower_ for child in verb.children}
    perfect = verb.tag_ == "VBN" and bool(words & {"has", "have", "had", "was", "were"})
    told = perfect or verb.lemma_ in ("fall", "fail")
    if not told and (verb.tag_ not in ("VBD", "VBN") or verb.following in ("by", "in", "at", "to")):
        return False
    goes_on = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.preceding == ","
    below = verb.dep_ in ("xcomp", "ccomp", "acl", "acl:relcl" if perfect else "advcl")
    below = below or (perfect and verb.dep_ == "advcl" and _preposition(verb) is not None)
    marked = any(c.dep_ == "mark" and c is not _preposition(verb) for c in verb.children)
    if not (goes_on or below) or marked:
        return False
    before = [word for c in verb.children if c.i < verb.i for word in (c, *c.children)]
    return not any(word.tag_ in ("PRP", "WDT", "WP", "WP$", "WRB") for word in before)


def _preposition(verb: Token) -> Token | None:
    """Return the preposition before what was read as the subject of a verb: "a law to pay | for a navy was
    passed".
    """
    subject = next((c for c in verb.children if c.dep_ in SUBJECT_LABELS), None)
    first = subject.left_edge if subject is not None else verb
    mark = first.nbor(-1) if subject is not None and first.i else verb
    return mark if mark.dep_ == "mark" and mark.head is verb and mark.lower_ in _PREPOSITIONS else None


def says_what_is_to_be(participle: Token) -> None:
    """Make the verb of a sentence of one taken for a part of its subject: "The committee | proposed on Monday
    | that the bill be passed".
    """
    noun, verb = participle.head, participle.head.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.i != noun.i + 1:
        return
    if verb.head is not verb or noun.dep_ not in SUBJECT_LABELS or verb.i < participle.i:
        return
    that = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    if (
        that is None
        or that.i < participle.i
        or not any(c.dep_ in SUBJECT_LABELS and c.i > that.i for c in verb.children)
    ):
        return
    participle.lift()
    participle.tag_ = "VBD"
    noun.hang(participle, "nsubj")
    verb.hang(participle, "ccomp")


def main_behind_condition(verb: Token) -> None:
    """Make the main clause of one that was hung on a time before it: "if they fail within 30 days | the bill
    dies"; or on the condition: "should they fail to act in time, | the bill dies".
    """
    time = verb.head
    if verb.dep_ == "parataxis" and time.head is time and verb.doc[0].lower_ in ("should", "were"):
        if verb.doc[0].head is time and verb.i > time.i and any(c.dep_ == "nsubj" for c in verb.children):
            verb.lift()
            time.hang(verb, "advcl")
        return
    if verb.dep_ != "acl:relcl" or verb.doc[0].lower_ not in _CONDITIONS or verb.doc[0].dep_ != "mark":
        return
    condition, subject = verb.doc[0].head, next((c for c in verb.children if c.dep_ in SUBJECT_LABELS), None)
    bare = time.dep_.startswith("obl") and time.head is condition and condition.head is condition
    if not bare or subject is None or subject.left_edge.i != time.i + 1 or subject.tag_ in ("WDT", "WP"):
        return
    verb.lift()
    condition.hang(verb, "advcl")
