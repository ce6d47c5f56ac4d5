"""From when on what a bill says holds, told without a word for it: "from March 16 fines can be imposed".

Such a clause tells the commencement of the bill, or of the part of it that it speaks of.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.lexicon import status_words, word_class
from graph.extraction.modality import judge
from graph.extraction.scene import BODIES, Scene
from graph.extraction.stages import in_order
from graph.extraction.tenses import class_of
from graph.extraction.times import times_of
from graph.language.roles import subjects
from graph.language.tree import Tree, governors
from graph.model import Window
from graph.temporal import Adverbial
from graph.terms import EventType, Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_BUSY = BODIES | {"head", "government", "vote", "reading", "session"}
"""Whoever does something from a day on is no part of what a law says."""


def find_onsets(draft: Draft) -> Draft:
    """Return the draft with the commencements that are told only by the day from which something holds."""
    scene, found, times = Scene(draft), list[EventMention](), times_of(draft.text.article)
    published = times.article.published
    for part, adverbials in times.adverbials.items():
        opening = [adverbial for adverbial in adverbials if _opens(adverbial, published)]
        for index, tree in enumerate(draft.text.trees):
            sentence = tree.sentence
            if sentence.part != part or tree.kind == "caption":
                continue
            for adverbial in opening:
                if sentence.start <= adverbial.start < sentence.end:
                    found += _onset(scene, index, tree, adverbial)
    return replace(draft, mentions=in_order([*draft.mentions, *found]))


def _opens(adverbial: Adverbial, published: dt.date | None) -> bool:
    """Whether words name a day still to come from which something holds: "from March 16", "as of 2027"."""
    words, start = adverbial.text.lower(), adverbial.window.start
    ahead = start is not None and published is not None and start >= published
    return adverbial.relation == "since" and words.startswith(tuple(word_class("holds_from"))) and ahead


def _onset(scene: Scene, index: int, tree: Tree, adverbial: Adverbial) -> list[EventMention]:
    """Return the commencement that a clause tells by the day that opens it, if it tells no other step."""
    tokens = tree.tokens_in(adverbial.expressions[0].start, adverbial.expressions[-1].end)
    clause = _clause_over(tokens)
    bill = None if clause is None else scene.implied_bill(index, clause)
    if clause is None or bill is None or clause.lemma_.lower() in _none():
        return []
    inside = {word.i for word in tokens}
    told = [m for m in scene.draft.mentions if m.place[0] == index and m.place[1] not in inside]
    if {clause.i, *(g.i for g in governors(clause))} & {i for m in told for i in (m.place[1], m.clause[1])}:
        return []
    if any(scene.sort(index, noun) in _BUSY for noun in subjects(clause)):
        return []
    found = judge(clause, clause, tree.kind)
    published = times_of(scene.draft.text.article).article.published
    begun = Factuality.HAPPENED if adverbial.window.start == published else Factuality.SCHEDULED
    status = found.status if found.status is Factuality.CONDITIONAL else begun  # "in force from today"
    if found.why == "should" or (clause.dep_ == "ccomp" and class_of(clause.head) == "possible"):
        status = Factuality.POSSIBLE  # "proposed that sales should be banned from March"
    first = adverbial.expressions[0]
    when = When(Window(first.earliest, None, None, first.latest), first.text, first.value)
    because = (f"onset “{adverbial.text}”", f"{status}: {found.why}")
    return [
        EventMention(
            place=(index, clause.i),
            clause=(index, clause.i),
            type=EventType.COMMENCEMENT,
            because=because,
            bill=bill,
            status=status,
            when=when,
            confidence=0.6,
        )
    ]


def _none() -> frozenset[str]:
    """Return the verbs that tell no law's content: what people do from a day on, and what they say."""
    return word_class("no_onset") | status_words()["reporting"]["say"]


def _clause_over(time: list[Token]) -> Token | None:
    """Return the word that carries the clause which a time stands in, itself or through one noun."""
    inside = {word.i for word in time}
    above = [word for token in time[:1] for word in governors(token) if word.i not in inside]
    return next((word for word in above[:2] if word.pos_ in ("VERB", "AUX") or _stands_alone(word)), None)


def _stands_alone(noun: Token) -> bool:
    """Whether a noun carries a line without a finite verb: "Cheaper calls from August"."""
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in noun.doc)
    return noun.dep_ == "ROOT" and noun.pos_ == "NOUN" and not finite
