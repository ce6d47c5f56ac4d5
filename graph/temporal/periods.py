"""Stretches of the calendar: days, ISO weeks, months … centuries, as TIMEX3 values with first and last day.

Values are those of TIMEX3 (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html):
`2026-02-15`, `2026-W07`, `2026-W07-WE`, `2026-02`, `2026-Q1`, `2026-H1`, `2026-SP`, `2026`, `202`, `20`.
Seasons are those of the northern hemisphere's meteorologists, since news seldom says which other is meant;
winter begins in December and carries the year in which it begins.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from graph.temporal.words import Holiday

Grain = Literal[
    "day", "weekend", "week", "month", "quarter", "half", "season", "fiscal", "year", "decade", "century"
]
Portion = Literal["start", "early", "mid", "late", "end", "half1", "half2", "earlier", "later", "rest"]

SEASONS = ("SP", "SU", "FA", "WI")
DAYS: dict[Grain, tuple[int, int]] = {
    "day": (1, 1),
    "weekend": (7, 7),
    "week": (7, 7),
    "month": (28, 31),
    "quarter": (90, 92),
    "half": (181, 184),
    "season": (90, 92),
    "fiscal": (365, 366),
    "year": (365, 366),
    "decade": (3652, 3653),
    "century": (36524, 36525),
}
"""From one beginning to the next: fewest and most days."""


@dataclass(frozen=True, slots=True)
class Period:
    """A TIMEX3 value with the first and last day that it covers, both included."""

    grain: Grain
    value: str
    first: dt.date
    last: dt.date


def day(date: dt.date) -> Period:
    """One day."""
    return Period("day", date.isoformat(), date, date)


def week(date: dt.date) -> Period:
    """The ISO week that holds a day."""
    first = date - dt.timedelta(days=date.weekday())
    year, number, _ = date.isocalendar()
    return Period("week", f"{year:04}-W{number:02}", first, first + dt.timedelta(days=6))


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(date)
    return Period("weekend", f"{whole.value}-WE", whole.last - dt.timedelta(days=1), whole.last)


def month(year: int, number: int) -> Period:
    """A month by its number, 1 to 12."""
    last = calendar.monthrange(year, number)[1]
    return Period("month", f"{year:04}-{number:02}", dt.date(year, number, 1), dt.date(year, number, last))


def _months(grain: Grain, value: str, year: int, first: int, count: int) -> Period:
    end_year, end_month = divmod(year * 12 + first - 1 + count - 1, 12)
    return Period(grain, value, dt.date(year, first, 1), month(end_year, end_month + 1).last)


def quarter(year: int, number: int) -> Period:
    """A quarter of a calendar year, 1 to 4."""
    return _months("quarter", f"{year:04}-Q{number}", year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """A half of a calendar year, 1 or 2."""
    return _months("half", f"{year:04}-H{number}", year, 6 * number - 5, 6)


def season(year: int, number: int) -> Period:
    """A season, 1 spring (March to May) to 4 winter (December to February of the next year)."""
    return _months("season", f"{year:04}-{SEASONS[number - 1]}", year, 3 * number, 3)


def year(number: int) -> Period:
    """A calendar year."""
    return Period("year", f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31))


def fiscal(number: int) -> Period:
    """A fiscal year by the year in which most count it to end.

    Its bounds hold for all usual ones: they begin in April, July or October of the year before or in January.
    """
    return Period("fiscal", f"{number:04}", dt.date(number - 1, 4, 1), dt.date(number, 12, 31))


def decade(number: int) -> Period:
    """A decade by its first three figures: 199 for the 1990s."""
    return Period("decade", f"{number:03}", dt.date(number * 10, 1, 1), dt.date(number * 10 + 9, 12, 31))


def century(number: int) -> Period:
    """A century by the first two figures of its years: 19 for the 20th, which they call the 1900s."""
    return Period("century", f"{number:02}", dt.date(number * 100, 1, 1), dt.date(number * 100 + 99, 12, 31))


def holding(grain: Grain, date: dt.date) -> Period:
    """The period of this grain that holds a day."""
    match grain:
        case "day":
            return day(date)
        case "week":
            return week(date)
        case "weekend":
            return weekend(date)
        case "month":
            return month(date.year, date.month)
        case "quarter":
            return quarter(date.year, (date.month + 2) // 3)
        case "half":
            return half(date.year, 1 if date.month <= 6 else 2)
        case "season":
            return season(date.year - (date.month < 3), (date.month // 3 + 3) % 4 + 1)
        case "year":
            return year(date.year)
        case "fiscal":
            return fiscal(date.year)
        case "decade":
            return decade(date.year // 10)
        case "century":
            return century(date.year // 100)


def moved(period: Period, count: int) -> Period:
    """The period of the same grain `count` places later (earlier where negative).

    Raises:
        ValueError: it would begin before the year 1 or end after 9999.
    """
    start = period.first
    match period.grain:
        case "day" | "week" | "weekend":
            step = count * DAYS[period.grain][0]
            try:
                return holding(period.grain, start + dt.timedelta(days=step))
            except OverflowError as error:
                raise ValueError("beyond the calendar") from error
        case "month" | "quarter" | "half" | "season":
            size = {"month": 1, "half": 6}.get(period.grain, 3)
            to_year, to_month = divmod(start.year * 12 + start.month - 1 + count * size, 12)
            return holding(period.grain, dt.date(to_year, to_month + 1, 1))
        case "fiscal":
            return fiscal(period.last.year + count)
        case "decade" | "century":
            size = 10 if period.grain == "decade" else 100
            return holding(period.grain, dt.date(start.year + count * size, 1, 1))
        case "year":
            return year(start.year + count)


def easter(number: int) -> dt.date:
    """Western Easter Sunday of a year (the Gregorian computus, anonymous algorithm of 1876)."""
    golden, hundreds, rest = number % 19, number // 100, number % 100
    leap = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - hundreds // 4 - leap + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    months, days = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(number, months, days + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int, not_before: int = 1) -> dt.date | None:
    """The `which`th ISO `weekday` of a month counted from a day, -1 the last; None where there is none."""
    if which < 0:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-which - 1))
    start = dt.date(year, month, not_before)
    date = start + dt.timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (which - 1))
    return date if date.month == month else None


def week_of_month(year: int, number: int, which: int) -> Period | None:
    """The `which`th week of a month, -1 the last, cut at the month's ends; None where there is none.

    A week belongs to the month that holds its Thursday, as ISO weeks belong to years.
    """
    thursday = nth_weekday(year, number, 4, which)
    if thursday is None:
        return None
    whole, around = week(thursday), month(year, number)
    return Period("week", whole.value, max(whole.first, around.first), min(whole.last, around.last))


def on_holiday(rule: Holiday, year: int) -> dt.date | None:
    """The day a holiday falls on in a year; None where it has none."""
    if rule.easter is not None:
        date: dt.date | None = easter(year) + dt.timedelta(days=rule.easter)
    elif rule.weekday:
        number, weekday, which = rule.weekday
        date = nth_weekday(year, number, weekday, which, rule.not_before)
    else:
        date = dt.date(year, *rule.day)
    return date + dt.timedelta(days=rule.plus) if date else None


def part(period: Period, portion: Portion, reference: dt.date | None) -> tuple[dt.date, dt.date]:
    """First and last day of a portion of a period.

    Early, mid and late are its thirds: days 1-10, 11-20 and 21 to the end of a month, four months each of a
    year; of a week Monday to Wednesday, Tuesday to Thursday and Thursday to Sunday. Start and end are the
    early and the late third ("the end of March": 21-31), but the first and last month of a year and the
    first and last quarter of anything longer. `earlier` runs up to the reference day (to the day before it
    within a week), `later` and `rest` from it on.
    """
    first, last = period.first, period.last
    if portion in ("earlier", "later", "rest"):
        if reference is None or not first <= reference <= last:
            return first, last
        if portion == "earlier":
            yesterday = reference - dt.timedelta(days=period.grain in ("week", "weekend"))
            return first, max(first, yesterday)
        return reference, last
    if period.grain in ("day", "fiscal"):
        return first, last
    if period.grain in ("week", "weekend", "month"):
        low, high = _IN_DAYS[period.grain][portion]
        days = (last - first).days
        return first + dt.timedelta(days=min(low, days)), first + dt.timedelta(days=min(high, days))
    size = (last.year - first.year) * 12 + last.month - first.month + 1
    if portion in ("half1", "half2") and size % 2:
        middle = first + (last - first) / 2
        return (first, middle) if portion == "half1" else (middle + dt.timedelta(days=1), last)
    share = size // 4 if portion in ("start", "end") and size >= 12 else size // 3
    share = 1 if portion in ("start", "end") and size == 12 else share
    share = size // 2 if portion in ("half1", "half2") else share
    if portion in ("start", "early", "half1"):
        return first, _month_after(first, share) - dt.timedelta(days=1)
    if portion == "mid":
        return _month_after(first, share), _month_after(first, size - share) - dt.timedelta(days=1)
    return _month_after(first, size - share), last


_IN_DAYS: dict[Grain, dict[Portion, tuple[int, int]]] = {
    "week": {
        "start": (0, 2),
        "early": (0, 2),
        "mid": (1, 3),
        "late": (3, 6),
        "end": (3, 6),
        "half1": (0, 3),
        "half2": (3, 6),
    },
    "weekend": {
        "start": (0, 0),
        "early": (0, 0),
        "mid": (0, 1),
        "late": (1, 1),
        "end": (1, 1),
        "half1": (0, 0),
        "half2": (1, 1),
    },
    "month": {
        "start": (0, 9),
        "early": (0, 9),
        "mid": (10, 19),
        "late": (20, 30),
        "end": (20, 30),
        "half1": (0, 14),
        "half2": (15, 30),
    },
}
"""First and last day of a portion, counted from 0 and cut at the period's last day."""


def _month_after(first: dt.date, count: int) -> dt.date:
    years, months = divmod(first.year * 12 + first.month - 1 + count, 12)
    return dt.date(years, months + 1, 1)
