"""The claims of all articles until a day, by event; and which events of different articles are one deed.

Linking joins tellings whose days agree. A promise and what came of it need not agree: what was to be done by
the 6th may be done on the 10th. So here a deed is more than an event: the same step of the same bill by the
same chamber, or the same thing done to the same people, whatever the day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.linking.assessment import assess
from graph.linking.resolver import in_order
from graph.model import Account, Actor, Assessment, Claim, Collection, Event, Window
from graph.terms import ActorKind, EventType, Factuality, Role

_REPEATED = frozenset(
    (
        EventType.AMENDMENT,
        EventType.DEBATE,
        EventType.COMMITTEE,
        EventType.CONCILIATION,
        EventType.REFERRAL,
        EventType.STATEMENT,
        EventType.PROMISE,
        EventType.MEETING,
        EventType.SITTING,
        EventType.PROTEST,
        EventType.ARREST,
        EventType.ATTACK,
        EventType.NEGOTIATION,
    )
)
"""Kinds that come again and again: two of them are one only where linking says so."""
_BODIES = frozenset((ActorKind.CHAMBER, ActorKind.LEGISLATURE, ActorKind.COMMITTEE))


@dataclass(frozen=True, slots=True)
class Report:
    """A claim with the account that it stands in."""

    account: Account
    claim: Claim

    @property
    def published(self) -> dt.date | None:
        """The day of the article."""
        return self.account.article.published


@dataclass(frozen=True)
class Reports:
    """What articles say until a day, by event, first published first.

    Attributes:
        as_of: the day that was asked for; None where all articles count.
        latest: the day of the latest article that names a bill, by the bill.
    """

    as_of: dt.date | None
    latest: Mapping[str, dt.date]
    accounts: tuple[Account, ...]  # by publication
    assessments: Mapping[str, Assessment]
    claims: Mapping[str, tuple[Report, ...]]
    events: Mapping[str, tuple[Event, ...]]
    actors: Mapping[str, Actor]
    types: Mapping[EventType, tuple[str, ...]]

    def label(self, event: str) -> str:
        """Return the plain name of an event."""
        return self.assessments[event].label

    def known_until(self, bill: str | None, tellings: Iterable[Report]) -> dt.date | None:
        """Return the day until which articles could tell what became of a word; None where none has a day.

        It is the day that was asked for, else that of the latest article on the bill, or, of a word about no
        bill, on any of those that the articles name which tell it. What other articles tell of other bills
        says nothing about it.
        """
        if self.as_of is not None:
            return self.as_of
        told = list(tellings)
        bills = {bill} if bill else {one.id for report in told for one in report.account.bills}
        days = [self.latest.get(one) for one in bills] + [report.published for report in told]
        return max((day for day in days if day), default=None)

    def when(self, event: str) -> Window:
        """Return the days of an event after all claims are weighed; open for an event without claims."""
        found = self.assessments.get(event)
        return found.window if found else Window()

    def when_done(self, event: str) -> Window:
        """Return the days of an event, or of the deed that it turned out to be."""
        done = (r for r in self.of_deed(event) if r.claim.factuality is Factuality.HAPPENED)
        return self.when(next((report.claim.event for report in done), event))

    def bill(self, event: str) -> str | None:
        """Return the bill of an event."""
        return next((telling.bill for telling in self.events.get(event, ()) if telling.bill), None)

    def parts(self, event: str, role: Role) -> frozenset[str]:
        """Return who has a role in an event by any article."""
        return frozenset(
            p.actor for telling in self.events[event] for p in telling.participants if p.role is role
        )

    def of_deed(self, event: str, kind: EventType | None = None) -> tuple[Report, ...]:
        """Return all that is said of a deed, or of the deed of another kind that would stand in its place
        ("veto" for "assent"), first published first.
        """
        wanted = kind or self.assessments[event].type
        same = [other for other in self.types.get(wanted, ()) if self._same(event, other)]
        return tuple(sorted((r for other in same for r in self.claims.get(other, ())), key=_by_day))

    def same_deed(self, one: str, other: str) -> bool:
        """Whether two events are one deed."""
        return self.assessments[one].type is self.assessments[other].type and self._same(one, other)

    def _same(self, one: str, other: str) -> bool:
        if one == other:
            return True
        kind, bills = self.assessments[one].type, (self.bill(one), self.bill(other))
        if kind in _REPEATED:
            return False
        if kind.is_stage:
            return bills[0] == bills[1] is not None and self._bodies_agree(one, other)
        if bills[0] != bills[1] and None not in bills:
            return False
        affected = self.parts(one, Role.AFFECTED), self.parts(other, Role.AFFECTED)
        if affected[0] or affected[1]:
            return bool(affected[0] & affected[1])
        return bool(self.parts(one, Role.AGENT) & self.parts(other, Role.AGENT))

    def _bodies_agree(self, one: str, other: str) -> bool:
        first, second = (
            {a for a in self.parts(event, Role.AGENT) if a in self.actors and self.actors[a].kind in _BODIES}
            for event in (one, other)
        )
        return not first or not second or bool(first & second)


def _by_day(report: Report) -> tuple[dt.date, str, str]:
    return report.published or dt.date.max, report.account.article.id, report.claim.id


def reports_until(collection: Collection, as_of: dt.date | None) -> Reports:
    """Return what the articles of a collection say until a day; all that they say where it is None.

    Articles without a day always count.
    """
    accounts = tuple(
        a
        for a in collection.accounts
        if as_of is None or a.article.published is None or a.article.published <= as_of
    )
    whole = len(accounts) == len(collection.accounts)
    assessed = collection.assessments if whole else assess(accounts)
    ordered = tuple(in_order(accounts))
    claims, events = defaultdict[str, list[Report]](list), defaultdict[str, list[Event]](list)
    for account in ordered:
        for claim in account.claims:
            claims[claim.event].append(Report(account, claim))
        for event in account.events:
            events[event.id].append(event)
    latest = dict[str, dt.date]()
    for account in ordered:  # by publication, those without a day last
        if account.article.published:
            latest |= {bill.id: account.article.published for bill in account.bills}
    types = defaultdict[EventType, list[str]](list)
    for one in sorted(assessed, key=lambda one: one.event):
        types[one.type].append(one.event)
    return Reports(
        as_of,
        latest,
        ordered,
        {one.event: one for one in assessed},
        {event: tuple(sorted(said, key=_by_day)) for event, said in claims.items()},
        {event: tuple(told) for event, told in events.items()},
        {actor.id: actor for account in accounts for actor in account.actors},
        {kind: tuple(found) for kind, found in types.items()},
    )
