"""The small bill of `tests.rdf.accounts` as views have it, told once, and told again by a later article."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.linking.assessment import collect
from graph.model import Account, Collection
from graph.terms import EventType
from graph.views.library import Library, library
from tests.rdf import accounts

LATER = replace(accounts.WATER, id="later", outlet="The Evening", published=dt.date(2031, 3, 10))


def later() -> Account:
    """Return the same account as a later article without the promise and the introduction has it."""
    water = accounts.water()
    kept = {event.id for event in water.events if event.type in (EventType.PASSAGE, EventType.ASSENT)}
    return replace(
        water,
        article=LATER,
        events=tuple(event for event in water.events if event.id in kept),
        claims=tuple(replace(claim, id=f"{claim.id}-later") for claim in water.claims if claim.event in kept),
    )


@pytest.fixture(scope="session")
def water() -> Library:
    """One article."""
    return library(accounts.collection())


@pytest.fixture(scope="session")
def both() -> Collection:
    """Two articles, linked and assessed by the program itself."""
    return collect([accounts.water(), later()])


def event_of(shelf: Library, kind: EventType) -> str:
    """Return the identifier of the one event of a kind."""
    (found,) = [event for event, one in shelf.assessments.items() if one.type is kind]
    return found
