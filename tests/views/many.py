"""Articles that have little to do with one another, each with a budget and a senate of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.model import Account, Actor, Bill, Collection, Event, Participant
from graph.terms import ActorKind, EventType, Role
from graph.views.library import Library, library
from tests.rdf import accounts


def reported(number: int, state: str | None, *, decided: bool = True) -> Account:
    """Return an article about a budget of some state, with a senate that decides it or is only named."""
    bill, senate = f"bill/budget-{number}", f"actor/senate-{number}"
    (example, *_) = accounts.water().claims
    passage = Event(
        f"event/passage-{number}", EventType.PASSAGE, bill, None, (Participant(senate, Role.AGENT),)
    )
    return Account(
        article=replace(
            accounts.WATER, id=f"a{number}", outlet=f"Outlet {number}", published=dt.date(2031, 4, number)
        ),
        actors=(Actor(senate, "Senate", ActorKind.CHAMBER),),
        bills=(Bill(bill, "Budget" if number % 2 else "budget", (), None, state),),
        events=(passage,) if decided else (),
        claims=(replace(example, id=f"claim/{number}", event=passage.id),) if decided else (),
    )


def shelf_of(*told: Account) -> Library:
    """Return these articles as the views have them, each event assessed as in the small bill."""
    names = {one.id: one.name for account in told for one in (*account.actors, *account.bills)}
    (example, *_) = accounts.collection().assessments
    assessments = tuple(replace(example, event=event.id) for account in told for event in account.events)
    return library(Collection(told, assessments, names))
