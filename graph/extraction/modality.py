"""How real a trigger is told to be: its tense, modals, negation, conditions and the words that govern it.

The first of them that speaks wins; `judge` says in which order they are asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.attempts import (
    is_choice,
    is_for_or_against,
    is_still_to,
    is_yet_to,
    left_undone,
    makes_way,
    moved,
    put_later,
    took_place,
    was_first,
    without,
)
from graph.extraction.carriers import MEANWHILE, by_carrier
from graph.extraction.conjunctions import by_conjunction, is_condition
from graph.extraction.due import by_due, by_reach, came_too_late
from graph.extraction.givens import came_about, given, is_given, is_pledged, is_taken_for_granted, meant_for
from graph.extraction.governing import by_governor, where_it_depends
from graph.extraction.lexicon import word_class
from graph.extraction.questions import (
    VOTED_WHETHER,
    depends,
    is_disclaimed,
    is_doubted,
    is_left_to_decide,
    is_put_to_the_vote,
    voted_not_to,
)
from graph.extraction.tenses import (
    Judgement,
    by_clause_above,
    by_modal,
    by_tense,
    class_of,
    is_bare,
    is_caused,
    is_perfect,
    is_subjunctive,
    modifiers,
    votes_now,
)
from graph.extraction.verb_words import words_of
from graph.language.roles import (
    auxiliaries,
    is_finite_past,
    is_infinitive,
    is_negated,
    is_purpose_clause,
)
from graph.language.tree import SUBJECTS, children, clause_of, first_conjunct, obliques, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
_BELOW = frozenset((
    "xcomp", "ccomp", "acl", "acl:relcl", "advcl", "csubj", "obl", "nmod", "obj", "nsubj", "nsubj:pass",
    "appos",
))  # fmt: skip
_AHEAD = frozenset(("will", "'ll", "shall", "would", "'d"))
_OPEN = (_F.HAPPENED, _F.SCHEDULED, _F.PROMISED, _F.EXPECTED)
"""What is said of things of which one will be done, and by whom a tense is not seen."""
_BESIDE = frozenset(("while", "although", "though", "whereas"))
"""Conjunctions of a clause with a tense of its own, of which the main clause says nothing."""
_ACHIEVES = frozenset(("manage", "get", "succeed", "contrive"))
_DENIES = frozenset(("denies", "deny", "denied"))
_NAMED = frozenset(("NN", "JJ", "DT", "CD", "PO", "PR"))
_CLIMBS = _BELOW - {"ccomp", "csubj", "acl:relcl"}


def _governor(word: Token) -> Token | None:
    """Return the word that governs a clause, an infinitive or a noun; None for a main clause."""
    if word.head == word:
        return None
    if word.dep_ == "conj":
        return _governor(word.head)
    return word.head if word.dep_ in _BELOW else None


def judge(token: Token, clause: Token, kind: str) -> Judgement:
    """Return how real a trigger is.

    Args:
        token: the trigger word.
        clause: the word that carries tense and time for it.
        kind: of the sentence ("headline", "running", "caption").
    """
    if kind == "headline" and _is_denied_in_headline(clause):
        return Judgement(_F.DENIED, "denies")
    if (
        kind == "headline"
        and token.pos_ == "NOUN"
        and token.left_edge.lower_ == "no"
        and not token.left_edge.i
    ):
        return Judgement(_F.DENIED, "no")  # "No first reading for the bills, government says"
    found = _judge(token, clause, kind)
    if found.status is _F.SCHEDULED and (is_yet_to(clause) or is_yet_to(clause.head)):
        return Judgement(_F.REQUIRED, "yet to")  # "has yet to schedule a hearing"
    first = first_conjunct(clause)
    if (
        found.status in _OPEN
        and first.tag_ in ("VB", "VBP")
        and (is_choice(first) or is_for_or_against(first))
    ):
        return Judgement(_F.POSSIBLE, "or")  # "will either sign it or veto it"
    if found.status is _F.HAPPENED and is_still_to(clause):
        return Judgement(_F.REQUIRED, "still to")
    refused = (
        clause.doc[clause.i - 2]
        if clause.dep_ == "obl" and is_infinitive(clause) and clause.i > 1
        else clause
    )
    if refused.lemma_.lower() in word_class("refusals") and refused.pos_ == "NOUN":
        return Judgement(_F.HAPPENED, refused.lower_, failed=True)  # "conveyed his refusal | to assent to it"
    if token.lemma_.lower() in word_class("decisions_undone") and is_taken_for_granted(token):
        return Judgement(_F.HAPPENED, f"{token.head.lower_} it")  # "asked a court to annul its passage"
    if (found.failed or found.status is _F.DENIED) and is_taken_for_granted(token):
        return Judgement(_F.HAPPENED, f"{token.head.lower_} it")
    return found


def _is_denied_in_headline(clause: Token) -> bool:
    """Whether a headline denies what is told of a bill: "Speaker denies | rent bill sent to governor"."""
    if clause.tag_ not in ("VBN", "VBD"):
        return False
    before = list(clause.doc[: clause.i])
    denies = next((word.i for word in reversed(before) if word.lower_ in _DENIES), None)
    between = before[denies + 1 :] if denies else []
    return bool(between) and all(word.tag_[:2] in _NAMED or word.pos_ in ("VERB", "AUX") for word in between)


def _judge(token: Token, clause: Token, kind: str) -> Judgement:
    named = token.pos_ in ("NOUN", "PROPN") or token.tag_ in ("VBZ", "VBP")  # "who sponsors the bill"
    named = named or (token.tag_ in ("VBN", "VBG") and bool({"is", "are"} & set(auxiliaries(token))))
    if token.lemma_.lower() in word_class("authors") and named and not is_negated(token):
        return Judgement(_F.HAPPENED, "named as its author")
    if token.pos_ == "NOUN":
        for child in children(token, "amod", "compound", "acl"):
            put_off = clause != token and class_of(clause) == "cancelled"
            proposed = child.dep_ == "acl" and child.lower_ == "proposed"
            reached = child.lower_ in word_class("needed") and _is_reached(token, clause)
            if child.lower_ in modifiers() and not put_off and not proposed and not reached:
                return Judgement(modifiers()[child.lower_], child.lower_)
            if child.dep_ == "acl" and child.tag_ == "VBN" and took_place(child):
                return Judgement(_F.HAPPENED, child.lower_)  # "after a hearing held in May"
        if kind == "headline" and token.following == "next" and token.i + 2 >= len(token.doc):
            return Judgement(_F.SCHEDULED, "next")  # "Bill passed; president's signature next"
        if token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "away":
            return Judgement(_F.REQUIRED, "away")  # "a signature away from becoming law"
        first = token.left_edge
        if "since" in (first.lower_, token.doc[max(0, first.i - 1)].lower_):
            return Judgement(_F.HAPPENED, "since it")
        if not children(token, "cop") and any(mark == "since" for mark, _ in obliques(token)):
            return Judgement(
                _F.HAPPENED, "since then"
            )  # "the decree, in force since May, has to be ratified"
        if token.dep_ == "nmod" and token.head.lemma_.lower() in word_class("calls_off"):
            return Judgement(_F.CANCELLED, token.head.lower_)  # "the cancellation of the vote"
        if told := meant_for(token) or given(token) or without(token):
            return where_it_depends(token, told)
        if (
            token.dep_ == "compound"
            and clause == token
            and (name := class_of(token.head)) not in ("", "fact")
        ):
            return Judgement(_F(name), token.head.lower_)  # "a veto threat"
    if token.dep_ == "compound" and clause == token:
        clause = clause_of(token)  # "to begin the mediation process"
    if _would_not(clause):
        return Judgement(_F.HAPPENED, "would not")
    if not is_negated(clause) and (done := came_about(clause)):
        return done
    modal = by_modal(clause)
    says_so = token != clause and not is_negated(clause) and not left_undone(clause)
    if says_so and (carried := by_carrier(token, clause)):
        if carried.status is _F.REQUIRED and modal is not None and modal.why in ("would", "'d"):
            return Judgement(_F.CONDITIONAL, f"{modal.why} {carried.why}")  # "would need her signature"
        left = carried.status in (_F.POSSIBLE, _F.REQUIRED, _F.DENIED)
        if modal is None or (left and modal.status is _F.SCHEDULED):
            return carried  # "will object to a vote" sets no vote, "will need a vote" demands one
    if is_negated(clause) and is_infinitive(clause) and class_of(clause.head) == "possible":
        return Judgement(_F.POSSIBLE, f"{clause.head.lower_} not to")  # "asked him not to sign it"
    if clause.dep_ == "ccomp" and clause.head.lower_ == "meaning" and is_finite_past(clause.head.head):
        return Judgement(_F.HAPPENED, "meaning")  # "voted against it, meaning it falls"
    if _is_one_of_those_done(clause):
        return Judgement(_F.HAPPENED, "one of those done")
    if turned_down := voted_not_to(clause):
        return turned_down
    if was_first(clause):
        return Judgement(_F.HAPPENED, "not before")
    negated = (clause.pos_ != "NOUN" or _stands_in(clause)) and is_negated(clause)
    if negated and words_of(clause)[0] in word_class("leaves_out"):
        return Judgement(_F.POSSIBLE, f"not {clause.lower_}")  # "an appeal is not excluded"
    if negated and not _says_no(clause) and not is_given(token, clause):
        if later := put_later(clause) or put_later(token):
            return later
        may = (modal is not None and modal.why in ("may", "might")) or is_condition(clause)
        may = may or any(mark == "without" for mark, _ in obliques(clause))  # "cannot pass it without allies"
        # "will not sign it unless it is changed"
        may = may or (modal is not None and depends(clause) is not None)
        return Judgement(_F.POSSIBLE if may else _F.DENIED, "not")
    later_than = token != clause and {"after", "following"} & set(prepositions(token))
    if (undone := left_undone(clause)) and not later_than:
        return undone
    if modal is not None and modal.why in ("would", "'d") and token == clause and children(token, "cop"):
        return Judgement(_F.CONDITIONAL, modal.why)  # "it would be the first veto"
    if is_doubted(clause):
        return Judgement(_F.DENIED, clause.head.lower_)
    if is_disclaimed(clause):
        return Judgement(_F.DENIED, f"{clause.head.lower_} that")
    if modal is not None and modal.why in _AHEAD and is_pledged(clause):
        return Judgement(_F.PROMISED, f"{modal.why}, pledged")
    if came_too_late(clause):
        return Judgement(_F.DENIED, "before it could")
    if modal is not None and modal.why == "can" and _is_made_room_for(clause):
        return Judgement(_F.SCHEDULED, "so that")
    shared = clause.dep_ == "conj" and not children(clause, "aux", *SUBJECTS)
    if modal is not None and (is_left_to_decide(clause) or (shared and is_left_to_decide(clause.head))):
        # "whether she will sign it | or send it back" too
        return Judgement(_F.POSSIBLE, "whether")
    if modal is not None:
        return where_it_depends(clause, modal)
    if is_purpose_clause(clause):
        if out_of_reach := by_reach(clause.head):
            return out_of_reach
        if class_of(clause.head) == "possible" and clause.dep_ == "advcl":
            return Judgement(_F.POSSIBLE, f"{clause.head.lower_} for")  # "pushed for the bill to be shelved"
        sent = clause.head.lemma_.lower() in word_class("sends_on") or makes_way(clause.head)
        # "goes to the palace for her to sign", "clears the way for her to sign it"
        return Judgement(_F.SCHEDULED if sent else _F.CONDITIONAL, "for … to")
    if is_put_to_the_vote(clause):
        vote = _judge(clause.head, clause.head, kind).status  # "is expected to vote on whether to pass it"
        if vote is not _F.POSSIBLE:
            return Judgement(vote, VOTED_WHETHER)
    return (
        by_due(clause)
        or by_conjunction(clause, kind)
        or where_it_depends(clause, _by_governors(clause, kind))
    )


def _is_reached(noun: Token, clause: Token) -> bool:
    """Whether it is told that what was needed was got: "won the majority needed"."""
    gets = clause.lemma_.lower() in ("get", "win", "secure", "reach", "obtain", "muster", "gain", "achieve")
    return gets and noun in children(clause, "obj") and is_finite_past(clause) and not is_negated(clause)


def _is_one_of_those_done(clause: Token) -> bool:
    """Whether it is told which bills something was done to: "the other bills to be passed were these"."""
    noun, told = clause.head, clause.head.head
    done = clause.dep_ == "acl" and clause.tag_ == "VBN" and is_infinitive(clause) and noun.dep_ == "nsubj"
    named = {c.lower_ for c in noun.children} & {"other", "others", "last", "first", "only", "latest"}
    copulas = [c.lower_ for c in children(told, "cop")]
    return (
        done and bool(named) and (copulas in (["was"], ["were"]) or (copulas == ["are"] and "other" in named))
    )


def _is_made_room_for(clause: Token) -> bool:
    """Whether something planned is done for a clause: "will sit late so that it can be passed"."""
    marks = {c.lower_ for c in children(clause, "mark", "advmod") if c.i < clause.i}
    told = by_modal(clause.head) if clause.dep_ == "advcl" and "so" in marks else None
    return told is not None and told.status in (_F.SCHEDULED, _F.REQUIRED)


def _would_not(verb: Token) -> bool:
    """Whether somebody refused: "would have none of it", "would not hear of the changes"."""
    if verb.following not in ("of", "none") or "would" not in auxiliaries(verb) or is_condition(verb):
        return False
    hears = verb.lemma_.lower() == "hear" and is_negated(verb)
    return hears or (verb.lemma_.lower() == "have" and verb.following == "none")


def _stands_in(noun: Token) -> bool:
    """Whether a noun tells with its preposition how a thing stands: "is not yet in force"."""
    return bool(children(noun, "cop")) and bool(prepositions(noun))


def _says_no(verb: Token) -> bool:
    """Whether "no" is what is said or voted: "said no to the bill"; who do not object deny nothing, nor do
    judges who find no fault.
    """
    if any(noun.lemma_.lower() in word_class("faults") for noun in children(verb, "obj")):
        return verb.lemma_.lower() in ("find", "see", "have")
    if class_of(verb) == "possible" and verb.lemma_.lower() in word_class("objects"):
        return True
    others = {c.lower_ for c in verb.children} & {"not", "n't", "never"}
    return verb.following == "no" and verb.lemma_.lower() in ("say", "vote") and not others


def _by_governors(clause: Token, kind: str) -> Judgement:
    """Return what the words above a trigger without modal and negation say, the tense where they say
    nothing.
    """
    current = clause
    for steps in range(6):
        governor = _governor(current)
        beside = current.dep_ == "nmod" and set(prepositions(current)) & MEANWHILE
        if beside and (told := _led_up_to(current)):
            return told
        if governor is None or beside:  # "offered | changes ahead of the vote"
            break
        if children(current, "cop") and _BESIDE & {c.lower_ for c in children(current, "mark")}:
            break  # "while the focus was on the approval, the other bill could matter more"
        if judgement := by_clause_above(current) or moved(current):
            return judgement
        bare = is_bare(current) or current.tag_ == "VBG" or current.pos_ in ("NOUN", "PROPN")
        bare = bare or is_caused(current) or (current == clause and is_subjunctive(clause))
        # "may end up | buried", "wants it withdrawn and | put to the people"
        bare = bare or (current.tag_ == "VBN" and first_conjunct(current).dep_ == "xcomp")
        bare = bare and not _is_pleas_aim(current, governor)
        if bare and (judgement := by_governor(current, governor, steps)):
            return judgement
        link = first_conjunct(current)
        participle = link.dep_ == "acl" and link.tag_ in ("VBN", "VBD") and not is_infinitive(link)
        if participle or link.dep_ not in _CLIMBS or (link.dep_ == "advcl" and _is_told(link)):
            break
        current = governor
    decides = class_of(clause.head) == "fact" or clause.head.lemma_.lower() in word_class("orders")
    if is_subjunctive(clause) and not decides:
        return Judgement(_F.POSSIBLE, "asked for")  # "it is vital that the bill be passed"
    if is_caused(clause) and (told := by_modal(clause.head)):
        return told  # "will have it passed"
    if is_caused(clause) and is_infinitive(clause.head) and class_of(clause.head.head) == "promised":
        return Judgement(_F.PROMISED, f"{clause.head.head.lower_} to have")  # "hope to have it passed"
    if is_caused(clause) and is_infinitive(clause.head) and clause.head.head.lemma_.lower() not in _ACHIEVES:
        return Judgement(_F.POSSIBLE, "to have")  # "moved to have it passed"
    if clause.dep_ == "nmod" and clause.head.pos_ == "NOUN" and is_condition(clause.head):
        return Judgement(_F.POSSIBLE, "if")  # "only if a number of members vote for it"
    carrier = clause if clause.pos_ in ("VERB", "AUX") else current
    if carrier.dep_ == "ROOT" and kind == "running" and votes_now(carrier):
        return Judgement(_F.SCHEDULED, "present")
    if carrier.pos_ not in ("VERB", "AUX") and not children(carrier, "cop"):
        return Judgement(_F.HAPPENED, "named as a fact")
    return by_tense(carrier, kind)


def _is_pleas_aim(clause: Token, plea: Token) -> bool:
    """Whether a participle only says what a plea is against: "filed a petition | challenging the law"."""
    described = clause.dep_ == "acl" and clause.tag_ == "VBG" and plea.lemma_.lower() in word_class("pleas")
    return described and clause.lemma_.lower() in word_class("pleads_against") | {"oppose", "attack"}


def _led_up_to(event: Token) -> Judgement | None:
    """Return what is said of the step before an event that still lies ahead: "must be debated in the house
    ahead of a vote".
    """
    if not set(prepositions(event)) & {"before", "ahead", "ahead of", "prior", "prior to"}:
        return None
    told = by_modal(clause_of(event))
    return told if told is not None and told.status.lies_ahead else None


def _is_told(verb: Token) -> bool:
    """Whether an adverbial clause has a past or perfect tense of its own; words above say nothing of it."""
    return is_perfect(verb) or (is_finite_past(verb) and bool(children(verb, *SUBJECTS, "nsubj:pass")))
