"""Mentions that tell no step of their own beside another of their sentence: votes that only carry a decision,
backing that was in vain.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, Place
from graph.extraction.lexicon import word_class
from graph.extraction.tenses import class_of
from graph.extraction.voters import is_by_popular_vote
from graph.language.roles import is_infinitive, is_side
from graph.language.tree import children, conjuncts, governors, obliques
from graph.terms import DECISIONS, EventType, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_AT = frozenset(("at", "in", "during", "on", "through"))
_VOTES = frozenset(("vote", "division", "ballot"))
_COUNTED = frozenset((EventType.VETO, EventType.OVERRIDE, EventType.PASSAGE))
_LOOKS_AT = frozenset(("consider", "examine", "review", "scrutinise", "scrutinize", "weigh", "study"))
_JOINS = frozenset(("cc", "advmod", "punct", "aux", "aux:pass"))
_NEAR = 12
"""Sentences back to which a sentence can count a step on."""


def without_echoes(draft: Draft, mentions: list[EventMention]) -> list[EventMention]:
    """Drop votes that only carry another mention: "held a vote to approve", "by a vote of", "voted to
    reject".
    """
    mentions = _joined(draft, mentions)
    places = {mention.place for mention in mentions}
    steps = {mention.place: mention.type for mention in mentions if mention.type.is_stage}
    mentions = [m for m in mentions if not _backed_in_vain(draft, m, mentions)]
    mentions = [m for m in mentions if not _is_counted_on(draft, m, mentions)]
    mentions = [m for m in mentions if not _tells_what_it_lacked(draft, m, mentions)]
    mentions = [m for m in mentions if not _is_place_in_a_row(draft, m, mentions)]
    return [m for m in mentions if not _is_echo(draft.token(m.place), m.place[0], places, steps)]


def _is_committee_stage(noun: Token) -> bool:
    """Whether a noun names the stage at which a committee works on a bill."""
    return noun.lower_ == "stage" and any(c.lower_ == "committee" for c in children(noun, "compound"))


def in_committee(clause: Token) -> bool:
    """Whether a decision is one of a committee of who takes it: "voted in committee to pass the bill",
    "was approved at committee stage".
    """
    return any(
        _is_committee_stage(noun)
        or (noun.lower_ == "committee" and mark == "in" and not children(noun, "det", "compound", "amod"))
        for word in (clause, clause.head if is_infinitive(clause) else clause)
        for mark, noun in obliques(word)
        if mark in _AT
    )


def _joined(draft: Draft, mentions: list[EventMention]) -> list[EventMention]:
    """Return as one step what a verb and what it acts on tell, of the bill that is told behind: "filed a
    lawsuit against the laws", "filed a plea to have the law struck down", "rejected the changes that they
    had moved to HB 12".
    """
    found = list(mentions)
    for inner in mentions:
        noun = _acted_on(draft, inner)
        verb = _pleading(draft, inner) if noun is None else noun.head
        if verb is None:
            continue
        place = (inner.place[0], verb.i)
        around = [m for m in found if m.place == place and m.type is inner.type and m is not inner]
        if len(around) == 1 and inner in found and sum(m.place == inner.place for m in mentions) == 1:
            found.remove(inner)
            acts = inner.type is EventType.JUDICIAL_REVIEW  # "filed a challenge in court"
            acts = acts and any(role is Role.AGENT for _, role in around[0].parts)
            more = [part for part in inner.parts if not (acts and part[1] is Role.AGENT)]
            parts = tuple(dict.fromkeys((*around[0].parts, *more)))
            found[found.index(around[0])] = replace(around[0], bill=inner.bill, parts=parts)
    return found


def _acted_on(draft: Draft, mention: EventMention) -> Token | None:
    """Return the noun by or at which a step is told that may be what another verb acts on."""
    token = draft.token(mention.place)
    noun = token if mention.type is EventType.JUDICIAL_REVIEW and token.pos_ == "NOUN" else None
    moved = mention.type is EventType.AMENDMENT and mention.outcome is None
    if moved and token.dep_ in ("acl", "acl:relcl"):
        noun = token.head
    return noun if noun is not None and noun.dep_ in ("obj", "nsubj:pass") else None


def _pleading(draft: Draft, mention: EventMention) -> Token | None:
    """Return the verb by which a court is asked for what a mention tells: "| filed a plea to have it struck
    down".
    """
    verb = draft.token(mention.place)
    asked = is_infinitive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("xcomp", "ccomp"))
    if mention.type is not EventType.JUDICIAL_REVIEW or verb.pos_ != "VERB" or not asked:
        return None
    above = takewhile(lambda word: word.head.dep_ != "conj", (verb, *governors(verb)))
    pleading = word_class("pleads_against")
    return next((word.head for word in above if word.head.lemma_.lower() in pleading), None)


def _tells_what_it_lacked(draft: Draft, mention: EventMention, mentions: list[EventMention]) -> bool:
    """Whether a clause only tells how a bill failed: "failed to pass after it fell short of a majority"."""
    verb = draft.token(mention.place)
    if verb.following != "short" or verb.dep_ != "advcl":
        return False
    above = {(mention.place[0], word.i) for word in governors(verb)}
    beside = (m for m in mentions if m is not mention and m.bill == mention.bill and m.type is mention.type)
    return any(m.clause in above or m.place in above for m in beside)


def _backed_in_vain(draft: Draft, mention: EventMention, mentions: list[EventMention]) -> bool:
    """Whether counted members backed a bill that its sentence says was rejected."""
    verb = draft.token(mention.place)
    counted = any(children(noun, "nummod") for noun in children(verb, "nsubj"))
    return (
        counted
        and mention.outcome is Outcome.APPROVED
        and any(
            (m.place[0], m.type, m.bill, m.outcome)
            == (mention.place[0], mention.type, mention.bill, Outcome.REJECTED)
            and not any(children(noun, "nummod") for noun in children(draft.token(m.place), "nsubj"))
            for m in mentions
        )
    )


def _is_counted_on(draft: Draft, mention: EventMention, mentions: list[EventMention]) -> bool:
    """Whether a sentence only counts a step that was told before it: "It was her second veto in a week"."""
    noun = draft.token(mention.place)
    if mention.type not in _COUNTED or not children(noun, "cop"):
        return False
    it = any(c.lower_ in ("it", "this", "that") for c in children(noun, "nsubj"))
    nth = any(c.lower_ in word_class("ordinals") for c in children(noun, "amod"))
    index = mention.place[0]
    return it and nth and any(m.type is mention.type and 0 < index - m.place[0] <= _NEAR for m in mentions)


def _is_place_in_a_row(draft: Draft, mention: EventMention, mentions: list[EventMention]) -> bool:
    """Whether a state is only told to be one more to have a law that its sentence tells it passed: "will
    become the fifth state to allow it after its parliament passed the bill".
    """
    verb = draft.token(mention.place)
    above = [word.head if word.dep_ in ("xcomp", "acl") else word for word in (verb, verb.head)]
    become = next((word for word in above if word.lemma_.lower() == "become"), None)
    if mention.type is not EventType.PASSAGE or become is None or not is_infinitive(verb):
        return False
    what = children(become, "xcomp", "obj")
    nth = any(c.lower_ in word_class("ordinals") for noun in what for c in children(noun, "amod"))
    marks = ("after", "when", "once", "as", "with", "by")
    passed = (
        m for m in mentions if m.place[0] == mention.place[0] and m.type in DECISIONS and m is not mention
    )
    clauses = (draft.token(m.clause) for m in passed)
    return nth and any(
        word.dep_ == "advcl" and any(c.lower_ in marks for c in children(word, "mark")) for word in clauses
    )


def _beside_decision(vote: Token, index: int, steps: dict[Place, EventType]) -> bool:
    """Whether a vote tells only how what its sentence tells came about: "was approved, as members voted
    420-7 in favour".
    """
    if {c.lower_ for c in children(vote, "mark")} != {"as"}:
        return False
    above = (vote.head, *children(vote.head, "obj", "nsubj"))
    return any(steps.get((index, word.i)) in DECISIONS for word in above)


def _decides_at_once(debated: Token, index: int, steps: dict[Place, EventType]) -> bool:
    """Whether a bill was only looked at to decide on it: "considered and passed", "examined, amended and
    adopted"; not "considered it in May and passed it in June", "will consider and vote on it".
    """
    if debated.lemma_.lower() not in _LOOKS_AT:
        return False
    last = debated
    for verb in children(debated, "conj"):
        between = debated.doc[last.i + 1 : verb.i]
        if verb.i < debated.i or not all(word.dep_ in _JOINS for word in between):
            return False
        if steps.get((index, verb.i)) in DECISIONS - {EventType.AMENDMENT}:
            return verb.lemma_.lower() != "vote"
        last = verb
    return False


def _is_echo(token: Token, index: int, places: set[Place], steps: dict[Place, EventType]) -> bool:
    if token.lemma_.lower() == "fail" and any((index, c.i) in places for c in children(token, "xcomp")):
        return True  # "failed to make it out of committee"
    told = steps.get((index, token.i))
    if token.lemma_.lower() == "fail" and token.dep_ == "advcl" and told is not None:
        return told is steps.get((index, token.head.i))  # "was defeated after failing to win a majority"
    put_off = told is EventType.PASSAGE and token.pos_ == "VERB" and class_of(token) == "cancelled"
    held = children(token, "nsubj:pass", "obj") if put_off else []
    if any(steps.get((index, c.i)) is EventType.DEBATE for c in held):
        return True  # "the debate on the bill was put off"
    if token.lemma_.lower() == "turn" and token.pos_ == "NOUN":
        below = children(token, "acl", "csubj", "advcl")
        return any((index, c.i) in places for c in below)  # "the Senate's turn to debate it"
    if token.dep_ == "conj" and "or" in {c.lower_ for c in children(token, "cc")}:
        first = steps.get((index, token.head.i))
        return token.pos_ == "VERB" and first is not None and first is steps.get((index, token.i))
    if token.lemma_.lower() == "decide" and told is EventType.PASSAGE:
        asked = [
            c for c in children(token, "ccomp", "xcomp", "advcl", "acl") if children(c, "mark", "advmod")
        ]
        return any((index, c.i) in places for c in asked)  # "will decide whether to accept the amendments"
    if told is EventType.DEBATE and token.pos_ == "VERB" and _decides_at_once(token, index, steps):
        return True
    if token.pos_ == "VERB" and token.lemma_.lower() == "vote":
        hung = [
            c
            for c in children(token, "xcomp", "advcl", "ccomp")
            if is_infinitive(c) or (c.tag_ != "VBG" and not children(c, "mark", "nsubj"))
        ]  # "voted for it, sending it to the House" tells of both
        sides = [n for n in children(token, "obl") if is_side(n) or n.lemma_.lower() in _VOTES]
        hung += [c for noun in sides for c in children(noun, "acl")]  # "voted in a test vote to advance it"
        below = [word for child in hung for word in conjuncts(child)]
        below += [n for n in children(token, "obl") if n.lemma_.lower() == "override"]  # "for the override"
        below += [noun for word in below if is_infinitive(word) for noun in children(word, "obj")]
        return any((index, word.i) in places for word in below)  # "voted to begin debate" too
    if token.pos_ == "VERB" and (index, token.i) not in steps:
        done = children(token, "obj")
        return any(steps.get((index, c.i)) is EventType.VETO for c in done)  # "announced his veto"
    if token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_.lower() in word_class("results_in"):
        around = [token.head, *children(token.head, "obj", "nsubj", "nsubj:pass")]
        return any((index, word.i) in places for word in around)  # "approved it, turning it into law"
    if token.pos_ == "NOUN" and token.dep_ == "obl:agent":
        doing = steps.get((index, token.head.i))
        if doing is EventType.CONCILIATION and doing is steps.get((index, token.i)):
            return True  # "reconciled by the conference committee"
    if token.lemma_.lower() == "vote" and token.dep_ == "advcl" and _beside_decision(token, index, steps):
        return True
    if is_by_popular_vote(token):
        return any(steps.get((index, word.i)) is EventType.REFERENDUM for word in governors(token))
    if token.pos_ == "VERB" and told in DECISIONS and (motion := _motion_of(token)) is not None:
        return any((index, c.i) in steps for c in children(motion, "acl"))  # "adopted a motion to reject it"
    if token.dep_ == "conj" and token.lemma_.lower() in ("shelve", "archive", "bury", "file"):
        both = told is EventType.PASSAGE and told is steps.get((index, token.head.i))
        return both and token.head.lemma_.lower() in word_class("comes_to_nothing")  # "rejected and shelved"
    kept_off = token.dep_ in ("obj", "nsubj:pass") and token.head.lemma_.lower() in word_class("forestalls")
    if kept_off and told is not None and (index, token.head.i) in steps:
        return True  # "the passage was blocked by the Senate"
    if token.dep_ == "compound" and (index, token.head.i) in places and token.lemma_.lower() == "override":
        return True  # "the override vote"
    if token.dep_ == "obj" and steps.get((index, token.i)) is EventType.DEBATE:
        return steps.get((index, token.head.i)) is EventType.DEBATE  # "voted to end debate"
    if token.pos_ == "NOUN" and token.lemma_.lower() in _VOTES:
        marks = {c.lower_ for c in children(token, "case")}
        if marks & {"by", "in", "through", "on", "from"}:
            return True
        if "without" in marks and (index, token.head.i) in steps:
            return True  # "passed it without a vote"
        if token.dep_ == "obj" and (index, token.head.i) in steps:
            return True  # "lost the vote"
        below = [*children(token, "acl"), *children(token.head, "xcomp", "advcl", "ccomp")]
        return any((index, c.i) in places for c in below if c is not token)
    if _is_committee_stage(token) and steps.get((index, token.head.i)) is EventType.COMMITTEE:
        return token.dep_ == "obl"  # "was approved at committee stage"
    if steps.get((index, token.i)) is EventType.CONCILIATION and token.lemma_.lower() == "committee":
        above = (steps.get((index, word.i)) for word in (token.head, token.head.head))
        return any(step in (EventType.CONCILIATION, EventType.REFERRAL) for step in above)
    if token.pos_ == "NOUN" and token.dep_ == "obj" and token.lemma_.lower() in word_class("consents"):
        refused = token.head.lemma_.lower() in word_class("refuses")
        return refused and (index, token.head.i) in places  # "withheld his assent"
    return False


def _motion_of(verb: Token) -> Token | None:
    """Return the motion that a verb decides on, where an infinitive says what it is for."""
    decided = children(verb, "obj", "nsubj", "nsubj:pass")
    return next((noun for noun in decided if noun.lemma_.lower() == "motion"), None)
