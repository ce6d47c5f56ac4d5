"""What follows from all claims together: the status, window, outcome and label of every event, and preferred
names.

A report that something happened stands until a later article denies it; a plan is what the latest article
says it is; in one article its own voice comes before those it quotes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.linking.judged import NOTHING, Judged
from graph.linking.labels import label_of
from graph.linking.resolver import in_order, resolve
from graph.linking.shelf import Shelf
from graph.linking.windows import is_word, solutions, steps_in_order
from graph.model import Account, Assessment, Claim, Collection, Event, Votes, Window
from graph.temporal.network import Solution, window
from graph.terms import EventType, Factuality, Outcome

_TRUST = (
    Factuality.HAPPENED,
    Factuality.DENIED,
    Factuality.CANCELLED,
    Factuality.ONGOING,
    Factuality.PROMISED,
    Factuality.SCHEDULED,
    Factuality.REQUIRED,
    Factuality.EXPECTED,
    Factuality.CONDITIONAL,
    Factuality.POSSIBLE,
    Factuality.UNKNOWN,
)
"""Of claims of one article, the one that comes first here decides."""
_IN_DOUBT = frozenset((Factuality.CONDITIONAL, Factuality.EXPECTED, Factuality.POSSIBLE))
"""What an article leaves open in its own voice, so that the word of who promises it says more."""
_SETTLED = frozenset((Factuality.HAPPENED, Factuality.ONGOING, Factuality.DENIED, Factuality.CANCELLED))


_OF_ONE = frozenset((EventType.ASSENT, EventType.VETO, EventType.INTRODUCTION, EventType.WITHDRAWAL))
"""Steps that one person takes, so that its own word says more than that it is on its way."""
_TOLD_BY_TYPE = {EventType.ASSENT: None, EventType.VETO: Outcome.REJECTED}
"""What came of steps in which one person decides: a signature says no more than its type, a veto refuses."""


def collect(accounts: Iterable[Account], judged: Judged = NOTHING, shelf: Shelf | None = None) -> Collection:
    """Return many accounts as one collection: shared identifiers, and what they say together.

    Args:
        accounts: with any identifiers.
        judged: the pairs that people called the same, or not the same.
        shelf: an empty one that is to keep what linking knows; one in memory where None.
    """
    resolved = resolve(accounts, judged, shelf)
    return Collection(resolved, assess(resolved), preferred_names(resolved))


def preferred_names(accounts: Sequence[Account]) -> dict[str, str]:
    """Return the name of each actor and bill that most articles use, of equals the longer."""
    counts = defaultdict[str, Counter[str]](Counter)
    for account in accounts:
        for actor in account.actors:
            counts[actor.id][actor.name] += 1
        for bill in account.bills:
            counts[bill.id][bill.name] += 1

    def best(names: Counter[str]) -> str:
        return min(names, key=lambda name: (-names[name], -len(name), name))

    return {identity: best(counts[identity]) for identity in sorted(counts)}


def weigh(claims: Sequence[tuple[int, Claim]]) -> Factuality:
    """Return the status that claims amount to; each comes with the rank of its article, later ones higher."""
    settled = [(rank, claim) for rank, claim in claims if claim.factuality in _SETTLED]
    considered = settled or list(claims)
    latest = max(rank for rank, _ in considered)
    last = [claim for rank, claim in considered if rank == latest]
    own = [claim for claim in last if claim.source is None] or last
    told = min((claim.factuality for claim in own), key=_TRUST.index)
    promised = any(claim.factuality is Factuality.PROMISED for claim in last)
    return Factuality.PROMISED if promised and told in _IN_DOUBT else told


def _windows(event: str, plain: Solution, kept: Solution, only_words: bool) -> tuple[Window, Window | None]:
    """Return the window of an event, and the one with promises kept where that differs.

    What rests on nothing but someone's word has the window of that word.
    """
    first, second = window(plain, event), window(kept, event)
    if only_words:
        return second, None
    tighter = {
        bound: getattr(second, bound)
        for bound in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
        if getattr(second, bound) != getattr(first, bound)
    }
    return first, Window(**tighter) if tighter else None


def assess(accounts: Sequence[Account], names: Mapping[str, str] | None = None) -> tuple[Assessment, ...]:
    """Return an assessment of every event of some accounts with shared identifiers, sorted by identifier.

    `names` are the preferred names of bills and actors, where the accounts are not all that there are.
    """
    ordered = in_order(accounts)
    plain, kept = solutions(ordered)
    names = preferred_names(ordered) if names is None else names
    claims, events = defaultdict[str, list[tuple[int, Claim]]](list), defaultdict[str, list[Event]](list)
    for rank, account in enumerate(ordered):
        for claim in account.claims:
            claims[claim.event].append((rank, claim))
        for event in account.events:
            events[event.id].append(event)
    follows, kinds = _follows(claims, _next_steps(ordered, claims)), _kinds(ordered)
    found = list[Assessment]()
    for identity in sorted(events):
        said = claims[identity]
        if not said:
            continue
        status = weigh(said)
        kind = _type(events[identity])
        pledged = any(claim.factuality is Factuality.PROMISED for _, claim in said)
        if status is Factuality.SCHEDULED and kind in _OF_ONE and pledged:
            status = Factuality.PROMISED  # "President to sign the bill", as he says himself
        only_words = all(is_word(claim) for _, claim in said)
        settled, if_kept = _windows(identity, plain, kept, only_words)
        outcome = _latest_outcome(said) if status in _SETTLED else None
        if status.is_fact and kind in _TOLD_BY_TYPE:
            outcome = _TOLD_BY_TYPE[kind]
        if outcome is Outcome.APPROVED and not status.is_fact:
            outcome = None  # what did not come about approved nothing
        told = outcome if status.is_fact else None
        label = label_of(kind, told, events[identity], names, kinds[identity])
        found.append(
            Assessment(
                identity,
                kind,
                label,
                status,
                outcome,
                _latest_votes(said),
                settled,
                if_kept,
                follows.get(identity, ()),
            )
        )
    return _in_time(found)


def _in_time(assessments: list[Assessment]) -> tuple[Assessment, ...]:
    """Return the assessments without an order that the days or a circle of orders refute."""
    days = {one.event: one.window for one in assessments}
    follows = {one.event: set(one.follows) for one in assessments}

    def fits(event: str, earlier: str) -> bool:
        first, last = days[earlier].earliest_begin, days[event].latest_end
        circle = event in _all_before(follows, earlier, set()) or event == earlier
        return not circle and not (first and last and last < first)

    return tuple(
        replace(one, follows=tuple(e for e in one.follows if e in days and fits(one.event, e)))
        for one in assessments
    )


def _kinds(accounts: Iterable[Account]) -> Mapping[str, Mapping[str, str]]:
    """Return the kinds of those who take part in each event, as the first article that tells of them has
    it.
    """
    found = defaultdict[str, dict[str, str]](dict)
    for account in accounts:
        known = {actor.id: actor.kind for actor in account.actors}
        for event in account.events:
            for part in event.participants:
                if part.actor in known:
                    found[event.id].setdefault(part.actor, known[part.actor])
    return found


def _type(tellings: Sequence[Event]) -> EventType:
    """Return the type most articles give; a reading says more than a plain passage."""
    counts = Counter(event.type for event in tellings)
    readings = [kind for kind in counts if kind.endswith("-reading")]
    return min(readings or counts, key=lambda kind: (-counts[kind], kind))


def _latest_outcome(said: Sequence[tuple[int, Claim]]) -> Outcome | None:
    told = [(rank, claim.source is None, claim.id, claim.outcome) for rank, claim in said if claim.outcome]
    return max(told)[-1] if told else None


def _latest_votes(said: Sequence[tuple[int, Claim]]) -> Votes | None:
    """Return the fullest figures that the latest article with those of both sides gives, else with any."""

    def figures(votes: Votes) -> int:
        return sum(count is not None for count in (votes.in_favour, votes.against, votes.abstain))

    def whole(votes: Votes) -> bool:
        return votes.in_favour is not None and votes.against is not None

    told = [(whole(v), rank, figures(v), claim.id) for rank, claim in said if (v := claim.votes)]
    chosen = max(told)[-1] if told else None
    return next((claim.votes for _, claim in said if claim.id == chosen), None)


def _next_steps(
    accounts: Sequence[Account], claims: Mapping[str, list[tuple[int, Claim]]]
) -> list[tuple[str, str]]:
    """Return the steps still ahead, each with the one before it in every procedure."""
    events = {event.id: event for account in accounts for event in account.events}
    status = {event: weigh(said) for event, said in claims.items() if said}
    unreal = frozenset(e for e, s in status.items() if not (s.is_fact or s.lies_ahead))
    pairs = steps_in_order(event for event in events.values() if event.id not in unreal)
    return [(a, b) for a, b in pairs if a in status and b in status and status[b].lies_ahead]


def _follows(
    claims: Mapping[str, list[tuple[int, Claim]]], steps: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Return the events that each event is said to come after, or comes after in every procedure."""
    found = defaultdict[str, set[str]](set)
    for before, after in steps:
        found[after].add(before)
    for identity, said in claims.items():
        for _, claim in said:
            found[identity].update((*claim.after, *claim.conditions))
            if (
                claim.distance is not None
                and claim.distance.anchor in claims
                and (claim.distance.at_least or 0) >= 0
            ):
                found[identity].add(claim.distance.anchor)
            for later in claim.before:
                found[later].add(identity)
    direct = dict[str, tuple[str, ...]]()
    for identity, earlier in found.items():
        beyond = set[str]().union(*(_all_before(found, one, {identity}) for one in earlier))
        direct[identity] = tuple(sorted(earlier - beyond - {identity}))
    return {identity: earlier for identity, earlier in direct.items() if earlier}


def _all_before(found: Mapping[str, set[str]], event: str, seen: set[str]) -> set[str]:
    """Return everything that stands before an event, through any number of steps; circles end where they
    began.
    """
    before = set[str]()
    queue = [event]
    while queue:
        for earlier in found.get(queue.pop(), set()) - before - seen:
            before.add(earlier)
            queue.append(earlier)
    return before
