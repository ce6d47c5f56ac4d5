"""The steps of a bill as its page and its card draw them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph.terms import EventType, Factuality, Outcome
from graph.ui.course import tracks
from graph.views import standing
from graph.views.library import library
from tests.checks.procedure.stories import BILL, Told, collection

T, F, R = EventType, Factuality, Outcome


def day(number: int) -> dt.date:
    return dt.date(2029, 1, number)


def on(type: EventType, number: int, **more: object) -> Told:
    return Told(type, first=day(number), last=day(number), **more)  # type: ignore[arg-type]


def drawn(state: str, *steps: Told) -> dict[str, dict[str, Any]]:
    """Return the steps of a bill by name."""
    found = standing.where(library(collection(state, steps)), BILL)
    assert found is not None
    return {step["name"]: step for track in tracks(found) for step in track["steps"]}


LAW = (on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2), on(T.SECOND_READING, 5), on(T.ASSENT, 6))


def test_a_step_without_an_article_says_just_that() -> None:
    step = drawn("Venezuela", *LAW)["Sent to the President"]
    assert (step["state"], step["word"], step["when"]) == ("not told", "no article tells of it", "")
    assert "no article here tells whether it took place" in step["meaning"]


def test_an_old_plan_of_such_a_step_is_said_to_be_no_more_than_that() -> None:
    plan = Told(T.COMMITTEE, F.SCHEDULED, first=day(3), last=day(4))
    step = drawn("Venezuela", *LAW, plan)["Committee and public consultation"]
    assert (step["state"], step["word"], step["when"]) == (
        "not told",
        "scheduled, not reported",
        "3–4 Jan 2029",
    )


def test_a_step_that_must_have_taken_place_keeps_its_question_mark_whatever_was_planned() -> None:
    plan = Told(T.INTRODUCTION, F.SCHEDULED, first=day(1), last=day(1))
    step = drawn("Venezuela", *LAW[1:], plan)["Introduction"]
    assert (step["state"], step["status"], step["word"]) == ("missing", None, "scheduled, not reported")


def test_a_vote_that_was_lost_says_so_with_its_day() -> None:
    steps = drawn("Venezuela", on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2, outcome=R.REJECTED))
    step = steps["First discussion"]
    assert (step["word"], step["when"]) == ("rejected", "2 Jan 2029")
    assert steps["Second discussion"]["word"] == "no longer possible"


def test_what_a_bill_can_do_without_says_so_while_it_lies_ahead() -> None:
    steps = drawn("Venezuela", on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2))
    assert steps["Committee and public consultation"]["word"] == "possible, not needed"
    assert steps["Second discussion"]["word"] == "comes next"
