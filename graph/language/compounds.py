"""Make one phrase of the words before a text: "the wage hike bill", "the assisted dying bill"."""

from __future__ import annotations

from collections.abc import Set

from graph.language.regrouping import turn_compound
from graph.language.words import SUBJECT_LABELS, Token
from graph.lexicons import load_lexicon

_APPEALS = frozenset(("move", "approach", "petition"))
_JUDGES = frozenset(("declare", "find", "hold", "rule", "deem", "term", "call", "consider", "pronounce"))


def join_before(text: Token, texts: Set[str]) -> None:
    """Mend the tree around the words before a text in place.

    Args:
        text: any word; what is none of `texts` is left alone.
        texts: nouns for bills and what changes them.
    """
    if text.tag_ == "VBZ" and text.pos_ == "VERB" and text.i:
        _free_subject(text)
    if text.tag_ == "VBG" and text.dep_ == "advcl" and text.head.lemma_ in _APPEALS:
        _free_court(text)
    if text.tag_ == "JJ" and text.dep_ == "obj" and text.head.lemma_ in _JUDGES:
        _free_judged(text)
    if text.text == "Bill" and text.dep_ == "obj" and text.i:
        _take_participle(text)
    if text.text in texts and text.i:
        _take_pointer(text)
        _join_amend(text)
        _join_compound(text)
        _join_gerund(text)
        _give_owner(text)
        _join_before_step(text)
        _free_body(text)


def _free_court(plea: Token) -> None:
    """Make an object of the court that somebody moves, read as who acts behind it: "moved the Supreme Court |
    challenging it".
    """
    verb = plea.head
    for court in [c for c in plea.children if c.dep_ == "nsubj" and verb.i < c.i < plea.i]:
        if court.left_edge.i == verb.i + 1 and not any(c.dep_ == "obj" for c in verb.children):
            court.hang(verb, "obj")


def _free_judged(judgement: Token) -> None:
    """Make an object of what is judged, read as a part of the name of what it is judged to be: "declared the
    Water Act | null and void".
    """
    act, verb = judgement.nbor(-1) if judgement.i else judgement, judgement.head
    if act.head is not judgement or act.dep_ != "compound" or act.i < verb.i:
        return
    act.take_before(judgement)
    act.hang(verb, "obj")
    judgement.dep_ = "xcomp"


def _free_subject(verb: Token) -> None:
    """Make a subject of the noun right before a verb with an object, read as a part of its name: "after the
    joint | committee | submits its report".
    """
    before, labels = verb.nbor(-1), {child.dep_ for child in verb.children}
    if (
        before.head is not verb
        or before.dep_ != "compound"
        or labels & {*SUBJECT_LABELS}
        or "obj" not in labels
    ):
        return
    before.dep_ = "nsubj"
    for child in [c for c in verb.children if c.dep_ in ("det", "amod", "nmod:poss") and c.i < before.i]:
        child.hang(before, child.dep_)


def _join_amend(text: Token) -> None:
    """Make one phrase of "the tax | amend bill", as headlines cut an amendment bill short, read as a verb."""
    amend = text.nbor(-1)
    if amend.lower_ not in ("amend", "amdt") or text.dep_ != "obj" or amend is not text.head:
        return
    verb, before = amend.head, amend.i > 1 and amend.nbor(-1)
    if verb is amend or not before or before.lower_ in ("to", "and", "would", "will", "could", "may"):
        return
    for child in [c for c in amend.children if c is not text]:
        child.hang(text if child.i < amend.i else verb, "compound" if child.i < amend.i else child.dep_)
    text.hang(verb, "obj")
    amend.tag_, amend.pos_, amend.dep_ = "NN", "NOUN", "compound"
    amend.hang(text, "compound")


def _take_pointer(text: Token) -> None:
    """Make one phrase of "approved that | bill", read as what "that" stands for and a verb, or as what was
    approved.
    """
    pointing = text.nbor(-1)
    if pointing.lower_ not in ("that", "this") or not text.tag_.startswith("VB"):
        return
    verb = pointing.head if text.head is pointing and text.dep_ == "fixed" else text.head
    clause = text.dep_ == "ccomp" and text.left_edge is pointing and verb.i == text.i - 2
    if not clause and (verb is not pointing.head or verb is pointing):
        return
    for child in [c for c in text.children if c is not pointing]:
        child.hang(verb, child.dep_)
    text.tag_, text.pos_, text.lemma_ = "NN", "NOUN", text.lower_
    text.hang(verb, "obj" if clause else pointing.dep_)
    pointing.tag_, pointing.pos_ = "DT", "DET"
    pointing.hang(text, "det")


def _take_participle(bill: Token) -> None:
    """Make a word for a bill of what was done to it before, read as a noun of its own: "passed an amended |
    Bill C-14".
    """
    done = bill.nbor(-1)
    if done.head is not bill.head or done.dep_ != "obj" or done.tag_ not in ("VBN", "VBD", "JJ"):
        return
    for word in list(done.children):
        word.hang(bill, word.dep_)
    done.pos_ = "ADJ"
    done.hang(bill, "amod")


