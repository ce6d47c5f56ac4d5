"""Whether the words that a frame wants beside a verb are there: "take | effect", "go back | for a vote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.goals import TOWARDS
from graph.extraction.lexicon import Frame
from graph.extraction.scene import Scene
from graph.language.roles import auxiliaries, is_negated
from graph.language.tree import children, conjuncts, governors, lemma, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

_LEADS = TOWARDS | {"on"}
_PAST = frozenset(("through", "by", "in", "at", "from", "out of", "out", "past", ""))
_RELATIVES = frozenset(("which", "that", "who"))


def has_companions(scene: Scene, index: int, verb: Token, frame: Frame) -> bool:
    """Whether the words that the frame wants beside the verb are there, and none that it does not bear."""
    if frame.not_with and any(child.lemma_.lower() in frame.not_with for child in verb.children):
        return False
    if frame.with_:
        near = [noun for _, noun in obliques(verb)]
        near += children(verb, "obj", "iobj", "xcomp", "compound:prt", "obl", "advmod", "nsubj:pass")
        near += [n for child in children(verb, "obj") for mark, n in obliques(child) if mark in _LEADS]
        near += [inner for noun in near for inner in children(noun, "compound")]
        if verb.dep_ in ("acl", "acl:relcl") and not _has_relative_subject(verb):
            near.append(verb.head)  # "a compromise reached in December"
        if verb.tag_ == "VBN" and not auxiliaries(verb):
            near += children(verb, "nsubj")  # "the deal struck in June needs …", read as a verb of its own
        if verb.lemma_.lower() == "be" or (verb.pos_ == "NOUN" and children(verb, "cop")):
            near.append(verb)
        near = [noun for noun in near if noun.lemma_.lower() in frame.with_]
        if frame.plain:
            near = [noun for noun in near if not scene.draft.text.trees[index].name_at(noun)]
        if not near:
            return False
    if frame.with_sort:
        taken = children(verb, "obj", "iobj", "nsubj:pass")
        objects = [noun for child in taken for noun in conjuncts(child)]
        objects += [noun for mark, noun in obliques(verb) if mark in _PAST]
        if not any(scene.sort(index, noun) in frame.with_sort for noun in objects):
            return False
    if frame.under and not {above.lemma_.lower() for above in governors(verb)} & frame.under:
        return False
    if frame.into:
        near = [noun for mark, noun in obliques(verb) if mark in ("into", "onto")]
        near += [] if frame.bare else children(verb, "xcomp")  # "made the bill law"
        if not any(noun.lemma_.lower() in frame.into for noun in near):
            return False
    if frame.adverbs and not {c.lower_ for c in children(verb, "advmod", "compound:prt")} & frame.adverbs:
        return False
    if frame.marks and not {token.lower_ for token in verb.subtree} & frame.marks:
        return False
    return not frame.for_ or _has_purpose(verb, frame)


def _has_relative_subject(verb: Token) -> bool:
    """Whether what a relative clause stands behind acts in it: "the law, which has become outdated"."""
    return any(subject.lower_ in _RELATIVES for subject in children(verb, "nsubj"))


def _has_purpose(verb: Token, frame: Frame) -> bool:
    """Whether one of the purposes that the frame wants is named: "back for reconsideration"."""
    purposes = [noun for mark, noun in obliques(verb) if mark == "for"]
    purposes += children(verb, "advcl", "xcomp", "acl")
    if lemma(verb) == "recommend":
        purposes += [clause for clause in children(verb, "ccomp") if not is_negated(clause)]
    purposes += [t for child in children(verb, "obj") for mark, t in obliques(child) if mark == "for"]
    below = [noun for _, noun in obliques(verb)]
    below += [inner for noun in below for _, inner in obliques(noun)]
    purposes += [t for noun in below for t in children(noun, "acl")]  # "have until the end of May to comply"
    return any(
        {lemma(noun), noun.lemma_.lower(), f"{noun.preceding} {noun.lemma_}"} & frame.for_
        for noun in purposes
    )
