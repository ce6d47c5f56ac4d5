"""Repeals that a chamber decides on: "the repeal of the act cleared the Senate" tells of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import by_lemma, word_class
from graph.language.tree import children
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.extraction.scene import Found
    from graph.language.words import Token

_DECIDED = ("nsubj", "nsubj:pass", "obj")


def is_decided_on(noun: Token, found: Found) -> bool:
    """Whether the repeal that a noun names is only what members pass or turn down: "adopted its repeal", "the
    abolition of the law, which the House approved, failed".
    """
    if found.frame.name != "repeal" or noun.lemma_.lower() not in word_class("undoings"):
        return False
    verbs = [noun.head] if noun.dep_ in _DECIDED else []
    verbs += [noun.head] if noun.dep_ == "obl" and noun.head.lemma_.lower() == "vote" else []
    return any(_decides(verb) for verb in (*verbs, *children(noun, "acl", "acl:relcl")))


def _decides(verb: Token) -> bool:
    """Whether a verb can tell how members decide on a bill."""
    frames = by_lemma("stages", "verbs").get(verb.lemma_.lower(), ())
    return any(f.type is EventType.PASSAGE and f.outcome is not None and f.acts_on == "bill" for f in frames)
