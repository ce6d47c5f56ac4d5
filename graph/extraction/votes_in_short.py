"""Votes told in short: only how many were against ("Three senators voted against"), or the figures of another
vote ("by the same margin").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.motions import is_of_a_party, is_supposed, voted_elsewhere
from graph.extraction.tallies import Tally, find_tallies
from graph.model import Votes
from graph.terms import DECISIONS, EventType, Factuality

if TYPE_CHECKING:
    from graph.language.tree import Tree

_AGAINST_IT = re.compile(
    r"\w+(?: of (?:the |its )?\d+)? (?:\w+ )?"
    r"(?:members|senators?|deputies|deputy|lawmakers?|legislators?|MPs?|MEPs?|votes?)(?:, [^,]{,40},)? "
    r"(?:(?:had )?voted |voting |cast |were |was )?(?:against|no|opposed)"
    r"(?= ?(?:[.,;]|$|(?:it|the (?:bill|law|measure|text|draft))\b| as | when ))"
)
_SAME = re.compile(r"\b(?:by|with|in) (?:exactly )?the same (?:margin|vote|tally|majority|result|numbers?)\b")


def find_votes_in_short(draft: Draft) -> Draft:
    """Return the draft with the votes of what was decided in the same sentence or right before it."""
    mentions = list(draft.mentions)
    for index, tree in enumerate(draft.text.trees):
        if tree.kind == "caption":
            continue
        if not any(m.votes for m in mentions if m.place[0] in (index - 1, index)):
            for tally in _dissent(draft, index, tree):
                _give(mentions, (index, index - 1), Votes(None, tally.figures["against"], None))
        before = [m.votes for m in mentions if m.place[0] < index and m.votes]
        if before and _SAME.search(tree.sentence.text):
            _give(mentions, (index,), before[-1])
    return replace(draft, mentions=tuple(mentions))


def _dissent(draft: Draft, index: int, tree: Tree) -> Iterator[Tally]:
    """Yield who of a sentence were against what was decided, where it does not tell who was for it."""
    for tally in find_tallies(tree.sentence.text):
        begin, end = tally.span_in(tree.sentence)
        if (
            tally.figures.get("against")
            and "for" not in tally.figures
            and _AGAINST_IT.match(tree.sentence.text, tally.start)
            and not is_supposed(tree, begin, end)
            and not is_of_a_party(draft, index, tree, begin, end)
            and voted_elsewhere(draft, index, tree, begin, end) is None
        ):
            yield tally


def _give(mentions: list[EventMention], sentences: tuple[int, ...], votes: Votes) -> None:
    """Give votes to the last decision without any in the first of the sentences that has one."""
    for index in sentences:
        found = [p for p, m in enumerate(mentions) if m.place[0] == index and _may_have(m)]
        if found:
            mention = mentions[found[-1]]
            told = "–".join("?" if side is None else str(side) for side in (votes.in_favour, votes.against))
            because = (*mention.because, f"votes {told}")
            mentions[found[-1]] = replace(mention, votes=votes, because=because)
            return


def _may_have(mention: EventMention) -> bool:
    """Whether a mention tells of a vote that was held, and of no figures."""
    held = mention.type in DECISIONS and mention.type is not EventType.AMENDMENT and mention.votes is None
    return held and mention.status is Factuality.HAPPENED and mention.outcome is not None
