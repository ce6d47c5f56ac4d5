"""Hang bodies on the verb by which something is sent to them, and on both what is said of them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.language.regrouping import verb_above
from graph.language.words import Token

_ASKS = frozenset((
    "ask", "call", "press", "push", "campaign", "plead", "lobby", "hope", "wait", "clamour", "appeal",
))  # fmt: skip
_TEXTS = frozenset(("bill", "bills", "measure", "measures", "amendment", "amendments", "proposal", "text"))
_HOUSES = frozenset(("house", "chamber"))


def hang_source(place: Token) -> None:
    """Hang on the verb from where something was taken, hung on what was taken: "removed the bill | from the
    agenda".
    """
    taken = place.head
    if place.dep_ != "obl" or taken.dep_ != "obj" or taken.pos_ not in ("NOUN", "PROPN"):
        return
    if any(c.dep_ == "case" and c.lower_ in ("from", "off") for c in place.children):
        place.hang(taken.head, "obl")


def hang_goals(token: Token, lists: Mapping[str, frozenset[str]]) -> None:
    """Mend the tree around one word, where it is a goal or something is sent or turned into something."""
    if token.children:
        goal_behind_clause(token, lists["sends"])
    if token.pos_ == "VERB":
        goal_behind_object(token, lists)
        describe_object(token)
        describe_goal(token)
    asked_for(token)
    if token.lower_ == "law":
        into_law(token)
        made_law(token)


def goal_behind_clause(goal: Token, sends: frozenset[str]) -> None:
    """Hang a goal on the verb of sending and not on the clause before it: "sent the law, which bans guns, |
    back to parliament", "referred bills drafted by the ministry | to committees".
    """
    if not goal.children or goal.head.i >= goal.i:
        return
    marks = [c for c in goal.children if c.lower_ == "to" and c.dep_ == "case"]
    clause = goal.head.head if goal.dep_ == "nmod" and goal.head.dep_ == "obl:agent" else goal.head
    if not marks or marks[0].i < 2 or clause.i > goal.i:
        return
    before = [word.text for word in goal.doc[marks[0].i - 2 : marks[0].i]]
    relative = any(c.lower_ in ("which", "that") and c.dep_.startswith("nsubj") for c in clause.children)
    done = clause.dep_ == "acl" and any(c.dep_ == "obl:agent" and c.i < goal.i for c in clause.children)
    if not done and (not relative or (before[1] != "," and before != [",", "back"])):
        return
    above = verb_above(clause)
    if above is not None and above.lemma_ in sends and above.i < clause.i:
        goal.hang(above, "obl")
        for child in [c for c in goal.children if c.lower_ == "back"]:
            child.hang(above, "advmod")


def goal_behind_object(verb: Token, lists: Mapping[str, frozenset[str]]) -> None:
    """Hang a body on the verb of sending and not on the last noun before it: "forwarded the bill on the form
    of the upper house | to the Committee on Justice".
    """
    if verb.lemma_ not in lists["sends"] or verb.pos_ != "VERB":
        return
    objects = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass")]
    after = [c for c in verb.children if c.dep_ == "obl" and objects and c.i > objects[-1].i]
    around = [word for noun in (*objects, *after) for word in noun.subtree]
    for goal in [word for word in around if word.lemma_.lower() in lists["goals"]]:
        inner, marks = goal.head, [c for c in goal.children if c.dep_ == "case"]
        if [mark.lower_ for mark in marks] != ["to"] or inner in (verb, *objects) or inner.i > goal.i:
            continue
        above = inner if inner.pos_ == "VERB" else verb_above(inner)
        if above is not None and above.tag_ == "VBG":  # "submitted a bill on forming a council"
            above = verb_above(above)
        apart = inner.lemma_.lower() not in lists["before_bodies"]
        if above is verb and apart and goal.dep_ in ("nmod", "obl"):
            goal.hang(verb, "obl")


def describe_goal(verb: Token) -> None:
    """Hang on a body what it is said to do: "went to the Committee on Law, | which will vote on it"."""
    if verb.dep_ != "advcl:relcl":
        return
    which = next((c for c in verb.children if c.lower_ == "which" and c.dep_ == "nsubj"), None)
    if which is None or which.i < 2 or which.preceding != ",":
        return
    body = which.nbor(-2)
    while body.head is not verb.head and body.head is not body:
        body = body.head
    if body.head is verb.head and any(c.lower_ == "to" and c.dep_ == "case" for c in body.children):
        verb.hang(body, "acl:relcl")


def describe_object(participle: Token) -> None:
    """Hang on an object what was done to it before: "passed a bill to reform the courts, | moved by the
    Greens", read as a second thing done.
    """
    verb = participle.head
    if participle.dep_ != "conj" or participle.tag_ != "VBN" or verb.tag_ != "VBD" or participle.i < 1:
        return
    by = any(child.dep_ == "obl:agent" for child in participle.children)
    apart = any(c.dep_ in ("cc", "aux", "aux:pass", "obj") for c in participle.children)
    things = [c for c in verb.children if c.dep_ == "obj" and c.i < participle.i]
    if by and not apart and things and participle.preceding == ",":
        participle.hang(things[-1], "acl")


def asked_for(step: Token) -> None:
    """Make the subject of an infinitive of what is asked for: "calling for the bill | to be scrapped"."""
    asking = step.head
    if step.dep_ not in ("xcomp", "advcl") or asking.lemma_ not in _ASKS or not step.children:
        return
    to = step.children[0]
    wanted = next((c for c in asking.children if c.dep_ == "obl" and asking.i < c.i < to.i), None)
    case = wanted.left_edge if wanted is not None else step
    if to.lower_ != "to" or wanted is None or case.lower_ != "for" or case.i != asking.i + 1:
        return
    if any(child.dep_ == "aux:pass" for child in step.children):
        wanted.hang(step, "nsubj:pass")
        case.hang(step, "mark")


def into_law(law: Token) -> None:
    """Hang on the verb what something is turned into: "turned the decree on ports | into law"."""
    case = law.children[0] if law.children else law
    above = law.head
    if case.lower_ != "into" or above.pos_ not in ("NOUN", "PROPN") or above.i > law.i:
        return
    while above.dep_ in ("nmod", "obl", "obj", "conj") and above.pos_ in ("NOUN", "PROPN"):
        above = above.head
    if above.pos_ == "VERB":
        law.hang(above, "obl")


def made_law(law: Token) -> None:
    """Part a bill from what it is made: "made the tax bill | law", read as a law of a kind."""
    bill = law.doc[law.i - 1]
    if law.dep_ != "obj" or law.head.lemma_ != "make" or bill.head is not law or bill.lower_ not in _TEXTS:
        return
    bill.hang(law.head, "obj")
    bill.take_before(law)
    law.dep_ = "xcomp"


def _make_lower(house: Token) -> None:
    """Make an adjective of "lower" in "sent back to lower house", read as an infinitive."""
    lower = house.head
    verb, marks = lower.head, [c for c in lower.children if c.lower_ == "to" and c.i == lower.i - 1]
    if not marks or lower.i != house.i - 1 or verb.i > lower.i:
        return
    for child in [c for c in lower.children if c is not house]:
        child.hang(house, "case" if child in marks else child.dep_)
    house.hang(verb, "obl")
    lower.hang(house, "amod")
    lower.tag_, lower.pos_ = "JJR", "ADJ"


def make_goal(body: Token, bodies: frozenset[str]) -> None:
    """Make a noun of "parliament" in "returned it to parliament for a vote", read as an infinitive, and of
    "lower house" behind "to".
    """
    if body.lower_ in _HOUSES and body.dep_ == "obj" and body.head.lower_ == "lower":
        _make_lower(body)
    if body.lower_ not in bodies or body.tag_ not in ("VB", "VBP") or body.head is body:
        return
    marks = [c for c in body.children if c.lower_ == "to"]
    verb = body.head if body.head.pos_ == "VERB" else body.head.head
    if not marks or verb.pos_ != "VERB" or verb.i > body.i:
        return
    marks[0].dep_ = "case"
    body.tag_, body.pos_ = "NN", "NOUN"
    body.hang(verb, "obl")
    for child in [c for c in body.children if c.dep_ in ("obj", "obl", "advcl", "advmod")]:
        child.hang(verb, child.dep_)
