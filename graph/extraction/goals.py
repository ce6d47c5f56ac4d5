"""Where a verb or noun sends a bill: "to the Senate", "before the House", "to her desk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import Frame, actor_sorts, word_class
from graph.extraction.offices import is_seat_of_head
from graph.extraction.scene import LAWMAKERS, Scene
from graph.extraction.set_off import told_of
from graph.language.roles import patients
from graph.language.tree import children, lemma, obliques, possessors, prepositions
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.language.words import Token

TOWARDS = frozenset(("to", "before", "back to", "into", "onto", "up to", "over to"))
_ARRIVALS = frozenset(("land", "arrive"))


def goals_of(scene: Scene, index: int, verb: Token, sorts: frozenset[str]) -> list[Token]:
    """Return the nouns after "to", "before" and the like of one of some sorts, or of a word that is one."""
    if not sorts:
        return []
    twice = children(verb, "iobj") or children(verb, "obj")[:-1]  # "sent the governor 12 bills"
    if verb.dep_.startswith("acl") and not twice:  # "the bill that parliament sent him"
        twice = [noun for noun in children(verb, "obj") if noun.lower_ in ("him", "her")]
    around = [*_around(verb, "obj", "xcomp", "advmod"), *(("to", noun) for noun in twice)]
    found: list[Token] = []
    for mark, word in around:
        # "the committee, to which it was sent"
        relative = word.dep_ == "obl" and word.lower_ in ("which", "whom") and verb.dep_.startswith("acl")
        noun = verb.head if relative else word
        if noun.lemma_.lower() in ("desk", "table") and "desk" in sorts:
            found += possessors(noun) or [other for of, other in obliques(noun) if of == "of"]
        elif noun.lemma_.lower() == "office" and "head" in sorts:
            found += [owner for owner in possessors(noun) if scene.sort(index, owner) == "head"]
        elif "desk" in sorts and mark in TOWARDS and is_seat_of_head(noun):
            found.append(noun)
        elif mark == "before" and told_of(noun) is not None:
            continue  # "passed the bill, now before the lower house"
        elif mark in TOWARDS or (mark in ("in", "at") and lemma(verb) in _ARRIVALS):
            inside = [noun, *(body for where, body in obliques(noun) if where in ("in", "across"))]
            sat = [
                body for of, body in obliques(noun) if of == "of"
            ]  # "before a joint sitting of parliament"
            sits = noun.lemma_.lower() in word_class("sits_as_a_body") and sat
            bodies = sat if sits else inside if noun.lemma_.lower() in word_class("counterparts") else [noun]
            found += [body for body in bodies if {scene.sort(index, body), body.lemma_.lower()} & sorts]
    return found


def _around(verb: Token, *labels: str) -> list[tuple[str, Token]]:
    """Return (preposition, noun) for what stands beside a verb and some of its dependents.

    "To parliament", read as an infinitive, counts too.
    """
    words = [verb, *children(verb, *labels)]
    misread = [
        c
        for word in words
        for c in children(word, "acl", "advcl", "xcomp")
        if c.pos_ in ("NOUN", "PROPN") or c.lemma_.lower() in actor_sorts()
    ]
    words += [noun for word in words for mark, noun in obliques(word) if mark in ("of", "from")]
    found = [pair for word in words for pair in obliques(word)]
    return found + [(mark, noun) for noun in misread for mark in prepositions(noun)[:1]]


def given_to(scene: Scene, index: int, verb: Token, frame: Frame) -> list[Token]:
    """Return who receives a bill, a petition or a word where the frame demands no goal: "tabled in the lower
    house", "returned it to parliament", "petitioned the court", "promised the farmers that".
    """
    if "court" in frame.with_sort:
        return [noun for noun in patients(verb) if scene.sort(index, noun) == "court"]
    if frame.type is EventType.PROMISE:
        return [noun for noun in children(verb, "iobj", "obj") if scene.is_person(index, noun)]
    if frame.to or frame.type not in (EventType.INTRODUCTION, EventType.RETURN, EventType.TRANSMISSION):
        return []
    marks = TOWARDS | ({"in"} if frame.type is EventType.INTRODUCTION else set())
    sorts = LAWMAKERS | ({"head", "government"} if frame.type is EventType.TRANSMISSION else set())
    around = _around(verb, "obj", "nsubj:pass")
    return [noun for mark, noun in around if mark in marks and scene.sort(index, noun) in sorts]
