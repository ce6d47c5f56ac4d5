"""From claims to a temporal network: what each claim says about time, as distances in days, and the windows
that follow.

Facts and schedules, the order every procedure has, and promises are separate layers: a broken promise must
not move what is known.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from graph.model import Account, Claim, Event, Window
from graph.temporal.network import LAYERS, Constraint, Layer, Point, Solution, dated, solve, window, within
from graph.terms import LASTING, READINGS, EventType, Factuality
from graph.vocabulary import article_id

ORDER = (
    EventType.DRAFTING,
    EventType.INTRODUCTION,
    *READINGS,
    EventType.TRANSMISSION,
    EventType.ASSENT,
    EventType.PUBLICATION,
    EventType.COMMENCEMENT,
)
"""Steps that no legislature takes in another order; those that are missing or told more than once are left
out.
"""


def begin(identity: str) -> Point:
    """The beginning of an event."""
    return Point(identity, "begin")


def end(identity: str) -> Point:
    """The end of an event."""
    return Point(identity, "end")


def published(article: str) -> Point:
    """The day on which an article appeared; `article` is its local identifier."""
    return Point(article, "published")


def is_word(claim: Claim) -> bool:
    """Whether a claim is someone's word on what lies ahead, rather than a fact, a calendar or a procedure."""
    return claim.factuality is Factuality.PROMISED or (
        claim.factuality.lies_ahead and claim.source is not None
    )


def _of_claim(claim: Claim, article: str, told: dt.date | None) -> Iterator[Constraint]:
    """Yield what one claim says.

    An article whose day is unknown bounds nothing: what it tells in the past says no more than that it is
    past. A plan for a day before the article ("had been due on Tuesday") does not lie ahead of it.
    """
    layer: Layer = "promise" if is_word(claim) else "fact"
    ahead = claim.factuality.lies_ahead

    def apart(
        earlier: Point,
        later: Point,
        at_least: int | None,
        at_most: int | None,
        ground: Layer,
        plan: bool = False,
    ) -> Constraint:
        return Constraint(earlier, later, at_least, at_most, ground, claim.id, claim.confidence, told, plan)

    yield from within(
        claim.event, claim.window, layer, claim.id, confidence=claim.confidence, told=told, plan=ahead
    )
    if claim.factuality in _UNREAL:
        return
    first, last = begin(claim.event), end(claim.event)
    if told is None:
        pass
    elif claim.factuality is Factuality.HAPPENED:
        yield apart(last, published(article), 0, None, "fact")
    elif claim.factuality is Factuality.ONGOING:
        yield apart(first, published(article), 0, None, "fact")
    elif ahead and not (claim.window.end and claim.window.end < told):
        yield apart(published(article), first, 0, None, layer)
    if claim.distance is not None and (told is not None or claim.distance.anchor != article):
        dates = claim.distance.anchor == article
        anchor = published(article) if dates else end(claim.distance.anchor)
        least, most = claim.distance.at_least, claim.distance.at_most
        yield apart(anchor, first, least, most, layer, ahead and (dates or most is not None))
    for earlier in (*claim.after, *claim.conditions):
        yield apart(end(earlier), first, 0, None, layer)
    for later in claim.before:
        yield apart(last, begin(later), 0, None, layer)


_UNREAL = frozenset((Factuality.DENIED, Factuality.CANCELLED))


def _of_event(event: Event) -> Constraint:
    longest = None if event.type in LASTING else 0
    return Constraint(begin(event.id), end(event.id), 0, longest, "fact", event.id)


def steps_in_order(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Yield each step of a bill with the one that every procedure has next, of those that are told once."""
    steps = defaultdict[str, dict[EventType, set[str]]](dict)
    for event in events:
        if event.bill and event.type in ORDER:
            steps[event.bill].setdefault(event.type, set()).add(event.id)
    for bill in sorted(steps):
        chain = [min(steps[bill][kind]) for kind in ORDER if len(steps[bill].get(kind, ())) == 1]
        yield from pairwise(chain)


def _since_introduction(events: Iterable[Event], undated: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the introduction of a bill that is told once with each step of which nobody says since when."""
    introduced, steps = defaultdict[str, list[str]](list), list[tuple[str, str]]()
    for event in events:
        if event.bill and event.type is EventType.INTRODUCTION:
            introduced[event.bill].append(event.id)
        elif event.bill and event.type.is_stage and event.type not in ORDER and event.id in undated:
            steps.append((event.bill, event.id))
    for bill, step in steps:
        if len(introduced[bill]) == 1:
            yield introduced[bill][0], step


def _of_procedure(
    events: Collection[Event], told: Mapping[str, set[Factuality]], undated: frozenset[str]
) -> Iterator[Constraint]:
    """Yield the order of the steps that are real; what still lies ahead ("will be introduced again on
    Monday") comes before nothing that has happened.
    """
    real = [event for event in events if not told[event.id] or told[event.id] - _UNREAL]
    for earlier, later in (*steps_in_order(real), *_since_introduction(real, undated)):
        planned = told[earlier] and all(status.lies_ahead for status in told[earlier] - _UNREAL)
        if not (planned and Factuality.HAPPENED in told[later]):
            yield Constraint(begin(earlier), begin(later), 0, None, "procedure", f"{earlier} {later}")


def constraints(accounts: Iterable[Account]) -> list[Constraint]:
    """Return everything that some accounts say about time, in a fixed order."""
    found, events = list[Constraint](), dict[str, Event]()
    told, begun = defaultdict[str, set[Factuality]](set), set[str]()
    for account in accounts:
        article = article_id(account.article.id)
        if account.article.published is not None:
            day = account.article.published
            found.append(dated(published(article), day, day, "fact", article, told=day))
        for event in account.events:
            events.setdefault(event.id, event)
        for claim in account.claims:
            told[claim.event].add(claim.factuality)
            found += _of_claim(claim, article, account.article.published)
            if claim.window.start or claim.distance:
                begun.add(claim.event)
    found += [_of_event(event) for _, event in sorted(events.items())]
    undated = frozenset(identity for identity, said in told.items() if said - _UNREAL) - begun
    found += _of_procedure(events.values(), told, undated)
    return found


def solutions(accounts: Iterable[Account]) -> tuple[Solution, Solution]:
    """Return the network solved without and with promises.

    A plan that was overtaken bounds nothing any more: neither its days count, nor that it lay ahead.
    """
    said = constraints(accounts)
    gone = {loop.left_out.claim for loop in solve(said).loops if loop.left_out.plan}
    left = [c for c in said if c.claim not in gone or not (c.plan or c.earlier.edge == "published")]
    return solve(left, layers=("fact", "procedure")), solve(left, layers=LAYERS)


def account_windows(account: Account) -> Mapping[str, Window]:
    """Return the window of each event by what its own article alone says, promises of its own included."""
    plain, kept = solutions([account])
    own = {c.event for c in account.claims if not is_word(c)}
    return {e.id: window(plain if e.id in own else kept, e.id) for e in account.events}
