"""What the event detector adds to the rules and takes from them.

Rules and detector err on different sentences. Where the detector is all but sure that a sentence tells of no
such step, the rule's mention goes; where it is sure of one that no rule found, its mention comes in. Bill,
actors, time, votes and source of it are then read by rule, like those of any other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.anaphors import TOLD_BEFORE
from graph.extraction.detector import Detection, load_detector
from graph.extraction.draft import Draft, EventMention
from graph.extraction.event_nouns import agents_of
from graph.extraction.lexicon import word_class
from graph.extraction.scene import LAWMAKERS, Scene
from graph.extraction.stages import in_order
from graph.language.roles import agents, patients, subjects
from graph.language.tree import Tree, clause_of
from graph.terms import COARSER, DECISIONS, STAGES, EventType, Factuality, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

DOUBTED = 0.1
"""Probability below which a rule's mention is dropped."""
SURE = 0.9
"""Probability from which what no rule found is a mention."""
_DECIDE = LAWMAKERS | {"committee"}
_WAYS = frozenset((EventType.INTRODUCTION, EventType.REFERRAL, EventType.TRANSMISSION, EventType.RETURN))
"""Steps by which a bill is sent somewhere: one word tells one of them."""
_FIRM = frozenset((Factuality.HAPPENED, Factuality.PROMISED))
"""What the detector is right about oftener than the rules, of steps that it alone read and nothing denies."""
_TELLING = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")


def find_detected(draft: Draft) -> Draft:
    """Return the draft without the mentions that the detector doubts, with those that it alone is sure of.

    Raises:
        ModelError: the detector cannot be loaded.
    """
    if draft.bills.main is None:
        return draft
    detections = draft.reading() if draft.reading else load_detector().read(draft.text.trees)
    told, kept, doubted = set[tuple[int, EventType]](), list[EventMention](), list[EventMention]()
    for mention in draft.mentions:
        if not mention.type.is_stage:
            kept.append(mention)
            continue
        seen = detections[mention.place[0]]
        by_context = mention.because[-1].startswith(TOLD_BEFORE)
        if seen is not None and not by_context and seen.surest(mention.type).probability < DOUBTED:
            doubted.append(mention)
        else:
            kept.append(mention)
            told.add((mention.place[0], mention.type))
            told |= {(mention.place[0], EventType.PASSAGE)} if by_context else set()
    scene = Scene(draft)
    for index, tree in enumerate(draft.text.trees):
        seen = detections[index]
        if tree.kind == "caption" or seen is None:
            continue
        for kind in sorted(STAGES):
            surest = seen.surest(kind)
            if surest.probability >= SURE and (index, kind) not in told:
                kept += _mentions(scene, index, kind, surest, kept, doubted)
    return replace(draft, mentions=in_order(kept), detections=detections)


def without_disputed(draft: Draft) -> Draft:
    """Return the draft without what only the detector read, where it and the rules do not agree how real that
    is, or where it is no more than possible; what the detector finds to have happened or to be promised, and
    the rules not to be denied, is that.
    """
    judged = (_judged(mention) for mention in draft.mentions)
    return replace(draft, mentions=tuple(mention for mention in judged if mention is not None))


def _judged(mention: EventMention) -> EventMention | None:
    """Return a mention as real as rules and detector together find it; None where they dispute it, the
    detector knowing fewer degrees of factuality.
    """
    detected, told = mention.detected, COARSER.get(mention.status, mention.status)
    if detected is None or (detected is told and told is not Factuality.POSSIBLE):
        return mention
    if detected not in _FIRM or told is Factuality.DENIED:
        return None
    because = (*mention.because, f"{detected}: as learnt from examples")
    return replace(mention, status=detected, because=because)


def _mentions(
    scene: Scene,
    index: int,
    kind: EventType,
    seen: Detection,
    kept: list[EventMention],
    doubted: list[EventMention],
) -> list[EventMention]:
    """Return what a sentence is detected to tell, once for each bill; nothing where a rule reads an event of
    another sort in the same words.
    """
    word = _word(scene.draft.text.trees[index], seen)
    if word is None:
        return []
    clause = clause_of(word)
    if kind is EventType.ASSENT and _signs_something_else(scene, index, word):
        return []
    here = ((index, clause.i), (index, word.i))
    if any(not m.type.is_stage and (m.clause in here or m.place in here) for m in kept):
        return []
    if kind in _WAYS and any(m.place in here and m.type in _WAYS for m in kept):
        return []  # "sent it back to parliament" is read as a return, and as no transmission besides
    why = f"reads like “{kind}”, as learnt from examples ({seen.probability:.2f})"
    outcome = None if seen.outcome == "none" else Outcome(seen.outcome)
    misread = [m for m in doubted if m.clause in here or m.place in here]
    if misread:
        return [
            replace(m, type=kind, stage=None, outcome=outcome, because=(*m.because, why)) for m in misread
        ]
    parts = scene.draft.taking_part(index, _acting(scene, index, kind, word))
    return [
        EventMention(
            place=(index, word.i),
            clause=(index, clause.i),
            type=kind,
            because=(why,),
            outcome=outcome,
            bill=bill,
            parts=parts,
            detected=Factuality(seen.status),
            confidence=round(seen.probability * 0.75, 2),
        )
        for bill in _bills(scene, index, word, clause)
    ]


def _signs_something_else(scene: Scene, index: int, word: Token) -> bool:
    """Whether what is signed is told and is no bill: "joined 34 senators in signing a letter"."""
    signed = patients(word) if word.lemma_.lower() in ("sign", "co-sign", "cosign") else []
    return any(noun.lemma_.lower() in word_class("signed_otherwise") for noun in signed)


def _word(tree: Tree, seen: Detection) -> Token | None:
    """Return the word that a detection points at, or the next above it that can tell of something."""
    tokens = tree.tokens_in(*seen.span)
    if not tokens:
        return None
    word = tokens[0]
    while word.pos_ not in _TELLING and word.head is not word:
        word = word.head
    return word


def _acting(scene: Scene, index: int, kind: EventType, word: Token) -> list[Token]:
    """Return who does it."""
    if word.pos_ in ("NOUN", "PROPN"):
        acting = agents_of(scene, index, word)
    else:
        acting = scene.acting(index, agents(word))
    return [noun for noun in acting if kind not in DECISIONS or scene.sort(index, noun) in _DECIDE]


def _bills(scene: Scene, index: int, word: Token, clause: Token) -> tuple[int, ...]:
    """Return the bills that it is done to: named beside it, else those implied, else the main one."""
    near = [*patients(word), *subjects(word), *patients(clause), *subjects(clause)]
    for noun in near:
        if bills := scene.bills_of(index, noun):
            return bills
    main = scene.draft.bills.main
    return scene.implied_bills(index, word, clause) or (() if main is None else (main.key,))
