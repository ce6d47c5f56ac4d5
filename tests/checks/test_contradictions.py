"""Planted contradictions, overtaken plans and disagreements: exactly they are found, whatever the order."""

from __future__ import annotations

import datetime as dt
import itertools
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.articles import read_pasted
from graph.checks.contradictions import Consistency, consistency_of, in_words
from graph.linking.account import read_account
from graph.linking.assessment import assess, collect, preferred_names
from graph.linking.windows import constraints
from graph.model import Account, Article, Bill, Claim, Collection, Distance, Event, Quote, Window
from graph.temporal.network import solve
from graph.terms import EventType, Factuality
from tests.strategies import collections

CASES = sorted((Path(__file__).parent.parent / "cases" / "contradictions").glob("*.toml"))
Case = dict[str, Any]


def accounts_of(case: Case) -> list[Account]:
    """Read the articles of a case; each is known by its outlet."""
    found = []
    for told in case["article"]:
        article = read_pasted(told["text"], published=told["published"])
        found.append(read_account(replace(article, id=told["outlet"].lower(), outlet=told["outlet"])))
    return found


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[Case, list[Account]]:
    """One case and what its articles say."""
    content = tomllib.loads(request.param.read_text(encoding="utf-8"))
    return content, accounts_of(content)


def test_exactly_what_is_planted_is_found(case: tuple[Case, list[Account]]) -> None:
    content, accounts = case
    found = consistency_of(collect(accounts))
    assert [
        {
            "links": sorted(
                {link.outlet or link.kind for link in one.links if link.claim or not link.article}
            ),
            "left_out": one.left_out.outlet or one.left_out.kind,
            "excess": one.excess,
        }
        for one in found.contradictions
    ] == content.get("contradiction", [])
    assert [{"plan": one.plan.outlet, "by": one.by.outlet} for one in found.superseded] == content.get(
        "superseded", []
    )
    assert [
        {"matter": one.matter, "sides": [f"{side.outlet}: {side.says}" for side in one.sides]}
        for one in found.disagreements
    ] == content.get("disagreement", [])


def test_events_have_the_days_that_stand(case: tuple[Case, list[Account]]) -> None:
    content, accounts = case
    collection = collect(accounts)
    for expected in content.get("event", []):
        (one,) = (each for each in collection.assessments if each.type == expected["type"])
        outlets = [a.article.outlet for a in collection.accounts if one.event in {e.id for e in a.events}]
        assert {
            "type": one.type,
            "status": one.status,
            "start": one.window.start,
            "end": one.window.end,
            "articles": outlets,
        } == expected
    for kind, number in content.get("events", {}).items():
        assert sum(each.type == kind for each in collection.assessments) == number


def test_the_order_of_the_articles_never_matters(case: tuple[Case, list[Account]]) -> None:
    _, accounts = case
    once = consistency_of(collect(accounts))
    for order in itertools.permutations(accounts):
        assert consistency_of(collect(order)) == once


def test_without_any_one_link_the_rest_of_a_loop_holds(case: tuple[Case, list[Account]]) -> None:
    _, accounts = case
    loops = solve(constraints(collect(accounts).accounts)).loops
    for loop in loops:
        for link in loop.constraints:
            assert not solve([one for one in loop.constraints if one != link]).loops


def test_a_loop_in_words() -> None:
    content = tomllib.loads((CASES[0].parent / "contradict-by-a-day.toml").read_text(encoding="utf-8"))
    collection = collect(accounts_of(content))
    (found,) = consistency_of(collection).contradictions
    assert in_words(found, collection.names) == [
        "These reports cannot all be true; the days miss by 1 day",
        "  fact, left out: second reading of the water bill ends no later than 19 Feb 2031 (“Wednesday”)"
        " (Gazette, 22 Feb 2031)",
        "    “Parliament of Arkania approved the water bill in its second reading on Wednesday.”",
        "  fact: second reading of the water bill begins no earlier than 20 Feb 2031 (“Thursday”)"
        " (Courier, 21 Feb 2031)",
        "    “Parliament of Arkania approved the water bill in its second reading on Thursday.”",
    ]


