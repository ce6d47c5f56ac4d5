"""Articles that tell of no law: of sittings, elections and rows, where nobody is for or against a bill."""

from __future__ import annotations

from graph.extraction.draft import Draft

_CHANGED = frozenset(("amendment", "constitution", "referendum", "treaty"))


def tells_of_no_law(draft: Draft) -> bool:
    """Whether an article names no bill and tells of no change of a law that one may be for either."""
    if draft.bills.main is not None:
        return False
    return not any(word.lemma_.lower() in _CHANGED for tree in draft.text.trees for word in tree.doc)
