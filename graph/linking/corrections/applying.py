"""Carry out one judgement on the account of one article: change a field, retract, add, join, part.

Every function takes an account and gives a new one, or says why it cannot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graph.linking.corrections.anchoring import find
from graph.linking.corrections.fields import (
    SEVERAL,
    Thing,
    Value,
    read_value,
    votes_text,
    window_text,
)
from graph.linking.corrections.finding import Unfit, conflicting, names_in, stale
from graph.linking.corrections.judgements import Judgement
from graph.linking.identifiers import actor_identifier, bill_identifier, event_identifier
from graph.linking.naming import with_names
from graph.model import Account, Actor, Bill, Claim, Event, Participant, Quote, Votes, Window
from graph.terms import ActorKind, EventType, Factuality
from graph.vocabulary import mint

_ATTRIBUTE = {"status": "factuality", "speaker": "source"}
"""Fields that the records name otherwise."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An account after a judgement, and the old and new value of the field as the log writes them."""

    account: Account
    was: str | None = None
    now: str | None = None


def change(account: Account, thing: Thing, identity: str, field: str, text: str | None) -> Changed | Unfit:
    """Change one field of one record."""
    value = read_value(thing, field, text)
    match thing:
        case Thing.CLAIM if field in ("type", "bill", *SEVERAL):
            return _event_field(account, identity, field, value, text)
        case Thing.CLAIM:
            return _field_of(account, "claims", identity, field, value, text)
        case Thing.POSITION:
            return _field_of(account, "positions", identity, field, value, text)
        case Thing.TENURE:
            return _field_of(account, "tenures", identity, field, value, text)
        case Thing.ACTOR:
            return _field_of(account, "actors", identity, field, value, text)
        case _:
            return _field_of(account, "bills", identity, field, value, text)


def _field_of(
    account: Account, records: str, identity: str, field: str, value: Value, text: str | None
) -> Changed | Unfit:
    """Change a field that stands on the record itself; names become identifiers."""
    one = next((x for x in getattr(account, records) if x.id == identity), None)
    if one is None:
        return conflicting("a judgement before this one retracted it")
    new: Any = value
    if field in ("speaker", "holder", "bill") and isinstance(value, str):
        found = named_bill(account, value) if field == "bill" else named_actor(account, value, None)
        if isinstance(found, Unfit):
            return found
        account, new = found
    attribute = _ATTRIBUTE.get(field, field)
    was = _text(account, getattr(one, attribute))
    changes = {attribute: new}
    if field == "window":
        # What the words meant was misread: their value and distance would pull the days back.
        changes = {"window": value or Window(), "timex": None, "distance": None}
    if field == "name" and one.name != value:
        changes["aliases"] = tuple(sorted({*one.aliases, one.name} - {value}))
    changed = tuple(replace(x, **changes) if x is one else x for x in getattr(account, records))
    return Changed(_with(account, records, changed), was, text)


def _with(account: Account, records: str, found: tuple[Any, ...]) -> Account:
    return replace(account, **{records: found})  # type: ignore[arg-type]  # a name of a field, its records


def _text(account: Account, value: object) -> str | None:
    """Return a value as the log writes it."""
    if isinstance(value, Window):
        return window_text(value)
    if isinstance(value, Votes):
        return votes_text(value)
    return None if value is None else names_in(account).get(str(value), str(value))


def _event_field(account: Account, claim: str, field: str, value: Value, text: str | None) -> Changed | Unfit:
    """Change a field of the event that a claim is about."""
    event = event_of(account, claim)
    if event is None:
        return conflicting("a judgement before this one retracted it")
    if isinstance(value, EventType):
        return Changed(_with_event(account, replace(event, type=value, stage=None)), str(event.type), text)
    if field == "bill":
        was = _text(account, event.bill)
        found = (account, None) if value is None else named_bill(account, str(value))
        if isinstance(found, Unfit):
            return found
        return Changed(_with_event(found[0], replace(event, bill=found[1])), was, text)
    assert isinstance(value, tuple)
    role, name, kind = value
    named = named_actor(account, name, kind)
    if isinstance(named, Unfit):
        return named
    account, actor = named
    here = Participant(actor, role)
    if field == "remove" and here not in event.participants:
        return stale(f"“{name}” has no part as {role} any more")
    parts = {*event.participants, here} if field == "add" else {*event.participants} - {here}
    changed = _with_event(account, replace(event, participants=tuple(sorted(parts))))
    return Changed(changed, *((None, text) if field == "add" else (text, None)))


def event_of(account: Account, claim: str) -> Event | None:
    """Return the event that a claim of the account is about; None where there is no such claim."""
    about = next((one.event for one in account.claims if one.id == claim), None)
    return next((event for event in account.events if event.id == about), None)


def _with_event(account: Account, event: Event) -> Account:
    events = tuple(event if one.id == event.id else one for one in account.events)
    return replace(account, events=events)


def named_actor(account: Account, name: str, kind: ActorKind | None) -> tuple[Account, str] | Unfit:
    """Return the actor of a name, put into the account where the article only writes the name."""
    for one in account.actors:
        if name.casefold() in {known.casefold() for known in (one.name, *one.aliases)}:
            return account, one.id
    if not _written(account, name):
        return stale(f"the article names nobody “{name}”")
    if kind is None:
        return conflicting(f"what sort of actor “{name}” is must be said: write “{name} (person)”")
    new = Actor("", name, kind)
    new = replace(new, id=actor_identifier(account.article.id, new))
    return replace(account, actors=(*account.actors, new)), new.id


