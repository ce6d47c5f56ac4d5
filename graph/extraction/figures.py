"""Figures at a decision: what they make of it, and the bill that they stand behind."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.extraction.tallies import Tally
from graph.language.tree import Tree
from graph.model import Votes
from graph.terms import DECISIONS, EventType, Factuality, Outcome


def bill_before(draft: Draft, index: int, tree: Tree, begin: int) -> int | None:
    """Return the key of the bill named right before figures, or before the preposition that leads to them."""
    before = [word for word in tree.doc if tree.spans[word.i][1] <= begin and word.pos_ != "PUNCT"]
    while before and before[-1].pos_ == "ADP":
        before.pop()
    bill = draft.bills.resolve(index, before[-1]) if before and before[-1].pos_ != "PRON" else None
    return bill.key if bill is not None else None


def with_figures(mention: EventMention, figures: Votes, tally: Tally) -> EventMention:
    """Return the mention with figures in place of any it had, and with the outcome that they show where it
    told none.
    """
    if mention.status is Factuality.SCHEDULED and mention.because[-1] == "scheduled: present":
        mention = replace(
            mention, status=Factuality.HAPPENED, because=(*mention.because, "happened: counted")
        )
    against = "?" if figures.against is None else figures.against
    outcome = mention.outcome
    if outcome is None and mention.type in DECISIONS and not tally.lacks:
        yes, no = figures.in_favour, figures.against
        if yes is not None and no is not None and yes != no and mention.type is not EventType.OVERRIDE:
            outcome = Outcome.APPROVED if yes > no else Outcome.REJECTED
    told = (why for why in mention.because if not why.startswith("votes "))
    because, status = (*told, f"votes {figures.in_favour}–{against}"), mention.status
    if status is Factuality.DENIED and mention.type in DECISIONS and outcome is Outcome.APPROVED:
        status, outcome = Factuality.HAPPENED, Outcome.REJECTED  # "was not approved, by 16 votes to 21"
    return replace(mention, votes=figures, outcome=outcome, status=status, because=because)
