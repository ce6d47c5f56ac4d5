"""Whose a bill is and which it is like, told by words that say little of what it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import actor_sorts, folded, singular
from graph.language.tree import children, possessors

if TYPE_CHECKING:
    from graph.language.words import Token


def is_this_kind(noun: Token) -> bool:
    """Whether a noun says that a bill is like the one spoken of: "a decree | of this kind"."""
    pointing = {c.lower_ for c in children(noun, "det")} & {"this", "that"}
    return bool(pointing) and noun.lemma_.lower() in ("kind", "sort", "type")


def owners_of(token: Token) -> frozenset[str]:
    """Return the folded words of whose bill it is, which tell little: "Mr Holm's bill to ban hunting"."""
    whose = [owner for owner in possessors(token) if not _is_whom_it_is_on(owner)]
    return frozenset(singular(folded(t.text)) for owner in whose for t in owner.subtree)


def _is_whom_it_is_on(owner: Token) -> bool:
    """Whether those before a bill are whom it is on, not whose it is: "the foreigners' act"."""
    many = owner.tag_ == "NNS" and owner.text.islower()
    return many and actor_sorts().get(owner.lemma_.lower(), "group") == "group"
