"""Readings: a decision "in second reading" is that reading, and a reading told by itself is an event too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extraction.any_bill import is_any_bill, is_general, is_in_a_rule
from graph.extraction.draft import Draft, EventMention
from graph.extraction.event_nouns import agents_of, carrier, patient_of
from graph.extraction.lexicon import word_class
from graph.extraction.nouns import is_time_word
from graph.extraction.scene import Scene
from graph.extraction.stages import in_order
from graph.extraction.tenses import class_of
from graph.language.roles import agents, is_finite_past, is_infinitive, patients, subjects
from graph.language.tree import children, clause_of, conjuncts, obliques, prepositions
from graph.lexicons import load_lexicon
from graph.terms import READINGS, EventType, Factuality, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_QUALIFIED = frozenset(
    (*READINGS, EventType.PASSAGE, EventType.OVERRIDE, EventType.DEBATE, EventType.INTRODUCTION)
)
"""What can be a reading; a committee that approves a bill for one holds none."""

_COUNTED = {
    "first": EventType.FIRST_READING,
    "second": EventType.SECOND_READING,
    "third": EventType.THIRD_READING,
}
_NEAR = 2
"""Sentences back to which "at the same stage" can point."""
_NAMED_BY = ("obj", "nsubj", "nsubj:pass", "obl", "conj")
_LIKENED = frozenset(("equivalent", "equal", "akin", "comparable", "similar", "counterpart"))


def _is_another_reading(ordinal: Token) -> bool:
    """Whether an ordinal without a noun means a reading, one being told before it in the sentence: "passed
    its first reading and still has the second before it".
    """
    led = ordinal.dep_ in (*_NAMED_BY, "appos") and bool(children(ordinal, "det", "nmod:poss"))
    led = led and set(prepositions(ordinal)) <= {"at", "in", "on", "through", "past", "of"}
    beside = children(ordinal, "nmod", "acl:relcl", "obl") if led else []
    alone = led and all(any(is_time_word(word) for word in other.subtree) for other in beside)
    return alone and any(word.lower_ in ("reading", "readings") for word in ordinal.doc[: ordinal.i])


def _ordinals(noun: Token) -> list[str]:
    """Return the words that count a noun, in lower case."""
    if noun.tag_ == "NNS" and "of" in prepositions(noun) and noun.head.lower_ in word_class("ordinals"):
        return [noun.head.lower_]  # "the first of three readings"
    beside = children(noun, "amod", "nummod", "compound", "nmod:desc", "flat")
    beside += [c for body in children(noun, "compound") for c in children(body, "amod", "nummod")]
    if noun.dep_ == "compound":  # "the second reading debate"
        beside += [c for c in children(noun.head, "amod", "nummod") if c.i < noun.i]
    if noun.tag_ == "VBG" and noun.i:  # "passes first reading", read as a verb
        beside.append(noun.nbor(-1))
    own = [noun.lower_.removesuffix("-reading")] if noun.lower_.endswith("-reading") else []
    for the in children(noun, "det"):  # "the second and the third reading", hung on the verb
        before = noun.doc[max(the.i - 2, 0) : the.i]
        own += [before[0].lower_] if [w.lower_ for w in before[1:]] == ["and"] else []
    return own + [word.lower_ for child in beside for word in conjuncts(child)]


def _word(token: Token) -> str:
    """Return the lemma in lower case; "reading" also where it is taken for a form of "read"."""
    return "reading" if token.lower_ in ("reading", "readings") else token.lemma_.lower()


def readings_of(noun: Token) -> list[EventType]:
    """Return the readings that a noun "reading" or "discussion" names by its ordinals, final ones as the
    third; "as a basis" is the first.
    """
    words, known = _ordinals(noun), load_lexicon("stages")["readings"]
    if _word(noun) in known["basis"]:
        return [EventType.FIRST_READING]
    if left := _left(noun):
        return list(READINGS[-left:])  # "still faces two more readings"
    named = [kind for kind in READINGS if any(word in known[kind.removesuffix("-reading")] for word in words)]
    if not named and _word(noun) == "reading" and any(word in known["final"] for word in words):
        return [EventType.THIRD_READING]
    return named


def _left(noun: Token) -> int:
    """Return how many readings are said to come yet ("two further readings"), 0 where it is not said."""
    words, known = {word.lower_ for word in noun.subtree}, load_lexicon("stages")["readings"]
    counted = next((count for word, count in (("two", 2), ("three", 3)) if word in words), 0)
    return counted if words & set(known["more"]) else 0


def _is_reading(draft: Draft, token: Token) -> bool:
    word, known = _word(token), load_lexicon("stages")["readings"]
    if word == "time":
        verb = clause_of(token).lemma_.lower()
        return verb == "read" or (verb in known["again"] and "first" not in _ordinals(token))
    if word in known["basis"]:
        adopts = token.head.lemma_.lower() in word_class("decides_for") | set(known["as_basis"])
        return prepositions(token)[:1] == ["as"] and adopts
    if word in ("stage", "reading") and _is_the_same(token):
        return True
    if word == "stage":
        return bool(set(readings_of(token)) & set(known["stage_is_reading"].get(draft.country, ())))
    if word == "vote":
        return draft.country in known["vote_is_reading"] and bool(readings_of(token))
    if word == "round":
        voting = any(noun.lemma_.lower() in ("vote", "voting") for _, noun in obliques(token))
        return voting and bool(_left(token))  # "two more rounds of voting"
    if word == "discussion":
        return token.tag_ == "NN" and bool(readings_of(token))
    if word == "debate":
        return draft.country in known["debate_is_reading"] and bool(readings_of(token))
    return word == "reading" or bool(re.fullmatch(r"(?:first|second|third)-reading", token.lower_))


def find_readings(draft: Draft) -> Draft:
    """Return the draft with its readings."""
    scene, mentions = Scene(draft), list(draft.mentions)
    for index, tree in enumerate(draft.text.trees):
        if tree.kind == "caption":
            continue
        for token in tree.doc:
            able = token.pos_ in ("NOUN", "PROPN", "VERB") or token.lower_.endswith("-reading")
            if able and _is_reading(draft, token):
                if "between" in prepositions(token) or token.head.lower_ in _LIKENED:
                    continue  # "between second and third reading", "the equivalent of second reading"
                types = readings_of(token) or _the_same(mentions, index, token)
                if types and not is_in_a_rule(draft, index):
                    mentions = _with_reading(scene, mentions, index, token, types)
            elif token.lower_ in _COUNTED and _is_another_reading(token):
                mentions = _with_another(scene, mentions, index, token)
    return replace(draft, mentions=in_order(mentions))


def _with_reading(
    scene: Scene, mentions: list[EventMention], index: int, noun: Token, types: list[EventType]
) -> list[EventMention]:
    """Return the mentions with one reading put in: onto the decision that it qualifies, or as its own
    mention.
    """
    draft = scene.draft
    taken = noun.dep_ in ("obj", "nsubj")  # "tabled the bill and want | a second reading in June"
    taken |= noun.head.dep_ == "conj" and class_of(noun.head) == "scheduled"  # "debated it and set it for …"
    alone = _has_its_own(noun.head) or (taken and noun.head.dep_ == "conj")
    above = (noun.head, noun.head if alone else noun.head.head, carrier(noun)[0])
    governors = [word for g in above for word in (g, *(() if taken else conjuncts(g)))]

    def qualifies(mention: EventMention) -> bool:
        token = draft.token(mention.place)
        if token.pos_ == "NOUN" and _is_moved_on_to(noun, token):
            return False
        near = token in governors or (not taken and any(g in conjuncts(token) for g in governors))
        if mention.type is EventType.OVERRIDE:  # "rejected the veto and passed the bill in third reading"
            near = token in (noun.head, carrier(noun)[0])
        return mention.place[0] == index and mention.type in _QUALIFIED and near

    told = (
        _word(noun) == "time" and clause_of(noun).lemma_.lower() == "read"
    )  # "was read for the first time and deferred"
    qualified = [] if told else [m for m in mentions if qualifies(m)]
    if not qualified:
        if _is_goal(mentions, index, noun) or _is_moved_on_to(noun, noun.head.head):
            return mentions
        return mentions + _own(scene, index, noun, types)
    rest = [m for m in mentions if m not in qualified]
    best = max(qualified, key=lambda m: (m.outcome is not None, m.confidence, -m.place[1]))
    parts = best.parts or next((m.parts for m in qualified if m.parts), ())
    beside = [m for m in qualified if m.place == best.place]  # one for each bill
    if noun.dep_ == "conj" and best.type in READINGS and best.type not in types:
        again = [
            replace(one, place=(index, noun.i), type=kind, because=(*one.because[:-1], f"in {kind}"))
            for one in beside
            for kind in types
        ]
        return mentions + again  # "in first reading in March and in second reading on Tuesday"
    return rest + [
        replace(one, type=kind, stage=None, parts=parts, because=(*one.because, f"in {kind}"))
        for one in beside
        for kind in types
    ]


def _with_another(
    scene: Scene, mentions: list[EventMention], index: int, ordinal: Token
) -> list[EventMention]:
    """Return the mentions with a reading that is told by its number alone, put onto what its verb tells."""
    kind, place = _COUNTED[ordinal.lower_], (index, ordinal.head.i)
    told = [m for m in mentions if m.place == place and m.type is EventType.PASSAGE]
    if not told:
        return mentions + _own(scene, index, ordinal, [kind])
    rest = [m for m in mentions if m not in told]
    return rest + [replace(m, type=kind, because=(*m.because, f"in {kind}")) for m in told]


def _is_the_same(noun: Token) -> bool:
    """Whether a stage is told as that of what was told before: "approved at the same stage"."""
    return prepositions(noun)[:1] in (["at"], ["in"], ["on"]) and any(
        c.lower_ == "same" for c in children(noun, "amod")
    )


def _the_same(mentions: list[EventMention], index: int, noun: Token) -> list[EventType]:
    """Return the reading told last before one that is only called the same."""
    told = [m for m in mentions if m.type in READINGS and (index - _NEAR, 0) <= m.place < (index, noun.i)]
    return [max(told, key=lambda m: m.place).type] if told and _is_the_same(noun) else []


def _has_its_own(verb: Token) -> bool:
    """Whether another bill than that of the clause above undergoes a verb: "five were passed, with another
    receiving its first reading".
    """
    apart = children(verb, "nsubj", "nsubj:pass") or any(c.lower_ == "with" for c in children(verb, "mark"))
    return verb.pos_ == "VERB" and bool(apart)


def _is_goal(mentions: Iterable[EventMention], index: int, noun: Token) -> bool:
    """Whether a committee only lets a bill go on to a reading ("advanced it to its second reading") or works
    on it for one ("approved it in second reading").
    """
    above = {noun.head.i, noun.head.head.i}
    return prepositions(noun)[:1] in (["to"], ["for"], ["in"], ["at"]) and any(
        mention.type is EventType.COMMITTEE and mention.place[0] == index and mention.place[1] in above
        for mention in mentions
    )


def _is_moved_on_to(reading: Token, votes: Token) -> bool:
    """Whether a reading is only what votes would take a bill to: "the majority to move it to a reading"."""
    moves = reading.head
    needed = moves.head == votes and votes.lemma_.lower() in word_class("majorities") | {"vote", "number"}
    return needed and is_infinitive(moves) and prepositions(reading)[:1] == ["to"]


def _own(scene: Scene, index: int, noun: Token, types: list[EventType]) -> list[EventMention]:
    """Return mentions of readings that no decision in the sentence carries."""
    verb, _ = carrier(noun)
    if any(subject.lower_ in ("nobody", "none") for subject in subjects(verb)):
        return []
    if any(child.lower_ == "another" and not list(child.children) for child in verb.children):
        return []  # of a bill that nobody names
    if is_general(verb) and any(is_any_bill(subject) for subject in subjects(verb)):
        return []  # "a bill must pass three readings"
    if any(whole.tag_ == "NNS" and is_any_bill(whole) for mark, whole in obliques(noun) if mark == "of"):
        return []  # "the bill would bar filibusters at the final reading of bills"
    _, bills = patient_of(scene, index, noun)
    of_it = patients(verb) or (
        subjects(verb) if children(verb, "cop") else []
    )  # "both are under second reading"
    about = bills or tuple(dict.fromkeys(b for done in of_it for b in scene.bills_of(index, done)))
    about = about or next((told for done in of_it if (told := scene.about(index, done))), ())
    implied = None if about else scene.implied_bill(index, noun)
    about = about if implied is None else (implied,)
    acting = [token for token in agents_of(scene, index, noun) if token.lower_ not in _ordinals(noun)]
    mover = verb.head if verb.dep_ == "ccomp" else clause_of(noun)  # "moved | that the bill be read again"
    moved = mover.lemma_.lower() == "move" and mover.pos_ == "VERB"
    acting = acting or (scene.acting(index, agents(mover)) if moved else [])
    parts = scene.draft.taking_part(index, acting)
    goes_on = verb.lemma_.lower() in word_class("goes_on")
    filed_for = _word(noun) == "reading" and prepositions(noun)[:1] == ["for"]  # "filed changes for it"
    meant = filed_for or (goes_on and _is_for(verb, noun))
    if meant and is_finite_past(verb):
        return []
    ahead = meant or (goes_on and set(prepositions(noun)) & word_class("towards"))
    beside = f" “{noun.head.text} … {noun.text}”" if noun.head != noun else ""
    return [
        EventMention(
            place=(index, noun.i),
            clause=(index, verb.i),
            type=kind,
            because=(f"{kind}{beside}",),
            outcome=None if ahead or moved else _outcome(verb, noun),
            bill=bill,
            parts=parts,
            present=Factuality.SCHEDULED if ahead else None,
        )
        for bill in about
        for kind in types
    ]


def _is_for(verb: Token, noun: Token) -> bool:
    """Whether a reading is only what a bill goes somewhere for: "sent it for consideration in second
    reading".
    """
    beside = [verb, *children(verb, "obj", "nsubj:pass")]
    around = [noun, noun.head, *(c for word in beside for c in children(word, "obl", "advcl", "nmod"))]
    return any("for" in prepositions(word) and word.i <= noun.i for word in around)


def _outcome(verb: Token, noun: Token) -> Outcome | None:
    """Return what the words that carry a reading say that it came to."""
    carrying = {verb.lemma_.lower(), noun.head.lemma_.lower()}
    if carrying & word_class("decides_against") or _goes_no_further(noun):
        return Outcome.REJECTED
    if _word(noun) in load_lexicon("stages")["readings"]["basis"]:
        return Outcome.APPROVED  # "took it as a basis"
    if prepositions(noun)[:1] in (["through"], ["past"]):
        return Outcome.APPROVED  # "already through its first reading"
    return Outcome.APPROVED if carrying & word_class("carries_reading") else None


def _goes_no_further(noun: Token) -> bool:
    """Whether a bill is told to have ended at a reading: "got no further than its second reading"."""
    first = noun.left_edge.i
    before = [word.lower_ for word in noun.doc[max(first - 3, 0) : first + 3]]
    return any(pair in (("no", "further"), ("no", "farther")) for pair in pairwise(before))
