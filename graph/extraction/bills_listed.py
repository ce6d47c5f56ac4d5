"""Bills that a sentence lists: what is told of one of them, or of all together, is told of each: "signed
HB 12, which bans knives, HB 14, which cuts taxes, and SB 3", "signed four: the Ports Bill, the Farms Bill".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.bill_standing import is_existing
from graph.extraction.draft import Draft, EventMention
from graph.extraction.stages import in_order
from graph.language.tree import SUBJECTS

if TYPE_CHECKING:
    from graph.language.tree import Tree
    from graph.language.words import Token

    Run = list[tuple[Token, int]]

_JOINS = frozenset((",", ";", "and", "or", "&"))
_LINKS = frozenset(("and", "or", "&", ";"))
_ACTED_ON = (*SUBJECTS, "nsubj:pass")
_LEADS = frozenset((":", "including", "include", "among", "namely", "notably", "–", "—"))
_BEFORE = 6
"""Words that may stand between a comma and the bill named behind it: "and | Senator Holm's Ports Bill"."""
_SINGLE = frozenset(("is", "was", "has", "does"))


def find_bills_listed(draft: Draft) -> Draft:
    """Return the draft, what is told of one bill of a list told of the others too."""
    by_sentence = defaultdict[int, list[EventMention]](list)
    for mention in draft.mentions:
        by_sentence[mention.place[0]].append(mention)
    told = [m for index, here in by_sentence.items() for m in _told_of_each(draft, index, here)]
    return replace(draft, mentions=in_order(told))


def _told_of_each(draft: Draft, index: int, mentions: Sequence[EventMention]) -> list[EventMention]:
    """Return the mentions of a sentence, those about a list of bills once for each."""
    tree, told = draft.text.trees[index], list(mentions)
    steps = [m for m in mentions if m.type.is_stage and m.bill is not None]
    for run in _runs(draft, index, tree, steps) if steps else ():
        keys = [key for _, key in run]
        for mention in steps:
            each = _of_each(draft, tree, mention, run, told)
            told += each
            if each and mention.bill not in keys and _is_all(draft, mention, run):
                told.remove(mention)
    return told


def _runs(draft: Draft, index: int, tree: Tree, here: Sequence[EventMention]) -> Iterator[Run]:
    """Yield the lists of a sentence: two or more bills named officially, each with its word and its key."""
    triggers = [m.place[1] for m in here]
    run: Run = []
    for token in tree.doc:
        bill = draft.bills.resolve(index, token) if draft.bills.is_mention(index, token) else None
        if bill is None or not bill.official or bill.plural or any(bill.key == key for _, key in run):
            continue
        if is_existing(tree, token):
            continue  # "HB 12, which would raise fees under the Ports Act; and HB 14"
        parted = bool(run) and any(run[-1][0].i < trigger < token.i for trigger in triggers)
        if run and (parted or not _joined(run[-1][0], token)):
            yield from _lists(run)
            run = []
        run.append((token, bill.key))
    yield from _lists(run)


def _lists(run: Run) -> Iterator[Run]:
    """Yield a run that ends like a list; two names side by side may be of one bill."""
    if len(run) > 1:
        last = run[-1][0]
        before = last.doc[max(run[-2][0].i, last.i - _BEFORE) : last.i]
        if any(word.lower_ in _LINKS for word in before):
            yield run


def _joined(one: Token, two: Token) -> bool:
    """Whether the second of two bills is named as the next of a list."""
    if two.dep_ in _ACTED_ON and one.dep_ not in (*_ACTED_ON, "conj", "appos") and one.head.i < one.i:
        return False  # "rejected HB 12, and HB 14 was signed"
    for word in reversed(two.doc[max(one.i + 1, two.i - _BEFORE) : two.i]):
        if word.lower_ in _JOINS:
            return True
        if word.pos_ in ("VERB", "AUX") or word.lower_ in ("to", "by", "under", "with", "in", "from"):
            return False
    return False


def _of_each(
    draft: Draft, tree: Tree, mention: EventMention, run: Run, told: Sequence[EventMention]
) -> list[EventMention]:
    """Return a mention once more for each bill of a list that it is not told of yet."""
    keys = [key for _, key in run]
    whole = mention.bill not in keys and _is_led_by(draft, tree, mention, run[0][0])
    if not whole and (mention.bill not in keys or not _spans(tree, mention, run)):
        return []
    known = {m.bill for m in told if (m.place, m.type) == (mention.place, mention.type)}
    because = (*mention.because, "of each that is listed")
    return [replace(mention, bill=key, because=because) for key in keys if key not in known]


def _spans(tree: Tree, mention: EventMention, run: Run) -> bool:
    """Whether what is told stands before or behind a whole list, and is of no single one of it."""
    trigger, first, last = mention.place[1], run[0][0], run[-1][0]
    if trigger < first.i:  # "rejected HB 12, and HB 14 | was signed"
        return not any(token.dep_ in _ACTED_ON for token, _ in run[1:])
    clause = tree.doc[mention.clause[1]]
    single = clause.dep_ == "acl:relcl" and bool(_SINGLE & {child.lower_ for child in clause.children})
    return trigger > last.i and not single


def _is_led_by(draft: Draft, tree: Tree, mention: EventMention, first: Token) -> bool:
    """Whether bills told together are listed right behind: "signed four bills: the Ports Bill"."""
    group, trigger = draft.bill_of(mention.bill), mention.place[1]
    if group is None or not group.plural or trigger > first.i:
        return False
    between = {word.lower_ for word in tree.doc[trigger + 1 : first.i]}
    return not between.isdisjoint(_LEADS)


def _is_all(draft: Draft, mention: EventMention, run: Run) -> bool:
    """Whether a list is of all the bills that are told together, not of some among them."""
    group = draft.bill_of(mention.bill)
    return group is not None and group.count in (0, len(run))
