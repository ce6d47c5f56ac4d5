"""Which event must come before which: "after the final approval", "for the law to come into force it must …",
"then".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, Place
from graph.extraction.lexicon import status_words
from graph.language.roles import is_purpose_clause
from graph.language.tree import children, governors
from graph.terms import READINGS, EventType, Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_AFTER = frozenset(("after", "once", "since", "following", "upon", "when", "as soon as"))
_BEFORE = frozenset(("before", "until", "till", "ahead of", "prior to"))
_ORDER = (
    EventType.PASSAGE,
    *READINGS,
    EventType.TRANSMISSION,
    EventType.ASSENT,
    EventType.PUBLICATION,
    EventType.COMMENCEMENT,
)


def _links_above(token: Token, clause: Token) -> Iterator[tuple[str, Token]]:
    """Yield ("after" | "before" | "for" | "if", word above) for each clause or phrase that a trigger stands
    in.
    """
    current = (
        clause if clause.i != token.i and clause.dep_ == "ROOT" and token.dep_ in ("obl", "nmod") else token
    )
    for governor in (current, *governors(token)):
        marks = {c.lower_ for c in children(governor, "mark", "case", "advmod")}
        head = governor.head
        if head == governor:
            return
        if governor.dep_ in (
            "advcl",
            "obl",
            "nmod",
            "ccomp",
            "acl",
            "xcomp",
            "advmod",
            "obl:unmarked",
            "nmod:unmarked",
        ):
            if marks & _AFTER:
                yield "after", head
            elif marks & _BEFORE:
                yield "before", head
            elif "for" in marks and (is_purpose_clause(governor) or is_purpose_clause(token)):
                yield "for", head
            elif marks & {"if", "unless", "should"}:
                yield "if", head


def _governs(word: Token, mention: EventMention, draft: Draft) -> bool:
    """Whether a word carries the mention: it is its trigger, its clause, or stands right above it."""
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    if word in (token, clause):
        return True
    return any(word == governor for governor in list(governors(clause))[:3])


def _pairs(draft: Draft, mentions: list[EventMention]) -> Iterator[tuple[str, EventMention, EventMention]]:
    """Yield (link, dependent mention, mention above) in one sentence; of several above the nearest in the
    text.
    """
    for below in mentions:
        token, clause = draft.token(below.place), draft.token(below.clause)
        for link, word in _links_above(token, clause):
            inside = {t.i for t in token.subtree}
            above = [
                m
                for m in mentions
                if m.place != below.place
                and m.place[1] not in inside
                and m.clause != below.clause
                and _governs(word, m, draft)
            ]
            if above:
                yield link, below, min(above, key=lambda m: abs(m.place[1] - word.i))
                break


def find_conditions(draft: Draft) -> Draft:
    """Return the draft with the order and the conditions that its words state."""
    after, before, conditions = (
        dict[Place, list[Place]](),
        dict[Place, list[Place]](),
        dict[Place, list[Place]](),
    )
    by_tree = dict[int, list[EventMention]]()
    for mention in draft.mentions:
        by_tree.setdefault(mention.place[0], []).append(mention)
    for index, mentions in by_tree.items():
        for link, below, above in _pairs(draft, mentions):
            if link == "after":
                after.setdefault(above.place, []).append(below.place)
            elif link == "before":
                before.setdefault(above.place, []).append(below.place)
                if above.status is Factuality.REQUIRED:
                    conditions.setdefault(below.place, []).append(above.place)
            elif link == "for":
                conditions.setdefault(below.place, []).append(above.place)
            else:
                conditions.setdefault(above.place, []).append(below.place)
        opening = draft.text.trees[index].sentence.text[:40].lower()
        if opening.startswith(tuple(sorted(status_words()["sequence"]["then"]))) and by_tree.get(index - 1):
            previous = by_tree[index - 1]
            for mention in mentions:
                earlier = [
                    p
                    for p in previous
                    if p.bill == mention.bill
                    and p.type != mention.type
                    and p.type is not EventType.COMMENCEMENT
                ]
                if earlier and mention.status.lies_ahead:
                    after.setdefault(mention.place, []).append(earlier[-1].place)
        _by_words(draft, mentions, after)
        _in_sequence(mentions, after)
    found = [
        replace(
            m,
            after=tuple(dict.fromkeys(after.get(m.place, []))),
            before=tuple(dict.fromkeys((*m.before, *before.get(m.place, [])))),
            conditions=tuple(dict.fromkeys(conditions.get(m.place, []))),
        )
        for m in draft.mentions
    ]
    return replace(draft, mentions=tuple(found))


def _by_words(draft: Draft, mentions: list[EventMention], after: dict[Place, list[Place]]) -> None:
    """Add "after X, Y" where the parser hung the conjunction elsewhere: the events next to it in the text."""
    ordered = sorted(mentions, key=lambda m: m.place)
    linked = {place for places in after.values() for place in places} | set(after)
    for token in draft.tree(ordered[0].place).doc if ordered else ():
        if token.lower_ not in ("after", "once") or token.dep_ not in ("case", "mark", "advmod"):
            continue
        first = next((m for m in ordered if token.i < m.place[1] <= token.i + 8), None)
        if first is None or first.place in linked:
            continue
        later = [m for m in ordered if m.place[1] > first.place[1] and m.clause != first.clause]
        earlier = [m for m in ordered if m.place[1] < token.i]
        dependent = later[0] if later and not earlier else None
        if dependent is not None:
            after.setdefault(dependent.place, []).append(first.place)


def _in_sequence(mentions: list[EventMention], after: dict[Place, list[Place]]) -> None:
    """Add the order of steps ahead that one sentence lists in the order of every procedure."""
    ahead = [m for m in mentions if m.status.lies_ahead and m.type in _ORDER]
    for first, second in pairwise(ahead):
        if (
            first.bill == second.bill
            and _ORDER.index(first.type) < _ORDER.index(second.type)
            and first.place != second.place
        ):
            after.setdefault(second.place, []).append(first.place)
