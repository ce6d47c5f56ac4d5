"""Votes that decide on no bill: on whom members summon, name or remove, on the government, supposed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.extraction.lexicon import word_class
from graph.extraction.scene import Found
from graph.extraction.vote_lines import vote_words
from graph.language.roles import auxiliaries, patients
from graph.language.tree import SUBJECTS, Tree, children, clause_of, lemma, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

_BILLS = frozenset(("bill", "measure", "amendment", "reading"))
_TRUST = frozenset(("confidence", "censure"))


def voted_elsewhere(draft: Draft, index: int, tree: Tree, begin: int, end: int) -> Token | None:
    """Return the word for a vote that the figures between two offsets belong to, if it decides on no bill."""
    tokens = tree.tokens_in(begin, end) or [t for t in tree.doc if tree.spans[t.i][1] <= begin][-1:]
    if not tokens:
        return None
    clause = clause_of(tokens[0])
    about = [clause] if lemma(clause) in vote_words()["carriers"] else children(clause, *SUBJECTS)
    about += [clause.head] if clause.dep_ == "acl" else []  # "a motion to summon the minister got 138"
    if _is_on_the_order(draft, index, clause):
        return clause
    for word in about:
        new = word.pos_ != "NOUN" or any(c.lower_ in ("a", "an", "another") for c in children(word, "det"))
        for verb in children(word, "xcomp", "acl", "advcl"):
            if new and _decides_no_bill(draft, index, verb):
                return word
    return None


def _is_on_the_order(draft: Draft, index: int, clause: Token) -> bool:
    """Whether members vote on a motion that names no bill: "voted 90-40 for a motion to follow the order"."""
    if lemma(clause) != "vote":
        return False
    around = [noun for _, noun in obliques(clause)]
    around += [noun for word in around for mark, noun in obliques(word) if mark == "of"]
    motions = [noun for noun in around if noun.lemma_.lower() in ("motion", "proposal")]
    loose = [m for m in motions if any(c.lower_ in ("a", "another") for c in children(m, "det"))]
    return any(
        children(motion, "acl", "acl:relcl")
        and not any(
            draft.bills.is_mention(index, word)
            or word.lower_ in ("it", "them", "law", "veto")
            or word.lemma_.lower() in _BILLS
            for word in motion.subtree
        )
        for motion in loose
    )


def _decides_no_bill(draft: Draft, index: int, verb: Token) -> bool:
    """Whether a verb is what members decide that touches no bill: whom they summon, name or remove."""
    words, actors = vote_words(), draft.actors
    if lemma(verb) in words["elsewhere"]:
        return not any(draft.bills.is_mention(index, noun) for noun in patients(verb))
    whom = [*patients(verb), *(noun for _, noun in obliques(verb))]
    persons = (actors.resolve(index, noun) for noun in whom)
    known = {lemma(verb), verb.lemma_.lower()} & words["elsewhere_person"]
    return bool(known) and any(p is not None and p.sort == "person" for p in persons)


def attempt_told_beside(tree: Tree, begin: int, end: int) -> Token | None:
    """Return the attempt that a clause behind it gives figures of: "a bid to shelve it, which fell by 54 to
    21".
    """
    tokens = tree.tokens_in(begin, end)
    clause = clause_of(tokens[0]) if tokens else None
    if clause is None or clause.dep_ != "acl:relcl" or lemma(clause) in vote_words()["carriers"]:
        return None
    return clause.head if clause.head.lemma_.lower() in word_class("attempts") else None


def is_supposed(tree: Tree, begin: int, end: int) -> bool:
    """Whether figures are only what would have been: "a 7-7 vote would have been recorded", not "rejected
    an amendment that would have spared it, 39-58".
    """
    tokens = tree.tokens_in(begin, end)
    if not tokens or not {"would", "have"} <= set(auxiliaries(clause := clause_of(tokens[0]))):
        return False
    return not (clause.dep_ == "acl:relcl" and tokens[0].i and tree.doc[tokens[0].i - 1].lower_ == ",")


def is_of_a_party(draft: Draft, index: int, tree: Tree, begin: int, end: int) -> bool:
    """Whether figures begin with the members that a party has: "Labour's 61 members voted in favour"."""
    tokens = tree.tokens_in(begin, end)
    if not tokens:
        return False
    counted = tokens[0].head if tokens[0].dep_ == "nummod" else None
    owners = children(counted, "nmod:poss", "nsubj") if counted else []  # "Labour's", read as "is"
    owners += [noun for mark, noun in obliques(counted or tokens[0]) if mark == "of"]
    before = tree.doc[: tokens[0].i]
    whole = [noun for noun in before if noun.dep_ in ("obl", "ROOT") and _is_part_of(noun)]
    owners += [one for noun in whole for one in (noun, *children(noun, "amod", "compound"))]
    known = (draft.actors.resolve(index, owner) for owner in owners)
    camps = any(owner.lemma_.lower() in vote_words()["camps"] for owner in owners)
    return camps or any(one is not None and one.sort == "party" for one in known)


def _is_part_of(noun: Token) -> bool:
    """Whether a sentence opens with those of whom it counts some: "Of the Greens, 20 were in favour"."""
    return noun.left_edge.i == 0 and noun.doc[0].lower_ == "of"


def is_of_confidence(token: Token, found: Found) -> bool:
    """Whether a vote is one on the government or a chair alone: "a no-confidence vote", "filed a motion of
    censure, but it was rejected"; or a motion is only made or tabled, and nothing tells of what.
    """
    if token.pos_ == "NOUN":
        about = {word.lower_ for word in token.subtree}
        if token.following == "of":  # "inquiries and votes | of no confidence"
            about |= {word.lower_ for word in token.doc[token.i + 1 : token.i + 4]}
        return bool(about & _TRUST) and (found.patient is None or bool(about & {"no", "censure"}))
    patient = found.patient
    if patient is None:
        return False
    if patient.lower_ == "it":
        before = [word for word in token.doc[: patient.i] if word.lemma_.lower() == "motion"]
        return any(word.lower_ in _TRUST for motion in before for word in motion.subtree)
    if patient.lemma_.lower() != "motion":
        return False
    if any(word.lower_ in _TRUST for word in patient.subtree):
        return True  # "lost four no-confidence motions"
    alone = {c.dep_ for c in patient.children} <= {"nummod", "det", "amod"}
    return token.lemma_.lower() == "make" or (alone and found.frame.name == "amendment-moved")
