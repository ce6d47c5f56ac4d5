"""Which bill the sentences above are about, where "the bill" follows none that is near."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.bill_referents import BillReferent
from graph.language.tree import Text


def told_above(
    text: Text, referents: Sequence[BillReferent], index: int, noun: str = ""
) -> BillReferent | None:
    """Return the bill named officially, and called by a noun if one is given, that the sentences above tree
    `index` in its paragraph tell of last.
    """
    start = text.trees[index].sentence.start

    def is_above(place: int) -> bool:
        tree = text.trees[place]
        between = text.article.text[tree.sentence.start : start]
        return place < index and tree.kind == "running" and "\n" not in between

    able = [r for r in referents if r.official and r.can_go_on and (not noun or noun in r.nouns)]
    above = [(seen, referent) for referent in able for seen in referent.seen if is_above(seen[0])]
    return max(above, key=lambda pair: pair[0])[1] if above else None
