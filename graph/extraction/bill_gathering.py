"""All words of an article that can name a bill, stand for one or mean one, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.extraction.amending import (
    Place,
    amending_bills,
    is_constitutional,
    is_numbered,
    laws_behind,
)
from graph.extraction.bill_kinds import kinds_before
from graph.extraction.bill_mentions import BillMention, Pronoun, count_of, mention_of, stand_in_mention
from graph.extraction.bill_one_by_one import opens_a_sentence
from graph.extraction.bill_phrases import bill_inside, is_no_legal_plan, legislated
from graph.extraction.bill_stand_ins import is_stand_in, is_told, one_of_several
from graph.extraction.bill_standing import drafted_word
from graph.extraction.lexicon import folded, states, word_class
from graph.extraction.nouns import is_bill_noun, is_conference_report, is_time_word, mask_kind, nouns
from graph.language.roles import subjects
from graph.language.tree import Text, Tree, children, phrase, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token

_PRONOUNS = frozenset(("it", "they", "them", "both"))
_NONE_OF_ITS_OWN = frozenset(("no", "neither", "either"))
"""Before "bill" these name none, or one of two that are named elsewhere."""
_ONE_BY_ONE = 3
"""Sentences within which bills told together are told one by one."""


def gather(text: Text, country: str | None) -> tuple[list[BillMention], dict[Place, Place]]:
    """Return the mentions of bills, and for each "version of the bill" the place of its "bill"."""
    found, leads = list[BillMention](), dict[Place, Place]()
    amending = amending_bills(text, country)
    for index, tree in enumerate(text.trees):
        found += _named(index, tree, leads, amending, country)
    for index, tree in enumerate(text.trees):
        found += _standing_in(index, tree, found)
    return _first_is_no_other(text, sorted(found, key=lambda m: (m.index, m.start))), leads


@cache
def _names_of(country: str | None) -> frozenset[str]:
    """Return the folded names of a state; none where the article has none."""
    return frozenset(name for name, state in states().by_name.items() if country and state == country)


def _first_is_no_other(text: Text, found: list[BillMention]) -> list[BillMention]:
    """Return the mentions with "another spending bill" as no other one where it is the first that the running
    text tells of.
    """
    for place, mention in enumerate(found):
        if (mention.strong or mention.content) and text.trees[mention.index].kind == "running":
            return [*found[:place], replace(mention, other=False), *found[place + 1 :]]
    return found


def _named(
    index: int,
    tree: Tree,
    leads: dict[Place, Place],
    amending: dict[Place, frozenset[str]],
    country: str | None,
) -> Iterator[BillMention]:
    named, own_names = {token.i for token in nouns(tree)}, _names_of(country)
    for token in tree.doc:
        if (token.i not in named and not _is_told_beside(tree, token)) or _is_procedural(token):
            continue
        numbered, drafted = is_numbered(token, country), drafted_word(token)
        own = (index, token.i) in amending or is_constitutional(token) or numbered or drafted is not None
        kind = "strong" if own else "" if _changes_a_bill(tree, token) else is_bill_noun(tree, token)
        inner = bill_inside(tree, token) or _one_of(tree, token) or _changes_counted(index, token, amending)
        if inner is not None:
            leads[(index, token.i)] = (index, inner.i)
        elif kind:
            mention = mention_of(index, tree, token, strong=kind == "strong")
            if numbered:
                mention = replace(mention, title=True)
            if drafted is not None:  # named by its kind of text
                words = tree.words([drafted, token])
                known_by = mention.content | {token.lemma_.lower()}
                mention = replace(mention, words=words, phrase=words, content=known_by)
            before = {child.lower_ for child in children(token, "det")}
            none = bool(before & (_NONE_OF_ITS_OWN | ({"any"} if token.lemma_.lower() == "law" else set())))
            if (told := amending.get((index, token.i))) is not None:
                mention = replace(mention, content=told, amends=True)
            if (told or not mention.content) and own and (laws := laws_behind(token)):
                law = laws[0]
                words = tree.words([token, *(t for t in phrase(law) if not _is_beside(t, law))])
                mention = replace(mention, words=words, phrase=words)
            if mention.content and mention.content <= own_names and token.text.islower():
                mention = replace(mention, content=frozenset())  # "the Chile law", of Chile
            none |= _is_what_it_counts_as(token) or (index > 0 and _is_lacking(token, before))
            if folded(mention.words) not in word_class("general_laws") and not none:
                yield from _by_kind(tree, mention)


def _by_kind(tree: Tree, mention: BillMention) -> Iterator[BillMention]:
    """Yield a mention, or those of the bills that it lists by what they are on: "the health, education and
    defence bills".
    """
    listed = mention.strong and mention.plural and not (mention.official or mention.counted)
    kinds = kinds_before(tree, mention.token) if listed else []
    for kind in kinds:
        words = f"{tree.words(kind)} {mention.token.lemma_}"
        yield replace(
            mention,
            token=mention.token if kind is kinds[-1] else kind[-1],
            start=tree.spans[kind[0].i][0],
            words=words,
            phrase=words,
            content=frozenset(folded(word.text) for word in kind),
            plural=False,
        )
    if not kinds:
        yield mention


def _is_what_it_counts_as(token: Token) -> bool:
    """Whether a sentence opens with what its bill counts as: "As a change to the constitution, it must …"."""
    first = token.left_edge
    return (
        first.i == 0 and first.lower_ == "as" and first.nbor().lower_ in ("a", "an") and first.head is token
    )


def _is_lacking(token: Token, determiners: set[str]) -> bool:
    """Whether a bill is whichever there is not: "would shut down without a new funding bill"."""
    return bool(determiners & {"a", "an", "any"}) and "without" in prepositions(token)


def _is_procedural(token: Token) -> bool:
    """Whether a noun is a rule for how a bill is dealt with ("a procedural rule", "the House rule"), or a
    plan of another sort.
    """
    if token.lemma_.lower() == "plan":
        return is_no_legal_plan(token)
    about = children(token, "amod", "compound") if token.lemma_.lower() == "rule" else []
    return any(word.lower_ in word_class("rules_of_procedure") for word in about)


def _changes_counted(index: int, token: Token, amending: Mapping[Place, frozenset[str]]) -> Token | None:
    """Return the changes of laws, bills of their own, that there are many of: "a number of | amendments"."""
    if token.lemma_.lower() not in word_class("numbers_of"):
        return None
    return next((c for c in children(token, "nmod") if (index, c.i) in amending), None)


def _one_of(tree: Tree, token: Token) -> Token | None:
    """Return the bill that is told to be one of some: "the Water Bill, one of four bills passed today"."""
    one = token.head
    if one.lower_ != "one" or token.tag_ not in ("NNS", "NNPS") or "of" not in prepositions(token):
        return None
    told = subjects(one) if children(one, "cop") else [one.head] if one.dep_ == "appos" else []
    return next((noun for noun in told if is_bill_noun(tree, noun) == "strong"), None)


def _changes_a_bill(tree: Tree, token: Token) -> bool:
    """Whether a noun is for changes of a bill on its way: "the Senate's changes to the water bill"."""
    if token.lemma_.lower() not in word_class("amending"):
        return False
    laws = [law for law in laws_behind(token) if is_bill_noun(tree, law) == "strong"]
    numbered = any(mask_kind(tree, law) == "number" for law in laws)
    return numbered or any("bill" in folded(tree.words([law])).split() for law in laws)


def _is_beside(word: Token, law: Token) -> bool:
    """Whether a word stands in a time that was hung on a law, or in how its change was decided: "the
    constitution | with a large majority", "by 78 votes".
    """
    while word.head != law and word != law:
        word = word.head
    how = bool({"with", "by", "without", "amid", "despite"} & set(prepositions(word)))
    return word != law and (how or any(is_time_word(t) for t in word.subtree))


def _is_told_beside(tree: Tree, token: Token) -> bool:
    """Whether a bill's number was hung on another by the parser, or says of which bill a report or a step is:
    "Bill 35, which repeals Bill 28", "the H.R. 6 conference report", "the abortion bill vote".
    """
    if token.dep_ == "compound" and token.head.lemma_.lower() in word_class("goes_its_course"):
        return token.lemma_.lower() == "bill" and bool(children(token, "compound", "amod"))
    if mask_kind(tree, token) != "number":
        return False
    report = token.dep_ == "compound" and is_conference_report(token.head)
    return report or (token.dep_ == "flat" and mask_kind(tree, token.head) == "number")


def _counted_like(token: Token, plural: list[BillMention]) -> BillMention | None:
    """Return the bills of which a bare number counts others that something else is done to: "signed 90
    measures and vetoed 12".
    """
    verb = token.head
    if token.pos_ != "NUM" or token.dep_ != "obj" or verb.dep_ != "conj" or any(token.children):
        return None
    able = (m for m in plural if m.counted and m.token.dep_ == "obj")
    return next((m for m in able if m.token.head == verb.head), None)


def _as_many_others(tree: Tree, token: Token, like: BillMention) -> BillMention:
    """Return the bills that a bare number counts beside others of their kind: "12 measures"."""
    words, start = f"{token.text} {like.token.text}", tree.spans[token.i][0]
    count = count_of([token.lower_])
    return replace(
        like, token=token, start=start, words=words, phrase=words, count=count, other=True, strong=True
    )


def _so_many_others(index: int, tree: Tree, token: Token) -> BillMention | None:
    """Return the further bills of which a number alone tells that something is done to them: "passed the rent
    bill; | three others | were rejected".
    """
    number = next(iter(children(token, "nummod")), None) if token.lower_ in ("others", "more") else None
    acted = token.dep_ in ("nsubj", "nsubj:pass", "obj") and not children(token, "nmod", "acl", "case")
    if number is None or not acted or not legislated(token):
        return None
    words, start = f"{number.text} other bills", tree.spans[number.i][0]
    how_many = count_of([number.lower_])
    return BillMention(
        index, token, start, words, strong=True, definite=False, other=True, plural=True, counted=True,
        count=how_many, phrase=words,
    )  # fmt: skip


def _standing_in(index: int, tree: Tree, known: list[BillMention]) -> list[BillMention]:
    """Return what stands for a further bill in a sentence that names one, or in the next."""
    found = list[BillMention]()
    plural = [m for m in known if m.index == index and m.plural]
    several = [m.start for m in plural if m.strong or "among" in prepositions(m.token)]
    together = any(m.plural and m.count and index - _ONE_BY_ONE <= m.index < index for m in known)
    if together and tree.kind == "running" and (opened := opens_a_sentence(tree.doc)) is not None:
        found.append(stand_in_mention(index, tree, *opened))
    for token in tree.doc:
        start = tree.spans[token.i][0]
        if plural and (like := _counted_like(token, plural)) is not None:
            found.append(_as_many_others(tree, token, like))
            continue
        if several and several[0] < start and (clause := one_of_several(token)):
            found.append(stand_in_mention(index, tree, token, clause))
            continue
        others = _so_many_others(index, tree, token)
        if others is not None and any(
            m.strong and index - 1 <= m.index <= index and not m.existing for m in known
        ):
            found.append(others)
            continue
        rival = token.lower_ == "one" and legislated(token)
        if not is_stand_in(token) or not (rival or is_told(token)):
            continue
        near = ((m.index, m.start) for m in (*known, *found) if m.strong)
        if any((index - 1, 0) <= place < (index, start) for place in near):
            found.append(stand_in_mention(index, tree, token, []))
    return found


def pronouns(text: Text) -> Iterator[Pronoun]:
    """Yield where "it", "they", "them" or "both" is what a step is done to."""
    for index, tree in enumerate(text.trees):
        for token in tree.doc:
            if token.lower_ in _PRONOUNS and token.pos_ in ("PRON", "DET") and legislated(token):
                yield Pronoun(index, token, tree.spans[token.i][0])
