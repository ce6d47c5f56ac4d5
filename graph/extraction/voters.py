"""The people of a state, who vote themselves, the votes in which they do, and who is told by a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import folded, states, word_class
from graph.language.roles import subjects
from graph.language.tree import children, conjuncts, lemma, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token

_OF_A_PEOPLE = ("ss", "sh", "ch", "ese")


def is_a_people(noun: Token) -> bool:
    """Whether a noun means the people of a state: "Danes", "the Swiss", "put to the people"."""
    if noun.lower_ == "people" and "to" in prepositions(noun):
        return [child.lower_ for child in noun.children if child.dep_ != "case"] == ["the"]
    if not noun.text[:1].isupper() or noun.dep_ in ("amod", "compound"):
        return False
    if folded(noun.text) in states().peoples - word_class("also_factions"):
        return True
    led = any(c.lower_ == "the" for c in children(noun, "det"))
    return led and noun.lower_.endswith(_OF_A_PEOPLE) and folded(noun.text) in states().by_adjective


def is_popular_vote(noun: Token) -> bool:
    """Whether a noun means a vote of all citizens: "referendum", "a national vote"."""
    if noun.lemma_.lower() in word_class("popular_votes"):
        return True
    described = {c.lower_ for c in children(noun, "amod")} & word_class("of_all_citizens")
    return noun.lemma_.lower() == "vote" and bool(described)


def is_by_popular_vote(noun: Token) -> bool:
    """Whether a noun says that something is decided by all citizens: "rejected in a referendum"."""
    return is_popular_vote(noun) and bool({"in", "at", "by"} & set(prepositions(noun)))


def who_it_was(one: Token) -> list[Token]:
    """Return who is told to be one in a row or several: "Peru | was the third", "two, Ana and Tim"."""
    if one.tag_ == "NNS" and (named := children(one, "appos")):
        names = [name for name in conjuncts(named[0]) if name.pos_ == "PROPN"]
        return names if len(names) > 1 else [one]
    if one.pos_ != "NOUN" or not any(c.lower_ in word_class("ordinals") for c in children(one, "amod")):
        return [one]
    became = one.dep_ == "xcomp" and lemma(one.head) == "become"
    who = subjects(one.head if became else one) if became or children(one, "cop") else []
    return [noun for noun in who if noun.pos_ == "PROPN"] or [one]
