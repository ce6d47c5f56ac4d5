"""Which bill is meant where the words leave it open: by the sentences above, or since it is the newer one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import LEAD, BillMention
from graph.extraction.bill_phrases import content_of, is_no_legal_plan
from graph.extraction.bill_referents import BillReferent, of_a_house, sides_of
from graph.extraction.bill_standing import is_to_come
from graph.extraction.bill_wordings import year_of
from graph.extraction.lexicon import bill_words, word_class
from graph.extraction.nouns import nouns
from graph.language.roles import patients, subjects
from graph.language.tree import Text, children, clause_of

if TYPE_CHECKING:
    from graph.language.words import Token


_NTH = frozenset(("first", "second", "third", "fourth", "fifth"))


def told_above(
    text: Text, referents: Sequence[BillReferent], index: int, noun: str = ""
) -> BillReferent | None:
    """Return the bill, called by a noun if one is given, that the sentences above tree `index` in its
    paragraph tell of last: one named officially or told there as a new one, or the only one.
    """
    start = text.trees[index].sentence.start

    def is_above(place: int) -> bool:
        tree = text.trees[place]
        between = text.article.text[tree.sentence.start : start]
        return place < index and tree.kind == "running" and "\n" not in between

    told = [(seen, referent) for referent in referents for seen in referent.seen if is_above(seen[0])]
    told = [(seen, r) for seen, r in told if not (r.aside or r.passing)]
    able = [(seen, r) for seen, r in told if r.can_go_on and (not noun or noun in r.nouns)]
    alone = bool(noun) and len({r.key for _, r in told}) == 1
    able = [(seen, r) for seen, r in able if alone or r.official or (r.new and is_above(r.first_seen[0]))]
    return max(able, key=lambda pair: pair[0])[1] if able else None


def goes_on(text: Text, referent: BillReferent, place: int, index: int, noun: str) -> bool:
    """Whether a later word can mean a bill told in tree `place`: one that the article's own is only compared
    with ("A similar bill failed in May. | The bill …") just in its sentence, by a pronoun in its paragraph.
    """
    if not referent.can_go_on or not referent.aside or place == index:
        return referent.can_go_on
    if any(phrase.endswith((" it", " this")) for phrase in referent.phrases):
        return False  # "A bill much like it failed in May. | They mean to bring it back"
    between = text.article.text[text.trees[place].sentence.start : text.trees[index].sentence.start]
    return not noun and "\n" not in between


def is_subject_at(text: Text, place: tuple[int, int]) -> bool:
    """Whether a bill told at a tree and offset is what the sentence says something of: its subject."""
    tree = text.trees[place[0]]
    words = tree.tokens_in(place[1], place[1] + 1)
    return any(word.dep_ in ("nsubj", "nsubj:pass") and word.head.dep_ == "ROOT" for word in words)


def headline_noun(text: Text, at: Mapping[tuple[int, int], BillReferent]) -> Token | None:
    """Return the noun by which a headline that names no bill may call the main one: "the slaughter ban"."""
    tree = text.trees[0] if text.trees else None
    if tree is None or tree.kind != "headline" or any(place[0] == 0 for place in at):
        return None
    known = word_class("headline_bills") | bill_words()["weak"]
    able = (noun for noun in nouns(tree) if noun.lemma_.lower() in known and content_of(tree, noun))
    return next((noun for noun in able if noun.lemma_.lower() != "plan" or not is_no_legal_plan(noun)), None)


def newest(
    token: Token, referent: BillReferent | None, referents: Sequence[BillReferent]
) -> BillReferent | None:
    """Return what "the new law" means: not a law with a year in its title, but the one with the latest; the
    only one told as a new one beside another.
    """
    if "new" not in {child.lower_ for child in children(token, "amod")}:
        return referent
    told = [one for one in referents if "new" in one.nouns and not one.official]
    if referent and len(told) == 1 and referent.official:
        return told[0]
    if not (known := referent and _year(referent)):
        return referent
    latest = max(referents, key=lambda one: _year(one))
    return latest if _year(latest) > known else referent


def by_order(mention: BillMention, referents: Sequence[BillReferent]) -> BillReferent | None:
    """Return what "the first bill" and "the second" mean where just two bills are told before, and "the
    compromise bill", "the Senate bill" where one alone is called so.
    """
    able = mention.definite and not (mention.official or mention.plural)
    if able and (house := of_a_house(_houses_of(mention.token), referents)):
        return house
    sides = sides_of(c.lower_ for c in children(mention.token, "amod", "compound"))
    alike = [r for r in referents if sides and sides & sides_of(r.nouns) and not r.plural]
    if len(alike) == 1 and mention.definite and not mention.content:
        return alike[0]
    nth = [c.lower_ for c in children(mention.token, "amod") if c.lower_ in ("first", "second")]
    before = [
        r for r in referents if not (r.plural or r.existing) and r.first_seen < (mention.index, mention.start)
    ]
    only = len(children(mention.token, "amod", "nmod")) == 1  # not "the first big reform since 1997"
    if not (nth and only) or not mention.definite or mention.content or len(before) != 2:
        return None
    return sorted(before, key=lambda r: r.first_seen)[nth[0] == "second"]


def _houses_of(token: Token) -> frozenset[str]:
    """Return the words beside a bill that may say whose it is: "the Senate bill", "the House … its bill"."""
    beside = {c.lower_ for c in children(token, "amod", "compound", "nmod:poss")}
    acting = subjects(clause_of(token)) if "its" in beside else []
    return frozenset(beside | {noun.lower_ for noun in acting})


def is_of_another_order(mention: BillMention, referent: BillReferent) -> bool:
    """Whether bills are told apart by number: "the first package", "the second reform package"."""
    nth = {c.lower_ for c in children(mention.token, "amod")} & _NTH
    if nth and referent.plural and not mention.plural:
        return True  # "two bills … The first bill"
    own = (name.lower().split()[0] for name in referent.names if name not in referent.titles)
    told = _NTH.intersection(own) if nth else nth
    return bool(told) and not mention.title and nth.isdisjoint(told)


def is_new_to_the_reader(mention: BillMention, referent: BillReferent, told: Iterable[Token]) -> bool:
    """Whether a bill is told behind the lead as one that the reader does not know ("a bill on fuel"), or that
    is yet to be brought in, as the bill told by some other words is not ("plans to introduce a bill").
    """
    if not mention.indefinite or mention.definite or mention.index < LEAD:
        return False
    to_come = referent.official and is_to_come(mention.token) and not any(map(is_to_come, told))
    return to_come or " " in mention.phrase


def laws_to_go(
    mentions: Sequence[BillMention], at: Mapping[tuple[int, int], BillReferent]
) -> Iterator[BillReferent]:
    """Yield the laws that a house repeals in an article that calls the bill by that: "the repeal bill"."""
    bills = [r for m in mentions if (r := at.get((m.index, m.token.i))) and "repeal" in r.content]
    for mention in mentions if bills else ():
        verb, law = mention.token.head, at.get((mention.index, mention.token.i))
        undone = verb.pos_ == "VERB" and verb.lemma_.lower() in word_class("replaces_a_law")
        if undone and law is not None and law not in bills and mention.token in patients(verb):
            yield law


def _year(referent: BillReferent) -> int:
    """The last year in a title of a bill, 0 where there is none."""
    return max((year_of(title) or 0 for title in referent.titles), default=0)
