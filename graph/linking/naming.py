"""Records with other identifiers; what they say stays the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.linking.tellings import Telling
from graph.model import Account, Claim, Event, Participant


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

    return replace(
        account,
        actors=tuple(replace(a, id=new(a.id)) for a in account.actors),
        tenures=tuple(replace(t, holder=new(t.holder)) for t in account.tenures),
        bills=tuple(replace(b, id=new(b.id)) for b in account.bills),
        provisions=tuple(replace(p, bill=new(p.bill)) for p in account.provisions),
        events=tuple(named_event(event, names) for event in account.events),
        claims=tuple(claim(c) for c in account.claims),
        positions=tuple(
            replace(p, holder=new(p.holder), bill=maybe(p.bill), source=maybe(p.source))
            for p in account.positions
        ),
        corrections=tuple(replace(c, about=maybe(c.about)) for c in account.corrections),
    )


def named_event(event: Event, names: Mapping[str, str]) -> Event:
    """Return an event with identifiers replaced."""
    return replace(
        event,
        id=names.get(event.id, event.id),
        bill=names.get(event.bill, event.bill) if event.bill else None,
        participants=tuple(
            sorted({Participant(names.get(p.actor, p.actor), p.role) for p in event.participants})
        ),
        announces=tuple(sorted({names.get(one, one) for one in event.announces})),
    )


def named_telling(telling: Telling, names: Mapping[str, str]) -> Telling:
    """Return a telling with identifiers replaced."""
    return replace(
        telling,
        event=named_event(telling.event, names),
        agents=frozenset(names.get(one, one) for one in telling.agents),
        bodies=frozenset(names.get(one, one) for one in telling.bodies),
    )
