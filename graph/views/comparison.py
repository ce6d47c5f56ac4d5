"""Two outlets on one bill, event by event: what each says, whether they agree, and the sentences of both.

Whoever tells is an outlet, or an article whose outlet is not named. The verdict on two sides does not depend
on which of them is called A: exchanged, only A becomes only B.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from graph import wording
from graph.linking.counted import different
from graph.linking.tellings import touch
from graph.model import Claim, Participant, Votes
from graph.terms import Factuality, Outcome, Role
from graph.views.library import Library, Telling
from graph.views.tellers import teller
from graph.views.timeline import Choice, chosen

ITSELF: Final = "the article itself"
"""On whose word something is told where no one is quoted."""
Days = tuple[dt.date | None, dt.date | None]
_PARTS = {Role.AGENT: "", Role.RECIPIENT: " (receives it)", Role.AFFECTED: " (concerned)"}


class Verdict(StrEnum):
    """How two sides stand to each other, in one matter or in a whole event."""

    CONFLICT = "conflict"  # both cannot be true
    DIFFER = "differ"  # told differently; both can be true
    LATER_A = "later a"  # A reports later what came of what lay ahead for B
    LATER_B = "later b"
    MORE = "more"  # one tells more, or more exactly; what both tell is the same
    AGREE = "agree"
    ONLY_A = "only a"
    ONLY_B = "only b"


_DECIDED: Final = frozenset((Factuality.DENIED, Factuality.CANCELLED))
"""By which what lay ahead is settled as well as by its taking place."""


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
        """The verdict on the event: a conflict in any matter, else a difference in any, else that one reports
        later what came of it, else that one tells more.
        """
        if not self.b:
            return Verdict.ONLY_A
        if not self.a:
            return Verdict.ONLY_B
        found = {one.verdict for one in self.matters}
        graver = (Verdict.CONFLICT, Verdict.DIFFER, Verdict.LATER_A, Verdict.LATER_B)
        return next(
            (one for one in graver if one in found),
            Verdict.AGREE if found <= {Verdict.AGREE} else Verdict.MORE,
        )


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
    clash, differs = Verdict.CONFLICT, _later(a, b) or Verdict.DIFFER
    denied = _denied(one, other) or _denied(other, one)
    other_days, opposite = _other_days(one, other), _opposite(one, other)
    counted_apart = different(_count(one), _count(other))
    parts, others = _parts(shelf, a), _parts(shelf, b)
    within = set(parts) <= set(others) or set(others) <= set(parts)
    more = _later(a, b) or Verdict.MORE
    found = [
        _in_time(Matter.STATUS, _statuses(one), _statuses(other), clash if denied else differs),
        _in_time(
            Matter.WHEN,
            _days(shelf, one),
            _days(shelf, other),
            clash if other_days else more if _nested(one, other) else differs,
        ),
        _in_time(Matter.OUTCOME, _outcomes(one), _outcomes(other), clash if opposite else differs),
        _in_time(Matter.VOTES, _figures(one), _figures(other), clash if counted_apart else more),
        _as_sets(Matter.WHO, parts, others, more if within else Verdict.DIFFER),
        _as_sets(Matter.SOURCE, _voices(shelf, one), _voices(shelf, other), differs),
    ]
    return tuple(one for one in found if one.a or one.b)


def _later(a: tuple[Telling, ...], b: tuple[Telling, ...]) -> Verdict | None:
    """Return which side reports later what came of what lay ahead for the other; None where neither does."""
    if not a or not b:
        return None
    days = a[-1].account.article.published, b[-1].account.article.published
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    then, since = (a, b) if days[0] < days[1] else (b, a)
    status, now = claim_of(then[-1]).factuality, claim_of(since[-1]).factuality
    order = list(Factuality)
    came = now.is_fact or now in _DECIDED or order.index(now) < order.index(status)
    if not status.lies_ahead or not came:
        return None
    return Verdict.LATER_B if since is b else Verdict.LATER_A


def _in_time(matter: Matter, a: tuple[str, ...], b: tuple[str, ...], apart: Verdict) -> Compared:
    """Compare what may have changed from article to article: who ends up with the same agrees."""
    return Compared(matter, a, b, Verdict.AGREE if a[-1:] == b[-1:] else _apart(a, b, apart))


def _as_sets(matter: Matter, a: tuple[str, ...], b: tuple[str, ...], apart: Verdict) -> Compared:
    return Compared(matter, a, b, Verdict.AGREE if set(a) == set(b) else _apart(a, b, apart))


def _apart(a: tuple[str, ...], b: tuple[str, ...], apart: Verdict) -> Verdict:
    if a and b:
        return apart
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


def _nested(one: list[Claim], other: list[Claim]) -> bool:
    """Whether the days of one lie within those of the other, so that it only tells them more exactly."""
    a, b = (
        [(claim.window.start, claim.window.end) for claim in claims if not claim.window.is_open]
        for claims in (one, other)
    )
    return bool(a and b) and (_within(a[-1], b[-1]) or _within(b[-1], a[-1]))


def _within(few: Days, many: Days) -> bool:
    (start, end), (first, last) = few, many
    if start is None or end is None:
        return False
    return (first is None or first <= start) and (last is None or end <= last)


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
