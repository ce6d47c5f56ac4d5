"""Find the verb of a sentence where it was read as part of its time, of its subject or of what that is."""

from __future__ import annotations

from graph.language.words import Token
from graph.lexicons import load_lexicon

_BELOW = frozenset(("parataxis", "acl", "acl:relcl", "advcl", "conj", "dep", "appos"))
NOT_ITS_OWN = frozenset(("nsubj", "nsubj:pass", "mark", "cc", "aux", "aux:pass", "obl:agent"))
"""Labels of words by which a verb is more than a participle that was read as one of its clause's own."""
_SUBJECTS = ("nsubj", "nsubj:pass")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_TAGS = frozenset(("VBD", "VB", "VBN"))
_WAYS = frozenset(("vote", "majority", "margin", "show", "acclamation"))
_PARTICLES = ("down", "out", "off", "aside")


def tell_behind_time(time: Token) -> None:
    """Make the verb of a sentence of one read as part of its time: "Hours after the vote Leader Holm |
    promised to repeal it".
    """
    event = next((c for c in time.children if c.dep_ == "nmod" and c.i < time.i + 4), None)
    verbs = [] if event is None else [c for c in event.children if c.dep_ == "acl" and c.tag_ == "VBD"]
    who = [c for c in event.children if c.dep_ == "appos" and c.i == event.i + 1] if event else []
    if time.tag_ != "NNS" or not verbs or not who or any(c.dep_ in NOT_ITS_OWN for c in verbs[0].children):
        return
    verb = verbs[0]
    verb.lift()
    who[0].hang(verb, "nsubj")
    time.hang(verb, "obl:unmarked")


def give_subject(time: Token) -> None:
    """Take for a time what was read as who acts: "Hours after the vote | President Holm said she would"."""
    verb, before = time.head, [c for c in time.children if c.dep_ == "nmod"]
    who = [c for c in verb.children if c.dep_ == "nsubj" and time.i < c.i < verb.i]
    who = who or [c for event in before for c in event.children if c.dep_ == "appos" and c.i > event.i]
    if time.tag_ == "NNS" and verb.tag_ == "VBD" and who:
        who[0].hang(verb, "nsubj")
        time.dep_ = "obl:unmarked"


def make_vote(votes: Token) -> None:
    """Make the only verb of a sentence of "votes" behind a state: "The Senate of Chile | votes on it"."""
    state, of, body = votes.nbor(-1), votes.nbor(-2), votes.nbor(-3)
    named = of.lower_ == "of" and state.text[:1].isupper() and body.text[:1].isupper()
    if not named or any(word.tag_ in _FINITE for word in votes.doc):
        return
    roots = [word for word in votes.doc if word.head is word and word is not votes]
    votes.lift()
    votes.tag_, votes.pos_, votes.lemma_ = "VBZ", "VERB", "vote"
    for child in (*votes.children, *body.children):
        if child.i > votes.i:
            child.hang(votes, "obl" if child.dep_ == "nmod" else child.dep_)
    for root in roots:
        root.hang(votes, "obl")
    state.hang(body, "nmod")
    of.hang(state, "case")
    body.hang(votes, "nsubj")


def part_sentences(joint: Token) -> None:
    """Make two sentences of what was read as one with a subject before and behind "and": "The members |
    protested, and the court upheld it".
    """
    verb = joint.head
    who = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if verb.pos_ != "VERB" or len(who) != 2 or not who[0].i < joint.i < who[1].i:
        return
    told = [c for c in who[0].children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]
    if len(told) != 1 or any(c.dep_ in NOT_ITS_OWN for c in told[0].children):
        return
    first, opening = told[0], [c for c in verb.children if c.i < who[0].i]
    first.lift()
    first.tag_ = "VBD"
    for child in (*opening, who[0]):
        child.hang(first, child.dep_)
    verb.hang(first, "conj")


def tell_then(then: Token) -> None:
    """Make the verb of a sentence of one behind its subject and who that is, where the time before both was
    read as what the sentence tells: "Hours later the Speaker, Ana Holm, | signed it".
    """
    noun = next((c for c in then.children if c.dep_ in ("nsubj", "obj") and c.i > then.i), None)
    below = [c for word in (then, noun) if word for c in word.children if c.tag_ in ("VBD", "VBN")]
    verb = next((c for c in below if noun and c.i > noun.i and c.preceding == ","), None)
    if noun is None or verb is None:
        return
    verb.lift()
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for child in [c for c in then.children if c.i > then.i and c is not noun]:
        child.hang(verb, child.dep_)
    noun.hang(verb, "nsubj")
    then.hang(verb, "advmod")


def make_verb_of(noun: Token) -> None:
    """Make a verb of what "will" stands before: "will almost certainly | vote against it"."""
    if any(c.tag_ == "MD" and c.dep_ == "aux" for c in noun.children):
        noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_


def tell_in_the_past(verb: Token) -> None:
    """Make a sentence in the past of a participle with a subject of its own and no auxiliary: "The Assembly
    yesterday | approved changes to the act", read as approved changes.
    """
    own = {c.dep_ for c in verb.children if c.i < verb.i}
    if "nsubj" not in own or own & {"aux", "aux:pass", "cop", "mark"}:
        return
    noun = verb.head
    if verb.dep_ == "amod" and noun.head is noun and verb.i < noun.i:
        behind = [c for c in noun.children if c.dep_ == "punct"]
        verb.lift()
        verb.pos_ = "VERB"
        noun.hang(verb, "obj")
        for mark in behind:
            mark.hang(verb, "punct")
    if verb.head is verb and any(c.dep_ == "obj" for c in verb.children):
        verb.tag_ = "VBD"


