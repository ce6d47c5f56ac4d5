"""Actors who are spoken of and take no position: bodies that vote, who brings a bill in, who abstains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.extraction.nouns import is_some_of
from graph.extraction.stances.candidates import is_human
from graph.language.tree import children
from graph.terms import EventType, Role

if TYPE_CHECKING:
    from graph.extraction.draft import Draft
    from graph.extraction.stances.candidates import Candidate
    from graph.language.words import Token


def acts_as(draft: Draft, candidate: Candidate) -> str:
    """Return what an actor acts as; some members of a body ("six Labour senators") are not the body, and
    those only counted ("116 senators") are a figure of the vote.
    """
    sort, token = draft.actors.referents[candidate.holder].acts_as, candidate.token
    some = token.lemma_.lower() in word_class("office_holders") and is_some_of(token)
    if not some or sort not in ("chamber", "legislature", "group"):
        return sort
    told = children(token, "amod", "compound", "nmod", "acl", "acl:relcl", "appos")
    return "members" if told or not children(token, "nummod") else "count"


def is_body(draft: Draft, candidate: Candidate) -> bool:
    """Whether an actor is a chamber as a whole that takes steps elsewhere, whose votes are no positions."""
    if acts_as(draft, candidate) not in ("chamber", "legislature"):
        return False
    if candidate.token.lemma_.lower() in word_class("office_holders"):
        return False
    return any(
        (candidate.holder, Role.AGENT) in mention.parts
        for mention in draft.mentions
        if mention.place[0] != candidate.index
    )


def only_brings_in(draft: Draft, candidate: Candidate) -> bool:
    """Whether all that is told of an actor in a sentence is that it brought a bill in, which is told as a
    step.
    """
    steps = {m.place for m in draft.mentions if m.type is EventType.INTRODUCTION}
    return candidate.role == "subject" and all(
        (candidate.index, verb.i) in steps for verb in candidate.predicates
    )


def only_abstains(candidate: Candidate) -> bool:
    """Whether all that is told of an actor is that it abstained, which is neither for nor against."""
    return all(verb.lemma_.lower() in word_class("abstains") for verb in candidate.predicates)


def is_only_named(draft: Draft, candidate: Candidate) -> bool:
    """Whether a person does nothing in a sentence: "a bill filed by Senators A and B".

    Where a name heads its sentence, a verb behind it was read as a noun.
    """
    name = candidate.token
    heads = name in candidate.predicates and all(word.pos_ != "VERB" for word in name.doc[: name.i])
    person = draft.actors.referents[candidate.holder].sort == "person"
    if heads or not person or candidate.role != "other":
        return False
    return not any(_tells(word) for word in candidate.predicates)


def _tells(word: Token) -> bool:
    """Whether a word may tell what those do who hang on it: "said", "those who voted no", "in favour"."""
    return is_human(word) or bool(children(word, "acl:relcl", "cop"))
