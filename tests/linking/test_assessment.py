"""Windows and statuses from claims alone, against what a reader would work out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.linking.assessment import assess, weigh
from graph.model import Account, Article, Assessment, Claim, Distance, Event, Quote, Window
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


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([(0, F.SCHEDULED, None), (1, F.HAPPENED, None)], F.HAPPENED),
        ([(0, F.HAPPENED, None), (1, F.SCHEDULED, None)], F.HAPPENED),
        ([(0, F.HAPPENED, None), (1, F.DENIED, None)], F.DENIED),
        ([(0, F.PROMISED, "actor/x"), (0, F.REQUIRED, None)], F.REQUIRED),
        ([(0, F.SCHEDULED, None), (1, F.CANCELLED, None)], F.CANCELLED),
        ([(0, F.PROMISED, "actor/x"), (1, F.SCHEDULED, "actor/y")], F.SCHEDULED),
    ],
)
def test_weighing_claims(told: list[tuple[int, Factuality, str | None]], status: Factuality) -> None:
    assert (
        weigh([(rank, claim("e", factuality, source=source)) for rank, factuality, source in told]) is status
    )
