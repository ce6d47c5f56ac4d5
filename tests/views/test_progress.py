"""Which step of a bill is the latest, which comes next, and how a card says so."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.checks.procedure.states import State
from graph.terms import EventType, Factuality, Outcome
from graph.views import overview
from graph.views.library import library
from tests.checks.procedure.stories import BILL, Told, collection

T, F, R = EventType, Factuality, Outcome
PUBLISHED = dt.date(2029, 1, 20)


def on(type: EventType, number: int, **more: object) -> Told:
    day = dt.date(2029, 1, number)
    return Told(type, first=day, last=day, **more)  # type: ignore[arg-type]


def undated(type: EventType, **more: object) -> Told:
    """A step that an article tells without a day: it took place by the day of the article."""
    return Told(type, last=PUBLISHED, **more)  # type: ignore[arg-type]


def stands(state: str, *told: Told) -> str:
    return overview.where_it_stands(overview.card(library(collection(state, told, PUBLISHED)), BILL))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([undated(T.DRAFTING), on(T.VETO, 9)], "Vetoed on 9 Jan 2029"),
        ([undated(T.INTRODUCTION), on(T.SECOND_READING, 9)], "Had its second reading on 9 Jan 2029"),
        ([undated(T.AMENDMENT), on(T.ASSENT, 9)], "Signed on 9 Jan 2029"),
        ([on(T.PASSAGE, 2, outcome=R.APPROVED), on(T.DEBATE, 9)], "Debated on 9 Jan 2029"),
        (
            [on(T.PASSAGE, 2, outcome=R.APPROVED), undated(T.PASSAGE, outcome=R.POSTPONED)],
            "Passed on 2 Jan 2029",
        ),
        ([on(T.COMMENCEMENT, 2), undated(T.DEBATE)], "In force since 2 Jan 2029"),
        ([on(T.COMMENCEMENT, 2), on(T.COMMENCEMENT, 9)], "In force since 2 Jan 2029"),
        ([on(T.COMMITTEE, 2), undated(T.AMENDMENT)], "In committee on 2 Jan 2029"),
    ],
)
def test_what_has_no_day_is_not_the_latest_where_a_step_further_on_the_way_is_told(
    told: list[Told], said: str
) -> None:
    assert stands("Malta", *told) == said


def test_what_ended_a_bill_is_the_latest() -> None:
    told = [undated(T.PASSAGE, outcome=R.APPROVED), on(T.LAPSE, 12), undated(T.PASSAGE, outcome=R.POSTPONED)]
    assert stands("Malta", *told) == "Lapsed on 12 Jan 2029"
    struck = on(T.JUDICIAL_REVIEW, 12, outcome=R.REJECTED)
    assert stands("Malta", on(T.ASSENT, 2), struck) == "Struck down in court on 12 Jan 2029"


def test_the_house_is_named_where_there_are_two() -> None:
    told = on(T.PASSAGE, 2, outcome=R.APPROVED, agents=("Seanad",))
    assert stands("Ireland", told) == "Passed by the Seanad on 2 Jan 2029"
    told = on(T.SECOND_READING, 2, outcome=R.APPROVED, agents=("House of Lords",))
    assert stands("United Kingdom", told) == "Passed its second reading in the House of Lords on 2 Jan 2029"
    assert (
        stands("Israel", on(T.PASSAGE, 2, outcome=R.APPROVED, agents=("Knesset",))) == "Passed on 2 Jan 2029"
    )


def test_an_articles_own_day_is_said_to_be_that_and_bounds_no_plan() -> None:
    told = [
        undated(T.PASSAGE, outcome=R.APPROVED),
        Told(T.ASSENT, F.SCHEDULED, first=PUBLISHED),
    ]
    assert stands("Malta", *told) == "Passed, as reported on 20 Jan 2029; next: signature (scheduled)"


def test_the_vote_of_the_other_house_comes_before_the_signature() -> None:
    told = [
        on(T.PASSAGE, 2, outcome=R.APPROVED, agents=("Chamber of Representatives",)),
        Told(T.ASSENT, F.SCHEDULED, first=PUBLISHED),
        Told(T.PASSAGE, F.POSSIBLE, first=PUBLISHED, agents=("Senate",)),
    ]
    assert stands("Uruguay", *told).endswith("; next: vote (possible)")


def test_what_the_procedure_puts_before_an_announced_step_is_next() -> None:
    """The headline names the step that the list calls next, and what is announced as later."""
    told = [
        on(T.SECOND_READING, 2, outcome=R.APPROVED),
        on(T.ASSENT, 3),
        Told(T.COMMENCEMENT, F.SCHEDULED, first=dt.date(2029, 2, 1), last=dt.date(2029, 2, 1)),
    ]
    card = overview.card(library(collection("Ukraine", told, PUBLISHED)), BILL)
    assert overview.where_it_stands(card) == (
        "Signed on 3 Jan 2029; next: official publication; later: entry into force (scheduled, 1 Feb 2029)"
    )
    assert card.course is not None
    assert card.due in card.course.of_state(State.DUE)
    assert card.due == card.course.path[0]


def test_a_proper_name_in_the_headline_keeps_its_capitals() -> None:
    told = [
        on(T.PASSAGE, 2, outcome=R.APPROVED, agents=("House of Commons", "House of Lords")),
        Told(T.COMMENCEMENT, F.PROMISED),
    ]
    assert "; next: Royal Assent; later: entry into force" in stands("United Kingdom", *told)


def test_a_step_that_is_only_possible_is_not_what_comes_next() -> None:
    told = [on(T.PASSAGE, 2, outcome=R.APPROVED, agents=("Bundestag",)), Told(T.CONCILIATION, F.CONDITIONAL)]
    assert "next" not in stands("Germany", *told)
    assert stands("Germany", *told, Told(T.ASSENT, F.REQUIRED)).endswith(
        "; next: second round, Bundesrat; later: signature (required)"
    )


def test_a_veto_that_is_only_possible_is_not_what_comes_next() -> None:
    told = [on(T.PASSAGE, 2, outcome=R.APPROVED), Told(T.ASSENT, F.EXPECTED)]
    assert stands("Malta", *told, Told(T.VETO, F.POSSIBLE)).endswith("next: signature (expected)")
    assert stands("Malta", *told, Told(T.VETO, F.SCHEDULED)).endswith("next: veto (scheduled)")


def test_a_vote_that_is_due_comes_before_a_referendum() -> None:
    told = [on(T.INTRODUCTION, 2), Told(T.PASSAGE, F.SCHEDULED), Told(T.REFERENDUM, F.PROMISED)]
    assert stands("Malta", *told).endswith("next: vote (scheduled)")
    assert stands("Malta", *told, Told(T.COMMITTEE, F.SCHEDULED)).endswith("next: committee (scheduled)")
