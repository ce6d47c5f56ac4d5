"""One actor while the article is being read: every name, office and mention it has, and what it acts as."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, folded, party_names, states, word_class
from graph.extraction.nouns import mask_kind, plain_phrase, sort_of, state_named
from graph.extraction.offices import OfficeHeld
from graph.language.roles import is_infinitive, subjects
from graph.language.tree import SUBJECTS, Text, Tree, children, governors, lemma, possessors
from graph.model import Quote
from graph.terms import Capacity

if TYPE_CHECKING:
    from graph.language.words import Token

BY_CAPITAL = frozenset(("party", "legislature", "chamber", "committee", "court", "government"))
"""Sorts of which a capitalised name is an actor even where it takes part in nothing."""
_OF_MEMBERS = ("chamber", "legislature", "committee")
_DECIDES = frozenset(
    ("pass", "approve", "adopt", "endorse", "back", "ratify", "reject", "defeat", "kill", "shelve")
)
"""What a body has done to a bill, and no bill does."""


@lru_cache(maxsize=1 << 12)
def _names_a_body(name: str) -> bool:
    """Whether a name is that of a body itself, not of its members ("the Senate", "senators")."""
    known = states().bodies.get(folded(re.sub(r"^(?:the|The) ", "", name)), ())
    return any(body.role not in ("members", "upper_members", "seat") for body in known)


@dataclass(slots=True)
class Referent:
    """One actor while the article is being read."""

    key: str
    sort: str
    names: Counter[str] = field(default_factory=Counter)
    descriptions: set[str] = field(default_factory=set)
    offices: list[tuple[OfficeHeld, Quote]] = field(default_factory=list)
    seen: list[tuple[int, int]] = field(default_factory=list)
    takes_part: bool = False
    proper: bool = False  # a capitalised name of it stands somewhere

    @property
    def name(self) -> str:
        """The fullest name: a party's own before "109 Republicans", proper before common, then longer, then
        earlier in the alphabet.
        """

        def fullness(name: str) -> tuple[bool, bool, int, str]:
            member = self.sort in ("chamber", "legislature") and not _names_a_body(name)
            member |= self.sort == "party" and not (name[:1].isupper() and folded(name) in party_names())
            return (member, not name[:1].isupper(), -min(len(name), 60), name)

        return min(self.names, key=fullness) if self.names else self.key

    def others(self) -> set[str]:
        """The other names; a surname by itself says nothing that the full name does not, nor does "executive"
        beside "executive branch", and "America" is no name of the United States of America.
        """
        found = {*self.names, *self.descriptions} - {self.name}
        known = set(self.name.split())
        return {
            name
            for name in found
            if not ((self.sort == "person" or self.name.islower()) and set(name.split()) <= known)
            and not self.name.endswith(f" of {name}")
        }

    @property
    def is_of_the_story(self) -> bool:
        """Whether it belongs to the story even where it takes part in nothing: a person of more than one
        name, a body of the state, a party; not the agency that reports, nor a company.
        """
        if self.sort == "person":
            return " " in self.name
        return self.proper and self.sort in BY_CAPITAL and self.name[:1].isupper()

    @property
    def acts_as(self) -> str:
        """The sort that decides what an act of theirs is: a head of state signs and a judge rules, whoever it
        is.
        """
        if self.sort == "person":
            held = {office.sort for office, _ in self.offices}
            judge = any(o.sort == "court" and o.capacity is not Capacity.FORMER for o, _ in self.offices)
            return "head" if "head" in held else "court" if judge else "person"
        return self.sort


def owning_state(tree: Tree, token: Token) -> str | None:
    """Return the state that a noun belongs to: "Finland's parliament", "the Greek one", "of Venezuela"."""
    table = states()
    for owner in possessors(token):
        if state := state_named(tree, owner):
            return state
    for child in token.children:
        by_adjective = child.dep_ in ("amod", "compound") and folded(child.text) in table.by_adjective
        if by_adjective and child.text[:1].isupper():
            return table.by_adjective[folded(child.text)]
        if child.dep_ in ("nmod", "compound") and (state := state_named(tree, child)):
            return state
    return None


def does_with_a_bill(tree: Tree, pronoun: Token) -> bool:
    """Whether "it" does something with a bill or is to, and so is none: "It also passed the Rivers Bill", "It
    has two months to examine it".
    """
    verb = pronoun.head
    objects = children(verb, "obj") if pronoun.dep_ == "nsubj" else []
    if verb.lemma_ in word_class("charges") and pronoun.dep_ in ("nsubj", "nsubj:pass"):
        tasks = [c for noun in (verb, *objects) for c in children(noun, "advcl", "xcomp", "acl")]
        objects += [noun for task in tasks if is_infinitive(task) for noun in children(task, "obj")]
    related = verb.dep_ == "acl:relcl" and any(noun.lower_ in ("which", "that") for noun in objects)
    if related or any(noun.lower_ in ("it", "report", "opinion", "text") for noun in objects):
        return True  # "the bill, which it had thrown out", "it turned it down", "it adopted a report"
    decided = verb.tag_ == "VBD" and verb.lemma_ in _DECIDES
    texts = bill_words()["strong"] | bill_words()["weak"] if decided else frozenset[str]()
    if any(noun.lemma_.lower() in texts for noun in objects):
        return True  # "it also rejected a measure on farms"
    return any(
        sort_of(tree, noun) == "bill" and not any(c.lower_ in ("a", "an") for c in children(noun, "det"))
        for noun in objects
    )


def cabinet_before(text: Text, index: int) -> Token | None:
    """Return the cabinet of which the sentence before tells what it did: "The cabinet met on Monday. | It
    approved the draft".
    """
    before = text.trees[index - 1].doc if index else ()
    told = (noun for verb in before if verb.dep_ == "ROOT" for noun in subjects(verb))
    return next((noun for noun in told if noun.lemma_.lower() == "cabinet"), None)


def who_says_of_themselves(tree: Tree, they: Token) -> Token | None:
    """Return the several who say what "they" do or will do: "the parties say | they will back the bill"; or
    the members who do something of which it is told: "senators will hold a sitting | at which they decide".
    """
    clause = they.head
    if they.dep_ in SUBJECTS and clause.dep_ in ("acl:relcl", "advcl"):
        above = (word for verb in governors(clause) for word in children(verb, "nsubj") if word.i < they.i)
        first = next(above, None)
        members = first is not None and first.tag_ == "NNS" and sort_of(tree, first) in _OF_MEMBERS
        return first if members else None
    if they.dep_ not in SUBJECTS or clause.dep_ != "ccomp":
        return None
    told = [noun for noun in children(clause.head, "nsubj") if noun.tag_ in ("NNS", "NNPS")]
    return next((noun for noun in told if not children(noun, "nmod")), None)


def does_as_a_court(pronoun: Token) -> bool:
    """Whether "it" decides on a plea or on what laws are: "it upheld the objection", "it ruled that"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or lemma(verb) not in word_class("decides_as_a_court"):
        return False
    pleas = {noun.lemma_.lower() for noun in children(verb, "obj")} & word_class("pleas")
    return bool(pleas or (children(verb, "ccomp") and lemma(verb) in ("rule", "hold", "find")))


def everyday_phrase(tree: Tree, token: Token) -> str:
    """Return the words of a noun phrase, the capital that only begins a sentence made small: "families"."""
    words, first = plain_phrase(tree, token), token.doc[0]
    begins = first.text == words.split(" ")[0] and first.text[1:].islower()
    if begins and first.tag_ in ("NN", "NNS", "JJ", "VBN", "VBG") and not mask_kind(tree, first):
        return words[0].lower() + words[1:]
    return words
