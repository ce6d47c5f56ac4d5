"""Two outlets on one bill, event by event: what each says, whether they agree, and the sentences of both.

Whoever tells is an outlet, or an article whose outlet is not named. The verdict on two sides does not depend
on which of them is called A: exchanged, only A becomes only B.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from graph import wording
from graph.linking.counted import different
from graph.linking.tellings import touch
from graph.model import Account, Claim, Participant, Votes
from graph.terms import Factuality, Outcome, Role
from graph.views.library import Library, Telling
from graph.views.timeline import Choice, chosen

ITSELF: Final = "the article itself"
"""On whose word something is told where no one is quoted."""
_PARTS = {Role.AGENT: "", Role.RECIPIENT: " (receives it)", Role.AFFECTED: " (concerned)"}


class Verdict(StrEnum):
    """How two sides stand to each other, in one matter or in a whole event."""

    CONFLICT = "conflict"  # both cannot be true
    DIFFER = "differ"  # told differently, or by one with more; both can be true
    AGREE = "agree"
    ONLY_A = "only a"
    ONLY_B = "only b"


class Matter(StrEnum):
    """What is compared of an event."""

    STATUS = "status"
    WHEN = "when"
    OUTCOME = "outcome"
    VOTES = "votes"
    WHO = "who"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Compared:
    """One matter of an event: what each side says in plain words (statuses by their values), latest last."""

    matter: Matter
    a: tuple[str, ...]
    b: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One event: the claims of each side, latest last, and their matters; a matter of neither is left out."""

    event: str
    a: tuple[Telling, ...]
    b: tuple[Telling, ...]
    matters: tuple[Compared, ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the event: a conflict in any matter, else a difference in any."""
        if not self.b:
            return Verdict.ONLY_A
        if not self.a:
            return Verdict.ONLY_B
        found = {one.verdict for one in self.matters}
        if Verdict.CONFLICT in found:
            return Verdict.CONFLICT
        return Verdict.AGREE if found <= {Verdict.AGREE} else Verdict.DIFFER


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two outlets tell of a bill, in the order of time."""

    bill: str
    a: str
    b: str
    rows: tuple[Row, ...]

    def of(self, *verdicts: Verdict) -> tuple[Row, ...]:
        """Return the events with one of these verdicts."""
        return tuple(row for row in self.rows if row.verdict in verdicts)


def teller(account: Account) -> str:
    """Return who tells an article: its outlet, or the article itself by its identifier."""
    return account.article.outlet or account.article.id


def called(shelf: Library, name: str) -> str:
    """Return what a teller is called: the outlet, or the headline of an article without one."""
    titles = (a.article.title for a in shelf.accounts.values() if a.article.id == name)
    return next(titles, "") or name


def tellers(shelf: Library, bill: str) -> dict[str, frozenset[str]]:
    """Return who tells of a bill, by name, each with the events told."""
    found = defaultdict[str, set[str]](set)
    for one in chosen(shelf, Choice(bill=bill)):
        for telling in shelf.claims.get(one.event, ()):
            found[teller(telling.account)].add(one.event)
    return {name: frozenset(found[name]) for name in sorted(found, key=str.casefold)}


def nearest(told: Mapping[str, frozenset[str]], name: str) -> str | None:
    """Return who tells most of the same events as a teller; None where nobody else tells."""
    others = [other for other in told if other != name]
    return max(others, key=lambda other: (len(told[other] & told[name]), len(told[other])), default=None)


def closest_pair(told: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """Return the two who tell most of the same events; None where fewer than two tell."""
    return max(
        combinations(told, 2),
        key=lambda pair: (len(told[pair[0]] & told[pair[1]]), len(told[pair[0]] | told[pair[1]])),
        default=None,
    )


def compare(shelf: Library, bill: str, a: str, b: str) -> Comparison:
    """Return what two tellers say of a bill: each of their claims stands in one row."""
    rows = []
    for one in chosen(shelf, Choice(bill=bill)):
        left, right = (_said(shelf, one.event, name) for name in (a, b))
        if left or right:
            rows.append(Row(one.event, left, right, _matters(shelf, left, right)))
    return Comparison(bill, a, b, tuple(rows))


def _said(shelf: Library, event: str, name: str) -> tuple[Telling, ...]:
    """Return the claims of a teller on an event by publication, in an article those quoted first, and what is
    more certain last: the last one is what the teller amounts to.
    """
    certain = list(Factuality)

    def order(telling: Telling) -> tuple[dt.date, str, bool, int, str]:
        claim, article = claim_of(telling), telling.account.article
        told = article.published or dt.date.max
        return told, article.id, claim.source is None, -certain.index(claim.factuality), claim.id

    return tuple(sorted((t for t in shelf.claims.get(event, ()) if teller(t.account) == name), key=order))


def claim_of(telling: Telling) -> Claim:
    """Return the claim that a telling of an event is."""
    assert isinstance(telling.said, Claim)
    return telling.said


def _latest(values: Iterable[str]) -> tuple[str, ...]:
    """Return values once each, where they stand last."""
    return tuple(reversed(dict.fromkeys(reversed([value for value in values if value]))))


def _matters(shelf: Library, a: tuple[Telling, ...], b: tuple[Telling, ...]) -> tuple[Compared, ...]:
    one, other = [claim_of(t) for t in a], [claim_of(t) for t in b]
    found = [
        _in_time(Matter.STATUS, _statuses(one), _statuses(other), _denied(one, other) or _denied(other, one)),
        _in_time(Matter.WHEN, _days(shelf, one), _days(shelf, other), _other_days(one, other)),
        _in_time(Matter.OUTCOME, _outcomes(one), _outcomes(other), _opposite(one, other)),
        _in_time(Matter.VOTES, _figures(one), _figures(other), different(_count(one), _count(other))),
        _as_sets(Matter.WHO, _parts(shelf, a), _parts(shelf, b)),
        _as_sets(Matter.SOURCE, _voices(shelf, one), _voices(shelf, other)),
    ]
    return tuple(one for one in found if one.a or one.b)


def _in_time(matter: Matter, a: tuple[str, ...], b: tuple[str, ...], conflict: bool) -> Compared:
    """Compare what may have changed from article to article: who ends up with the same agrees."""
    if a[-1:] == b[-1:]:
        return Compared(matter, a, b, Verdict.AGREE)
    return Compared(matter, a, b, Verdict.CONFLICT if conflict and a and b else _apart(a, b))


def _as_sets(matter: Matter, a: tuple[str, ...], b: tuple[str, ...]) -> Compared:
    return Compared(matter, a, b, Verdict.AGREE if set(a) == set(b) else _apart(a, b))


def _apart(a: tuple[str, ...], b: tuple[str, ...]) -> Verdict:
    if a and b:
        return Verdict.DIFFER
    return Verdict.ONLY_A if a else Verdict.ONLY_B


# ---- what a side says --------------------------------------------------------------------------------------


def _statuses(claims: list[Claim]) -> tuple[str, ...]:
    return _latest(claim.factuality.value for claim in claims)


def _days(shelf: Library, claims: list[Claim]) -> tuple[str, ...]:
    """Return the days that the words name, or how far they stand from another event."""
    found = list[str]()
    for claim in claims:
        if not claim.window.is_open:
            found.append(wording.when(claim.window))
        elif claim.distance is not None and claim.distance.anchor in shelf.assessments:
            found.append(wording.distance(claim.distance, shelf.name(claim.distance.anchor)))
    return _latest(found)


def _outcomes(claims: list[Claim]) -> tuple[str, ...]:
    return _latest(wording.outcome(claim.outcome) for claim in claims)


def _count(claims: list[Claim]) -> Votes | None:
    """Return the figures of a vote, each as it is told last."""
    told = [claim.votes for claim in claims if claim.votes is not None]
    if not told:
        return None

    def last(figures: list[int | None]) -> int | None:
        return next((figure for figure in reversed(figures) if figure is not None), None)

    return Votes(
        last([votes.in_favour for votes in told]),
        last([votes.against for votes in told]),
        last([votes.abstain for votes in told]),
    )


def _figures(claims: list[Claim]) -> tuple[str, ...]:
    count = _count(claims)
    return (wording.votes(count),) if count else ()


def _parts(shelf: Library, tellings: tuple[Telling, ...]) -> tuple[str, ...]:
    """Return who takes part by the articles of a side, agents first."""
    told = {claim_of(telling).event for telling in tellings}
    events = {event for telling in tellings for event in telling.account.events if event.id in told}
    parts = {part for event in events for part in event.participants}
    order = list(Role)

    def rank(part: Participant) -> tuple[int, str]:
        return order.index(part.role), shelf.name(part.actor)

    return tuple(f"{shelf.name(part.actor)}{_PARTS[part.role]}" for part in sorted(parts, key=rank))


def _voices(shelf: Library, claims: list[Claim]) -> tuple[str, ...]:
    return _latest(shelf.name(claim.source) if claim.source else ITSELF for claim in claims)


# ---- what cannot both be true ------------------------------------------------------------------------------


def _other_days(one: list[Claim], other: list[Claim]) -> bool:
    """Whether both tell it as past, on days that cannot be the same."""
    a, b = (
        [claim.window for claim in claims if claim.factuality.is_fact and not claim.window.is_open]
        for claims in (one, other)
    )
    return bool(a and b) and not touch(a[-1], b[-1])


def _opposite(one: list[Claim], other: list[Claim]) -> bool:
    a, b = (
        [claim.outcome for claim in claims if claim.factuality.is_fact and claim.outcome]
        for claims in (one, other)
    )
    return bool(a and b) and {a[-1], b[-1]} == {Outcome.APPROVED, Outcome.REJECTED}


def _denied(no: list[Claim], yes: list[Claim]) -> bool:
    """Whether one ends up denying for a day what the other tells of that day."""
    if not no or not yes or no[-1].factuality is not Factuality.DENIED or not yes[-1].factuality.is_fact:
        return False
    dated = not no[-1].window.is_open and not yes[-1].window.is_open
    return dated and touch(no[-1].window, yes[-1].window)
