"""When two names of one article name one bill: which bill known already a mention fits, and which two bills
turn out to be one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from graph.extraction.bill_first_numbers import numbered_first
from graph.extraction.bill_headlines import told_in_headline
from graph.extraction.bill_mentions import LEAD, BillMention
from graph.extraction.bill_phrases import in_clause, legislated
from graph.extraction.bill_referents import (
    BillReferent,
    can_be_main,
    is_act_beside_bill,
    one_changes_the_other,
    same_title,
    shortened,
    sides_of,
)
from graph.extraction.bill_salience import is_new_to_the_reader, is_of_another_order
from graph.extraction.bill_standing import is_new_to_come
from graph.extraction.lexicon import bill_words, folded, singular, word_class
from graph.language.tree import Text, children
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

Place = tuple[int, int]
_ANYWHERE = frozenset(("u.s.", "us", "u.k.", "uk", "eu"))
"""Whose law it is, which alone says nothing of two bills."""
ONE_STORY = 3
"""How many bills named officially an article may have that is about one of them; more make a round-up."""
_LIKELY, _SURELY = 0.5, 0.75
"""What share of its telling words a bill told again has in common with the one told before; more where it is
told as a new one ("a bill to …") behind the lead.
"""


def fitting(
    mention: BillMention, referents: Sequence[BillReferent], *, acts_stand: bool
) -> BillReferent | None:
    """Return the bill that the describing words of a mention fit best: half of the words of the one that has
    fewer. `acts_stand` as told by `bill_standing.acts_stand`.
    """
    best, closeness = None, 0.0
    for referent in referents:
        if (mention.numbers and referent.numbers) or 0 < mention.count != referent.count > 0:
            continue
        if mention.indefinite and mention.strong and referent.apart:
            continue  # "a second tax bill", then "a tax bill"
        if mention.title and mention.index in referent.titled_in:
            continue  # two titles side by side are two bills
        if is_of_another_order(mention, referent):
            continue
        if mention.plural != referent.plural and (
            mention.title or referent.titles or _is_one_of_many(mention, referent)
        ):
            continue  # "four tax bills" are not the Tax Bill, nor a tax bill
        if any(one_changes_the_other(name, mention.words) for name in referent.names):
            continue  # "the PA Act" beside the Ports Authority (Amendment) Bill
        if shortened(mention, referent):
            return referent
        apart = _is_new_beside(mention, referent) or _of_another_kind(mention, referent)
        if apart or _of_another_side(mention, referent):
            continue
        common = mention.content & referent.content
        shared = 0 if common <= _ANYWHERE and mention.content != referent.content else len(common)
        if not shared or (mention.title and not same_title(mention, referent)):
            continue
        share = shared / min(len(mention.content), len(referent.content))
        anew = mention.indefinite and mention.index > LEAD and mention.words.startswith(mention.token.text)
        stands = mention.existing != referent.existing and (mention.title or bool(referent.titles))
        anew |= bool(mention.numbers) and not referent.official  # "House Bill 12, which would ban knives"
        if acts_stand and is_act_beside_bill(mention, referent):
            continue  # "a clause of the Electoral Act", "the electoral bill"
        least = 1.0 if stands else _SURELY if anew else _LIKELY
        by_name = mention.title and any(mention.words in title for title in referent.titles)
        close = share + shared / 100 + by_name / 200
        if share >= least and close > closeness:
            best, closeness = referent, close
    return best


def _is_new_beside(mention: BillMention, referent: BillReferent) -> bool:
    """Whether one is a bill in the making and the other what stands ("a bill on gun licences" behind
    "existing gun laws") or has been brought in before ("means to introduce a new ports bill").
    """
    if mention.standing:
        return not referent.existing
    if referent.official and is_new_to_come(mention.token):
        return True
    made = mention.strong and mention.token.lemma_.lower() != "law"
    new = mention.indefinite and made and not (mention.plural or mention.existing)
    return new and referent.existing and not referent.official


def _is_one_of_many(mention: BillMention, referent: BillReferent) -> bool:
    """Whether one is several bills and the other a single one, no word for many ("the legislation")."""
    word, whole = mention.token.lemma_.lower(), word_class("words_for_many")
    whole -= {"law"} if mention.count or referent.count else set()
    if word in whole or referent.nouns & whole:
        return False
    return bool(mention.count or referent.count) or (word == "bill" and word in referent.nouns)


def told_around(mention: BillMention, at: Mapping[Place, BillReferent]) -> list[BillReferent]:
    """Return the bills in whose own clauses a mention stands that is no other name of theirs: the bill in "a
    bill that would repeal the hunting law", for the law.
    """
    found, token = list[BillReferent](), mention.token
    while (mention.existing or not mention.official) and token != token.head:
        token = token.head
        referent = at.get((mention.index, token.i))
        if referent is not None and in_clause(mention.token, token):
            found.append(referent)
    return found


def laws_found(mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]) -> Iterator[BillReferent]:
    """Yield the laws that stand in the clause of a bill as in force: "a bill to repeal the Harbour Act"."""
    for mention in mentions:
        law = at.get((mention.index, mention.token.i))
        stands = mention.existing and not (law and "bill" in law.nouns)
        if stands and law is not None and any(bill is not law for bill in told_around(mention, at)):
            yield law


def told_by_its_verb(token: Token, referents: Sequence[BillReferent]) -> BillReferent | None:
    """Return the only bill whose clause tells as a verb what a bare noun means: "the ban" for a "bill banning
    plastic bags".
    """
    beside = children(token, "det", "nmod", "nmod:poss", "amod", "compound", "acl", "acl:relcl")
    if token.tag_ != "NN" or [c.lower_ for c in beside] != ["the"]:
        return None
    word = folded(token.lemma_)
    verbs = (word, *load_lexicon("words")["told_as"].get(word, ()))
    forms = {v + end for v in verbs for end in ("", "s", f"{v[-1]}ing", "ing")}
    forms |= {f"{v.removesuffix('e')}ing" for v in verbs}
    told = [r for r in referents if not r.existing and not r.plural and forms & r.nouns]
    return told[0] if len(told) == 1 else None


def _told_anew(bills: Sequence[BillReferent]) -> bool:
    """Whether the later of some bills is first told behind the lead, as one that the reader does not know."""
    later = max(bills, key=lambda r: r.first_seen)
    return later.new and later.first_seen[0] > LEAD


def _of_another_kind(mention: BillMention, referent: BillReferent) -> bool:
    """Whether just one of both is called a treaty, a budget or a constitution, which is no bill by another
    name.
    """
    own = _kinds({mention.token.lemma_.lower(), *folded(mention.words).split()})
    others = _kinds(referent.nouns)
    return bool(own) != bool(others) and bool(referent.names)


def _kinds(words: Set[str]) -> frozenset[str]:
    """Return the kinds of text that are no bill under another name among some folded words; a bill to change
    the constitution or to bring in a convention is none.
    """
    kinds = bill_words()["own_kind"].intersection(words)
    kinds -= {"charter"} if {"school", "schools"} & words else set()  # "a bill on charter schools"
    return kinds & {"budget"} if {"bill", "amendment"} & words else kinds


def _of_another_side(mention: BillMention, referent: BillReferent) -> bool:
    """Whether two bills on one thing are told apart by whose they are: "a conservative tax bill", "the
    compromise bill on taxes".
    """
    mine, theirs = sides_of(folded(mention.words).split()), sides_of(referent.nouns)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def named_twice(
    referents: Sequence[BillReferent], published: dt.date | None, *, acts_stand: bool
) -> Iterator[tuple[BillReferent, BillReferent]]:
    """Yield (kept, gone) for the only bill named by a number and the only one named by a title, and for the
    one named officially and the one that the article describes.

    A law that stands already, or that carries the year of an earlier one, is another; so is what the
    article itself tells apart ("a separate bill"), and, where `acts_stand`, an Act beside a bill.
    """
    if sum(r.official and not r.existing for r in referents) > ONE_STORY:
        return
    official = [r for r in referents if can_be_main(r, published)]
    numbered, titled = [r for r in official if r.numbers], [r for r in official if r.titles]
    apart = [r for r in (*numbered, *titled) if r.apart or r.plural]
    described = [r for r in referents if not (r.official or r.apart or r.existing or r.amends)]
    if len(official) == 2 and len(numbered) == len(titled) == 1 and not apart and not _told_anew(official):
        yield titled[0], numbered[0]
        official = titled
    official = numbered_first(referents, official)
    main = max(described, key=lambda r: (r.weight, -r.key), default=None)
    told = (r for r in described if r.weight >= 1.0 and not r.plural and "bill" in r.nouns)
    rivals = [r for r in told if r is not main]
    if rivals and official and official[0].first_seen[0] > LEAD:
        return
    if len(official) != 1 or main is None or official[0].apart or main.plural != official[0].plural:
        return
    if acts_stand and official[0].enacted and "bill" in main.nouns:
        return  # "the bill", and what happened once under the Ports Act
    if main.new and any(0 < place[0] < main.first_seen[0] for place in official[0].seen):
        return  # "a bill on farms" behind "the Media Bill"
    late = main.first_seen[0] > LEAD and main.weight < official[0].weight
    beside = {place[0] for place in official[0].seen} & {place[0] for place in main.seen}
    if beside or _told_anew((official[0], main)):
        return  # named side by side
    if any(r.first_seen[0] == main.first_seen[0] == 0 for r in rivals):
        return  # "amnesty and housing laws"
    if official[0].background or (late and official[0].described):
        return
    if main.weight >= 1.0 and bool(_kinds(main.nouns)) == bool(_kinds(official[0].nouns)):
        yield official[0], main


def is_another(
    mention: BillMention,
    referent: BillReferent,
    mentions: Sequence[BillMention],
    at: Mapping[Place, BillReferent],
) -> bool:
    """Whether a mention without describing words cannot be the bill last spoken of: another kind of text
    ("the budget"), one that is new to the reader ("a law") after the lead, or one told before the article
    comes to that bill as a new one ("the committee also rejected a bill to tax fuel").
    """
    if told_below(mention, referent):
        first = next((m for m in mentions if at.get((m.index, m.token.i)) is referent), mention)
        called = " " in mention.words and mention.definite and mention.index <= LEAD
        able = mention.strong or called  # "the coalition-drafted measure", then "a tax bill"
        if able and first.indefinite and first.index > LEAD:
            return True
    word, known = mention.token.lemma_.lower(), bill_words()["own_kind"]
    budget = word == "budget" and mention.definite and not any("budget" in noun for noun in referent.nouns)
    if budget or is_of_another_order(mention, referent):
        return True
    if not legislated(mention.token) or children(mention.token, "cop"):
        return False
    if word in known and mention.definite:
        return not any(word in name.lower() for name in (*referent.names, *referent.titles))
    told = [m.token for m in mentions if at.get((m.index, m.token.i)) is referent]
    return is_new_to_the_reader(mention, referent, told)


def told_around_it(
    text: Text, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> tuple[BillReferent, BillReferent] | None:
    """Return (kept, gone) for the only bill told of before another is first called by words that all stand in
    the sentences that name it: "The bill would sell public land.", then "the land bill".
    """
    for mention in mentions:
        referent = at.get((mention.index, mention.token.i))
        if referent is None or referent.first_seen != (mention.index, mention.start) or not mention.index:
            continue
        if not mention.definite or referent.official or referent.plural or referent.apart:
            continue
        if not mention.content or mention.token.lemma_.lower() in bill_words()["own_kind"]:
            continue
        place = (mention.index, mention.start)
        before = {r.key: r for r in at.values() if r.first_seen < place and not (r.existing or r.aside)}
        if len(before) != 1 or (kept := next(iter(before.values()))).plural:
            continue
        others = any(r.official or r.plural or r.count for r in at.values() if r is not referent)
        if not others and _is_its_title(mention, kept, text):
            return kept, referent
        if mention.index <= LEAD or sum(word[:1].isupper() for word in mention.words.split()[:-1]) > 1:
            continue  # "the Unity Party draft"
        named = {m.index for m in mentions if 0 < m.index < mention.index and (m.strong or m.definite)}
        words = [w for i in named for w in text.trees[i].doc] + told_in_headline(text, kept)
        if referent.content <= {singular(folded(w.lemma_)) for w in words}:
            return kept, referent
    return None


def _is_its_title(mention: BillMention, bill: BillReferent, text: Text) -> bool:
    """Whether words with capitals are what a bill told as new just before is called: "a bill to allow
    euthanasia", then "the Dignified Death bill".
    """
    first, last = bill.first_seen, max(place for place in bill.seen if place < (mention.index, mention.start))
    words = mention.words.split()
    called = len(words) > 2 and words[-1] == "bill" and all(word[:1].isupper() for word in words[:-1])
    anew = bill.new and not bill.official and text.trees[first[0]].kind != "headline"
    return called and anew and mention.index - last[0] <= 2


def told_below(mention: BillMention, referent: BillReferent) -> bool:
    """Whether a bill, none named officially, is first told of below a mention."""
    first = min(referent.seen, default=(0, 0))
    return first > (mention.index, mention.start) and not referent.official


def is_what_stands(mention: BillMention, referent: BillReferent | None) -> bool:
    """Whether a mention means the law as it is, and not the bill spoken of that would change it: "the current
    law was passed in 2020".
    """
    law = mention.token.lemma_.lower() in ("law", "act", "legislation") and mention.standing
    return law and referent is not None and not referent.existing and "bill" in referent.nouns


def is_told_apart(mention: BillMention) -> bool:
    """Whether a mention without describing words is told apart from the bills before it: "another bill", "a
    similar measure passed in May".
    """
    if not mention.other or children(mention.token, "cop"):
        return False
    able = (
        not children(mention.token, "appos")
        and mention.new
        and mention.indefinite
        and mention.token.lemma_.lower() in bill_words()["anaphoric"]
    )
    return mention.strong or (able and legislated(mention.token))
