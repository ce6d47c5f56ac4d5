"""Votes with figures on what is no bill: changes to the bill that the article tells of ("By 310 to 240 MPs
refused to exempt farms", "a duty to consult was carried by 60 votes to 40").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.extraction.scene import LAWMAKERS, Scene
from graph.extraction.stages import in_order
from graph.extraction.tallies import Tally, find_tallies
from graph.extraction.verb_words import words_of
from graph.language.roles import agents, is_passive, patients, subjects
from graph.language.tree import Tree, children
from graph.terms import EventType, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_OTHERS = frozenset(
    ("motion", "person", "group", "party", "state", "organisation", "committee", "court", "head")
)
"""What a vote rejects or carries that is no change to a bill."""


def find_divisions(draft: Draft) -> Draft:
    """Return the draft with a change to the bill for each pair of figures whose sentence tells no other
    decision.
    """
    told = {m.place[0] for m in draft.mentions if m.decides and not m.needs_time}
    found = [
        mention
        for index, tree in enumerate(draft.text.trees)
        if tree.kind != "caption" and index not in told
        for tally in find_tallies(tree.sentence.text)[:1]
        if tally.is_pair and (mention := _division(draft, index, tree, tally)) is not None
    ]
    return replace(draft, mentions=in_order([*draft.mentions, *found])) if found else draft


def _division(draft: Draft, index: int, tree: Tree, tally: Tally) -> EventMention | None:
    """Return the change that the verb before figures decides, or the one behind those that lead."""
    scene = Scene(draft)
    if any(word.lemma_.lower() in word_class("decided_without_a_bill") for word in tree.doc):
        return None
    if any(name in tree.sentence.text.lower() for name in ("standing orders", "rules of procedure")):
        return None  # how a house works
    verb, outcome = _decision(tree, tally.start + tree.sentence.start)
    if verb is None or outcome is None or not _decides_a_change(scene, index, verb):
        return None
    bill = scene.implied_bill(index, verb)
    if bill is None:
        return None
    acting = [t for t in agents(verb) if scene.sort(index, t) in LAWMAKERS]
    return EventMention(
        place=(index, verb.i),
        clause=(index, verb.i),
        type=EventType.AMENDMENT,
        because=(f"division “{verb.lemma_.lower()}”",),
        outcome=outcome,
        bill=bill,
        parts=draft.taking_part(index, acting),
        confidence=0.7,
    )


def _decision(tree: Tree, begin: int) -> tuple[Token | None, Outcome | None]:
    """Return the last verb of deciding before an offset, else the first behind it, and what it comes to."""
    decided = [(verb, outcome) for verb in tree.doc if (outcome := _decides(verb)) is not None]
    before = [pair for pair in decided if tree.spans[pair[0].i][0] < begin]
    return next(iter(before[-1:] or decided), (None, None))


def _decides(verb: Token) -> Outcome | None:
    """Return what a verb says of a vote that has been held, None for other words."""
    if verb.tag_ not in ("VBD", "VBN"):
        return None
    words = set(words_of(verb))
    if words & word_class("divides_against"):
        return Outcome.REJECTED
    return Outcome.APPROVED if words & word_class("divides_for") else None


def _decides_a_change(scene: Scene, index: int, verb: Token) -> bool:
    """Whether members decide, or nobody is told to, and what they decide on is a thing."""
    done = [*patients(verb), *(subjects(verb) if is_passive(verb) else ())]
    done = [noun for noun in done if noun.pos_ != "NUM"]  # "passed | 12-7"
    acting = [noun for noun in (*agents(verb), *children(verb, "nsubj")) if noun not in done]
    sorts = {noun: scene.sort(index, noun) for noun in acting}
    done += [noun for noun, sort in sorts.items() if sort == ""]  # "a duty to consult fell by 60 to 40"
    others = any(noun.lower_ == "motion" or scene.sort(index, noun) in _OTHERS for noun in done)
    others |= any(_is_done_to_a_bill(scene, index, aim) for aim in children(verb, "xcomp"))
    decided = bool(done or children(verb, "xcomp", "ccomp")) and not others
    return decided and set(sorts.values()) <= LAWMAKERS | {"", "amendment", "vote"}


def _is_done_to_a_bill(scene: Scene, index: int, aim: Token) -> bool:
    """Whether what is decided is to deal with a bill, told by itself: "agreed to consider the bill"."""
    return aim.lemma_.lower() in word_class("deals_with") and any(
        scene.bills_of(index, noun) for noun in patients(aim)
    )
