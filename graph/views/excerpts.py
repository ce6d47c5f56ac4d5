"""A part of a collection that stands by itself: one bill, one actor, the events between two days.

Everything in it stands in the whole collection too, word for word, but for links to events that are left out:
these are cut. So it can be exported, cited and checked like the whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import Account, Assessment, Claim, Collection, Event, Position, Provision, Tenure
from graph.views.library import Library
from graph.views.timeline import Choice, chosen
from graph.vocabulary import article_id


def excerpt(shelf: Library, choice: Choice) -> Collection:
    """Return what a reader of the chosen events needs, and nothing that points outside.

    These are the events that a timeline of this choice shows, and those told on the word of the chosen actor;
    the events that their claims hang on (conditions, days counted from an event, what is announced); all
    their claims with the sentences, articles and participants; the positions on the chosen bill or of the
    chosen actor, else those of articles published between the two days; the offices of everyone in it; and
    what the chosen bill provides.
    """
    kept = _hung_on(shelf, _events(shelf, choice))
    accounts = [part for account in shelf.collection.accounts if (part := _part(account, choice, kept))]
    named = {one.id for account in accounts for one in account.actors}
    named |= {one.id for account in accounts for one in account.bills}
    return Collection(
        tuple(accounts),
        tuple(_alone(one, kept) for one in shelf.collection.assessments if one.event in kept),
        {identity: name for identity, name in shelf.collection.names.items() if identity in named},
    )


def _events(shelf: Library, choice: Choice) -> set[str]:
    found = {one.event for one in chosen(shelf, choice)}
    if choice.actor is not None:
        others = (one.event for one in chosen(shelf, replace(choice, actor=None)))
        found.update(event for event in others if _on_the_word_of(shelf, event, choice.actor))
    return found


def _on_the_word_of(shelf: Library, event: str, actor: str) -> bool:
    return any(isinstance(one.said, Claim) and one.said.source == actor for one in shelf.claims[event])


def _hung_on(shelf: Library, events: Iterable[str]) -> set[str]:
    """Return events together with those that their claims cannot be understood without."""
    found, open_ends = set[str](), set(events)
    while open_ends:
        event = open_ends.pop()
        found.add(event)
        needed = {announced for telling in shelf.events[event] for announced in telling.announces}
        for telling in shelf.claims.get(event, ()):
            if isinstance(telling.said, Claim):
                needed.update(telling.said.conditions)
                if telling.said.distance is not None:
                    needed.add(telling.said.distance.anchor)
        open_ends |= {one for one in needed if one in shelf.events} - found
    return found


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an account has to say of a choice."""

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    positions: tuple[Position, ...]
    provisions: tuple[Provision, ...]
    tenures: tuple[Tenure, ...]

    def __bool__(self) -> bool:
        return any((self.events, self.claims, self.positions, self.provisions, self.tenures))


def _part(account: Account, choice: Choice, kept: set[str]) -> Account | None:
    """Return what is kept of an account; None where that is nothing."""
    parts = _Parts(
        tuple(_event(one, kept) for one in account.events if one.id in kept),
        tuple(_claim(one, kept) for one in account.claims if one.event in kept),
        tuple(one for one in account.positions if _taken(one, account, choice)),
        tuple(one for one in account.provisions if choice.actor is None and one.bill == choice.bill),
        tuple(one for one in account.tenures if one.holder == choice.actor),
    )
    if not parts:
        return None
    actors = {choice.actor, *(p.actor for event in parts.events for p in event.participants)}
    actors |= {claim.source for claim in parts.claims}
    actors |= {one for position in parts.positions for one in (position.holder, position.source)}
    bills = {choice.bill, *(event.bill for event in parts.events), *(p.bill for p in parts.positions)}
    tenures = tuple(one for one in account.tenures if one.holder in actors)
    told = {one.id for one in parts.claims} | {one.id for one in parts.positions}
    about = {*actors, *bills, *told, *(one.id for one in tenures), article_id(account.article.id)}
    return replace(
        account,
        sentences=(),
        expressions=(),
        actors=tuple(one for one in account.actors if one.id in actors),
        bills=tuple(one for one in account.bills if one.id in bills),
        tenures=tenures,
        events=parts.events,
        claims=parts.claims,
        positions=parts.positions,
        provisions=parts.provisions,
        corrections=tuple(one for one in account.corrections if one.about in about - {None}),
    )


def _taken(position: Position, account: Account, choice: Choice) -> bool:
    """Whether a position belongs to a choice; its day is that of its article."""
    return (
        (choice.bill is None or position.bill == choice.bill)
        and (choice.actor is None or choice.actor in (position.holder, position.source))
        and _published_between(account.article.published, choice.first, choice.last)
    )


def _published_between(day: dt.date | None, first: dt.date | None, last: dt.date | None) -> bool:
    return day is None or ((first is None or day >= first) and (last is None or day <= last))


def _event(event: Event, kept: set[str]) -> Event:
    return replace(event, announces=_inside(event.announces, kept))


def _claim(claim: Claim, kept: set[str]) -> Claim:
    """Return a claim without links to events that are left out."""
    return replace(claim, after=_inside(claim.after, kept), before=_inside(claim.before, kept))


def _alone(assessment: Assessment, kept: set[str]) -> Assessment:
    return replace(assessment, follows=_inside(assessment.follows, kept))


def _inside(events: Iterable[str], kept: set[str]) -> tuple[str, ...]:
    return tuple(event for event in events if event in kept)
