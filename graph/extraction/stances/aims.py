"""What a deed is aimed at: a bill, a no to it, how a vote ended, or a camp that is for or against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.extraction.stances.words import act_words
from graph.language.roles import patients
from graph.language.tree import children, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

DEEP = 3
"""Clauses below one another that are looked into: "said that it would try to persuade members to vote no"."""
_IT = frozenset(("it", "this", "that", "them", "both", "which"))
_MARKS = ("to", "on", "about", "with", "of", "at", "over", "against", "for", "")


def aimed_at(verb: Token) -> list[Token]:
    """Return what a word is aimed at: its objects, or what hangs on it by a preposition."""
    return patients(verb) or [noun for mark, noun in obliques(verb) if mark in _MARKS]


class Aims:
    """Tells of one article's nouns whether who is for them is for the bill."""

    def __init__(
        self,
        draft: Draft,
        outcomes: list[str],
        camps: dict[str, int],
        points: Callable[[int, Token, int], int],
    ) -> None:
        """Take an article, how the last decision before each sentence ended, the side of known camps and
        what tells the sign of a clause by sentence, verb and depth.
        """
        self._draft, self._outcomes, self._camps, self._points = draft, outcomes, camps, points

    def of(self, index: int, nouns: Iterable[Token], depth: int) -> tuple[int, str]:
        """Return the sign of what a word is aimed at, and its sort: "bill", "plan" (its passage), "refusal",
        "result", "camp", "other" or "none".
        """
        nouns = list(nouns)
        for noun in nouns:
            if self._draft.bills.is_mention(index, noun) or noun.lower_ in _IT:
                return 1, "bill"
            sign, target = self._thing(index, noun, depth)
            if target != "other":
                return sign, target
        return 1, "other" if nouns else "none"

    def ended(self, index: int) -> int:
        """Return whom the last decision before a sentence pleased: 1 those for the bill, -1 those against."""
        return -1 if self._outcomes[index] == "rejected" else 1

    def _thing(self, index: int, noun: Token, depth: int) -> tuple[int, str]:
        words, word = act_words(), noun.lemma_.lower()
        for clause in children(noun, "acl"):
            if depth < DEEP and (sign := self._points(index, clause, depth + 1)):
                return sign, "plan"
        if word in words["for"] and noun.pos_ == "NOUN" and children(noun, "nmod:poss", "nmod", "det"):
            return 1, "plan"
        if word in words["passing"]:
            return 1, "plan"
        if word in words["refusal"] or word in words["end"]:
            return -1, "refusal"
        if word in words["refused"] and self._outcomes[index] != "none":
            return self.ended(index), "result"
        referent = self._draft.actors.resolve(index, noun)
        if referent is not None:
            side = self._camps.get(referent.key, 0)
            return (side, "camp") if side else (1, "other")
        if word == "amendment":
            return 0, "other"  # who is against a change of a bill may well be for the bill
        for mark, deep in obliques(noun):
            if mark in ("of", "to", "on", "in", "for") and self._draft.bills.is_mention(index, deep):
                return 1, "bill"
        return 1, "other"
