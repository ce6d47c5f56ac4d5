"""What became of steps that were announced."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.terms import EventType, Factuality, Outcome
from graph.views.library import Library, library
from graph.views.plans import DONE, UNTOLD, become, gone_past
from tests.checks.procedure.stories import BILL, Told, collection
from tests.rdf import accounts

T, F, R = EventType, Factuality, Outcome
PUBLISHED = dt.date(2029, 1, 20)


def on(type: EventType, number: int, **more: object) -> Told:
    day = dt.date(2029, 1, number)
    return Told(type, first=day, last=day, **more)  # type: ignore[arg-type]


LAW = (
    on(T.INTRODUCTION, 1),
    on(T.FIRST_READING, 2, outcome=R.APPROVED),
    on(T.SECOND_READING, 5, outcome=R.APPROVED),
    on(T.ASSENT, 6),
    on(T.COMMENCEMENT, 7),
)
BILL_SO_FAR = LAW[:2]


def said(plan: Told, told: tuple[Told, ...] = LAW) -> str:
    """Return what is said of a plan that the last step of a story is."""
    shelf: Library = library(collection("Venezuela", (*told, plan), PUBLISHED))
    return gone_past(shelf, BILL, shelf.assessments[f"step/{len(told)}"])


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (on(T.COMMITTEE, 3, status=F.SCHEDULED), LAW),
        (Told(T.REFERRAL, F.SCHEDULED, first=dt.date(2029, 1, 2)), LAW),
        (Told(T.DEBATE, F.PROMISED), LAW),
        (on(T.INTRODUCTION, 1, status=F.SCHEDULED), LAW[1:]),
        (Told(T.ASSENT, F.REQUIRED), (*LAW[:1], on(T.FIRST_READING, 2, outcome=R.REJECTED))),
    ],
)
def test_nobody_reports_what_the_bill_has_gone_past(plan: Told, told: tuple[Told, ...]) -> None:
    assert said(plan, told) == UNTOLD


def test_the_plan_of_a_step_that_is_done_is_an_earlier_one() -> None:
    assert said(on(T.SECOND_READING, 4, status=F.SCHEDULED)) == DONE


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (Told(T.SECOND_READING, F.SCHEDULED), BILL_SO_FAR),
        (Told(T.DEBATE, F.PROMISED), BILL_SO_FAR),
        (Told(T.JUDICIAL_REVIEW, F.EXPECTED), LAW),
        (Told(T.COMMENCEMENT, F.SCHEDULED, first=dt.date(2029, 3, 1), last=dt.date(2029, 3, 1)), LAW),
    ],
)
def test_what_still_lies_ahead_is_not_over(plan: Told, told: tuple[Told, ...]) -> None:
    assert said(plan, told) == ""


def test_a_promise_says_what_became_of_it() -> None:
    whole = library(accounts.collection())
    bill = next(iter(whole.bills))
    (sign,) = [a for a in whole.assessments.values() if a.type is T.ASSENT]
    assert become(whole, bill, sign) == ""
    kept = library(collection("Venezuela", (*LAW, on(T.SECOND_READING, 4, status=F.PROMISED)), PUBLISHED))
    plan = kept.assessments[f"step/{len(LAW)}"]
    assert become(kept, BILL, plan) in ("Promised; kept late by 1 day", DONE)


def test_what_was_planned_for_a_day_that_is_past_is_not_said_to_lie_ahead() -> None:
    shelf = library(collection("Venezuela", (*BILL_SO_FAR, on(T.SITTING, 9, status=F.SCHEDULED)), PUBLISHED))
    assert become(shelf, BILL, shelf.assessments["step/2"]) == UNTOLD
    later = Told(T.SITTING, F.SCHEDULED, first=dt.date(2029, 1, 25), last=dt.date(2029, 1, 25))
    shelf = library(collection("Venezuela", (*BILL_SO_FAR, later), PUBLISHED))
    assert become(shelf, BILL, shelf.assessments["step/2"]) == ""