def _join_compound(text: Token) -> None:
    """Make one phrase of "passed the water resources | bill", read as two things beside a verb, or the second
    as a verb: "vote on the stopgap | measure", "passed the wage | hike bill".
    """
    own = [c for c in text.children if c.i < text.i]
    before = text.nbor(-1)
    if not own and _join_plural(text, before):
        return
    if own == [before] and before.i and before.tag_ in ("NN", "AFX") and not before.children:
        before = before.nbor(-1)
    if before is text.head and text.dep_ in ("nmod", "appos") and not text.children:
        turn_compound(text, before)
        return
    beside = before.head is text.head and before.dep_ in ("obj", "nsubj", "nsubj:pass", "obl")
    if not beside or before.tag_ not in ("NN", "NNS", "NNP") or any(c.i < before.i for c in own):
        return
    if (text.text, text.dep_) == ("law", "xcomp"):
        return  # "made the bill | law"
    if text.tag_ in ("VB", "VBP") and any(c.dep_ in ("det", "nmod:poss") for c in before.children):
        for child in [c for c in text.children if c.i > text.i]:
            child.hang(text.head, child.dep_)
        text.tag_, text.lemma_ = "NN", text.lower_
    if text.tag_ not in ("NN", "NNS", "NNP"):
        return
    text.pos_ = "NOUN"
    if not text.dep_.startswith("nsubj"):
        text.dep_ = before.dep_
    for child in [c for c in before.children if c.dep_ != "conj"]:
        child.hang(text, child.dep_)
    for noun in own:
        noun.tag_, noun.pos_, noun.dep_ = "NN", "NOUN", "compound"
    before.hang(text, "compound")


def _join_plural(text: Token, before: Token) -> bool:
    """Make one phrase of "a reading of the sports | bill", read as two parts of what stands around it;
    whether it did.
    """
    led = any(c.dep_ in ("det", "nmod:poss") and c.i < before.i for c in before.children)
    apart = before.head not in (text, text.head) and before.dep_ in ("nmod", "obl", "obj", "nsubj")
    verbal = before is text.head and text.dep_ == "appos" and text.tag_ in ("VB", "VBP")
    if before.tag_ not in ("NNS", "NNPS") or not led or not (apart or verbal) or text.is_ancestor(before):
        return False
    if text.tag_ not in ("NN", "NNP", "VB", "VBP") or any(c.dep_ in SUBJECT_LABELS for c in text.children):
        return False
    role, above = before.dep_, before.head
    text.tag_, text.pos_, text.lemma_ = (
        text.tag_.replace("VBP", "NN").replace("VB", "NN"),
        "NOUN",
        text.lower_,
    )
    for child in [c for c in before.children if c is not text]:
        child.hang(text, child.dep_)
    text.hang(above, role)
    before.hang(text, "compound")
    return True


def _join_gerund(text: Token) -> None:
    """Make one phrase of "the assisted | dying bill", read as a thing that does something to a bill."""
    gerund = text.head
    if gerund.tag_ != "VBG" or text.dep_ != "obj" or text.i != gerund.i + 1:
        return
    done = gerund.head
    led = done.lower_.endswith("ed") and any(c.dep_ == "det" for c in done.children)
    if gerund.dep_ != "acl" or done.i + 1 != gerund.i or done.head is done or not led:
        return
    text.hang(done.head, done.dep_)
    for child in [c for c in (*gerund.children, *done.children) if c is not gerund and c is not text]:
        child.hang(text, child.dep_)
    gerund.tag_, gerund.pos_ = "NN", "NOUN"
    gerund.hang(text, "compound")
    done.hang(gerund, "amod")


def _give_owner(text: Token) -> None:
    """Make what a bill is told of the owner before it, where both were read apart: "opened debate of the
    government 's | long-awaited bill".
    """
    first = text.left_edge
    sign = first.nbor(-1) if first.i else first
    owner, noun = sign.head, sign.head.head
    if text.dep_ != "obj" or sign.tag_ != "POS" or owner.dep_ != "nmod":
        return
    if noun.dep_ != "obj" or noun.head is not text.head:
        return
    for mark in [c for c in owner.children if c.dep_ == "case" and c is not sign]:
        mark.hang(text, "case")
    text.hang(noun, "nmod")
    owner.hang(text, "nmod:poss")


def _join_before_step(text: Token) -> None:
    """Give a bill before a word for its step what tells which bill it is, read as telling of the step: "the
    | abortion | bill vote".
    """
    step = text.head
    if text.dep_ != "compound" or step.i != text.i + 1:
        return
    if step.lemma_.lower() not in load_lexicon("words")["goes_its_course"]:
        return
    for word in [c for c in step.children if c.i < text.i and c.dep_ in ("compound", "amod")]:
        word.hang(text, word.dep_)


def _free_body(text: Token) -> None:
    """Hang a body on the step that is taken in it, read as where the bill is: "passage of the bill | in the
    Senate".
    """
    step = text.head
    if text.dep_ != "nmod" or step.lemma_.lower() not in load_lexicon("words")["taken_in_a_body"]:
        return
    bodies = load_lexicon("kinds")["actors"]
    for body in [c for c in text.children if c.dep_ == "nmod" and c.i > text.i]:
        inside = any(c.dep_ == "case" and c.lower_ == "in" for c in body.children)
        if inside and body.lemma_.lower() in (
            *bodies["chamber"],
            *bodies["legislature"],
            *bodies["committee"],
        ):
            body.hang(step, "nmod")
