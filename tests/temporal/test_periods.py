"""Stretches of the calendar against counting days one by one."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.temporal import periods
from graph.temporal.periods import DAYS, Grain, Period, Portion
from graph.temporal.words import words

DATES = st.dates(dt.date(1600, 1, 1), dt.date(2600, 12, 31))
GRAINS: tuple[Grain, ...] = tuple(grain for grain in get_args(Grain) if grain not in ("fiscal", "weekend"))
ONE_DAY = dt.timedelta(days=1)


@given(DATES, st.sampled_from(GRAINS))
def test_a_period_holds_its_day_and_tiles_the_calendar(date: dt.date, grain: Grain) -> None:
    period = periods.holding(grain, date)
    assert period.first <= date <= period.last
    assert periods.holding(grain, period.first) == period == periods.holding(grain, period.last)
    after = periods.holding(grain, period.last + ONE_DAY)
    assert after == periods.moved(period, 1)
    assert periods.moved(after, -1) == period
    least, most = DAYS[grain]
    assert least <= (after.first - period.first).days <= most


@given(DATES, st.sampled_from(GRAINS), st.integers(-30, 30), st.integers(-30, 30))
def test_moving_twice_is_moving_once(date: dt.date, grain: Grain, one: int, two: int) -> None:
    if grain in ("century", "decade"):
        one, two = one % 3, two % 3
    start = periods.holding(grain, date)
    assert periods.moved(periods.moved(start, one), two) == periods.moved(start, one + two)


@given(DATES)
def test_the_value_of_a_week_is_its_iso_week(date: dt.date) -> None:
    week = periods.week(date)
    assert week.value == date.strftime("%G-W%V")
    assert (week.first.isoweekday(), week.last.isoweekday()) == (1, 7)
    assert periods.weekend(date) == Period("weekend", f"{week.value}-WE", week.last - ONE_DAY, week.last)


@given(st.integers(1600, 2600), st.integers(1, 12), st.integers(1, 7))
def test_nth_weekdays(year: int, month: int, weekday: int) -> None:
    whole = periods.month(year, month)
    days = [whole.first + dt.timedelta(days=step) for step in range((whole.last - whole.first).days + 1)]
    matching = [day for day in days if day.isoweekday() == weekday]
    found = [periods.nth_weekday(year, month, weekday, which) for which in range(1, 6)]
    assert [day for day in found if day] == matching
    assert periods.nth_weekday(year, month, weekday, -1) == matching[-1]


@given(st.integers(1600, 2600), st.integers(1, 12))
def test_weeks_of_a_month_lie_in_it_in_order(year: int, month: int) -> None:
    whole = periods.month(year, month)
    weeks = [week for which in range(1, 6) if (week := periods.week_of_month(year, month, which))]
    assert all(whole.first <= week.first <= week.last <= whole.last for week in weeks)
    assert all(one.last + ONE_DAY == two.first for one, two in pairwise(weeks))
    assert periods.week_of_month(year, month, -1) == weeks[-1]


@given(DATES, st.sampled_from(GRAINS), st.sampled_from(get_args(Portion)), DATES)
def test_a_portion_lies_in_its_whole(
    date: dt.date, grain: Grain, portion: Portion, reference: dt.date
) -> None:
    whole = periods.holding(grain, date)
    first, last = periods.part(whole, portion, reference)
    assert whole.first <= first <= last <= whole.last


@given(DATES, st.sampled_from(["month", "quarter", "half", "season", "year", "decade", "century"]))
def test_thirds_and_halves_tile_their_whole(date: dt.date, grain: Grain) -> None:
    whole = periods.holding(grain, date)
    for portions in (("early", "mid", "late"), ("half1", "half2")):
        parts = [periods.part(whole, portion, None) for portion in portions]
        assert parts[0][0] == whole.first
        assert parts[-1][1] == whole.last
        assert all(one[1] + ONE_DAY == two[0] for one, two in pairwise(parts))


@pytest.mark.parametrize(
    ("grain", "portion", "first", "last"),
    [
        ("month", "early", "2026-03-01", "2026-03-10"),
        ("month", "mid", "2026-03-11", "2026-03-20"),
        ("month", "end", "2026-03-21", "2026-03-31"),
        ("year", "early", "2026-01-01", "2026-04-30"),
        ("year", "end", "2026-12-01", "2026-12-31"),
        ("week", "early", "2026-03-09", "2026-03-11"),
        ("week", "late", "2026-03-12", "2026-03-15"),
        ("week", "earlier", "2026-03-09", "2026-03-10"),
        ("month", "earlier", "2026-03-01", "2026-03-11"),
        ("year", "later", "2026-03-11", "2026-12-31"),
    ],
)
def test_named_portions(grain: Grain, portion: Portion, first: str, last: str) -> None:
    wednesday = dt.date(2026, 3, 11)
    found = periods.part(periods.holding(grain, wednesday), portion, wednesday)
    assert found == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "day", ["1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2026-04-05", "2285-03-22"]
)
def test_easter(day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert periods.easter(date.year) == date


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("memorial day", 2007, "2007-05-28"),
        ("thanksgiving", 2024, "2024-11-28"),
        ("black friday", 2024, "2024-11-29"),
        ("election day", 2022, "2022-11-08"),
        ("election day", 2016, "2016-11-08"),
        ("labor day", 2025, "2025-09-01"),
        ("martin luther king day", 2026, "2026-01-19"),
        ("good friday", 2026, "2026-04-03"),
        ("boxing day", 2026, "2026-12-26"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    assert periods.on_holiday(words().holidays[name], year) == dt.date.fromisoformat(day)


def test_the_calendar_ends() -> None:
    for grain in ("day", "week", "month", "year", "century"):
        with pytest.raises(ValueError, match=r"year|month|calendar"):
            periods.moved(periods.holding(grain, dt.date(2026, 1, 1)), -(10**6))
