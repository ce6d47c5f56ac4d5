"""Frames at predicates with a copula: "is stuck", "is before the Senate", "remains on hold".

A predicate is looked up as a verb of several words: "be", its preposition, and its lemma or (in angle
brackets) the sort of body it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.goals import goals_of
from graph.extraction.lexicon import Frame, by_lemma, frames, word_class
from graph.extraction.scene import BODIES, Found, Scene
from graph.extraction.set_off import told_of
from graph.language.roles import subjects
from graph.language.tree import children, kept, obliques, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token

CARRIED = ("xcomp", "obl", "advmod", "obj")
"""What a predicate is to a verb like "remain"."""


def at_predicate(scene: Scene, lexicon: str, index: int, word: Token) -> Found | None:
    """Return what the first frame of a lexicon says that holds at a predicate of tree `index`.

    The predicate is a word with a copula, what stands with "remain", "lie", "get" and the like, or what a
    phrase says of a noun ("the decree, in force since May").
    """
    verb = _carrier(word)
    if verb is None:
        return None
    known = by_lemma(lexicon, "verbs")
    for name in _names(scene, index, word):
        for frame in known.get(name, ()):
            found = _matched(scene, index, word, verb, frame, name)
            if found is not None:
                return found
    return None


@kept
def _carrier(word: Token) -> Token | None:
    """Return the word that carries tense and subject of a predicate: itself with a copula, else the verb."""
    if children(word, "cop"):
        return word
    head = word.head
    if word.dep_ == "conj" and children(word, "case") and children(head, "cop"):
        return head  # "is in the Gazette and | in force"
    if (described := _described(word)) is not None:
        return described
    beside = word.dep_ in CARRIED and head.lemma_.lower() in word_class("copular")
    return head if beside else None


def _described(word: Token) -> Token | None:
    """Return the noun of which a dated phrase behind it says that it is in force, or of which a headline
    without a verb tells ("Water bill on its way to the governor").
    """
    noun = word.head
    alone = noun.head is noun and noun.pos_ in ("NOUN", "PROPN") and not children(noun, "cop")
    behind = word.dep_ in ("nmod", "amod") and word.left_edge.i == noun.i + 1
    if alone and behind and word.doc[-1].text != ".":
        return noun
    if (stands := told_of(word)) is not None:
        return stands
    if word.lemma_.lower() not in word_class("stands_in") or not children(word, "nmod", "obl"):
        return None
    before = word.doc[word.i - 3] if word.i > 2 and word.nbor(-2).text == "," else word.head
    return before if before.pos_ in ("NOUN", "PROPN") and before.i < word.i else None


def _names(scene: Scene, index: int, word: Token) -> list[str]:
    plain, found = word.lemma_.lower(), list[str]()
    for mark in prepositions(word)[:1]:
        found.append(f"be {mark} {plain}")
        if (sort := scene.sort(index, word)) in BODIES:
            found.append(f"be {mark} <{sort}>")
    return [*found, f"be {plain}"] if not found or word.pos_ in ("ADJ", "ADV", "VERB") else found


def _matched(scene: Scene, index: int, word: Token, verb: Token, frame: Frame, name: str) -> Found | None:
    recipients = tuple(goals_of(scene, index, word, frame.to))
    if frame.to and not recipients:
        return None
    if frame.with_ and not {noun.lemma_.lower() for _, noun in obliques(word)} & frame.with_:
        return None
    beside = [pair for part in (word, *children(word, "advmod")) for pair in obliques(part)]
    near = [word, *(noun for _, noun in beside)]  # "due | back in the Senate"
    if frame.with_sort and not any(scene.sort(index, noun) in frame.with_sort for noun in near):
        return None
    if frame.marks and not {token.lower_ for token in (*verb.subtree, *word.subtree)} & frame.marks:
        return None
    bodies = [noun for noun in near if scene.sort(index, noun) in BODIES]
    agents = tuple(noun for noun in bodies if noun not in recipients)
    implied = scene.implied_bill(index, word) if frame.acts_on == "none" and frame.needs_bill else None
    if implied is not None:
        return Found(frame, verb, None, (implied,), why=name)
    told, of_veto = [verb] if verb == _described(word) else subjects(verb), frame.acts_on == "veto"
    if of_veto:  # "they are dead" of bills
        told = [noun for noun in told if scene.sort(index, noun) == "veto"]
    about = {noun: scene.about(index, noun) if of_veto else scene.bills_of(index, noun) for noun in told}
    if bills := tuple(dict.fromkeys(bill for several in about.values() for bill in several)):
        first = next(noun for noun in told if about[noun])
        sort = scene.sort(index, agents[0]) if agents else "none"
        return Found(frame, verb, first, bills, agents, recipients, sort, why=name)
    return None


def at_adjective(scene: Scene, lexicon: str, index: int, word: Token) -> Found | None:
    """Return what holds at an adjective with a copula: "the prisoners will be free"."""
    if not children(word, "cop"):
        return None
    for frame in frames(lexicon):
        if word.lemma_.lower() in frame.copula and frame.acts_on == "people":
            for noun in subjects(word):
                if scene.is_person(index, noun):
                    return Found(frame, word, noun, why=f"be {word.lower_}")
    return None
