"""What is said of any bill, as rules of procedure say it: "the Senate may amend a bill", "most bills die"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.extraction.lexicon import bill_words, status_words, word_class
from graph.extraction.scene import Found
from graph.language.roles import (
    auxiliaries,
    is_finite_past,
    is_infinitive,
    is_negated,
    is_passive,
    subjects,
)
from graph.language.tree import (
    children,
    clause_of,
    first_conjunct,
    governors,
    lemma,
    obliques,
    possessors,
    prepositions,
)
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.language.words import Token

_ANY = frozenset(("a", "an", "any", "every", "each"))
_MOST = frozenset(("most", "few", "many", "all", "such"))
_OF_ANY_VETO = re.compile(
    r"\b(?:(?:case|event|face) of|faced with|confronted with) an? (?:\w+ )?veto\b"
    r"|\b(?:if|when|where|whenever|once) (?:the|a) (?:president|king|governor|head of state)"
    r" (?:vetoes|returns|refuses to sign) (?:a|any) (?:\w+ )?(?:bill|law|act|decree)\b",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:rules|procedures?|constitution|law|standing orders|regulations)"
    r" (?:stipulates?|prescribes?|provides?|says?|requires?) that an? ",
    re.IGNORECASE,
)
_OF_ANY = re.compile(r"\ban? (?:\w+ )?(?:bill|proposal|draft|measure)\b", re.IGNORECASE)
_TO_OVERRIDE = re.compile(r"(?:To override|Overriding) an? (?:\w+ )?(?:bill|law)\b")
_WHENEVER = frozenset(("once", "when", "whenever", "if", "after", "until", "unless"))


def is_any_bill(noun: Token, clause: Token | None = None) -> bool:
    """Whether a noun means any bill ("a bill", "most bills"), with nothing but a `clause` that says which."""
    if noun.lemma_.lower() not in bill_words()["strong"] | {"measure", "draft"}:
        return False
    telling = [
        word
        for word in children(noun, "amod", "compound", "nmod:poss", "nummod", "acl", "appos", "flat")
        if word != clause and word.lower_ not in word_class("sorts_of_bill") | _MOST
    ]
    marks = ("of", "on", "for", "about", "against")
    telling += [other for mark, other in obliques(noun) if mark in marks]
    determiners = {c.lower_ for c in children(noun, "det")}
    if determiners & {"any", "every", "each"} and clause is None:
        return True  # "any measure on labour"
    if noun.preceding == "a":  # "once a bill clears both", read as one noun
        determiners.add("a")
    several = noun.tag_ in ("NNS", "NNPS") and not determiners - _MOST
    return not telling and (bool(determiners & _ANY) or several)


_CHANCES = frozenset(("chance", "opportunity", "moment", "occasion", "time", "place"))


def is_rule(draft: Draft, index: int, found: Found) -> bool:
    """Whether a clause says what may or must be done with any bill: "the Senate may amend a bill"."""
    tree, patient, clause = draft.text.trees[index], found.patient, found.clause
    told = is_finite_past(clause) or bool({"has", "had", "have"} & set(auxiliaries(clause)))
    if _is_what_a_stage_is_for(clause):
        return True
    if not told and tree.kind == "running" and _OF_ANY_VETO.search(tree.sentence.text):
        return True
    if not told and is_in_a_rule(draft, index):
        return True
    if found.frame.type is EventType.PASSAGE and _TO_OVERRIDE.match(tree.sentence.text):
        return True  # "to override a vetoed bill, two thirds of the vote is required"
    above = clause.head
    if clause.dep_ == "advcl" and is_general(above) and any(is_any_bill(n) for n in subjects(above)):
        return True  # "a bill must be approved by both before becoming law"
    now = {"is", "are"} & set(auxiliaries(clause)) and is_passive(clause) and clause.tag_ == "VBN"
    if found.frame.type is EventType.OVERRIDE and now and _by_a_majority(clause):
        return True  # "a veto is overcome by a simple majority"
    if patient is None:
        patient = next(iter(children(clause, "obj")), None)  # "the president can veto legislation"
    if patient is None or tree.kind != "running":
        return False
    if is_negated(clause) and told and _is_one_of_many(patient):
        return True  # "had not overturned a veto for ten years"
    if patient.lower_ in ("it", "them"):
        before = (token for token in tree.doc[: patient.i] if token.pos_ == "NOUN")
        any_bill = any(is_any_bill(token) for token in before) or _is_for_any_bill(tree.doc)
    elif patient.lower_ == "veto" and (_is_for_any_bill(tree.doc) or _is_any_veto(patient, clause)):
        any_bill = True
    else:
        whole = found.frame.type is EventType.VETO and patient.lower_ == "legislation"
        any_bill = is_any_bill(patient, clause) or (whole and not patient.children)
    if not any_bill:
        return False
    if clause.dep_ in ("acl", "acl:relcl") and patient == clause.head:
        if draft.bills.several(index, patient):
            return False  # "bills passed this year include the Water Act"
        return is_general(clause_of(patient)) or patient.dep_ == "ROOT"
    conjunctions = {c.lower_ for c in children(clause, "mark", "advmod")}
    if conjunctions & _WHENEVER and {"has", "have"} & set(auxiliaries(clause)):
        return True  # "once both houses have passed a bill"
    if is_infinitive(clause) and clause.dep_ in ("xcomp", "advcl", "acl") and _is_for_any_bill(tree.doc):
        clause = clause_of(clause.head)  # "if she refuses to sign a bill"
    return is_general(clause)


def _is_what_a_stage_is_for(clause: Token) -> bool:
    """Whether it is told what a stage is there for: "report stage is a further chance to make changes"."""
    first = first_conjunct(clause)
    noun = first.head
    if not is_infinitive(first) or not any(c.tag_ in ("VBZ", "VBP") for c in children(noun, "cop")):
        return False
    stages = word_class("stages_of_the_way") | {"stage", "reading"}
    about = (*children(noun, "nsubj"), noun)
    return noun.lemma_.lower() in _CHANCES and any(word.lemma_.lower() in stages for word in about)


def is_in_a_rule(draft: Draft, index: int) -> bool:
    """Whether a sentence says what rules provide for any bill, or goes on with it: "the rules stipulate that
    a draft is sent to a committee. Once that approves it, a proposal moves to a second reading".
    """
    trees = draft.text.trees
    text = trees[index].sentence.text
    if trees[index].kind != "running":
        return False
    if _PROVIDED.search(text):
        return True
    return bool(index and _OF_ANY.search(text) and _PROVIDED.search(trees[index - 1].sentence.text))


def _is_one_of_many(patient: Token) -> bool:
    """Whether what is not done is told of any veto or bill there is: "a president's veto", "any bill"."""
    if patient.lemma_.lower() != "veto":
        return is_any_bill(patient)
    whose = possessors(patient)
    return any({c.lower_ for c in children(noun, "det")} & _ANY for noun in (patient, *whose))


def _is_any_veto(veto: Token, clause: Token) -> bool:
    """Whether a power or what it takes is told of whatever veto there is: "lawmakers have the right to
    override a veto", "the house needs 89 votes to overturn a presidential veto".
    """
    loose = {c.lower_ for c in children(veto, "det")} & _ANY and not obliques(veto)
    if not loose or not is_infinitive(clause):
        return False
    noun = clause.head
    takes = noun.lemma_.lower() in word_class("majorities") | {"vote"} and noun.dep_ == "obj"
    takes = takes and noun.head.lemma_.lower() in word_class("needed_for")
    return takes or noun.lemma_.lower() in word_class("powers")


def _is_for_any_bill(words: Sequence[Token]) -> bool:
    """Whether a sentence provides for any bill: "when the governor returns a bill, the assembly may …"."""
    return any(
        {c.lower_ for c in children(clause, "mark", "advmod", "case") if c.i < clause.i} & _WHENEVER
        for word in words
        if is_any_bill(word)
        for clause in (clause_of(word), clause_of(word).head)
    )


def _by_a_majority(clause: Token) -> bool:
    """Whether a clause tells by how many something is decided."""
    return any(noun.lemma_.lower() in word_class("majorities") for _, noun in obliques(clause))


def is_general(clause: Token) -> bool:
    """Whether a clause says what may, must or always does happen."""
    if is_infinitive(clause) and clause.head.lemma_.lower() in word_class("powers"):
        return True  # "has authority to veto a bill"
    if is_infinitive(clause) and clause.head.lemma_.lower() in word_class("majorities") | {"vote", "half"}:
        return True  # "needed 222 votes to pass a bill"
    words, modals = set(auxiliaries(clause)), status_words()["modals"]
    if words & (modals["possible"] | modals["required"] | {"shall"}):
        return True
    present = clause.tag_ in ("VBZ", "VBP") or (clause.tag_ == "VBN" and words in ({"is"}, {"are"}))
    present = present or (clause.tag_ == "VB" and bool(words & {"do", "does"}))
    provided = {c.lower_ for below in children(clause, "advcl") for c in children(below, "mark", "advmod")}
    if "will" in words and provided & _WHENEVER:
        return True  # "a bill will become law if the president signs it"
    return present and not words & (modals["scheduled"] | modals["conditional"])


def is_what_it_is_on(draft: Draft, index: int, token: Token) -> bool:
    """Whether an event noun says what a bill is on: "the bill concerns the approval of a loan", or what it
    does without: "a clause that lets ministers change laws without a vote".
    """
    verb = token.head
    if token.pos_ == "NOUN" and "without" in prepositions(token) and _is_let(verb):
        return True
    if token.pos_ != "NOUN" or token.dep_ not in ("obj", "obl") or lemma(verb) not in word_class("is_on"):
        return False
    about = [noun for noun in subjects(verb) if noun.pos_ == "NOUN" or noun.pos_ == "PROPN"]
    aims = [inner for noun in about for mark, inner in obliques(noun) if mark == "of"]
    return any(draft.bills.is_mention(index, noun) for noun in (*about, *aims))


def _is_let(verb: Token) -> bool:
    """Whether a clause tells what a bill or a part of it lets somebody do: "a clause that lets them", "the
    bill would enable ministers to act".
    """
    powers = word_class("lets") | word_class("empowers")
    lets = next((word for word in (verb, *governors(verb)) if word.lemma_.lower() in powers), None)
    if lets is None:
        return False
    what = [lets.head] if lets.dep_ in ("acl", "acl:relcl") else children(lets, "nsubj")
    known = bill_words()["strong"] | bill_words()["weak"] | word_class("provisions") | word_class("parts")
    return any(noun.lemma_.lower() in known for noun in what)
