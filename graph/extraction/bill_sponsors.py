"""Bills told apart by who brings them in: "the Holm bill" is the one that Senator Ana Holm tabled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import BillMention
from graph.extraction.bill_referents import BillReferent
from graph.extraction.lexicon import folded, word_class
from graph.language.roles import agents, patients
from graph.language.tree import children, lemma, obliques, possessors

if TYPE_CHECKING:
    from graph.language.words import Token

Place = tuple[int, int]


def sponsors_of(bill: Token) -> frozenset[str]:
    """Return the folded names of who a bill is by: "a bill by Ana Holm", "Holm's bill", "Holm tabled a bill",
    "Holm means to table her bill", "the bill sponsored by Holm".
    """
    doers = [noun for mark, noun in obliques(bill) if mark in ("by", "from")]
    for owner in possessors(bill):
        doers += agents(bill.head) if owner.tag_ == "PRP$" else [owner]
    verbs = [bill.head, *(c for c in children(bill, "acl", "acl:relcl"))]
    for verb in verbs:
        if lemma(verb) in word_class("brings_a_bill") and (verb is not bill.head or bill in patients(verb)):
            doers += agents(verb)
    return frozenset(folded(doer.text) for doer in doers if doer.tag_ == "NNP")


def names_given(referent: BillReferent) -> frozenset[str]:
    """Return the folded names by which a bill may be called for its sponsor: "holm" of "the Holm bill"."""
    short = (words for words in map(str.split, referent.names) if len(words) == 2)
    given = (words[0] for words in short if words[0][:1].isupper() and words[1].islower())
    return frozenset() if referent.plural else frozenset(map(folded, given))


def by_sponsor(mention: BillMention, referents: Sequence[BillReferent]) -> BillReferent | None:
    """Return the bill that goes by the name of who a bill without describing words is by, or the only one
    told before as by whom "Holm's bill" or "Holm … her bill" is.
    """
    if mention.content or mention.plural or not mention.strong:
        return None
    mine = sponsors_of(mention.token)
    told = [referent for referent in referents if names_given(referent) & mine]
    if not told and possessors(mention.token):
        told = [r for r in referents if r.sponsors & mine and r.first_seen < (mention.index, mention.start)]
    return told[0] if len(told) == 1 else None


def told_by_sponsor(
    mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> Iterator[tuple[BillReferent, BillReferent]]:
    """Yield (kept, gone) for a bill told with who brings it in and the one that goes by that name: "Senator
    Holm tabled a bill on rents", then "the Holm bill".
    """
    alone = [r for r in at.values() if names_given(r) == r.content and not r.official]
    named = {name: referent for referent in alone for name in names_given(referent)}
    for mention in mentions if named else ():
        told = at.get((mention.index, mention.token.i))
        if told is None or told in alone or told.plural or told.existing or not mention.strong:
            continue
        for name in sponsors_of(mention.token):
            if (gone := named.pop(name, None)) is not None:
                yield told, gone