def read_so_often(read: Token) -> None:
    """Make a verb of what is done to a bill: "was | second read |", "were introduced and | first read |"."""
    was = [c for c in read.children if c.dep_ in ("aux:pass", "cop")]
    if not (was or read.head.tag_ in ("VBN", "VBD")) or any(c.dep_ in ("obj", "det") for c in read.children):
        return
    read.tag_, read.pos_, read.lemma_ = "VBN", "VERB", "read"
    nth = read.nbor(-1)
    if nth.head is not read:
        nth.hang(read, "advmod")
    nth.dep_ = "advmod"
    for child in read.children:
        child.dep_ = {"nsubj": "nsubj:pass", "cop": "aux:pass"}.get(child.dep_, child.dep_)


def join_readings(readings: Token) -> None:
    """Make one noun of "will begin second and third | readings", read as a second one and third readings."""
    second = readings.head
    third = [c for c in readings.children if c.dep_ == "amod"]
    if second.head is second:
        return
    readings.hang(second.head, "obj" if second.dep_ == "xcomp" else second.dep_)
    second.hang(readings, "amod")
    for child in third:
        child.hang(second, "conj")


def tell_what_will_be(verb: Token) -> None:
    """Give a clause with "will" the subject read as what somebody tells: "has indicated | the party | will
    move amendments".
    """
    will = [c for c in verb.children if c.tag_ == "MD"]
    told = [c for c in verb.head.children if c.dep_ == "obj" and verb.head.i < c.i < verb.i]
    if not will or len(told) != 1 or any(c.dep_ in ("mark", "advmod", *_SUBJECTS) for c in verb.children):
        return
    if max(word.i for word in told[0].subtree) + 1 == will[0].i:
        passive = any(c.dep_ == "aux:pass" for c in verb.children)
        told[0].hang(verb, "nsubj:pass" if passive else "nsubj")
        verb.dep_ = "ccomp"


def take_verb(noun: Token) -> None:
    """Make the verb of a sentence of one behind what its subject is told to be between two commas: "Holm, the
    governor whom many | trust, | put her name to it", "The Senate, which they control, | followed".
    """
    if noun.following != "," or any(c.dep_ in ("cop", "nsubj", "nsubj:pass") for c in noun.children):
        return
    verb = next((t for t in noun.doc[noun.i + 3 :] if _is_told(t)), None)
    if verb is None or not noun.is_ancestor(verb):
        return
    make_verb_of_subject(verb, noun)


def make_verb_of_subject(verb: Token, noun: Token) -> None:
    """Make the verb of a sentence, in the past, of one read as below its subject, with all that hung on that
    noun and stands behind the verb.
    """
    verb.lift()
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for child in [c for c in noun.children if c.i > verb.i]:
        child.hang(verb, child.dep_)
    noun.hang(verb, "nsubj")


def _is_told(verb: Token) -> bool:
    """Whether a word behind a comma is a verb in the past with nothing that makes it less than a sentence."""
    if verb.tag_ not in _TAGS or verb.preceding != "," or verb.dep_ not in _BELOW:
        return False
    unchanged = verb.lower_ in load_lexicon("words")["same_in_the_past"]
    if verb.tag_ != "VBD" and not (unchanged and any(c.dep_ == "obj" for c in verb.children)):
        return False
    return not any(c.dep_ in NOT_ITS_OWN for c in verb.children)


def give_verb(verb: Token) -> None:
    """Make the verb of a sentence of one read as part of its subject: "The tenancy bill | overcame its last
    obstacle."
    """
    noun, parts = verb.head, [c for c in verb.children if c.i < verb.i and c.dep_ == "compound"]
    if noun.head is not noun or noun.pos_ != "NOUN" or noun.i < verb.i or not parts:
        return
    behind = [c for c in noun.children if c.i > noun.i]
    verb.lift()
    verb.pos_ = "VERB"
    for child in list(verb.children):
        if child.i < verb.i and child is not parts[-1]:
            child.hang(parts[-1], child.dep_)
    for child in behind:
        child.hang(verb, "obl" if child.dep_ == "nmod" else child.dep_)
    parts[-1].hang(verb, "nsubj")
    noun.hang(verb, "obj")


def find_of_a_body(body: Token) -> None:
    """Make the verb of a sentence of the participle behind its only noun, a body, that has an object or a
    particle and is done by nobody else: "MPs | signed off on the bill".
    """
    behind = [c for c in body.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    if len(behind) != 1:
        return
    verb = behind[0]
    for child in verb.children:
        if child.dep_ == "obl:agent" and child.lemma_ in _WAYS:
            child.dep_ = "obl"  # "passed by voice vote the bill"
    below = {child.dep_ for child in verb.children}
    day = verb.nbor(-1)  # "Congress on Thursday | insisted on it"
    led = day.head is body and day.dep_ == "nmod" and day.tag_ == "NNP" and day.preceding == "on"
    led = led or verb.following in _PARTICLES  # "A judge | struck down the law"
    if not (led or below & {"obj", "compound:prt"}) or below & {"obl:agent", "aux", "aux:pass", "cop"}:
        return
    verb.lift()
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for child in [c for c in body.children if c.i > verb.i]:
        child.hang(verb, "obl:unmarked" if child.dep_ == "appos" else child.dep_)
    body.hang(verb, "nsubj")
