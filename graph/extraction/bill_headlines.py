"""Which bill a headline means: one that the lead tells of by other words, or one that it names alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import LEAD, BillMention
from graph.extraction.bill_referents import BillReferent, can_be_one
from graph.language.tree import Text

if TYPE_CHECKING:
    from graph.language.words import Token

Place = tuple[int, int]
_NEAR = 3
"""How many sentences on a bill without a name may be told that is what a law was said to do."""


def told_in_headline(text: Text, bill: BillReferent) -> list[Token]:
    """Return the words of the headline, without what a semicolon parts from a bill named in it: "MPs reject
    land bill; water rights must wait".
    """
    words = list(text.trees[0].doc)
    starts = [start for index, start in bill.seen if index == 0]
    stops = [w.i for w in words if w.text == ";"]
    if not starts or not stops:
        return words
    offsets = text.trees[0].spans
    at = next((w.i for w in words if offsets[w.i][0] >= starts[0]), 0)
    first = max((stop for stop in stops if stop < at), default=-1) + 1
    last = min((stop for stop in stops if stop > at), default=len(words))
    return words[first:last]


def only_in_headline(
    main: BillReferent | None, index: int, text: Text, referents: Sequence[BillReferent]
) -> BillReferent | None:
    """Return the bill of a headline where the sentence under it names none, and so tells of it in other
    words.
    """
    if main is None or main.plural or index != 1 or text.trees[0].kind != "headline":
        return None
    named = min(main.seen, default=(1, 0))[0] == 0
    return main if named and all(place[0] != index for r in referents for place in r.seen) else None


def first_bare(mention: BillMention, referents: Sequence[BillReferent]) -> BillReferent | None:
    """Return the bill that is told of right behind what a law does and called nothing but that: "passed a cut
    of fuel tax. The bill now goes to the Senate".
    """
    first = min(referents, key=lambda bill: min(bill.seen, default=(0, 0)), default=None)
    if first is None or first.content or first.titles or first.numbers or first.plural or first.new:
        return None
    seen = min(first.seen, default=(0, 0))
    near = seen[0] - mention.index <= _NEAR
    return first if near and (mention.index, mention.start) < seen else None


def headline_and_lead(
    text: Text, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> tuple[BillReferent, BillReferent] | None:
    """Return the only bill of the headline and the one that the lead names first, by other words, where they
    can be one; bills that both name by the same words are left aside.
    """
    if not text.trees or text.trees[0].kind != "headline":
        return None
    told = [(m, at[place]) for m in mentions if (place := (m.index, m.token.i)) in at]
    titled = {id(r): r for m, r in told if m.index == 0}
    lead = [(m, r) for m, r in told if 0 < m.index <= LEAD]
    if len(titled) > 1:
        lead = [(m, r) for m, r in lead if m.index == lead[0][0].index]
        shared = titled.keys() & {id(r) for _, r in lead}
        titled = {key: r for key, r in titled.items() if key not in shared}
        lead = [(m, r) for m, r in lead if id(r) not in shared]
    if len(titled) != 1 or not lead:
        return None
    (short,), (first, other) = titled.values(), lead[0]
    beside = any(r is short for m, r in lead if m.index == first.index)
    sure = first.strong or first.token.lemma_.lower() in short.nouns  # "electoral reform", "political reform"
    if beside or other is short or not sure or first.other or not can_be_one(short, other):
        return None
    if first.title and first.existing:  # "ports bill", then "a clause of the Ports Act"
        return None
    return short, other


def only_of_headline(text: Text, referents: Sequence[BillReferent]) -> list[BillReferent]:
    """Return the bills that only the headline has told of yet, which a list under it can tell one by one:
    "the rent and mining bills", then "two bills, one on mining".
    """
    titled = bool(text.trees) and text.trees[0].kind == "headline"
    return [r for r in referents if titled and r.seen and all(place[0] == 0 for place in r.seen)]