def test_a_corrected_day_of_publication_moves_what_hangs_on_it() -> None:
    courier = read_pasted(
        "Parliament of Arkania approved the water bill in its second reading on Wednesday. "
        "President Ada Holm signed the water bill a day after the second reading.",
        published=dt.date(2031, 2, 21),
    )
    gazette = read_pasted(
        "Parliament of Arkania approved the water bill in its second reading on 12 February.",
        published=dt.date(2031, 2, 22),
    )

    def days(published: dt.date) -> tuple[Consistency, dict[EventType, list[dt.date | None]]]:
        told = [
            replace(courier, id="courier", outlet="Courier", published=published),
            replace(gazette, id="gazette", outlet="Gazette"),
        ]
        collection = collect(map(read_account, told))
        found: dict[EventType, list[dt.date | None]] = {}
        for one in collection.assessments:
            found.setdefault(one.type, []).append(one.window.end)
        return consistency_of(collection), found

    wrong, moved = days(dt.date(2031, 2, 21))
    assert len(wrong.contradictions) == 1
    assert moved[EventType.ASSENT] == [dt.date(2031, 2, 20)]
    right, moved = days(dt.date(2031, 2, 14))
    assert right == Consistency()
    assert moved[EventType.SECOND_READING] == [dt.date(2031, 2, 12)]
    assert moved[EventType.ASSENT] == [dt.date(2031, 2, 13)]


DAY = dt.date(2031, 3, 1)
WATER = Bill("bill/water", "water bill")


def on(number: int) -> Window:
    day = DAY + dt.timedelta(number)
    return Window(day, None, None, day)


def account(name: str, published: int, event: Event, status: Factuality, **more: object) -> Account:
    said = Claim(f"claim/{name}", event.id, status, (Quote("text", 0, 1, "x"),), "test", 0.9, **more)  # type: ignore[arg-type]
    article = Article(name, "", "x", DAY + dt.timedelta(published), outlet=name)
    return Account(article, bills=(WATER,), events=(event,), claims=(said,))


def meeting(number: int) -> Event:
    return Event(f"event/{number}", EventType.MEETING)


def together(accounts: Iterable[Account]) -> Collection:
    found = tuple(accounts)
    return Collection(found, assess(found), preferred_names(found))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=5),
    st.integers(-3, 3),
    st.randoms(use_true_random=False),
)
def test_a_planted_loop_of_any_length(gaps: list[int], wrong: int, order: Any) -> None:  # noqa: ANN401
    """Meetings so many days after one another; the day of the last is wrong by some days or by none."""
    told = [account("first", 50, meeting(0), Factuality.HAPPENED, window=on(0))]
    for number, gap in enumerate(gaps, start=1):
        apart = Distance(meeting(number - 1).id, gap, gap)
        told.append(account(f"{number}", 50, meeting(number), Factuality.HAPPENED, distance=apart))
    last = meeting(len(gaps))
    told.append(account("last", 50, last, Factuality.HAPPENED, window=on(sum(gaps) + wrong)))
    order.shuffle(told)
    found = consistency_of(together(told))
    assert not found.superseded
    if not wrong:
        assert found == Consistency()
        return
    (loop,) = found.contradictions
    assert loop.excess == abs(wrong)
    assert {link.claim for link in loop.links if link.claim} == {f"claim/{one.article.id}" for one in told}
    for left in told:
        assert consistency_of(together(one for one in told if one is not left)) == Consistency()


@settings(max_examples=50, deadline=None)
@given(
    st.integers(0, 20),
    st.integers(0, 10),
    st.integers(-20, 30),
    st.integers(1, 30),
    st.sampled_from([Factuality.SCHEDULED, Factuality.EXPECTED, Factuality.PROMISED]),
    st.booleans(),
)
def test_a_plan_is_overtaken_wherever_the_report_puts_the_event(
    start: int, length: int, late: int, after: int, status: Factuality, reported: bool
) -> None:
    """A plan told on day 0; told later, the same step on a day outside the plan's, if not before day 0."""
    first, last = DAY + dt.timedelta(start), DAY + dt.timedelta(start + length)
    held = start + length + late if late > 0 else start + late - 1
    if held < 0:
        return
    reading = Event("event/reading", EventType.SECOND_READING, WATER.id)
    told = held + after if reported else after
    if not reported and held < told:
        return
    later = Factuality.HAPPENED if reported else Factuality.SCHEDULED
    accounts = [
        account("plan", 0, reading, status, window=Window(first, None, None, last)),
        account("later", told, replace(reading, id="event/other"), later, window=on(held)),
    ]
    collection = collect(accounts)
    (assessed,) = collection.assessments
    assert (assessed.window, assessed.if_kept) == (on(held), None)
    found = consistency_of(collection)
    assert not found.contradictions
    (one,) = found.superseded
    assert (one.plan.article, one.by.article) == ("plan", "later")
    plan = next(a for a in collection.accounts if a.article.id == "plan")
    assert plan.claims[0].window == Window(first, None, None, last)


@settings(max_examples=50, deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_any_collection_in_any_order(collection: Collection, order: Any) -> None:  # noqa: ANN401
    mixed = list(collection.accounts)
    order.shuffle(mixed)
    found = consistency_of(collection)
    assert consistency_of(replace(collection, accounts=tuple(mixed))) == found
    for one in (*found.contradictions, *found.superseded, *found.disagreements):
        assert in_words(one, collection.names)
