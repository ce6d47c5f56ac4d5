"""From what time words say to TIMEX3 values and day bounds, given what is known of the day they hang on."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.temporal import periods
from graph.temporal.periods import Grain, Period
from graph.temporal.readings import (
    COMING,
    Calendar,
    Length,
    Match,
    Reading,
    Repeat,
    Vague,
    Years,
    duration,
    loose,
    most_days,
    template,
)
from graph.temporal.words import words

Direction = Literal["past", "future"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

_RECALLED = 3  # sentences; further back "the same day" has lost its day
_NEAR = 2  # sentences; a part of the day is that of a day named no further back
_HOUR_NEAR = 5  # sentences; an hour is that of a day past named no further back
_REMEMBERED = 4  # times; of one sentence; "that day" passes over a month named behind the day
_FINE_TO_COARSE: tuple[Grain, ...] = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "fiscal",
    "year",
    "decade",
    "century",
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Type, value and bounds of a time expression; `after` and `before` are days from publication."""

    type: TimexType
    value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    after: int | None = None
    before: int | None = None


@dataclass(slots=True)
class Spoken:
    """The times a text has spoken of last, with the sentences that name them."""

    told: deque[tuple[Period, int]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def add(self, period: Period, sentence: int) -> None:
        """Note a time and the sentence that names it."""
        self.told.append((period, sentence))

    def set_aside(self) -> None:
        """Put the time told last behind the one before it in its sentence: "on Tuesday the text which passed
        on 11 April" speaks of Tuesday.
        """
        if len(self.told) > 1 and self.told[-1][1] == self.told[-2][1]:
            self.told[-2], self.told[-1] = self.told[-1], self.told[-2]

    def of(self, grain: Grain, sentence: int, reach: int, *, again: bool = False) -> Period | None:
        """The last time spoken of within reach, in sentences, if it is as fine as a grain.

        For a time named `again` ("that day") a coarser one is passed over where its own sentence names a
        finer one before it.
        """
        rank = _FINE_TO_COARSE.index
        last = self.told[-1][1] if self.told else 0
        for period, named in reversed(self.told):
            if named != last or sentence - named > reach:
                return None
            if rank(period.grain) <= rank(grain):
                return period
            if not again:
                return None
        return None


def resolve(
    match: Match, published: dt.date | None, spoken: Spoken, direction: Direction | None, sentence: int
) -> Resolved:
    """Resolve a reading.

    Args:
        match: the words' reading.
        published: the publication day, if known.
        spoken: the times spoken of before; a place in the calendar is added to it.
        direction: whether an open reading lies before or after publication; None if nothing tells.
        sentence: number of the sentence the words stand in.
    """
    read: Reading = match.reading
    match read:
        case Calendar():
            return _calendar(read, published, spoken, direction, sentence)
        case Years():
            return Resolved("DATE", f"{read.first:04}/{read.last:04}", *_years(read))
        case Vague():
            earliest = _plus(published, read.low)
            return Resolved(
                "DATE", read.value, earliest, _plus(published, read.high), after=read.low, before=read.high
            )
        case Length():
            return _length(read, published)
        case Repeat():
            return Resolved("SET", read.value)


def _years(read: Years) -> tuple[dt.date, dt.date]:
    return periods.year(read.first).first, periods.year(read.last).last


def _plus(date: dt.date | None, days: int | None) -> dt.date | None:
    """The day so many days later; None where either is unknown or the calendar ends before it."""
    if date is None or days is None or not 1 <= date.toordinal() + days <= dt.date.max.toordinal():
        return None
    return date + dt.timedelta(days=days)


def _length(read: Length, published: dt.date | None) -> Resolved:
    value = duration(read.amount, read.unit)
    if read.side == 0:
        return Resolved("DURATION", value)
    days = most_days(read.amount, read.unit)
    low, high = (0, days) if read.side > 0 else (None if days is None else -days, 0)
    return Resolved("DURATION", value, _plus(published, low), _plus(published, high), low, high)


def _calendar(
    read: Calendar, published: dt.date | None, spoken: Spoken, direction: Direction | None, sentence: int
) -> Resolved:
    type_: TimexType = "TIME" if read.clock else "DATE"
    after, before = loose(read, direction)
    anchor = _anchor(read, published, spoken, sentence)
    found: Period | None = None
    if read.is_absolute:
        found = _absolute(read, read.year or 1)
    elif anchor is not None:
        found = _relative(read, anchor, direction)
    if found is None:
        return Resolved(type_, template(read), after=after, before=before)
    spoken.add(found, sentence)
    first, last = found.first, found.last
    if read.portion:
        first, last = periods.part(found, read.portion, published)
    return Resolved(type_, found.value + (read.clock or ""), first, last, after, before)


def _anchor(read: Calendar, published: dt.date | None, spoken: Spoken, sentence: int) -> Period | None:
    if read.anchor == "spoken":
        grain: Grain = "year" if read.is_of_spoken_year else read.of[0] if read.of else read.grain
        recalled = spoken.of(grain, sentence, _RECALLED, again=read.shift == 0)
        if recalled is None and read.weekday and (read.shift or 0) < 0 and published:
            return periods.day(published)  # "on the previous Friday", told of nothing else
        if recalled is None and read.grain == "year" and (read.shift or 0) < 0 and published:
            return periods.day(published)  # "a year earlier", told of nothing else, is a year before now
        return recalled
    told = spoken.of("day", sentence, _NEAR) if read.anchor == "near" else None
    if told is None and read.anchor == "near" and (read.clock or "")[1:2].isdigit():
        told = spoken.of("day", sentence, _HOUR_NEAR)
        told = told if told and published and told.last <= published else None
    return told or (periods.day(published) if published else None)


def _absolute(read: Calendar, year: int) -> Period | None:
    """The period that a reading names in a given year; None where that year has none."""
    try:
        return _in_year(read, year)
    except (ValueError, OverflowError):  # 29 February, or beyond the calendar
        return None


def _in_year(read: Calendar, year: int) -> Period | None:
    number = read.number or 1
    if read.holiday is not None:
        date = periods.on_holiday(words().holidays[read.holiday], year)
        return periods.day(date) if date else None
    match read.grain:
        case "decade":
            return periods.decade(number)
        case "century":
            return periods.century(number)
        case "year":
            return periods.year(year)
        case "fiscal":
            return periods.fiscal(year)
        case "quarter":
            return periods.quarter(year, number)
        case "half":
            return periods.half(year, number)
        case "season":
            return periods.season(year, number)
        case "month":
            return periods.month(year, read.month or 1)
        case "week" | "weekend" if read.day:
            return periods.holding(read.grain, dt.date(year, read.month or 1, read.day))
        case "week" | "weekend":
            return periods.week_of_month(year, read.month, number) if read.month else None
        case "day":
            if read.month is None:
                return None
            if read.weekday is not None and read.day is None:
                date = periods.nth_weekday(year, read.month, read.weekday, number)
                return periods.day(date) if date else None
            return periods.day(dt.date(year, read.month, read.day or 1))


def _relative(read: Calendar, anchor: Period, direction: Direction | None) -> Period | None:
    try:
        if read.of is not None:
            return _enclosed(read, anchor, *read.of)
        if read.is_of_spoken_year:
            return _in_year(read, anchor.first.year)
        if read.is_named:
            return _named(read, anchor, direction)
        if read.is_counted and anchor.grain == "day":
            return periods.day(anchor.first + dt.timedelta(days=7 * (read.shift or 0)))
        if read.anchor == "spoken" and read.grain == "year" and anchor.grain in _SHIFTED_WHOLE:
            return periods.moved(anchor, _SHIFTED_WHOLE[anchor.grain] * (read.shift or 0))
        return periods.moved(periods.holding(read.grain, anchor.first), read.shift or 0)
    except (ValueError, OverflowError):  # beyond the calendar
        return None


_SHIFTED_WHOLE: dict[Grain, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4}
"""How many of them make a year: "a year earlier", said of a quarter, is a quarter."""


def _enclosed(
    read: Calendar, anchor: Period, unit: Literal["week", "month", "year"], shift: int
) -> Period | None:
    around = periods.moved(periods.holding(unit, anchor.first), shift)
    if unit == "week":
        return periods.day(around.first + dt.timedelta(days=(read.weekday or 1) - 1))
    if unit == "month":
        read = replace(read, month=around.first.month)
    return _in_year(read, around.first.year)


def _instances(read: Calendar, anchor: Period) -> Iterator[Period]:
    """What a name stands for around an anchor, in order: this Thursday, the Thursday before and after …"""
    far = 9 if (read.month, read.day) == (2, 29) else 2
    for step in range(-far, far + 1):
        if read.weekday is not None and read.month is None:
            monday = periods.week(anchor.first).first
            yield periods.holding(read.grain, monday + dt.timedelta(days=7 * step + read.weekday - 1))
        elif read.day is not None and read.month is None:
            around = periods.moved(periods.holding("month", anchor.first), step)
            if read.day <= around.last.day:
                yield periods.day(around.first.replace(day=read.day))
        elif found := _absolute(read, anchor.first.year + step):
            yield found


def _named(read: Calendar, anchor: Period, direction: Direction | None) -> Period | None:
    told = list(_instances(read, anchor))
    behind = [period for period in told if period.first <= anchor.first]
    ahead = [period for period in told if period.last >= anchor.first]
    if read.shift in (-1, -2):
        behind = [period for period in told if period.last < anchor.first]
        return behind[read.shift] if len(behind) >= -read.shift else None
    if read.shift == COMING:
        return next((period for period in told if period.first > anchor.last), None)
    if read.shift == 1:
        after = anchor.last
        if read.weekday is not None and read.month is None and read.anchor == "reference":
            after = periods.week(anchor.first).last
        return next((period for period in told if period.first > after), None)
    if read.anchor == "spoken":
        return min(told, key=lambda period: abs((period.first - anchor.first).days), default=None)
    if not behind or not ahead:
        return None
    if direction is None:
        direction = _unprompted(read, anchor, behind[-1], ahead[0])
    return behind[-1] if direction == "past" else ahead[0]


def _unprompted(read: Calendar, anchor: Period, behind: Period, ahead: Period) -> Direction:
    """Which way a name points when no verb tells: weekdays back, other names to the nearest."""
    if read.weekday is not None and read.month is None:
        this_week = read.shift == 0 and ahead.last <= periods.week(anchor.first).last
        return "future" if this_week else "past"
    if read.shift == 0 and not behind.last >= anchor.first:
        return "past" if behind.first.year == anchor.first.year else "future"
    back = max(0, (anchor.first - behind.last).days)
    return "past" if back <= max(0, (ahead.first - anchor.first).days) else "future"
