"""Verbs that tell a step by pointing back to one: "did so", "as was the Ports Act", "met the same fate"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.extraction.nouns import is_time_word
from graph.language.tree import children, obliques, possessors

if TYPE_CHECKING:
    from graph.language.words import Token

_POINTS_BACK = frozenset(("did", "do", "does", "was", "were", "had", "has", "will", "would"))
_OF_A_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
_ENDS_UP = ("obj", "obl", "obl:unmarked")


def does_the_same(verb: Token) -> bool:
    """Whether a verb tells of an act by pointing back: "did so", "did the same", "followed suit"."""
    objects = {c.lower_ for c in children(verb, "obj", "advmod", "xcomp", "obl:unmarked", "obl")}
    if verb.lemma_.lower() == "follow":
        beside = [*children(verb, "obj", "advcl", "xcomp"), *(noun for _, noun in obliques(verb))]
        return "suit" in objects or all(noun.pos_ == "NUM" or _is_time(noun) for noun in beside)
    light = verb.lemma_.lower() in ("do", "have") and not children(verb, "obj", "xcomp")
    if light and verb.dep_ == "advcl" and {c.lower_ for c in children(verb, "mark")} == {"as"}:
        return True  # "passed it, as the Senate had in May"
    if is_turned_round(verb):
        return True
    if any(c.lower_ in ("fate", "way", "treatment") and _is_the_same(c) for c in children(verb, *_ENDS_UP)):
        return True  # "the Fisheries Bill met the same fate", "went the same way"
    if any(_is_that_of_another(c) for c in children(verb, *_ENDS_UP)):
        return True
    if befalls(verb):
        return True
    if verb.lemma_.lower() == "fare" and not _is_unlike(verb):
        return True
    return verb.lemma_.lower() == "do" and (verb.following in ("so", "likewise") or "same" in objects)


def _is_that_of_another(noun: Token) -> bool:
    """Whether a noun names what a body decided as what another had: "took the same decision"."""
    same = {c.lower_ for c in children(noun, "amod")} & {"same", "similar", "identical"}
    return bool(same) and noun.lemma_.lower() in word_class("as_decided_before")


def is_ones_turn(noun: Token) -> bool:
    """Whether a predicate says that a body or a bill comes next: "it was the turn of the Ports Act"."""
    turn = noun.lower_ == "turn" and bool(children(noun, "cop"))
    return turn and not any(c.tag_ == "VBZ" for c in children(noun, "cop")) and bool(whose_turn(noun))


def whose_turn(noun: Token) -> list[Token]:
    """Return the nouns for whose turn it is."""
    return [other for mark, other in obliques(noun) if mark in ("of", "for")] + possessors(noun)


def _is_unlike(verb: Token) -> bool:
    """Whether something went otherwise: "fared better", but "fared no better"."""
    how = [
        c
        for c in children(verb, "advmod", "xcomp", "obl")
        if c.lower_ not in ("likewise", "similarly", "alike")
    ]
    return bool(how) and not any(t.lower_ in ("no", "not", "n't", "little", "hardly") for t in verb.subtree)


def does_that(verb: Token) -> bool:
    """Whether a verb tells that what was to be done was: "urged MPs to pass it, which they did on Friday",
    "told the House to drop it; the House did just that".
    """
    done = children(verb, "obj", "nsubj", "obl")
    if any(c.lower_ == "which" and c.preceding == "," for c in done):
        return True
    that = next((c for c in done if c.lower_ == "that" and c.i > verb.i), None)
    return that is not None and that.preceding in ("just", "exactly", "precisely")


def _is_time(noun: Token) -> bool:
    """Whether a noun tells a day, a month or a part of one: "at the beginning of May"."""
    return is_time_word(noun) or noun.lemma_.lower() in ("beginning", "start", "end", "middle")


def is_turned_round(verb: Token) -> bool:
    """Whether who did as another, or what was done to, stands behind the verb: "and so did the Senate", "as
    was the Ports Act".
    """
    led = verb.preceding in ("so", "as")
    return led and verb.lower_ in _POINTS_BACK and behind(verb) is not None


def behind(verb: Token) -> Token | None:
    """Return the noun whose phrase stands right behind a verb."""
    phrase = list(takewhile(lambda word: word.pos_ in _OF_A_PHRASE, verb.doc[verb.i + 1 :]))
    return phrase[-1] if phrase and phrase[-1].pos_ in ("NOUN", "PROPN") else None


def befalls(verb: Token) -> bool:
    """Whether what it happened to stands behind the verb: "the same fate had befallen the Fisheries Bill"."""
    same = any(c.lower_ == "fate" and _is_the_same(c) for c in children(verb, "nsubj"))
    return same and verb.lemma_.lower() in ("befall", "overtake", "strike")


def _is_the_same(noun: Token) -> bool:
    """Whether a noun is called that of another: "the same fate", "this fate"."""
    return bool({c.lower_ for c in children(noun, "amod", "det")} & {"same", "similar", "this", "that"})


def is_of_an_attempt(which: Token) -> bool:
    """Whether a clause is on what somebody tried to do: "a bid to shelve it, | which fell"."""
    clause = which.head
    tried = clause.dep_ == "acl:relcl" and clause.head.lemma_.lower() in word_class("attempts")
    return tried and bool(children(clause.head, "acl"))
