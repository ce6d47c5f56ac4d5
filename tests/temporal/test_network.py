"""The temporal network against trying every day."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.model import Window
from graph.temporal.network import (
    LAYERS,
    ORIGIN,
    Constraint,
    Layer,
    Point,
    dated,
    preference,
    solve,
    solve_part,
    window,
    within,
)

A, B, C = Point("a", "begin"), Point("a", "end"), Point("b", "begin")
POINTS = (ORIGIN, A, B, C)
REACH = 3  # largest bound; with three points besides the origin no shortest path is longer than 3 * REACH
FAR = 3 * REACH
BOUNDS = st.one_of(st.none(), st.integers(-REACH, REACH))


def constraint_of(parts: tuple[Point, Point, int | None, int | None, Layer, int]) -> Constraint:
    earlier, later, low, high, layer, number = parts
    return Constraint(earlier, later, low, high, layer, f"claim/{number}", 0.5 + number % 2 / 2)


def plan_of(constraint: Constraint, day: int) -> Constraint:
    """A plan told on one of a few days, the last of them unknown."""
    told = None if day == 3 else dt.date(2026, 2, 1 + day)
    return replace(constraint, plan=True, told=told)


CONSTRAINTS = st.lists(
    st.tuples(
        st.sampled_from(POINTS),
        st.sampled_from(POINTS),
        BOUNDS,
        BOUNDS,
        st.sampled_from(LAYERS),
        st.integers(0, 9),
    ).map(constraint_of),
    max_size=6,
)
EVENTS = tuple(Point(f"event/{name}", edge) for name in "abcd" for edge in ("begin", "end"))
PAPERS = (Point("article/1", "published"), Point("article/2", "published"))
SEVERAL = st.lists(
    st.tuples(
        st.sampled_from((ORIGIN, *EVENTS, *PAPERS)),
        st.sampled_from((*EVENTS, *PAPERS)),
        BOUNDS,
        BOUNDS,
        st.sampled_from(LAYERS),
        st.integers(0, 9),
    ).map(constraint_of),
    max_size=14,
)
APPEARED = st.lists(
    st.tuples(st.sampled_from(PAPERS), st.integers(-REACH, REACH)).map(
        lambda parts: Constraint(ORIGIN, parts[0], parts[1], parts[1], "fact", "article", 1.0)
    ),
    max_size=3,
)


TRIED = np.indices((6 * FAR + 1,) * 3).reshape(3, -1) - 3 * FAR  # every day of three points around the origin
DAYS = {ORIGIN: np.zeros(TRIED.shape[1], dtype=int), A: TRIED[0], B: TRIED[1], C: TRIED[2]}


def suiting(constraints: Iterable[Constraint]) -> npt.NDArray[np.bool_]:
    """Which of the tried days suit all constraints, and that an event ends no earlier than it begins."""
    suits = DAYS[A] <= DAYS[B]
    for each in constraints:
        between = DAYS[each.later] - DAYS[each.earlier]
        if each.at_least is not None:
            suits &= between >= each.at_least
        if each.at_most is not None:
            suits &= between <= each.at_most
    return suits


def possible(constraints: Iterable[Constraint]) -> bool:
    return bool(suiting(constraints).any())


@settings(max_examples=60, deadline=None)
@given(CONSTRAINTS)
@example([Constraint(A, A, 1, None, "fact", "claim/0")])
@example([Constraint(A, C, 3, 1, "fact", "claim/0"), Constraint(ORIGIN, A, 0, 2, "promise", "claim/1")])
def test_bounds_and_loops_against_trying_all_days(constraints: list[Constraint]) -> None:
    solution = solve(constraints)
    held = list(solution.held)
    left_out = [loop.left_out for loop in solution.loops]
    assert sorted(held + left_out, key=preference) == sorted(set(constraints), key=preference)
    assert possible(held)

    suits = suiting(held)
    for point, (low, high) in solution.bounds.items():
        days = DAYS[point][suits]
        assert (int(days.min()) if days.min() >= -FAR else None) == low
        assert (int(days.max()) if days.max() <= FAR else None) == high

    for loop in solution.loops:
        assert loop.excess > 0
        assert loop.left_out == max(loop.constraints, key=preference)
        assert not possible(loop.constraints)
        for each in loop.constraints:
            assert possible([other for other in loop.constraints if other != each])


@given(CONSTRAINTS, st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(constraints: list[Constraint], order: random.Random) -> None:
    mixed = list(constraints)
    order.shuffle(mixed)
    assert solve(mixed) == solve(constraints)


@settings(max_examples=300, deadline=None)
@given(SEVERAL, APPEARED, st.sets(st.sampled_from(LAYERS), min_size=1))
def test_part_by_part_as_all_at_once(
    constraints: list[Constraint], appeared: list[Constraint], layers: set[Layer]
) -> None:
    everything = sorted(dict.fromkeys(constraints + appeared), key=preference)
    points = {point for each in everything for point in (each.earlier, each.later)} - {ORIGIN}
    whole = solve_part(tuple(each for each in everything if each.layer in layers), tuple(sorted(points)))
    solution = solve(constraints + appeared, layers)
    assert solution.bounds == whole.bounds
    assert solution.loops == whole.loops
    assert solution.held == whole.held


def test_an_article_more_solves_only_what_it_touches() -> None:
    def bill(name: str) -> list[Constraint]:
        steps = [Point(f"event/{name}-{step}", "begin") for step in range(3)]
        dated_one = Constraint(ORIGIN, steps[0], 1, 1, "fact", f"claim/{name}")
        orders = [Constraint(a, b, 1, 5, "procedure", f"{a} {b}") for a, b in pairwise(steps)]
        report = Constraint(steps[2], PAPERS[0], 0, None, "fact", f"claim/{name}-report")
        return [dated_one, *orders, report]

    paper = Constraint(ORIGIN, PAPERS[0], 9, 9, "fact", "article/1")
    bills = [each for number in range(20) for each in bill(f"bill-{number}")]
    solve_part.cache_clear()
    solve([paper, *bills])
    before = solve_part.cache_info().misses
    more = Constraint(ORIGIN, Point("event/bill-7-1", "begin"), 3, 3, "fact", "claim/more")
    solve([paper, *bills, more])
    assert solve_part.cache_info().misses == before + 1


@given(CONSTRAINTS)
def test_a_layer_less_loosens(constraints: list[Constraint]) -> None:
    facts = solve(constraints, ("fact",))
    assert all(each.layer == "fact" for each in facts.held)
    assert set(facts.bounds) == set(solve(constraints).bounds)


def test_loops_name_the_promise() -> None:
    vote, release = Point("event/vote", "begin"), Point("event/release", "begin")
    voted = dated(vote, dt.date(2026, 2, 19), dt.date(2026, 2, 19), "fact", "claim/vote")
    after = Constraint(vote, release, 0, None, "procedure", "claim/after")
    promised = dated(release, dt.date(2026, 2, 10), dt.date(2026, 2, 13), "promise", "claim/promise")
    solution = solve([promised, after, voted])
    (loop,) = solution.loops
    assert loop.left_out == promised
    assert loop.constraints[0] == promised
    assert set(loop.constraints) == {promised, after, voted}
    assert loop.excess == 6
    assert solution.bounds[release] == (dt.date(2026, 2, 19).toordinal(), None)


EARLY, LATE = dt.date(2026, 2, 7), dt.date(2026, 2, 20)


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ({"layer": "promise"}, {"layer": "procedure"}),
        ({"layer": "procedure"}, {"layer": "fact"}),
        ({"confidence": 0.4}, {"confidence": 0.8}),
        ({"told": dt.date(2026, 2, 9)}, {"told": dt.date(2026, 2, 7)}),
        ({"told": None}, {"told": dt.date(2026, 2, 7)}),
        ({"claim": "claim/z"}, {"claim": "claim/a"}),
        ({"layer": "promise", "confidence": 1.0}, {"layer": "fact", "confidence": 0.1}),
        ({"plan": True, "told": EARLY, "confidence": 1.0}, {"told": LATE, "confidence": 0.1}),
        ({"plan": True, "told": LATE, "confidence": 1.0}, {"told": EARLY, "confidence": 0.1}),
        ({"plan": True}, {"layer": "procedure"}),
        ({"plan": True, "told": EARLY}, {"plan": True, "told": LATE, "confidence": 0.1}),
        ({"plan": True, "told": EARLY}, {"plan": True, "told": LATE, "layer": "promise"}),
        ({"plan": True, "layer": "promise", "told": EARLY}, {"plan": True, "told": EARLY}),
        ({"plan": True, "told": None}, {"plan": True, "told": EARLY}),
        ({"layer": "promise"}, {"plan": True}),
    ],
)
def test_which_of_two_gives_way(weaker: dict[str, object], stronger: dict[str, object]) -> None:
    shared = {"layer": "fact", "claim": "claim/m"}
    one = Constraint(ORIGIN, A, 1, 1, **(shared | weaker))  # type: ignore[arg-type]
    two = Constraint(ORIGIN, A, 5, 5, **(shared | stronger))  # type: ignore[arg-type]
    (loop,) = solve([one, two]).loops
    assert loop.left_out == one
    assert solve([one, two]).bounds[A] == (5, 5)


@pytest.mark.parametrize(
    ("plan", "other", "overtaken"),
    [
        ({"plan": True, "told": EARLY}, {"told": LATE}, True),
        ({"plan": True, "told": EARLY}, {"plan": True, "told": LATE}, True),
        ({"plan": True, "told": EARLY}, {"told": EARLY}, False),
        ({"plan": True, "told": LATE}, {"told": EARLY}, False),
        ({"plan": True, "told": None}, {"told": LATE}, False),
        ({"plan": True, "told": EARLY}, {"told": None}, False),
        ({"told": LATE}, {"told": EARLY}, False),
    ],
)
def test_only_what_is_told_later_overtakes_a_plan(
    plan: dict[str, object], other: dict[str, object], overtaken: bool
) -> None:
    one = Constraint(ORIGIN, A, 1, 1, "fact", "claim/one", **plan)  # type: ignore[arg-type]
    two = Constraint(ORIGIN, A, 5, 5, "fact", "claim/two", **other)  # type: ignore[arg-type]
    (loop,) = solve([one, two]).loops
    assert loop.left_out == one
    assert loop.overtaken_by == ((two,) if overtaken else ())


@settings(max_examples=60, deadline=None)
@given(CONSTRAINTS, st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_plans_never_push_out_facts(constraints: list[Constraint], days: list[int]) -> None:
    mixed = [plan_of(each, day) if day else each for each, day in zip(constraints, days, strict=False)]
    firm = [each for each in mixed if not each.plan and each.layer != "promise"]
    kept = set(solve(mixed).held)
    assert kept >= set(solve(firm).held)
    for loop in solve(mixed).loops:
        assert not possible(loop.constraints)
        for each in loop.constraints:
            assert possible([other for other in loop.constraints if other != each])


def test_an_event_does_not_end_before_it_begins() -> None:
    event = "event/debate"
    first, last = dt.date(2026, 2, 9), dt.date(2026, 2, 15)
    solution = solve(
        [
            dated(Point(event, "begin"), first, None, "fact", "claim/1"),
            dated(Point(event, "end"), None, last, "fact", "claim/2"),
        ]
    )
    assert window(solution, event) == Window(first, None, None, last)
    wrong = dated(Point(event, "end"), None, dt.date(2026, 2, 1), "promise", "claim/3")
    begins = dated(Point(event, "begin"), first, None, "fact", "claim/1")
    (loop,) = solve([wrong, begins]).loops
    assert loop.constraints == (wrong, begins)


def test_windows_go_in_and_come_out() -> None:
    whole = Window(dt.date(1999, 1, 1), dt.date(1999, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert window(solve(within("event/scope", whole, "fact", "claim/1")), "event/scope") == whole
    # where only the begin is named there is no end in the network
    begun = Window(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert window(solve(within("event/rule", begun, "fact", "claim/1")), "event/rule") == begun
    assert within("event/open", Window(), "fact", "claim/1") == ()
    assert window(solve([]), "event/unknown") == Window()


def test_the_day_after_whatever_the_day() -> None:
    reading, meeting, article = (
        Point("reading", "end"),
        Point("meeting", "begin"),
        Point("article", "published"),
    )
    told = Constraint(article, Point("meeting", "end"), None, 0, "fact", "claim/2")
    after = Constraint(reading, meeting, 1, 1, "fact", "claim/1")
    loose = solve([after, told])
    assert loose.bounds[reading] == (None, None)
    published = dated(article, dt.date(2026, 2, 7), dt.date(2026, 2, 7), "fact", "claim/3")
    assert solve([after, told, published]).bounds[reading] == (None, dt.date(2026, 2, 6).toordinal())
