"""What is taken to a court, told apart from what the court makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.draft import EventMention
from graph.terms import EventType

_PLEAS = ("file-a-plea", "lawsuit", "go-to-court", "petition-court", "petition-against", "ready-a-plea")
"""Frames by which somebody goes to court."""


def are_plea_and_ruling(some: Sequence[EventMention], others: Sequence[EventMention]) -> bool:
    """Whether mentions tell that somebody goes to court, and others how the judge decided, or the other way
    round.
    """
    if some[0].type is not EventType.JUDICIAL_REVIEW:
        return False
    ruled = [any(mention.outcome for mention in told) for told in (some, others)]
    return ruled[0] != ruled[1] and any(_are_pleas(told) for told in (some, others))


def _are_pleas(mentions: Sequence[EventMention]) -> bool:
    return all(mention.because[0].split()[0] in _PLEAS for mention in mentions)
