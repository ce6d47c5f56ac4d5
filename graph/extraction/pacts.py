"""Agreements between states, which are bills only where somebody ratifies them or they enter into force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.tree import children, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token


def is_ratified(token: Token) -> bool:
    """Whether a noun is an agreement or the initials of one and is ratified or gains force: "concurred in the
    ratification of the Visiting Forces Agreement", "ratified TAFTA".
    """
    initials = token.pos_ == "PROPN" and token.text.isupper() and len(token.text) > 2
    if not initials and token.lemma_.lower() not in word_class("pacts"):
        return False
    if "of" in prepositions(token) and token.dep_ == "nmod":
        above = token.head
        return above.lemma_.lower() == "ratification"
    verb = token.head.lemma_.lower()
    if token.dep_ in ("obj", "nsubj:pass"):
        return verb in ("ratify", "re-ratify")
    gains = {c.lemma_.lower() for c in children(token.head, "obj", "obl", "xcomp")} & {"force", "effect"}
    return token.dep_ == "nsubj" and bool(gains) and verb in ("enter", "come", "take")
