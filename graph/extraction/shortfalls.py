"""Votes of which the next sentence says that they were too few: "That fell short of the 60 votes needed"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from graph.extraction.counts import vote_words
from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.language.tree import Tree
from graph.terms import DECISIONS, EventType, Outcome

_MEANT = frozenset(("that", "this", "it", "which"))
_SHORT = frozenset((("short", "of"), ("shy", "of")))


def find_shortfalls(draft: Draft) -> Draft:
    """Return the draft with votes rejected of which the sentence behind says that they were too few."""
    short = {index for index, tree in enumerate(draft.text.trees) if _says_too_few(tree)}
    told = (_missed(draft, m) if m.place[0] + 1 in short else m for m in draft.mentions)
    return replace(draft, mentions=tuple(told))


def _missed(draft: Draft, mention: EventMention) -> EventMention:
    """Return what was voted as rejected; what is told as passed reached what it needed to pass."""
    behind = draft.text.trees[mention.place[0] + 1]
    of_veto = mention.type is EventType.OVERRIDE
    if mention.type is EventType.VETO and mention.outcome is Outcome.REJECTED:
        return replace(mention, outcome=None)  # the override failed, so that it stands
    undone = any(token.lower_ in ("veto", "override") for token in behind.doc) and not of_veto
    voted = of_veto or draft.token(mention.place).lemma_.lower() in word_class("votes_or_backs")
    if undone or not voted or mention.type not in DECISIONS or not mention.status.is_fact:
        return mention
    return replace(mention, outcome=Outcome.REJECTED, because=(*mention.because, "fell short"))


def _says_too_few(tree: Tree) -> bool:
    """Whether a sentence says of what was told before it that it was too little: "It was two votes short of
    the majority required".
    """
    words = [token.lower_ for token in tree.doc]
    at = next((i for i, pair in enumerate(pairwise(words)) if pair in _SHORT), None)
    if at is None or not set(words[at:]) & word_class("needed"):
        return False
    first = words[0] in _MEANT and tree.doc[1].pos_ in ("VERB", "AUX")
    carried = words[0] in _MEANT | {"the"} and words[1] in vote_words()["carriers"]
    return (first or carried) and "not" not in words[:at]
