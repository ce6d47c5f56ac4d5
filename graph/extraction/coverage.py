"""What became of every sentence: used, background, set aside with a reason, or not understood."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft
from graph.extraction.nouns import is_bill_noun, nouns
from graph.model import Quote, Sentence
from graph.terms import SentenceUse


def covered(draft: Draft, used: frozenset[Quote]) -> tuple[Sentence, ...]:
    """Return all sentences of an article in order, each with its use.

    Args:
        draft: the article as read.
        used: the quotes behind all claims, positions, tenures and provisions.
    """
    found = list(draft.text.skipped)
    for index, tree in enumerate(draft.text.trees):
        sentence = tree.sentence
        if sentence.quote in used:
            use, reason = SentenceUse.USED, ""
        elif index in draft.notes:
            use, reason = SentenceUse.SET_ASIDE, draft.notes[index]
        elif any(
            is_bill_noun(tree, token) == "strong" or draft.bills.is_mention(index, token)
            for token in nouns(tree)
        ):
            use, reason = SentenceUse.NOT_UNDERSTOOD, "speaks of a bill, but no rule fired"
        else:
            use, reason = SentenceUse.BACKGROUND, ""
        found.append(replace(sentence, use=use, reason=reason))
    return tuple(sorted(found, key=lambda s: (s.part == "text", s.start)))
