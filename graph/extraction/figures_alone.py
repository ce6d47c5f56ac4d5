"""Decisions told by their figures, in words that no frame knows: "By a whisker, 178 to 172, the amnesty bill
squeezed past the deputies", "The Senate was of the same mind, 24-20".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.motions import is_of_a_party, is_supposed, voted_elsewhere
from graph.extraction.readings import readings_of
from graph.extraction.scene import LAWMAKERS, Scene
from graph.extraction.stages import in_order
from graph.extraction.tallies import Tally, find_tallies
from graph.extraction.tenses import by_modal
from graph.language.tree import clause_of
from graph.model import Votes
from graph.terms import DECISIONS, EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.tree import Tree
    from graph.language.words import Token

_DECIDE = LAWMAKERS | {"committee"}
_NO_BILL = frozenset((
    "amendment", "ballot", "candidate", "censure", "clause", "confidence", "election", "motion", "nomination",
    "override", "poll", "referendum", "resolution", "seat", "speaker", "veto",
))  # fmt: skip
"""Words beside which figures may be those of something else than of the bill."""
_LIKELY = 0.3
"""Probability from which a type that the detector sees is taken for what the figures decide."""


def find_figures_alone(draft: Draft) -> Draft:
    """Return the draft with a decision where a sentence tells the figures of one on a bill and no mention
    tells of it.
    """
    scene, found = Scene(draft), list(draft.mentions)
    told = {m.place[0] for m in draft.mentions if m.votes or m.decides}
    for index, tree in enumerate(draft.text.trees):
        if tree.kind != "caption" and index not in told:
            tally = next((t for t in find_tallies(tree.sentence.text) if t.has_both), None)
            decision = _decision(scene, index, tree, tally) if tally is not None else None
            found += [decision] if decision is not None else []
    return replace(draft, mentions=in_order(found))


def _decision(scene: Scene, index: int, tree: Tree, tally: Tally) -> EventMention | None:
    """Return what the figures of a sentence decide; None where it may be no bill."""
    tokens = tree.tokens_in(*tally.span_in(tree.sentence))
    if not tokens:
        return None
    clause, acting = clause_of(tokens[0]), _acting(scene, index, tree)
    if not (acting or tally.has_words) or not _is_of_a_bill(scene, index, tree, tally, clause):
        return None
    bill = _bill(scene, index, tree, tokens[0], acting)
    if bill is None:
        return None
    kind, one, two = _kind(scene, index, tree, acting), tally.figures["for"], tally.figures["against"]
    return EventMention(
        place=(index, clause.i),
        clause=(index, clause.i),
        type=kind,
        because=(f"{kind} by its figures {one}–{two}", f"{Factuality.HAPPENED}: figures told"),
        outcome=Outcome.APPROVED if one > two else Outcome.REJECTED,
        bill=bill,
        parts=scene.draft.taking_part(index, acting, Role.AGENT),
        votes=Votes(one, two, tally.figures.get("abstain")),
        confidence=0.7,
    )


def _is_of_a_bill(scene: Scene, index: int, tree: Tree, tally: Tally, clause: Token) -> bool:
    """Whether figures may be those of a vote on a bill that was held, told for the first time."""
    draft, span = scene.draft, tally.span_in(tree.sentence)
    known = [{m.votes.in_favour, m.votes.against} for m in draft.mentions if m.votes]
    if tally.lacks or {tally.figures["for"], tally.figures["against"]} in known:
        return False
    if by_modal(clause) is not None or _NO_BILL & {word.lemma_.lower() for word in tree.doc}:
        return False
    if any(scene.sort(index, word) == "court" for word in _nouns(tree)):
        return False  # "the Supreme Court split 3-3"
    return not (
        is_supposed(tree, *span)
        or is_of_a_party(draft, index, tree, *span)
        or voted_elsewhere(draft, index, tree, *span) is not None
    )


def _nouns(tree: Tree) -> list[Token]:
    return [word for word in tree.doc if word.pos_ in ("NOUN", "PROPN")]


def _acting(scene: Scene, index: int, tree: Tree) -> list[Token]:
    """Return who decides: the only body that a sentence names."""
    bodies = [word for word in _nouns(tree) if scene.sort(index, word) in _DECIDE]
    return bodies[:1] if len({scene.draft.taking_part(index, [body]) for body in bodies}) == 1 else []


def _kind(scene: Scene, index: int, tree: Tree, acting: list[Token]) -> EventType:
    """Return what is decided: a reading that is named, what a committee does, what the detector sees."""
    if any(scene.sort(index, body) == "committee" for body in acting):
        return EventType.COMMITTEE
    readings = [kind for word in tree.doc if word.lower_ == "reading" for kind in readings_of(word)]
    if readings:
        return readings[-1]
    seen = scene.draft.detections[index] if scene.draft.detections else None
    likely = [] if seen is None else [(seen.surest(kind).probability, kind) for kind in DECISIONS]
    probability, kind = max(likely, default=(0.0, EventType.PASSAGE))
    return kind if probability >= _LIKELY else EventType.PASSAGE


def _bill(scene: Scene, index: int, tree: Tree, figures: Token, acting: list[Token]) -> int | None:
    """Return the bill that a sentence speaks of, else, where a body decides, the one implied; None where it
    speaks of several.
    """
    words = (word for word in tree.doc if word.pos_ in ("NOUN", "PROPN", "PRON"))
    named = {bill for word in words for bill in scene.bills_of(index, word)}
    if named:
        return named.pop() if len(named) == 1 else None
    return scene.implied_bill(index, figures) if acting else None
