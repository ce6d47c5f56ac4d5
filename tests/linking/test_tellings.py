"""Which tellings of two articles are one event: by type, days, bodies and what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.linking.tellings import Telling, fits, same_event
from graph.model import Event, Participant, Votes, Window
from graph.terms import EventType, Factuality, Outcome, Role

DAY = dt.date(2031, 2, 10)
E, F = EventType, Factuality


def day(number: int) -> dt.date:
    return DAY + dt.timedelta(number)


def on(first: int, last: int | None = None) -> Window:
    return Window(day(first), None, None, day(first if last is None else last))


def telling(
    window: Window, status: Factuality = F.HAPPENED, told: int | None = 20, **more: object
) -> Telling:
    """Return a second reading of the water bill, reported on day 20, unless told otherwise."""
    bodies = frozenset(str(more["body"]).split()) if "body" in more else frozenset[str]()
    kind = more.get("type", E.SECOND_READING)
    return Telling(
        Event(f"event/{window}-{status}-{told}", kind, "bill/water"),  # type: ignore[arg-type]
        window,
        status,
        None if told is None else day(told),
        more.get("outcome"),  # type: ignore[arg-type]
        more.get("votes"),  # type: ignore[arg-type]
        bodies,
        bodies,
    )


PLAN = telling(on(0, 6), F.SCHEDULED, told=-3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(PLAN, telling(on(10)), True, id="held later"),
        pytest.param(PLAN, telling(on(-2)), True, id="held earlier"),
        pytest.param(PLAN, telling(on(-4)), False, id="held before it was planned"),
        pytest.param(PLAN, telling(on(30), F.SCHEDULED, told=5), True, id="postponed"),
        pytest.param(PLAN, telling(on(30), F.SCHEDULED, told=-3), False, id="two plans of one day"),
        pytest.param(PLAN, telling(on(10), told=None), False, id="nobody knows when it was told"),
        pytest.param(PLAN, telling(on(690), told=695), True, id="a long procedure"),
        pytest.param(PLAN, telling(on(710), told=720), False, id="longer than a procedure"),
        pytest.param(telling(on(10), told=12), telling(on(30), F.SCHEDULED, told=25), False, id="plan after"),
        pytest.param(telling(on(0)), telling(on(7)), True, id="reports a week apart"),
        pytest.param(telling(on(0)), telling(on(8)), False, id="reports more than a week apart"),
        pytest.param(telling(on(0), told=1), telling(on(7)), False, id="reported before the other's day"),
        pytest.param(telling(on(0), told=0), telling(on(1)), True, id="reported the day before"),
        pytest.param(
            telling(on(0), type=E.PASSAGE), telling(on(-1, 1)), True, id="a vote, and a reading about then"
        ),
        pytest.param(
            telling(on(0), type=E.AMENDMENT, outcome=Outcome.APPROVED),
            telling(on(0), type=E.AMENDMENT, outcome=Outcome.REJECTED),
            False,
            id="one change adopted, one rejected",
        ),
        pytest.param(
            telling(on(0), type=E.AMENDMENT, body="senate"),
            telling(on(0), type=E.AMENDMENT, body="house"),
            False,
            id="changes in each chamber",
        ),
        pytest.param(telling(on(0)), telling(on(3, 9)), False, id="a report without a day of its own"),
        pytest.param(
            telling(on(0), body="senate"), telling(on(1), body="house"), False, id="one in each chamber"
        ),
        pytest.param(
            telling(on(0), outcome=Outcome.APPROVED),
            telling(on(1), outcome=Outcome.REJECTED),
            False,
            id="other outcomes",
        ),
        pytest.param(
            telling(on(0), votes=Votes(120, 80)), telling(on(1), votes=Votes(120)), True, id="same figures"
        ),
        pytest.param(
            telling(on(0), votes=Votes(120, 80)), telling(on(1), votes=Votes(121)), False, id="other figures"
        ),
        pytest.param(
            telling(on(0), type=E.PASSAGE), telling(on(1), type=E.PASSAGE), False, id="passages to and fro"
        ),
        pytest.param(
            telling(on(0), type=E.DEBATE), telling(on(1), type=E.DEBATE), False, id="debates of two days"
        ),
        pytest.param(
            telling(on(0), type=E.DEBATE), telling(on(0, 9), type=E.DEBATE), True, id="a debate of some day"
        ),
        pytest.param(telling(on(0), F.DENIED), telling(on(0)), True, id="denied on its day"),
        pytest.param(telling(on(0, 9), F.DENIED), telling(on(0)), False, id="denied on some day"),
        pytest.param(telling(on(0), F.CANCELLED), telling(on(0)), False, id="called off"),
        pytest.param(PLAN, telling(on(0, 6), F.CANCELLED, told=1), True, id="a plan that was called off"),
        pytest.param(
            PLAN, telling(on(0, 6), F.DENIED, told=7, outcome=Outcome.POSTPONED), True, id="a plan put off"
        ),
        pytest.param(PLAN, telling(on(0, 6), F.DENIED, told=7), False, id="denied, not put off"),
        pytest.param(
            telling(on(0), F.DENIED), telling(on(0), outcome=Outcome.REJECTED), False, id="denied, rejected"
        ),
        pytest.param(
            telling(on(0, 30), F.SCHEDULED, told=-1, type=E.COMMENCEMENT),
            telling(on(60), type=E.COMMENCEMENT, told=70),
            True,
            id="in force later",
        ),
        pytest.param(
            telling(on(0), F.SCHEDULED, told=-1, type=E.COMMENCEMENT),
            telling(on(60), type=E.COMMENCEMENT, told=70),
            False,
            id="in force in stages",
        ),
    ],
)
def test_one_event_or_two(one: Telling, other: Telling, same: bool) -> None:
    assert same_event(one, other) is same
    assert same_event(other, one) is same


def test_a_plain_passage_joins_a_reading_through_the_report_of_its_own_day() -> None:
    thursday, friday = telling(on(0)), telling(on(1))
    passage = telling(on(0), type=E.PASSAGE)
    assert not fits(passage, [friday])
    assert fits(passage, [thursday, friday])


def test_a_plan_that_another_overtook_hinders_no_plan_for_the_day_of_that() -> None:
    early = telling(on(700, 730), F.SCHEDULED, told=0, type=E.COMMENCEMENT)
    later = telling(on(760), F.SCHEDULED, told=50, type=E.COMMENCEMENT)
    last = telling(on(760), F.SCHEDULED, told=740, type=E.COMMENCEMENT)
    assert not fits(last, [early])
    assert fits(last, [early, later])


def arrest(whom: str, window: Window) -> Telling:
    part = Participant(whom, Role.AFFECTED), Participant("police", Role.AGENT)
    return Telling(
        Event(f"event/{whom}", E.ARREST, participants=part),
        window,
        F.HAPPENED,
        day(20),
        None,
        None,
        frozenset(("police",)),
        frozenset(),
    )


def test_an_arrest_is_one_by_who_is_arrested() -> None:
    assert same_event(arrest("holm", on(0)), arrest("holm", Window(latest_end=day(15))))
    assert not same_event(arrest("holm", on(0)), arrest("holm", on(3)))
    assert not same_event(arrest("holm", on(0)), arrest("marsh", on(0)))
