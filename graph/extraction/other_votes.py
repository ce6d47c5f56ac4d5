"""Votes that decide on no bill of the article: those of citizens that a bill is about ("abolished the
referendum") or that were on something else ("the 1950 referendum"), ballot papers, votes that members may
cast as they like, and who took a veto's side.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, word_class
from graph.extraction.verb_words import words_of
from graph.extraction.vote_lines import vote_words
from graph.extraction.voters import is_popular_vote
from graph.language.roles import is_infinitive, is_passive, subjects
from graph.language.tree import children, obliques, possessors
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.extraction.scene import Found
    from graph.language.words import Token

_ALSO_ON_PERSONS = frozenset((EventType.PASSAGE, EventType.DEBATE, EventType.AMENDMENT))
_YEAR = re.compile(r"(?:18|19|20)\d\d")


def is_other_popular_vote(noun: Token, found: Found) -> bool:
    """Whether a word for a vote of all citizens tells of none on a bill of the article."""
    if noun.pos_ != "NOUN":
        return False
    if noun.lemma_.lower() == "ballot" and found.frame.name == "vote":
        return bool({c.lower_ for c in children(noun, "compound", "amod")} & word_class("ballot_papers"))
    if noun.lemma_.lower() == "vote" and _is_won_by_candidates(noun):
        return True
    if not is_popular_vote(noun):
        return False
    if found.patient is not None:
        return False  # "a referendum on the bill"
    if noun.lower_ in ("referendums", "referenda", "plebiscites"):
        return not children(noun, "nummod")
    if any(_YEAR.fullmatch(word.text) for word in noun.doc[noun.left_edge.i : noun.i]):
        return True
    matters = {other.lower_ for mark, other in obliques(noun) if mark == "on"}
    matters |= {verb.lower_ for verb in children(noun, "acl") if is_infinitive(verb)}
    if matters & word_class("matters_of_state"):
        return True
    above = noun.head
    if above.lemma_.lower() in word_class("about_referendums"):
        acted_on = noun.dep_ == "obj" or (noun.dep_ == "nsubj:pass" and is_passive(above))
        return acted_on or noun.dep_ == "nmod"
    return False


def _is_won_by_candidates(vote: Token) -> bool:
    """Whether votes are those of an election: "where nobody wins half of the votes", "whoever gets the most
    votes", "half of the votes plus one vote".
    """
    before = [word.lemma_.lower() for word in vote.doc[max(vote.i - 5, 0) : vote.i]]
    if any(one in word_class("who_stands") and two == "with" for one, two in pairwise(before)):
        return True  # "the candidate with the most votes"
    share = vote.head if vote.dep_ == "nmod" else vote
    verb, added = share.head, any(c.lower_ == "plus" for c in children(share, "cc", "case"))
    if not (share.dep_ == "obj" or added) or verb.lemma_.lower() not in word_class("wins_votes"):
        return False
    return any(noun.lemma_.lower() in word_class("who_stands") for noun in subjects(verb))


def is_on_a_person(token: Token, found: Found) -> bool:
    """Whether members decide, or stop debating, on who gets an office: "voted to cut off debate on the
    nomination of Holm", "a cloture motion on the nominee", "had voted for him".
    """
    if found.frame.type not in _ALSO_ON_PERSONS:
        return False
    if votes_for_a_person(token):
        return True
    about = {word.lemma_.lower() for word in token.subtree}
    return bool(about & word_class("nominations")) and not about & bill_words()["strong"]


def is_on_what_to_do(vote: Token, found: Found) -> bool:
    """Whether members vote to do what touches no bill: "voted to extend its sitting", "to summon him"."""
    if found.frame.name != "vote":
        return False
    done = [verb for verb in children(vote, "xcomp", "acl", "advcl") if is_infinitive(verb)]
    within = [verb for verb in done if found.patient is None or found.patient.i > verb.i]
    return any(
        (verb.lemma_.lower() == "carry" and verb.following == "over")
        or (
            not vote_words()["elsewhere"].isdisjoint(words_of(verb))
            and not any(word.lemma_.lower() in bill_words()["strong"] for word in verb.subtree)
        )
        for verb in within
    )


def votes_for_a_person(verb: Token) -> bool:
    """Whether votes go to somebody: "both camps had voted for her", "voted for Holm as Speaker"."""
    if verb.lemma_ != "vote" or verb.pos_ != "VERB":
        return False
    goals = [noun for mark, noun in obliques(verb) if mark == "for"]
    seat = [noun for mark, noun in obliques(verb) if mark == "as"]
    return any(noun.lower_ in ("him", "her") or (noun.pos_ == "PROPN" and seat) for noun in goals)


def is_of_the_timetable(vote: Token, found: Found) -> bool:
    """Whether votes are all those of a day or a week, whatever they are on: "the last vote of the week", "no
    votes are expected on Monday", "first votes are postponed until 6:30".
    """
    if vote.pos_ != "NOUN" or vote.lemma_.lower() != "vote" or found.patient is not None:
        return False
    which = {child.lower_ for child in children(vote, "det", "amod")}
    about = [*obliques(vote), *(pair for verb in children(vote, "acl") for pair in obliques(verb))]
    within = {noun.lemma_.lower() for mark, noun in about if mark in ("of", "in")}
    if which & {"first", "last", "final"} and within & word_class("sitting_times"):
        return True
    planned = vote.dep_ == "nsubj:pass" and vote.head.lemma_.lower() in word_class("plans_votes")
    planned |= any(verb.lemma_.lower() in word_class("plans_votes") for verb in children(vote, "acl"))
    return vote.tag_ == "NNS" and planned and bool(which & {"no", "first", "last"})


def is_share_of_votes(vote: Token) -> bool:
    """Whether a vote is what parties win shares of at an election: "parties that win four per cent of the
    vote".
    """
    share = vote.head.lemma_.lower() in ("cent", "percent", "%", "percentage", "share")
    return vote.dep_ == "nmod" and share and vote.lower_ == "vote" and not children(vote, "nmod")


def is_freedom(vote: Token) -> bool:
    """Whether members are told to vote as they like, and not that they do: "MPs were allowed a free vote"."""
    free = {child.lower_ for child in children(vote, "amod", "compound")} & word_class("free_votes")
    return (
        vote.lemma_.lower() == "vote" and bool(free) and vote.head.lemma_.lower() in word_class("lets_vote")
    )


def is_held(votes: Token) -> bool:
    """Whether votes are such as somebody has, accounts for or looks into, and none is taken: "commands 36 of
    the 69 votes", "were explaining their votes", "errors in the counting of votes", "17 cast no vote", "has
    the votes to call a session".
    """
    if votes.dep_ == "obj" and votes.head.lemma_ == "cast":
        return any(noun.pos_ == "NUM" for noun in children(votes.head, "nsubj"))
    if votes.lower_ != "votes":
        return False
    if votes.dep_ == "nmod" and votes.head.lemma_.lower() in word_class("looks_into_votes"):
        return True
    counted = votes.head if votes.head.pos_ == "NUM" and votes.dep_ == "nmod" else votes
    if counted.dep_ not in ("obj", "nsubj:pass"):
        return False
    verb, figures = counted.head.lemma_.lower(), [counted, *children(votes, "nummod")]
    sought = verb == "have" or verb in word_class("finds_votes")
    if votes.dep_ == "obj" and sought and any(is_infinitive(step) for step in children(votes, "acl")):
        return True
    holds = verb in word_class("holds_votes") and any(word.text.isdigit() for word in figures)
    return holds or (verb in word_class("accounts_for") and bool(possessors(votes)))


def is_side(token: Token, found: Found) -> bool:
    """Whether only some members are told to have stood by a veto or a decision: "the veto was supported by 59
    MPs", "41 deputies were in favour of the adoption of the law".
    """
    if token.pos_ == "NOUN" and token.dep_ == "nmod" and token.head.lower_ in ("favour", "favor"):
        return found.frame.name == "pass"
    if found.frame.name != "sustain-veto":
        return False
    return any(
        children(noun, "nummod") or any(mark in ("of", "from") for mark, _ in obliques(noun))
        for noun in found.agents
        if noun.tag_ in ("NNS", "NNPS")
    )
