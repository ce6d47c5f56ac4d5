"""Who is told to have brought in a bill by a noun for it: "Ana Holm, one of its sponsors", "its author is Ana
Holm".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.tree import children

if TYPE_CHECKING:
    from graph.language.words import Token


def set_beside(noun: Token) -> Token:
    """Return the person whom a noun only describes: "Ana Holm, one of its sponsors", "she is its author"."""
    described = noun.head if noun.dep_ == "nmod" and noun.head.lower_ == "one" else noun
    if described.dep_ == "appos" and described.head.pos_ == "PROPN":
        return described.head
    if children(described, "cop"):
        return next((who for who in children(described, "nsubj") if who.pos_ in ("PROPN", "PRON")), noun)
    said = described.head
    if described.dep_ != "nsubj" or said.pos_ != "PROPN" or not children(said, "cop"):
        return noun
    return next((name for name in children(said, "appos", "flat") if name.i == said.i + 1), said)


def behind(bill: Token) -> list[Token]:
    """Return the nouns right behind a bill with "by" or "from": "a bill by Ana Holm", "HB 12, also by Holm",
    "passed a bill | from Ana Holm", read as from where it was passed.
    """
    return [
        noun
        for noun in (*children(bill, "nmod", "appos"), *children(bill.head, "obl"))
        for mark in children(noun, "case")
        if mark.lower_ in ("by", "from") and 0 < mark.i - bill.i - (mark.preceding == "also") <= 2
        if noun.head is bill or mark.i == bill.i + 1
    ]
