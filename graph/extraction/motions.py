"""Votes that decide on no bill: whom members summon, name or remove, and what would have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.counts import vote_words
from graph.extraction.draft import Draft
from graph.language.roles import auxiliaries, patients
from graph.language.tree import SUBJECTS, Tree, children, clause_of, lemma, obliques

if TYPE_CHECKING:
    from graph.language.words import Token


def voted_elsewhere(draft: Draft, index: int, tree: Tree, begin: int, end: int) -> Token | None:
    """Return the word for a vote that the figures between two offsets belong to, if it decides on no bill."""
    tokens = tree.tokens_in(begin, end) or [t for t in tree.doc if tree.spans[t.i][1] <= begin][-1:]
    if not tokens:
        return None
    clause = clause_of(tokens[0])
    about = [clause] if lemma(clause) in vote_words()["carriers"] else children(clause, *SUBJECTS)
    about += [clause.head] if clause.dep_ == "acl" else []  # "a motion to summon the minister got 138"
    for word in about:
        new = word.pos_ != "NOUN" or any(c.lower_ in ("a", "an", "another") for c in children(word, "det"))
        for verb in children(word, "xcomp", "acl", "advcl"):
            if new and _decides_no_bill(draft, index, verb):
                return word
    return None


def _decides_no_bill(draft: Draft, index: int, verb: Token) -> bool:
    """Whether a verb is what members decide that touches no bill: whom they summon, name or remove."""
    words, actors = vote_words(), draft.actors
    if lemma(verb) in words["elsewhere"]:
        return not any(draft.bills.is_mention(index, noun) for noun in patients(verb))
    whom = [*patients(verb), *(noun for _, noun in obliques(verb))]
    persons = (actors.resolve(index, noun) for noun in whom)
    known = {lemma(verb), verb.lemma_.lower()} & words["elsewhere_person"]
    return bool(known) and any(p is not None and p.sort == "person" for p in persons)


def is_supposed(tree: Tree, begin: int, end: int) -> bool:
    """Whether figures are only what would have been: "a 7-7 vote would have been recorded"."""
    tokens = tree.tokens_in(begin, end)
    return bool(tokens) and {"would", "have"} <= set(auxiliaries(clause_of(tokens[0])))
