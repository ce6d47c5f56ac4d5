"""Verbs that leave to their subject or object what a verb below them says: "promised miners to bring a bill",
"allowed the bill to become law", "kept it from being tabled".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.tree import children, conjuncts
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token


def controls(verb: Token, what: str) -> bool:
    """Whether a verb stands in a list of those of one sort of control, in the lexicon of English."""
    return verb.lemma_.lower() in load_lexicon("english")["control"][what]


def is_means(noun: Token) -> bool:
    """Whether who has, uses or takes what a noun names does what the infinitive below it says."""
    return controls(noun, "means")


def given_means(noun: Token) -> list[Token]:
    """Return to whom somebody gives what a noun names: "gave | deputies | a year to pass it"."""
    given = [c for c in children(noun.head, "iobj", "obj") if c.i < noun.i]
    return [one for c in given if c.pos_ != "PRON" for one in conjuncts(c)]


def is_left_to_another(verb: Token, *, infinitive: bool) -> bool:
    """Whether the object of the verb above does, or is not to do, what a verb hung on it says."""
    kept_from = any(child.lower_ == "from" for child in children(verb, "mark"))
    sort = "object" if infinitive else "from" if kept_from else ""
    return verb.dep_ == "advcl" and bool(sort) and controls(verb.head, sort)
