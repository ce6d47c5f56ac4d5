"""Steps told a second time or of a second body: by "did the same", "again", or with their verb left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.extraction.nouns import is_time_word, mask_kind
from graph.extraction.pointing_back import (
    befalls,
    behind,
    does_that,
    does_the_same,
    is_ones_turn,
    is_turned_round,
    whose_turn,
)
from graph.extraction.scene import BODIES, Scene
from graph.extraction.stages import in_order
from graph.language.gaps import REST
from graph.language.roles import agents, is_infinitive
from graph.language.tree import (
    Tree,
    children,
    conjuncts,
    governors,
    obliques,
    prepositions,
)
from graph.lexicons import load_lexicon
from graph.terms import DECISIONS, EventType, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_REFUSALS = frozenset((EventType.VETO, EventType.RETURN))
_OF_BILLS = _REFUSALS | {EventType.JUDICIAL_REVIEW, EventType.LAPSE, EventType.WITHDRAWAL}
_CHAMBERS = ("chamber", "legislature")
_VERBAL = ("VERB", "AUX")
_OPENS = frozenset((",", ":", "and", "(", "–", "—", ";"))
Parts = tuple[tuple[str, Role], ...]
_ONCE_MORE = frozenset(("again", "more", "twice", "anew"))
"""Words by which who did something before "did so" a second time."""
_FAR = 2
"""Sentences back to which "did the same" can point."""
_FAR_ON = 4
"""Sentences back to which "it was the turn of" can point."""


def find_repeats(draft: Draft) -> Draft:
    """Return the draft with the decisions that are told as those of another body ("did the same")."""
    scene, found = Scene(draft), list(draft.mentions)
    for index, tree in enumerate(draft.text.trees):
        for token in tree.doc:
            if (token.pos_ in _VERBAL and does_the_same(token)) or is_ones_turn(token):
                found += _same(scene, index, token, found)
            elif token.lower_ in ("houses", "chambers") and _are_both(token):
                found = _one_by_one(scene, index, token, found)
            elif token.lemma_ == "do" and does_that(token):
                found += _done(scene, index, token, found)
            elif token.lower_ == "again" or token.lower_ in REST:
                found += _once_more(index, token, found)
            elif (token.dep_ in ("conj", "obl:agent") or _has_figures(tree, token)) and scene.sort(
                index, token
            ) in _CHAMBERS:
                found = _left_out(scene, index, token, found)
    return replace(draft, mentions=in_order(found))


def _left_out(scene: Scene, index: int, body: Token, found: list[EventMention]) -> list[EventMention]:
    """Return the mentions, a decision once more by a second body whose verb is left out: "cleared the House
    in January and | the Senate on Tuesday".
    """
    tree, referent = scene.draft.text.trees[index], scene.draft.actors.resolve(index, body)
    verb = next((word for word in governors(body) if word.pos_ == "VERB"), body)
    if referent is None or verb.i >= body.i:
        return found

    def tells(words: Sequence[Token]) -> bool:
        return any(_is_of_time(w) or w.tag_ == "CD" or mask_kind(tree, w) == "tally" for w in words)

    named = max((noun.i for noun in children(body, "nmod") if "of" in prepositions(noun)), default=body.i)
    before, behind = body.doc[verb.i + 1 : body.i], body.doc[named + 1 : named + 4]
    counted = [word for word in before if mask_kind(tree, word) == "tally"]
    if len(counted) < 2 and not (body.dep_ == "conj" and tells(before) and tells(behind)):
        return found  # else "approved 70-50 by the House and 27-13 by the Senate"
    part, place = (referent.key, Role.AGENT), (index, body.i)
    told = [m for m in found if m.place == (index, verb.i) and m.parts != (part,)]
    told = [m for m in told if m.type in DECISIONS or m.type is EventType.DEBATE]
    rest = [m for m in found if m not in told]
    bodies = (scene.draft.actors.resolve(index, t) for t in before if scene.sort(index, t) in _CHAMBERS)
    first = tuple((r.key, Role.AGENT) for r in bodies if r is not None and r is not referent)[:1]
    for m in told:
        others = tuple(p for p in m.parts if p != part) or first
        because = (*m.because, f"and “{body.text}”")
        kind = EventType.PASSAGE if m.type is EventType.COMMITTEE else m.type
        second = replace(m, place=place, type=kind, parts=(part,), because=because)
        rest += [replace(m, parts=others), second]
    return rest


def _once_more(index: int, again: Token, found: list[EventMention]) -> list[EventMention]:
    """Return what a sentence tells once more on another day: "vetoed it in May and again in June", "parts of
    the law apply from May, the rest from June".
    """
    verb = again.head
    told = [m for m in found if m.place[0] == index and m.place[1] < again.i and m.type.is_stage]
    told = [m for m in told if verb.i in (m.place[1], m.clause[1])]
    if again.lower_ in REST:
        told = [m for m in told if m.type is EventType.COMMENCEMENT]
    if again.dep_ != "conj" or not told:
        return []
    last = max(told, key=lambda m: m.place)
    return [replace(last, place=(index, again.i), because=(*last.because, "and again"))]


def _are_both(houses: Token) -> bool:
    """Whether two chambers are told as one: "both houses", "by both chambers"."""
    return any(c.lower_ == "both" for c in houses.children)


def _one_by_one(scene: Scene, index: int, houses: Token, found: list[EventMention]) -> list[EventMention]:
    """Return the mentions, a decision of both chambers as one of each where it is told when each took it:
    "both houses have passed it, the deputies in May and the senators in June".
    """
    doc, resolve = houses.doc, scene.draft.actors.resolve
    bodies = [w for w in doc[houses.i + 1 :] if scene.sort(index, w) in _CHAMBERS and _has_its_day(w)]
    told = [m for m in found if m.place[0] == index and m.type in DECISIONS]
    told = [m for m in told if bodies and m.place[1] < bodies[0].i]
    keys = [referent.key for w in bodies if (referent := resolve(index, w)) is not None]
    if len(bodies) != 2 or len(set(keys)) != 2 or not told:
        return found
    last = max(told, key=lambda m: m.place)
    each = [
        replace(last, place=(index, body.i), parts=((key, Role.AGENT),), because=(*last.because, body.text))
        for body, key in zip(bodies, keys, strict=True)
    ]
    return [m for m in found if m is not last] + each


def _has_its_day(body: Token) -> bool:
    """Whether a body stands behind a comma, a colon or "and", a time right behind it."""
    first = body.left_edge if body.left_edge.i > body.i - 3 else body
    opened = first.lower_ in _OPENS or first.preceding in _OPENS
    behind = body.doc[body.i + 1 : body.i + 4]
    time = next((place for place, word in enumerate(behind) if _is_of_time(word)), len(behind))
    return opened and time < len(behind) and all(word.pos_ not in _VERBAL for word in behind[:time])


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    return frozenset((*load_lexicon("english")["units"]["pointed_at"], "day"))


def _is_of_time(word: Token) -> bool:
    """Whether a word is of a date or of a week, a month, a year, a part of the day."""
    return is_time_word(word) or word.lemma_.lower() in _times()


def _has_figures(tree: Tree, body: Token) -> bool:
    """Whether figures stand right before "in the Senate"."""
    edge = body.left_edge
    return edge.lower_ == "in" and edge.i > 0 and mask_kind(tree, body.doc[edge.i - 1]) == "tally"


def _same(scene: Scene, index: int, verb: Token, found: list[EventMention]) -> list[EventMention]:
    """Return the last decision before a verb once more, by the body or on the bill that is the verb's
    subject.
    """
    turned = behind(verb) if is_turned_round(verb) else None
    did = agents(verb) if turned is None else [*children(verb, "obj", "nsubj"), turned]
    did = whose_turn(verb) if verb.lower_ == "turn" else did
    did = [n for noun in children(verb, "obj") for n in conjuncts(noun)] if befalls(verb) else did
    did = list(dict.fromkeys(did))
    acting = [noun for noun in did if scene.sort(index, noun) in BODIES]
    bills = [bill for noun in did if (bill := _bill_of(scene, index, noun)) is not None]
    if bills and not acting:  # "it fared no better in the Senate"
        acting = [n for mark, n in obliques(verb) if mark in ("in", "at") and scene.sort(index, n) in BODIES]
    told = [
        m
        for m in found
        if m.type in DECISIONS | {EventType.OVERRIDE, EventType.ASSENT} | (_OF_BILLS if bills else set())
        and (index - (_FAR_ON if verb.lower_ == "turn" else _FAR), 0) <= m.place < (index, verb.i)
        and m.outcome is not Outcome.POSTPONED
    ]
    again = verb.following == "so" and any(t.lower_ in _ONCE_MORE for t in verb.subtree)
    if not (acting or bills or again) or not told:
        return []
    overridden = {m.place[0] for m in told if m.type is EventType.OVERRIDE}
    told = [m for m in told if m.type not in _REFUSALS or m.place[0] not in overridden]
    firm = [m for m in told if not m.because[0].startswith("vote “")]  # not "the vote was 33 to 12"
    last = max(firm or told, key=lambda m: m.place)
    parts = scene.draft.taking_part(index, acting)
    if not again and (not (parts or bills) or set(parts) & set(last.parts)):
        return []
    same = _as_told(last, (index, verb.i), f"the same “{verb.text}”", parts)
    if turned is not None and last.place[0] == index:
        same = replace(same, clause=last.clause)  # "was passed on Friday, as was the Ports Act"
    named = dict.fromkeys(bills) if bills else (last.bill,)
    return [replace(same, bill=bill) for bill in named if not bills or parts or bill != last.bill]


def _done(scene: Scene, index: int, verb: Token, found: list[EventMention]) -> list[EventMention]:
    """Return the step that somebody was to take before a verb as one that the verb says was taken."""

    def was_ahead(mention: EventMention) -> bool:
        clause = scene.draft.token(mention.clause)
        return is_infinitive(clause) or clause.dep_ == "ccomp"

    near = 0 if any(c.lower_ == "which" for c in children(verb, "obj", "nsubj")) else 1
    told = [
        m
        for m in found
        if m.type.is_stage and (index - near, 0) <= m.place < (index, verb.i) and was_ahead(m)
    ]
    if not told:
        return []
    last = max(told, key=lambda m: m.place)
    acting = [noun for noun in agents(verb) if scene.sort(index, noun) in BODIES]
    parts = scene.draft.taking_part(index, acting)
    return [_as_told(last, (index, verb.i), f"as asked “{verb.text}”", parts)]


def _as_told(told: EventMention, place: tuple[int, int], why: str, parts: Parts) -> EventMention:
    """Return a step once more where it is told by words that point back to it."""
    return EventMention(
        place=place,
        clause=place,
        type=told.type,
        because=(why,),
        outcome=told.outcome,
        bill=told.bill,
        parts=parts or told.parts,
        confidence=0.6,
    )


def _bill_of(scene: Scene, index: int, noun: Token) -> int | None:
    """Return the bill that shares the fate of another: one that is named, or what a law does ("a ban on
    furs met the same fate").
    """
    if scene.draft.bills.is_mention(index, noun):
        referent = scene.draft.bills.resolve(index, noun)
        return referent.key if referent is not None else None
    new = any(child.lower_ in ("a", "an") for child in children(noun, "det"))
    told = new and noun.lemma_.lower() in word_class("law_contents")
    return scene.draft.bills.adopt(index, noun).key if told else None
