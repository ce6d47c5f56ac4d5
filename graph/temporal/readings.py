"""What time words say before it is known what day it is: the grammar's output, the resolver's input."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from graph.temporal.periods import DAYS, Grain, Portion

Unit = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "half", "year", "decade", "century"
]
Anchor = Literal["reference", "spoken", "near"]
"""What relative words hang on: the publication day, the time last spoken of, or, where words name only an
hour ("at noon"), the day spoken of in this or the last sentence and else the publication day."""


COMING = 2
"""The shift of "the coming Thursday", where "next Thursday" is that of next week."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar.

    Attributes:
        grain: how long a stretch it is.
        year, month, day, weekday: as named; weekday 1 is Monday.
        number: which quarter, half, season (1 spring), week of the month or nth weekday of it (-1 the last);
            a decade's or century's first figures.
        holiday: a name in the lexicon.
        shift: with nothing named, how many grains away from the anchor's; with a name, -1 last, -2 the one
            before last, 0 this, 1 next, `COMING` the next one whatever the week. None: named only, and
            resolved by tense.
        of: the unit that encloses it and that unit's shift ("Friday of next week": week, 1).
        portion: of the whole, where only bounds and not the value know it.
        clock: the end of a TIMEX3 time value, "T20:14" or "TNI".
        is_counted: whether so many weeks are counted from a day ("a week later"), to that day of the week.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    holiday: str | None = None
    shift: int | None = None
    of: tuple[Literal["week", "month", "year"], int] | None = None
    anchor: Anchor = "reference"
    portion: Portion | None = None
    clock: str | None = None
    is_counted: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it names a part of a larger cycle (May, Thursday, the third quarter)."""
        return (self.month, self.day, self.weekday, self.number, self.holiday) != (None,) * 5

    @property
    def is_absolute(self) -> bool:
        """Whether it needs no anchor."""
        return self.year is not None or (self.grain in ("decade", "century") and self.number is not None)

    @property
    def is_open(self) -> bool:
        """Whether only tense can tell which of two places it is."""
        open_name = not self.is_absolute and self.of is None and self.is_named and self.shift in (None, 0)
        return open_name and not self.is_of_spoken_year

    @property
    def is_of_spoken_year(self) -> bool:
        """Whether it is a month or season of the year last spoken of ("that November")."""
        named = self.month is not None or self.grain == "season"
        return self.anchor == "spoken" and self.shift == 0 and named and self.of is None


@dataclass(frozen=True, slots=True)
class Years:
    """Several calendar years as one ("the 2023-24 session")."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Vague:
    """Past, present or future without a place; `low` and `high` are days from publication."""

    value: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch by its length alone.

    `amount` is as in TIMEX3 ("2", "2.5", "X" for some); `side` is -1 where it ends and 1 where it begins at
    publication ("the past two weeks"), 0 where it hangs on nothing.
    """

    amount: str
    unit: Unit
    side: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that comes again and again, by its TIMEX3 value."""

    value: str


Reading = Calendar | Years | Vague | Length | Repeat


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens from `first` up to, not including, `end`, and what they say."""

    first: int
    end: int
    reading: Reading


_LETTERS: dict[Unit, str] = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
GRAIN_OF: dict[Unit, Grain] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
"""The units that are stretches of the calendar."""
CLOCK_UNITS: frozenset[Unit] = frozenset({"second", "minute", "hour"})


_HALVES: dict[Unit, str] = {
    "hour": "PT30M",
    "day": "PT12H",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
}


def duration(amount: str, unit: Unit) -> str:
    """TIMEX3 value of a length: P2W, PT90M, PXD; quarters and halves in months."""
    if unit in ("quarter", "half"):
        months = 3 if unit == "quarter" else 6
        amount = amount if amount == "X" else str(int(float(amount) * months))
        return f"P{amount}M"
    if amount == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    return f"P{'T' if unit in CLOCK_UNITS else ''}{amount}{_LETTERS[unit]}"


def most_days(amount: str, unit: Unit) -> int | None:
    """The most days that a length can touch; None where it is open."""
    if amount == "X":
        return None
    if unit in CLOCK_UNITS:
        hours = float(amount) / {"hour": 1, "minute": 60, "second": 3600}[unit]
        return int(hours // 24) + 1
    return math.ceil(float(amount) * DAYS[GRAIN_OF[unit]][1])


def template(read: Calendar) -> str:
    """The TIMEX3 value of a place in the calendar when its anchor is not known."""
    if read.weekday is not None and read.grain == "day":
        value = f"XXXX-WXX-{read.weekday}"
    elif read.grain == "day":
        month = f"{read.month:02}" if read.month else "XX"
        value = f"XXXX-{month}-{read.day:02}" if read.day else f"XXXX-{month}-XX"
    elif read.grain == "month":
        value = f"XXXX-{read.month:02}" if read.month else "XXXX-XX"
    else:
        season = ("SP", "SU", "FA", "WI")[(read.number or 1) - 1] if read.number else "XX"
        value = {
            "week": "XXXX-WXX",
            "weekend": "XXXX-WXX-WE",
            "quarter": f"XXXX-Q{read.number or 'X'}",
            "half": f"XXXX-H{read.number or 'X'}",
            "season": f"XXXX-{season}",
            "decade": "XXX",
            "century": "XX",
        }.get(read.grain, "XXXX")
    return value + (read.clock or "")


def loose(read: Calendar, direction: Literal["past", "future"] | None) -> tuple[int | None, int | None]:
    """Days from publication within which it lies, whatever day of whatever year that is; None is open.

    Longer than needed by at most one unit: "next week" is 1 to 13, since publication may be a Monday or a
    Sunday; "on Thursday", said of the past, is -7 to 0.
    """
    if read.is_absolute or read.anchor != "reference":
        return None, None
    if read.of is not None:
        unit, shift = read.of
        return loose(Calendar(unit, shift=shift), None)
    if not read.is_named:
        return shifted_days(read.grain, read.shift or 0)
    size = 7 if read.weekday and not read.month else DAYS["year"][1]
    if read.day and not read.month:
        size = 62  # the 31st may be two months away
    elif read.day == 29 and read.month == 2:
        size = 8 * 366  # 1896 to 1904
    elif read.holiday:
        size += 40  # Easter moves by up to 35 days
    width = DAYS[read.grain][1] - 1 if read.weekday is None else int(read.grain == "weekend")
    if read.shift in (-1, -2):
        return read.shift * size - width, (read.shift + 1) * size - 1
    if read.shift == COMING:
        return 1, size + width
    if read.shift == 1:
        return 1, (13 if size == 7 else size + width)
    if read.shift == 0 and direction is None:
        return -size - width, size + width
    if read.weekday and not read.month and direction is None:
        direction = "past"
    low = -width if direction == "future" else -size - width
    return low, (width if direction == "past" else size + width)


def shifted_days(grain: Grain, shift: int) -> tuple[int, int]:
    """Days from a day to a period so many places after the one that holds it, whatever day it is."""
    least, most = DAYS[grain]
    if grain == "weekend":
        return 7 * shift - 1, 7 * shift + 6
    if grain == "fiscal":
        return 365 * (shift - 1) - 275, 366 * (shift + 1)
    if grain == "day":
        return shift, shift
    if shift == 0:
        return 1 - most, most - 1
    low, high = least * (abs(shift) - 1) + 1, most * abs(shift) + most - 1
    if grain == "year":
        years = abs(shift) + 1
        high = 365 * years + -(-years // 4) - 1
    return (low, high) if shift > 0 else (-high, -low)
