"""Bills told together that the next words or sentences tell one by one: "passed two bills. One would tax
fuel. The other repeals …", "two bills, one on rents and one on mines. … The Rent Act, HB 12, … Mines Act".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import BillMention
from graph.extraction.bill_referents import BillReferent
from graph.extraction.lexicon import word_class
from graph.language.words import Token

if TYPE_CHECKING:
    from graph.language.tree import Text
    from graph.language.words import Doc

Place = tuple[int, int]
_FIRST = frozenset(("one", "another"))
_BEHIND_THE = frozenset(("other", "first", "second", "third", "others"))
_IN_ORDER = frozenset(("first", "second", "third", "last", "final"))
_LONGEST = 12
"""Words of a description."""
_ORDER = {"first": 0, "second": 1}
_SOON = 6
"""Within how many sentences bills that were told by what they are on are named."""
_OPENS = 8
"""Letters before the bill with which a line of a list begins."""
_MOST = 3
"""How many bills are told one by one."""


def _behind_article(doc: Doc) -> int:
    """Return the place of the first word of a sentence that is no article."""
    return 1 if len(doc) and doc[0].lower_ in ("the", "a") else 0


def opens_a_sentence(doc: Doc) -> tuple[Token, list[Token]] | None:
    """Return the word for one of several bills that a sentence opens with, and the words that say what that
    bill does: "One | would tax fuel", "The other | repeals a law of 2016".
    """
    at = _behind_article(doc)
    if len(doc) < at + 4 or doc[at].lower_ not in (_BEHIND_THE if at else _FIRST):
        return None
    verb = doc[at + 1]
    would = verb.lower_ in ("would", "will")
    does = doc[at + 2] if would else verb
    known = does.lemma_.lower() in word_class("describes_bill")
    if not (known and (would or (verb.lower_.endswith("s") and not doc[at + 2].is_punct))):
        return None
    words = list[Token]()
    for word in doc[at + 1 : at + 1 + _LONGEST]:
        if word.is_punct:
            break
        words.append(word)
    while words[-1].pos_ in ("ADP", "DET", "CCONJ", "PART", "AUX"):
        words.pop()
    return (doc[at], words) if len(words) > 1 else None


def opens_in_order(doc: Doc) -> bool:
    """Whether a sentence opens by telling which of several comes: "The first is …", "Secondly, …"."""
    at = _behind_article(doc)
    return len(doc) > at and doc[at].lower_.removesuffix("ly") in _IN_ORDER


def told_in_items(
    text: Text, mention: BillMention, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> tuple[BillReferent, ...]:
    """Return the bills with which the lines of a list begin that a colon opens behind several bills: "passed
    the following bills: | 1. The Ports Bill | 2. The Rivers Bill".
    """
    if not mention.plural or mention.token.doc[-1].text != ":":
        return ()
    found, numbered = list[BillReferent](), False
    for index in range(mention.index + 1, len(text.trees)):
        sentence = text.trees[index].sentence
        if not any(letter.isalpha() for letter in sentence.text):
            numbered = True  # "1."
            continue
        item = numbered or not (sentence.text[0].isalnum() and sentence.text.endswith("."))
        first = next((m for m in mentions if m.index == index), None)
        bill = at.get((index, first.token.i)) if first is not None and first.official else None
        near = first is not None and first.start - sentence.start <= _OPENS
        line = "\n" in text.article.text[max(sentence.start - _OPENS, 0) : sentence.start]
        if bill is None or not (item and near and (line or numbered)):
            break
        found, numbered = [*found, bill], False
    told = mention.count or len(found)
    return tuple({r.key: r for r in found}.values()) if 1 < len(found) == told else ()


def told_singly(
    mention: BillMention, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> tuple[BillReferent, ...]:
    """Return the bills that the sentences right behind several bills tell one by one, where it is as many."""
    if not 1 < mention.count <= _MOST:
        return ()
    behind = range(mention.index + 1, mention.index + mention.count + 2)
    told = [m for m in mentions if m.stands_in and m.index in behind and m.token.i <= 1]
    found = list({r.key: r for m in told if (r := at.get((m.index, m.token.i)))}.values())
    return tuple(found) if len(found) == mention.count else ()


def named_in_order(
    mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> Iterator[tuple[BillReferent, BillReferent]]:
    """Yield (kept, gone) for the bills named officially behind as many that were told by what they are on, in
    the same order.
    """
    official = {r.key: r for r in at.values() if r.official and not (r.existing or r.apart or r.plural)}
    named = sorted(official.values(), key=lambda r: r.first_seen)
    for group in mentions:
        if not (group.plural and 1 < group.count <= _MOST):
            continue
        inside = [m for m in mentions if m.stands_in and m.index == group.index and m.start > group.start]
        told = [r for m in inside if (r := at.get((m.index, m.token.i))) and not r.official]
        numbered = [r for r in named if r.numbers]
        later = numbered if len(numbered) == group.count else named
        soon = all(group.index < r.first_seen[0] <= group.index + _SOON for r in later)
        if len(told) == len(later) == group.count and soon:
            yield from zip(later, told, strict=True)
            return


def counted_behind(
    mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> Iterator[tuple[BillReferent, BillReferent]]:
    """Yield (kept, gone) for what "the first" and "the second" that open the sentences right behind two named
    bills mean: "They are the Arms Bill and the Zones Bill. | The first | would …".
    """
    for mention in mentions:
        opens = mention.stands_in and mention.token.i == 1 and mention.token.lower_ in _ORDER
        for back in (1, 2) if opens else ():
            named = [m for m in mentions if m.index == mention.index - back and not m.stands_in]
            bills = list({r.key: r for m in named if (r := at.get((m.index, m.token.i)))}.values())
            if not bills:
                continue
            gone = at.get((mention.index, mention.token.i))
            named_both = len(bills) == 2 and all(r.official and not r.existing for r in bills)
            if named_both and gone is not None and gone not in bills:
                yield bills[_ORDER[mention.token.lower_]], gone
            break
