"""Windows and statuses from claims alone, against what a reader would work out by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.linking.assessment import assess, weigh
from graph.model import Account, Article, Assessment, Claim, Distance, Event, Quote, Votes, Window
from graph.terms import EventType, Factuality

DAY = dt.date(2026, 2, 7)
F = Factuality


def claim(event: str, status: Factuality, **more: object) -> Claim:
    identity = f"claim/{event}-{status}-{more.get('source', '')}"
    return Claim(identity, event, status, (Quote("text", 0, 1, "x"),), "test", 0.9, **more)  # type: ignore[arg-type]


def assessed(
    events: dict[str, EventType], *claims: Claim, published: dt.date | None = DAY
) -> dict[str, Assessment]:
    account = Account(
        Article("a", "", "x", published),
        events=tuple(Event(identity, kind, "bill/b") for identity, kind in events.items()),
        claims=claims,
    )
    return {a.event: a for a in assess([account])}


def test_the_day_after_travels_both_ways() -> None:
    found = assessed(
        {"reading": EventType.FIRST_READING, "meeting": EventType.MEETING},
        claim("reading", F.HAPPENED),
        claim("meeting", F.HAPPENED, distance=Distance("reading", 1, 1)),
    )
    assert found["meeting"].window == Window(latest_end=DAY)
    assert found["reading"].window == Window(latest_end=dt.date(2026, 2, 6))
    assert found["meeting"].follows == ("reading",)


def test_steps_of_the_procedure_keep_their_order() -> None:
    window = Window(dt.date(2026, 2, 9), None, None, dt.date(2026, 2, 15))
    found = assessed(
        {"second": EventType.SECOND_READING, "signing": EventType.ASSENT, "force": EventType.COMMENCEMENT},
        claim("second", F.REQUIRED, window=window),
        claim("signing", F.REQUIRED),
        claim("force", F.CONDITIONAL),
    )
    for step in ("signing", "force"):
        assert found[step].window == Window(earliest_begin=dt.date(2026, 2, 9))


def test_nothing_is_done_with_a_bill_before_it_is_introduced() -> None:
    introduced, passed = (Window(day, None, None, day) for day in (dt.date(2026, 2, 2), dt.date(2026, 2, 5)))
    steps = {
        "introduction": EventType.INTRODUCTION,
        "amendment": EventType.AMENDMENT,
        "passage": EventType.PASSAGE,
        "protest": EventType.PROTEST,
    }
    claims = (
        claim("introduction", F.HAPPENED, window=introduced),
        claim("amendment", F.HAPPENED),
        claim("passage", F.HAPPENED, window=passed),
        claim("protest", F.HAPPENED),
    )
    found = assessed(steps, *claims)
    assert found["amendment"].window == Window(earliest_begin=dt.date(2026, 2, 2), latest_end=DAY)
    assert found["passage"].window == passed
    assert found["protest"].window == Window(latest_end=DAY)
    again = assessed(
        {**steps, "again": EventType.INTRODUCTION}, *claims, claim("again", F.HAPPENED, window=passed)
    )
    assert again["amendment"].window == Window(latest_end=DAY)


def test_a_planned_introduction_comes_before_nothing_that_has_happened() -> None:
    monday = Window(dt.date(2026, 2, 9), None, None, dt.date(2026, 2, 9))
    found = assessed(
        {"again": EventType.INTRODUCTION, "passage": EventType.PASSAGE, "next": EventType.AMENDMENT},
        claim("again", F.SCHEDULED, window=monday),
        claim("passage", F.HAPPENED),
        claim("next", F.REQUIRED),
    )
    assert found["again"].window == monday
    assert found["passage"].window == Window(latest_end=DAY)
    assert found["next"].window == Window(earliest_begin=dt.date(2026, 2, 9))


def test_a_promise_moves_nothing_but_its_own_event() -> None:
    window = Window(dt.date(2026, 2, 10), None, None, dt.date(2026, 2, 13))
    found = assessed(
        {"force": EventType.COMMENCEMENT, "release": EventType.RELEASE},
        claim("force", F.REQUIRED),
        claim("release", F.PROMISED, window=window, after=("force",), source="actor/x"),
    )
    assert found["release"].window == window
    assert found["force"].window == Window(earliest_begin=DAY)
    assert found["force"].if_kept == Window(latest_end=dt.date(2026, 2, 13))


def test_without_a_day_of_publication_nothing_is_dated() -> None:
    found = assessed(
        {"one": EventType.FIRST_READING, "two": EventType.SECOND_READING},
        claim("one", F.HAPPENED),
        claim("two", F.REQUIRED, distance=Distance("article/a", 1, 13)),
        published=None,
    )
    assert all(a.window.is_open for a in found.values())


def test_a_contradiction_never_stops_the_rest() -> None:
    found = assessed(
        {"one": EventType.FIRST_READING, "two": EventType.SECOND_READING},
        claim(
            "one",
            F.HAPPENED,
            window=Window(dt.date(2026, 2, 5), None, None, dt.date(2026, 2, 5)),
            after=("two",),
        ),
        claim("two", F.HAPPENED, window=Window(dt.date(2026, 2, 6), None, None, dt.date(2026, 2, 6))),
    )
    assert found["one"].window.start == dt.date(2026, 2, 5)
    assert found["two"].window.start == dt.date(2026, 2, 6)


def reading(*told: tuple[int, Factuality, int | None, str | None]) -> Assessment:
    """Return a second reading as articles of some days of February tell it, each with a day or none and a
    source or none.
    """
    event = Event("event/reading", EventType.SECOND_READING, "bill/b")
    accounts = []
    for number, (published, status, day, source) in enumerate(told):
        on = dt.date(2026, 2, day) if day else None
        said = replace(
            claim(event.id, status, window=Window(on, None, None, on), source=source), id=f"claim/{number}"
        )
        article = Article(f"a{number}", "", "x", dt.date(2026, 2, published))
        accounts.append(Account(article, events=(event,), claims=(said,)))
    (found,) = assess(accounts)
    return found


def on(day: int) -> Window:
    return Window(dt.date(2026, 2, day), None, None, dt.date(2026, 2, day))


def test_an_overtaken_plan_bounds_nothing() -> None:
    assert reading((7, F.SCHEDULED, 10, None), (20, F.HAPPENED, 19, None)).window == on(19)
    assert reading((7, F.SCHEDULED, 10, None), (9, F.SCHEDULED, 19, None)).window == on(19)
    assert reading((7, F.SCHEDULED, 19, None), (9, F.HAPPENED, 8, None)).window == on(8)


def test_a_word_given_later_takes_the_days_of_a_schedule_away_and_sets_none() -> None:
    found = reading((7, F.SCHEDULED, 10, None), (9, F.SCHEDULED, 19, "actor/speaker"))
    assert found.window == Window()
    assert found.if_kept == on(19)


def test_a_plan_told_after_its_day_does_not_lie_ahead_of_its_article() -> None:
    assert reading((12, F.SCHEDULED, 10, None)).window == on(10)


def test_a_plan_in_doubt_keeps_the_order_it_states() -> None:
    found = assessed(
        {"vote": EventType.PASSAGE, "release": EventType.RELEASE},
        claim("vote", F.HAPPENED, window=on(6)),
        claim("release", F.CONDITIONAL, window=on(3), after=("vote",)),
    )
    assert found["release"].window == Window(earliest_begin=dt.date(2026, 2, 6))


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([(0, F.SCHEDULED, None), (1, F.HAPPENED, None)], F.HAPPENED),
        ([(0, F.HAPPENED, None), (1, F.SCHEDULED, None)], F.HAPPENED),
        ([(0, F.HAPPENED, None), (1, F.DENIED, None)], F.DENIED),
        ([(0, F.PROMISED, "actor/x"), (0, F.REQUIRED, None)], F.REQUIRED),
        ([(0, F.PROMISED, "actor/x"), (0, F.POSSIBLE, None)], F.PROMISED),
        ([(0, F.SCHEDULED, "actor/x"), (0, F.PROMISED, "actor/y")], F.PROMISED),
        ([(0, F.SCHEDULED, None), (1, F.CANCELLED, None)], F.CANCELLED),
        ([(0, F.PROMISED, "actor/x"), (1, F.SCHEDULED, "actor/y")], F.SCHEDULED),
    ],
)
def test_weighing_claims(told: list[tuple[int, Factuality, str | None]], status: Factuality) -> None:
    assert (
        weigh([(rank, claim("e", factuality, source=source)) for rank, factuality, source in told]) is status
    )


def test_figures_of_both_sides_outweigh_those_of_one() -> None:
    event = (Event("vote", EventType.PASSAGE, "bill/b"),)
    told = (Votes(335, 78), Votes(140))
    accounts = [
        Account(
            Article(str(rank), "", "x", DAY + dt.timedelta(rank)),
            events=event,
            claims=(replace(claim("vote", F.HAPPENED, votes=votes), id=f"claim/{rank}"),),
        )
        for rank, votes in enumerate(told)
    ]
    assert [one.votes for one in assess(accounts)] == [Votes(335, 78)]
