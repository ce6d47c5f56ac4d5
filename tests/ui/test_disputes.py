"""Reports that cannot all be true, as the page of a bill tells them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from graph.linking.assessment import assess, preferred_names
from graph.model import Account, Collection, Votes, Window
from graph.terms import EventType, Outcome
from graph.ui.disputes import disputes_payload
from graph.views.library import library
from tests.checks.procedure.stories import BILL, Told, collection


def on(number: int) -> dt.date:
    return dt.date(2029, 1, number)


def told(outlet: str, *steps: Told, published: int, votes: Votes | None = None) -> Account:
    """Return what an outlet tells of events that all outlets share."""
    (account,) = collection("Venezuela", steps, on(published)).accounts
    claims = (replace(one, id=f"{one.id}-{outlet}", votes=votes) for one in account.claims)
    article = replace(account.article, id=outlet, outlet=outlet)
    return replace(account, article=article, claims=tuple(claims))


def disputes(*accounts: Account) -> list[dict[str, Any]]:
    whole = Collection(accounts, assess(accounts), preferred_names(accounts))
    return disputes_payload(library(whole), BILL)


def step(kind: EventType, first: int) -> Told:
    return Told(kind, first=on(first), last=on(first))


def test_two_days_of_one_step_are_told_with_the_one_that_is_used() -> None:
    (found,) = disputes(
        told("The Post", step(EventType.ASSENT, 5), published=6),
        told("The Sun", step(EventType.ASSENT, 7), published=8),
    )
    assert found["text"] in (
        "Signature of the bill: The Post says 5 Jan 2029, The Sun says 7 Jan 2029; this page uses 5 Jan 2029",
        "Signature of the bill: The Sun says 7 Jan 2029, The Post says 5 Jan 2029; this page uses 5 Jan 2029",
    )
    assert {link["says"] for link in found["links"]} == {
        "The Post: 5 Jan 2029",
        "The Sun: 7 Jan 2029 – not used on this page",
    }
    assert all(link["quote"] for link in found["links"])
    assert not found["beside"]


def test_figures_that_differ_are_told_with_those_that_are_used() -> None:
    vote = replace(step(EventType.FIRST_READING, 5), outcome=Outcome.APPROVED)
    (found,) = disputes(
        told("The Post", vote, published=6, votes=Votes(40, 8)),
        told("The Sun", vote, published=8, votes=Votes(41, 8)),
    )
    assert found["text"].startswith(
        "First reading of the bill: reports give different figures; this page uses 4"
    )
    assert len([link for link in found["links"] if link["says"].endswith("not used on this page")]) == 1


def test_days_of_what_happened_around_the_bill_stand_apart() -> None:
    """A speech after the signature, by one outlet; by another on a day before it."""
    steps = step(EventType.ASSENT, 5), Told(EventType.STATEMENT, last=on(6))
    post, sun = told("The Post", *steps, published=6), told("The Sun", *steps, published=8)
    after = replace(post.claims[1], window=Window(), after=("step/0",))
    early = replace(sun.claims[1], window=Window(on(3), None, None, on(3)))
    speech = [replace(one, bill=None) for one in post.events[1:]]
    (found,) = disputes(
        replace(post, events=(post.events[0], *speech), claims=(post.claims[0], after)),
        replace(sun, events=(sun.events[0], *speech), claims=(sun.claims[0], early)),
    )
    assert found["beside"]
    assert found["text"].startswith("Statement does not fit the signature of the bill")
    assert "The Post: statement comes after signature of the bill" in {one["says"] for one in found["links"]}
