"""When: gives each time adverbial to the one event that its words hang on, and distances between events.

An adverbial climbs the dependency tree until it meets an event; a noun on the way that is no session or the
like keeps it ("the death in July 2023"). Weekdays look back or ahead once it is known whether the event lies
ahead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.lexicon import changes, status_words, word_class
from graph.language.tree import Tree, governors, lemma
from graph.model import Article, Part, Window
from graph.temporal import Adverbial, find_adverbials, find_distances, find_expressions, toward
from graph.terms import LASTING, EventType
from graph.vocabulary import article_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = (
    "xcomp",
    "ccomp",
    "conj",
    "advcl",
    "obj",
    "obl",
    "nsubj",
    "nsubj:pass",
    "acl",
    "nmod",
    "parataxis",
)


def find_dates(draft: Draft) -> Draft:
    """Return the draft with its time expressions, and each mention with what its own time words say."""
    article = draft.text.article
    parts: tuple[Part, ...] = ("title", "text")
    found = {
        part: find_expressions(article.part(part), part=part, published=article.published) for part in parts
    }
    adverbials = {
        part: find_adverbials(article.part(part), found[part], published=article.published) for part in found
    }
    mentions = list(draft.mentions)
    for index, tree in enumerate(draft.text.trees):
        here = [position for position, m in enumerate(mentions) if m.place[0] == index]
        if not here:
            for adverbial in _inside(adverbials[tree.sentence.part], tree) if tree.kind == "caption" else ():
                for position in _in_caption(draft, mentions, index):
                    mentions[position] = _dated(draft, mentions[position], adverbial, article)
            continue
        for adverbial in _inside(adverbials[tree.sentence.part], tree):
            for position in _owners(tree, adverbial, [(p, mentions[p]) for p in here]):
                mentions[position] = _dated(draft, mentions[position], adverbial, article)
        _distances(tree, mentions, here)
    kept = tuple(m for m in mentions if m.when.expression or not m.needs_time)
    return replace(draft, expressions=(*found["title"], *found["text"]), mentions=kept)


def _in_caption(draft: Draft, mentions: list[EventMention], index: int) -> list[int]:
    """Return the events of the caption that a lone date ("January 30, 2026.") stands in."""
    first = index
    while first and draft.text.trees[first - 1].kind == "caption":
        first -= 1
    return [position for position, m in enumerate(mentions) if first <= m.place[0] < index]


def _inside(adverbials: tuple[Adverbial, ...], tree: Tree) -> list[Adverbial]:
    sentence = tree.sentence
    return [a for a in adverbials if sentence.start <= a.start < sentence.end and a.use == "when"]


def _head(tree: Tree, adverbial: Adverbial) -> Token | None:
    """Return the topmost word of the expression that an adverbial is made of."""
    first = adverbial.expressions[0]
    tokens = tree.tokens_in(first.start, first.end)
    places = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in places or t.head == t), None)


def _owners(tree: Tree, adverbial: Adverbial, mentions: list[tuple[int, EventMention]]) -> list[int]:
    """Return the positions of the mentions that an adverbial dates."""
    word = _head(tree, adverbial)
    if word is None:
        return []
    triggers, clauses = dict[int, list[int]](), dict[int, list[int]]()
    for position, mention in mentions:
        triggers.setdefault(mention.place[1], []).append(position)
        clauses.setdefault(mention.clause[1], []).append(position)
    by_position, passed = dict(mentions), list[int]()
    says = status_words()["reporting"]["say"]
    for steps, current in enumerate((word, *governors(word))):
        if current.i in triggers:
            held = triggers[current.i]
            if by_position[held[0]].type is not EventType.SITTING:
                return passed + held
            passed += held  # a session passes its day on to what is decided in it
            continue
        if current.i in clauses:
            return passed + _nearest(tree, adverbial, mentions, clauses[current.i])
        if steps and current.pos_ in ("VERB", "AUX"):
            below = [position for position, m in mentions if _hangs_below(tree.doc[m.clause[1]], current)]
            if lemma(current) in says and current.lemma_.lower() not in ("expect", "plan"):
                return passed + (
                    _nearest(tree, adverbial, mentions, below) if tree.kind == "headline" else []
                )
            if below:
                return passed + _nearest(tree, adverbial, mentions, below)
        elif steps and _keeps(tree, current, word):
            return passed
    fronted = adverbial.start - tree.sentence.start < 4
    return [position for position, _ in mentions] if fronted and len(mentions) == 1 else passed


def _keeps(tree: Tree, noun: Token, word: Token) -> bool:
    """Whether a noun on the way up is something else that happened at that time."""
    name = noun.lemma_.lower()
    passed = name in word_class("passes_time_on") or name in changes()["session"]
    named = tree.name_at(noun)
    if noun.pos_ not in ("NOUN", "PROPN") or passed or (named is not None and named.label != "EVENT"):
        return False
    return noun.dep_ in ("nmod", "obl", "appos", "compound") or word.dep_ not in (
        "obl",
        "obl:unmarked",
        "advmod",
    )


def _hangs_below(clause: Token, verb: Token) -> bool:
    """Whether a clause is an infinitive, a complement or a coordinated part of a verb."""
    current = clause
    while current.head != current and current != verb:
        if current.dep_ not in _CARRIED:
            return False
        current = current.head
    return current == verb


def _nearest(
    tree: Tree, adverbial: Adverbial, mentions: list[tuple[int, EventMention]], positions: list[int]
) -> list[int]:
    """Return the mentions at the one trigger that stands nearest to an adverbial."""
    by_position = dict(mentions)
    ranked = sorted(
        positions, key=lambda p: (abs(tree.spans[by_position[p].place[1]][0] - adverbial.start), p)
    )
    return [p for p in ranked if by_position[p].place == by_position[ranked[0]].place] if ranked else []


def _dated(draft: Draft, mention: EventMention, adverbial: Adverbial, article: Article) -> EventMention:
    """Return the mention with the window of an adverbial; a finer one replaces a coarser one."""
    direction: Literal["past", "future"] = "future" if mention.status.lies_ahead else "past"
    turned = [toward(e, direction, article.published) for e in adverbial.expressions]
    (resolved,) = find_adverbials(article.part(adverbial.part), turned, published=article.published)[:1] or (
        adverbial,
    )
    window = resolved.window
    if mention.type in LASTING and draft.token(mention.clause).lemma_.lower() in word_class("begins"):
        window = Window(window.earliest_begin, window.latest_end, None, None)
    if mention.when.expression is not None and not _is_finer(window, mention.when.window):
        return mention
    unknown = window.is_open and (resolved.at_least is not None or resolved.at_most is not None)
    when = When(
        window,
        resolved.text if len(resolved.expressions) > 1 else resolved.expressions[0].text,
        resolved.expressions[0].value,
        article_id(article.id) if unknown else None,
        resolved.at_least if unknown else None,
        resolved.at_most if unknown else None,
    )
    return replace(mention, when=when, because=(*mention.because, f"time “{resolved.text}”"))


def _is_finer(new: Window, old: Window) -> bool:
    def days(window: Window) -> int:
        if window.start is None or window.end is None:
            return 10**6
        return (window.end - window.start).days

    return days(new) < days(old)


def _distances(tree: Tree, mentions: list[EventMention], here: list[int]) -> None:
    """Put distances like "the day after X" between the mentions on both sides of the words."""
    sentence = tree.sentence
    part: Part = sentence.part
    for distance in find_distances(sentence.text, part=part):
        start, end = distance.start + sentence.start, distance.end + sentence.start
        if distance.anchor != "following":
            continue

        def at(position: int) -> int:
            return tree.spans[mentions[position].place[1]][0]

        behind = [p for p in here if at(p) < start]
        ahead = sorted((p for p in here if at(p) >= end), key=at)
        if not ahead:
            continue
        anchor = ahead[0]
        dated = max(behind, key=at) if behind else next((p for p in ahead if at(p) > at(anchor)), None)
        if dated is None or mentions[dated].place == mentions[anchor].place:
            continue
        old = mentions[dated].when
        when = replace(
            old,
            expression=old.expression or distance.text,
            anchor=mentions[anchor].place,
            at_least=distance.at_least,
            at_most=distance.at_most,
        )
        because = (*mentions[dated].because, f"“{distance.text}”")
        mentions[dated] = replace(mentions[dated], when=when, because=because)
