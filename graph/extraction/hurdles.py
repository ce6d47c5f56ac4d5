"""Numbers of votes that a bill has to get, or did not get, told by the words before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.tree import children
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_HAS_TO = frozenset(("had to be", "has to be", "have to be"))


def is_what_it_takes(before: Sequence[str]) -> bool:
    """Whether the words before a number make it what it takes: "had to be approved by (160 votes)", "failed
    to collect (160 votes)".
    """
    if before[-1:] == ["by"] and "and" not in before:
        return any(" ".join(before[at : at + 3]) in _HAS_TO for at in range(len(before)))
    collects = load_lexicon("votes")["words"]["collects"]
    return len(before) > 2 and before[-3:-1] == ["failed", "to"] and before[-1] in collects


def is_hurdle(token: Token) -> bool:
    """Whether a vote is only how many votes are needed: "short of the required two-thirds vote"."""
    if token.lemma_.lower() != "vote" or token.pos_ != "NOUN":
        return False
    demanded = any(c.lower_ in word_class("needed") for c in children(token, "amod", "acl"))
    before = token.doc[token.left_edge.i : token.i]
    return demanded and any(t.lower_ in word_class("fractions") for t in before)