def named_bill(account: Account, name: str) -> tuple[Account, str] | Unfit:
    """Return the bill of a name or number, put into the account where the article only writes the name."""
    for one in account.bills:
        if name.casefold() in {known.casefold() for known in (one.name, one.number or "", *one.aliases)}:
            return account, one.id
    if not _written(account, name):
        return stale(f"the article names no bill “{name}”")
    new = Bill("", name)
    new = replace(new, id=bill_identifier(account.article.id, new))
    return replace(account, bills=(*account.bills, new)), new.id


def _written(account: Account, name: str) -> bool:
    return name.casefold() in f"{account.article.title}\n{account.article.text}".casefold()


def retract(account: Account, identity: str) -> Account | Unfit:
    """Take a claim, position or tenure out; an event goes with its last claim."""
    kept = {
        records: tuple(one for one in getattr(account, records) if one.id != identity)
        for records in ("claims", "positions", "tenures")
    }
    if all(len(kept[records]) == len(getattr(account, records)) for records in kept):
        return conflicting("a judgement before this one retracted it")
    return _without_bare_events(replace(account, **kept))  # type: ignore[arg-type]


def _without_bare_events(account: Account) -> Account:
    """Return an account without events that nothing is claimed of, and without pointers to them."""
    told = {claim.event for claim in account.claims}
    gone = {event.id for event in account.events} - told

    def kept(events: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(event for event in events if event not in gone)

    def free(claim: Claim) -> Claim:
        loose = claim.distance is not None and claim.distance.anchor in gone
        return replace(
            claim,
            distance=None if loose else claim.distance,
            after=kept(claim.after),
            before=kept(claim.before),
            conditions=kept(claim.conditions),
        )

    return replace(
        account,
        events=tuple(replace(e, announces=kept(e.announces)) for e in account.events if e.id not in gone),
        claims=tuple(map(free, account.claims)),
    )


def added_claim(judgement: Judgement) -> str:
    """Return the identifier of the claim that a judgement adds."""
    told = dict(judgement.fields)
    return mint("claim", f"{told['status']} {told['type']}", *judgement.articles, judgement.id)


def add(account: Account, judgement: Judgement, because: str) -> Changed | Unfit:
    """Add an event with one claim on the words of a judgement."""
    assert judgement.target is not None
    assert judgement.target.anchor is not None
    place = find(account.article, judgement.target.anchor)
    if not isinstance(place, Quote):
        return stale("the words no longer stand in the article, or stand there more than once")
    identity, told = added_claim(judgement), dict(judgement.fields)
    kind = read_value(Thing.CLAIM, "type", told["type"])
    event = Event(event_identifier(kind, None, [identity]), kind)  # type: ignore[arg-type]
    status = Factuality(str(told["status"]))
    claim = Claim(identity, event.id, status, (place,), because, 1.0)
    account = replace(account, events=(*account.events, event), claims=(*account.claims, claim))
    for field, text in judgement.fields:
        if field in ("type", "status"):
            continue
        changed = change(account, Thing.CLAIM, identity, field, text)
        if isinstance(changed, Unfit):
            return changed
        account = changed.account
    return Changed(account)


def join(account: Account, thing: Thing, one: str, other: str) -> Account | Unfit:
    """Make two events (each by a claim), two actors or two bills of one article one; the first one's name
    and kind stay.
    """
    if thing is not Thing.CLAIM:
        return _joined_names(account, "actors" if thing is Thing.ACTOR else "bills", one, other)
    kept, gone = event_of(account, one), event_of(account, other)
    if kept is None or gone is None:
        return conflicting("a judgement before this one retracted it")
    if kept.id == gone.id:
        return account
    joined = replace(
        kept,
        bill=kept.bill or gone.bill,
        participants=tuple(sorted({*kept.participants, *gone.participants})),
        announces=tuple(sorted({*kept.announces, *gone.announces} - {kept.id, gone.id})),
    )
    events = tuple(joined if e is kept else e for e in account.events if e is not gone)
    return _apart_from_itself(with_names(replace(account, events=events), {gone.id: kept.id}))


def _joined_names(account: Account, records: str, one: str, other: str) -> Account | Unfit:
    known = {x.id: x for x in getattr(account, records)}
    if one not in known or other not in known:
        return conflicting("a judgement before this one changed it")
    if one == other:
        return account
    kept, gone = known[one], known[other]
    aliases = {*kept.aliases, gone.name, *gone.aliases} - {kept.name}
    joined = replace(kept, aliases=tuple(sorted(aliases)))
    found = tuple(joined if x is kept else x for x in getattr(account, records) if x is not gone)
    return with_names(_with(account, records, found), {other: one})


def part(account: Account, thing: Thing, one: str, other: str) -> Account | Unfit:
    """Give the second of two claims on one event an event of its own."""
    if thing is not Thing.CLAIM:
        return account if one != other else conflicting("one article's names for one thing stay together")
    first, second = event_of(account, one), event_of(account, other)
    if first is None or second is None:
        return conflicting("a judgement before this one retracted it")
    if one == other:
        return conflicting("both are one claim: change or retract it instead")
    if first.id != second.id:
        return account
    new = replace(second, id=event_identifier(second.type, other, [other]))
    claims = tuple(replace(c, event=new.id) if c.id == other else c for c in account.claims)
    return replace(account, events=(*account.events, new), claims=claims)


def _apart_from_itself(account: Account) -> Account:
    """Return an account in which no claim places an event by itself."""

    def free(claim: Claim) -> Claim:
        own = {claim.event}
        loop = claim.distance is not None and claim.distance.anchor == claim.event
        return replace(
            claim,
            distance=None if loop else claim.distance,
            after=tuple(sorted({*claim.after} - own)),
            before=tuple(sorted({*claim.before} - own)),
            conditions=tuple(sorted({*claim.conditions} - own)),
        )

    return replace(account, claims=tuple(map(free, account.claims)))
