"""One node for what several articles mean: bills, actors and events with shared identifiers.

Articles are taken in the order of their publication and identifier, never in the order given, so the result
is the same for every order. Things of one article are never merged with each other: that is coreference's
task. The first article that tells of a thing lends it its identifier.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.linking.actors import cast
from graph.linking.grouping import Doubtful, Grouping, grouped
from graph.linking.identifiers import local_identifiers
from graph.linking.judged import NOTHING, Judged
from graph.linking.profiles import Profile, profile
from graph.linking.tellings import Telling, apart, fits, tellings
from graph.model import Account, Claim, Event, Participant


@dataclass(slots=True)
class _Cluster:
    """The tellings of one thing; `articles` are those that have one, `members` the articles' identifiers."""

    identity: str
    articles: set[str] = field(default_factory=set)
    events: list[Telling] = field(default_factory=list)
    members: set[str] = field(default_factory=set)


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """Return the accounts by day of publication (undated ones last) and identifier."""
    return sorted(accounts, key=lambda a: (a.article.published or dt.date.max, a.article.id))


def resolve(accounts: Iterable[Account], judged: Judged = NOTHING) -> tuple[Account, ...]:
    """Return the accounts with one identifier for each bill, actor and event that several of them mean.

    What people said of pairs goes before what the program would make of them.
    """
    ordered = [with_names(account, local_identifiers(account)) for account in in_order(accounts)]
    names = dict[str, str]()
    names |= _bills(ordered, judged).names
    names |= cast(ordered, names, judged).names
    renamed = [with_names(account, names) for account in ordered]
    events = _events(renamed, judged)
    return tuple(with_names(account, events) for account in renamed)


def _named(
    identity: str, article: str, clusters: Iterable[Iterable[_Cluster]], judged: Judged
) -> _Cluster | None:
    """Return the cluster that a person put a thing of an article into."""
    if not judged.speaks_of(identity):
        return None
    open_ones = (c for found in clusters for c in found if article not in c.articles)
    return next((c for c in open_ones if judged.joins(identity, c.members)), None)


def _bills(accounts: list[Account], judged: Judged) -> Grouping:
    """Return the bills of accounts in groups."""

    def profiles(account: Account) -> list[tuple[str, Profile]]:
        told = tellings(account, {actor.id: actor.kind for actor in account.actors})
        return [(bill.id, profile(bill, account, told)) for bill in account.bills]

    return grouped(((account.article.id, profiles(account)) for account in accounts), judged)


def doubtful(accounts: Iterable[Account], judged: Judged = NOTHING) -> tuple[Doubtful, ...]:
    """Return the pairs of bills and of actors that may be one and are left apart until a person says, the
    surest first.
    """
    ordered = [with_names(account, local_identifiers(account)) for account in in_order(accounts)]
    bills = _bills(ordered, judged)
    actors = cast(ordered, bills.names, judged)
    names = bills.names | actors.names
    found = (*bills.doubts.values(), *actors.doubts.values())
    return tuple(
        sorted(
            {
                replace(d, one=names[d.one], other=names[d.other])
                for d in found
                if names[d.one] != names[d.other]
            },
            key=lambda doubt: (-doubt.score, doubt.one, doubt.other),
        )
    )


def with_names(account: Account, names: Mapping[str, str]) -> Account:
    """Return an account with identifiers replaced; what it says stays the same."""

    def new(identity: str) -> str:
        return names.get(identity, identity)

    def maybe(identity: str | None) -> str | None:
        return None if identity is None else new(identity)

    def many(identities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({new(i) for i in identities}))

    def claim(c: Claim) -> Claim:
        distance = replace(c.distance, anchor=new(c.distance.anchor)) if c.distance else None
        return replace(
            c,
            event=new(c.event),
            source=maybe(c.source),
            distance=distance,
            after=many(c.after),
            before=many(c.before),
            conditions=many(c.conditions),
        )

    def event(e: Event) -> Event:
        parts = tuple(sorted({Participant(new(p.actor), p.role) for p in e.participants}))
        return replace(e, id=new(e.id), bill=maybe(e.bill), participants=parts, announces=many(e.announces))

    return replace(
        account,
        actors=tuple(replace(a, id=new(a.id)) for a in account.actors),
        tenures=tuple(replace(t, holder=new(t.holder)) for t in account.tenures),
        bills=tuple(replace(b, id=new(b.id)) for b in account.bills),
        provisions=tuple(replace(p, bill=new(p.bill)) for p in account.provisions),
        events=tuple(event(e) for e in account.events),
        claims=tuple(claim(c) for c in account.claims),
        positions=tuple(
            replace(p, holder=new(p.holder), bill=maybe(p.bill), source=maybe(p.source))
            for p in account.positions
        ),
        corrections=tuple(replace(c, about=maybe(c.about)) for c in account.corrections),
    )


def _events(accounts: list[Account], judged: Judged) -> dict[str, str]:
    """Return the identifiers of events; of an article the telling closest to earlier ones comes first."""
    clusters, names = defaultdict[tuple[str | None, bool], list[_Cluster]](list), dict[str, str]()
    kinds = {actor.id: actor.kind for account in accounts for actor in account.actors}

    def join(event: str, cluster: _Cluster, article: str, telling: Telling) -> None:
        cluster.events.append(telling)
        cluster.articles.add(article)
        cluster.members.add(event)
        names[event] = cluster.identity

    for account in accounts:
        article, told = account.article.id, {t.event.id: t for t in tellings(account, kinds)}
        for event in sorted(told):
            if (named := _named(event, article, clusters.values(), judged)) is not None:
                join(event, named, article, told[event])
        fitting = [
            (apart(telling, cluster.events), cluster.identity, event, cluster)
            for event, telling in told.items()
            for cluster in clusters[telling.event.bill, telling.type.is_stage]
            if not judged.parts(event, cluster.members) and fits(telling, cluster.events)
        ]
        for *_, event, cluster in sorted(fitting, key=lambda item: item[:3]):
            if event not in names and article not in cluster.articles:
                join(event, cluster, article, told[event])
        for event, telling in told.items():
            if event not in names:
                new = _Cluster(event)
                join(event, new, article, telling)
                clusters[telling.event.bill, telling.type.is_stage].append(new)
    return names
