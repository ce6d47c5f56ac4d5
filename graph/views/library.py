"""Everything in the store as one indexed, read-only whole: what every view is made of.

A `Library` may stop at a day: then only articles published until that day count, and every event has the
status that it had for a reader on that day.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.checks.contradictions import Consistency, consistency_of
from graph.checks.procedure.standing import Whereabouts, whereabouts
from graph.checks.promises import Promise, promises_of
from graph.linking.earlier import as_of
from graph.model import (
    Account,
    Actor,
    Assessment,
    Bill,
    Claim,
    Collection,
    Event,
    Participant,
    Position,
    Provision,
    Quote,
    Tenure,
)
from graph.terms import ActorKind, Role
from graph.vocabulary import article_id


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim, position, tenure or provision together with the article that it stands in."""

    account: Account
    said: Claim | Position | Tenure | Provision

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentences behind it."""
        return self.said.quotes


@dataclass(frozen=True, eq=False)
class Library:
    """A collection with its indexes; compared by identity, so that what is made of one can be kept for it.

    Attributes:
        collection: as read from the store.
        claims, positions: what is said about an event; what is said of an actor's or a bill's positions.
        actors, bills: what each article calls them, by identifier.
        events: the event as each article has it, by identifier.
    """

    collection: Collection
    assessments: Mapping[str, Assessment]
    claims: Mapping[str, tuple[Telling, ...]]
    positions: Mapping[str, tuple[Telling, ...]]
    tenures: Mapping[str, tuple[Telling, ...]]
    provisions: Mapping[str, tuple[Telling, ...]]
    actors: Mapping[str, tuple[Actor, ...]]
    bills: Mapping[str, tuple[Bill, ...]]
    events: Mapping[str, tuple[Event, ...]]
    accounts: Mapping[str, Account]

    @cached_property
    def consistency(self) -> Consistency:
        """What the articles say that cannot all be true, and the plans that were overtaken."""
        return consistency_of(self.collection)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Who promised what, and what became of it until the day of the latest article."""
        return promises_of(self.collection)

    def promises_beside(self, bill: str) -> list[Promise]:
        """Return the promises about a bill, and those about no bill that an article on this one tells."""
        about = {a.article.id for a in self.collection.accounts if bill in {b.id for b in a.bills}}
        return [
            one
            for one in self.promises
            if one.bill == bill or (one.bill is None and any(told.article in about for told in one.tellings))
        ]

    @cached_property
    def courses(self) -> Mapping[str, Whereabouts]:
        """Where each bill that any step is told of stands by its procedure; steps have the days as told."""
        return {found.bill: found for found in whereabouts(self.collection, days=False)}

    @cached_property
    def _bill_of(self) -> Mapping[str, str]:
        return {
            event: bill
            for event, tellings in self.events.items()
            if (bill := next((telling.bill for telling in tellings if telling.bill), None))
        }

    def name(self, identity: str) -> str:
        """Return the preferred name of an actor or bill, or the label of an event; the identifier where
        unknown.
        """
        if identity in self.collection.names:
            return self.collection.names[identity]
        found = self.assessments.get(identity)
        return found.label if found else identity

    def kind(self, actor: str) -> ActorKind:
        """Return the kind of an actor."""
        known = self.actors.get(actor)
        return known[0].kind if known else ActorKind.ORGANISATION

    def bill_of(self, event: str) -> str | None:
        """Return the bill of an event."""
        return self._bill_of.get(event)

    def claim(self, identity: str | None, *events: str) -> Claim | None:
        """Return a claim about one of some events by its identifier; None where none of theirs has it."""
        said = (telling.said for event in events for telling in self.claims.get(event, ()))
        return next((one for one in said if isinstance(one, Claim) and one.id == identity), None)

    def participants(self, event: str) -> tuple[Participant, ...]:
        """Return who takes part in an event by any article, agents first."""
        found = dict.fromkeys(p for telling in self.events.get(event, ()) for p in telling.participants)
        order = list(Role)
        return tuple(sorted(found, key=lambda p: (order.index(p.role), self.name(p.actor))))

    def agents(self, event: str) -> tuple[str, ...]:
        """Return the agents of an event."""
        return tuple(p.actor for p in self.participants(event) if p.role is Role.AGENT)

    def articles_of(self, event: str) -> tuple[Account, ...]:
        """Return the articles that tell an event, by day of publication."""
        found = {telling.account.article.id: telling.account for telling in self.claims.get(event, ())}
        return tuple(sorted(found.values(), key=_published))

    def reported(self, event: str) -> dt.date | None:
        """Return the first day on which an article tells an event."""
        days = [a.article.published for a in self.articles_of(event) if a.article.published]
        return min(days, default=None)

    def bills_of(self, account: Account) -> tuple[str, ...]:
        """Return the bills of an article, those with most events and positions in it first."""
        told = Counter[str](e.bill for e in account.events if e.bill)
        told.update(p.bill for p in account.positions if p.bill)
        return tuple(sorted((b.id for b in account.bills), key=lambda b: (-told[b], self.name(b))))


def _published(account: Account) -> tuple[dt.date, str]:
    return account.article.published or dt.date.max, account.article.id


def library(collection: Collection, *, until: dt.date | None = None) -> Library:
    """Return a collection with its indexes, as of a day where one is given.

    Articles without a day of publication always count.
    """
    if until is not None:
        collection = as_of(collection, until)
    claims, positions = defaultdict[str, list[Telling]](list), defaultdict[str, list[Telling]](list)
    tenures, provisions = defaultdict[str, list[Telling]](list), defaultdict[str, list[Telling]](list)
    actors, bills, events = (
        defaultdict[str, list[Actor]](list),
        defaultdict[str, list[Bill]](list),
        defaultdict[str, list[Event]](list),
    )
    for account in sorted(collection.accounts, key=_published):
        for claim in account.claims:
            claims[claim.event].append(Telling(account, claim))
        for position in account.positions:
            for identity in {position.holder, position.bill} - {None}:
                positions[str(identity)].append(Telling(account, position))
        for tenure in account.tenures:
            tenures[tenure.holder].append(Telling(account, tenure))
        for provision in account.provisions:
            provisions[provision.bill].append(Telling(account, provision))
        for actor in account.actors:
            actors[actor.id].append(actor)
        for bill in account.bills:
            bills[bill.id].append(bill)
        for event in account.events:
            events[event.id].append(event)
    return Library(
        collection,
        {assessment.event: assessment for assessment in collection.assessments},
        claims={key: tuple(found) for key, found in claims.items()},
        positions={key: tuple(found) for key, found in positions.items()},
        tenures={key: tuple(found) for key, found in tenures.items()},
        provisions={key: tuple(found) for key, found in provisions.items()},
        actors={key: tuple(found) for key, found in actors.items()},
        bills={key: tuple(found) for key, found in bills.items()},
        events={key: tuple(found) for key, found in events.items()},
        accounts={article_id(a.article.id): a for a in collection.accounts},
    )
