"""Bills told together by what each is on: "the health, education and defence bills", "rent control and mining
bills".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.nouns import is_bill_noun
from graph.language.tree import Tree

if TYPE_CHECKING:
    from graph.language.words import Token

_LONGEST = 2
"""Words that say what one of several bills is on."""
_NOUNS = frozenset(("NN", "VB", "VBP"))
"""Tags of a noun before "bills", which the model may take for a verb."""


def kinds_before(tree: Tree, bills: Token) -> list[list[Token]]:
    """Return the words for what each of some bills is on, as they stand before their noun; none where they do
    not list two or more.
    """
    if bills.tag_ != "NNS" or bills.i < 3:
        return []
    runs: list[list[Token]] = [[]]
    for word in reversed(list(bills.doc[: bills.i])):
        parts = word.lower_ == "and" if len(runs) == 1 else word.text == ","
        if parts and runs[0]:
            runs.insert(0, [])
        elif word.text.islower() and (word.tag_ == "NN" or (len(runs) == 1 and word.tag_ in _NOUNS)):
            runs[0].insert(0, word)
        else:
            break
    told = len(runs) > 1 and all(0 < len(run) <= _LONGEST for run in runs)
    return runs if told and not any(is_bill_noun(tree, run[-1]) for run in runs) else []
