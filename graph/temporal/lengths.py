"""Durations, and places in time by their length from now: "two weeks", "a year ago", "the past decade"."""

from __future__ import annotations

from typing import Literal

from graph.temporal.clocks import part_of_day
from graph.temporal.periods import DAYS, Grain
from graph.temporal.quantities import Quantity, is_age, number_at, quantity, unit_at, unit_named
from graph.temporal.readings import CLOCK_UNITS, GRAIN_OF, Calendar, Length, Reading, Repeat, Vague, duration
from graph.temporal.tokens import Line, by_word
from graph.temporal.words import words

_HEDGES = (
    ("no", "more", "than"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("just", "under"),
    ("just", "over"),
    ("well", "over"),
    ("about",),
    ("around",),
    ("under",),
    ("nearly",),
    ("almost",),
    ("roughly",),
    ("approximately",),
    ("barely",),
)
_BELOW = frozenset(("less", "fewer", "under"))
"""First words by which a length ago is the farthest that it may be."""
_ABOUT = by_word(_HEDGES, lambda forms: forms[0])
_SIDES: dict[str, Literal[-1, 0, 1]] = {
    "past": -1,
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "recent": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 0,
    "ensuing": 0,
    "first": 0,
    "final": 0,
    "opening": 0,
    "closing": 0,
}
_FARTHEST = 9999  # units; more would leave the calendar


def about(line: Line, at: int) -> int:
    """The index after "at least", "nearly" and the like, or the same index."""
    for forms in _ABOUT.get(line.low(at), ()):
        if line.reads(at, *forms):
            return at + len(forms)
    return at


def length_phrase(line: Line, at: int) -> tuple[int, Reading] | None:
    """Read a length alone, or with "ago", "earlier", "later", "from now" after it."""
    start = about(line, at)
    if line.low(at) == "the":
        return _the_length(line, at)
    read = quantity(line, start)
    if read is None:
        return _bare(line, start) if start == at else None
    if line.low(at - 1) in ("aged", "age", "ages"):
        return None
    if read.article and line.reads(read.end, "or", "two"):
        return read.end + 2, Length("X", read.unit)
    tail = line.low(read.end) == "or" and line.low(read.end + 1) in ("so", "more", "less")
    end = read.end + 2 if tail else read.end
    if line.low(at) in _BELOW and line.low(end) == "ago" and (grain := GRAIN_OF.get(read.unit)):
        return end + 1, Vague("PAST_REF", -int((read.number or 1) * DAYS[grain][1]), 0)
    if placed := _placed(line, end, read):
        return placed
    if read.article:
        return _rate(line, start, read) or _one(line, at, start, read)
    if line.low(start) == "one" and line.reads(start, "one", "day"):
        counted = line.low(end) in ("of", "after", "before") or line.low(at - 1) in ("in", "within", "for")
        return (end, Length("1", "day")) if counted else None  # else "one day" is some day
    if line.low(end) in ("each", "per") and (unit := unit_at(line, end + 1)):
        return end + 2, Repeat(duration("1", unit[0]))
    return end, Length(read.amount, read.unit)


def _the_length(line: Line, at: int) -> tuple[int, Reading] | None:
    """Read "the two hours"; "the two-hour debate" has its length without the article."""
    counted = number_at(line, at + 1)
    read = quantity(line, at + 1) if counted and line.low(counted[0]) != "-" else None
    return (read.end, Length(read.amount, read.unit)) if read else None


def _bare(line: Line, at: int) -> tuple[int, Reading] | None:
    """Read "weeks", "for months", "years of debate": an unspoken number of units."""
    found = unit_at(line, at)
    if line.low(at).endswith("long") and (unit := unit_named(line.low(at).removesuffix("long"))):
        return at + 1, Length("X" if unit[2] else str(unit[1]), unit[0])
    if found and line.reads(at + 1, "-", "long") and line[at + 1].close:
        return at + 3, Length("X" if found[2] else str(found[1]), found[0])
    if not found or not found[2] or found[0] in ("second", "quarter", "half") or is_age(line, at + 1):
        return None
    if line[at].capital and line[at - 1].sentence == line[at].sentence:
        return None
    read = Quantity(None, found[0], at + 1)
    if placed := _placed(line, at + 1, read):
        return placed
    after, before = line.low(at + 1), line.low(at - 1)
    ruled = before in words().text["before_bare_unit"] or after in ("after", "before")
    ruled = ruled or after == "into" or (after == "of" and before not in ("the", "these", "those"))
    return (at + 1, Length("X", read.unit)) if ruled else None


def _placed(line: Line, at: int, read: Quantity) -> tuple[int, Reading] | None:
    """Read on after a length: "ago", "earlier", "later", "from now" make it a place."""
    word = line.low(at)
    end = at + 1
    if word == "ago":
        sign, spoken = -1, False
    elif line.reads(at, "from", "now") or line.reads(at, "from", "today"):
        sign, spoken, end = 1, False, at + 2
    elif word in ("earlier", "previously", "beforehand"):
        sign, spoken = -1, True
    elif word in ("later", "afterwards", "afterward", "thereafter"):
        sign, spoken = 1, True
    elif line.reads(at, "before", "that"):
        sign, spoken, end = -1, True, at + 2
    elif word == "before" and line[end].kind == "mark" and GRAIN_OF.get(read.unit):
        sign, spoken = -1, True  # "had passed it a week before."
    else:
        return None
    if word in ("later", "earlier") and line.low(end) == "than":
        return None
    grain = GRAIN_OF.get(read.unit)
    if grain and read.number is not None and read.number <= _FARTHEST and read.number == int(read.number):
        shift = sign * int(read.number)
        anchor: Literal["spoken", "reference"] = "spoken" if spoken else "reference"
        clock = "TNI" if read.night else None
        counted = spoken and grain == "week"
        return end, Calendar(grain, shift=shift, anchor=anchor, clock=clock, is_counted=counted)
    return end, _vaguely(read, grain, sign, spoken)


def _vaguely(read: Quantity, grain: Grain | None, sign: int, spoken: bool) -> Vague:
    """Somewhere in the past or future; two units away at least where their number is not said."""
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if spoken:
        return Vague(value)
    if grain is None or read.unit in CLOCK_UNITS:
        days = 1 + int((read.number or 0) // 24) if read.unit == "hour" else 1
        return Vague(value, -days, 0) if sign < 0 else Vague(value, 0, days)
    near = int((2 if read.number is None else read.number) * DAYS[grain][0])
    return Vague(value, high=-near) if sign < 0 else Vague(value, low=near)


def _rate(line: Line, at: int, read: Quantity) -> tuple[int, Reading] | None:
    """Read "$3m a year", "twice a week": how much or how often for each unit."""
    before = line[at - 1]
    counted = line[at - 2].kind == "number" or line.low(at - 2) in words().numbers
    counts = before.kind == "number" or before.lower in words().text["before_rate"]
    counts = counts or (counted and before.lower.endswith("s") and before.kind == "word")
    return (read.end, Repeat(duration("1", read.unit))) if counts and line[at].sentence >= 0 else None


def _one(line: Line, at: int, start: int, read: Quantity) -> tuple[int, Reading] | None:
    """Read "a year" as a length; "a day", "a minute" only where something says so."""
    ruled = start > at or line.low(at - 1) in words().text["before_one_unit"]
    ruled = ruled or line.low(read.end) in ("after", "before", "long")
    if read.unit in ("day", "hour", "minute") and not ruled:
        return None
    if (line.low(read.end) == "-" and line[read.end].close) or (line.low(at - 1) == "-" and line[at].close):
        return None
    return read.end, Length(read.amount, read.unit)


def stretch_phrase(line: Line, at: int) -> tuple[int, Reading] | None:
    """Read "the past two weeks", "the coming days", "recent years", "the next year"."""
    if ahead := _ahead(line, at):
        return ahead
    step = at + 1 if line.low(at) in words().text["before_stretch"] else at
    word = line.low(step)
    side = _SIDES.get(word)
    if word == "last" and step == at and line.low(at - 1) in words().text["before_verb"]:
        return None  # "to last two weeks"
    if side is None or (side == 0 and step == at):
        return None
    if read := quantity(line, step + 1):
        if word in ("first", "last", "final") and line.low(read.end) == "of":
            side = 0  # "the last two weeks of March"
        return None if read.article else (read.end, Length(read.amount, read.unit, side))
    found = unit_at(line, step + 1)
    if not found or (line.low(step + 2) == "-" and line[step + 2].close):
        return None
    unit, times, plural = found
    if unit in ("second", "minute", "quarter") or words().units[line.low(step + 1)] in ("night", "weekend"):
        return None
    if line.reads(step + 2, "or", "two"):
        return step + 4, Length("X", unit, side)
    if plural:
        portion = word in ("first", "final", "opening", "closing", "last") and step > at
        return None if portion and line.low(step + 2) == "of" else (step + 2, Length("X", unit, side))
    if line.low(at) != "the" or word not in ("past", "last", "next") or (unit == "day" and word != "past"):
        return None
    other = word == "next" and line.low(at - 1) not in words().text["before_length"]
    return None if other else (step + 2, Length(str(times), unit, side))


def _ahead(line: Line, at: int) -> tuple[int, Reading] | None:
    """Read "the weeks ahead", "the days to come"."""
    found = unit_at(line, at + 1) if line.low(at) == "the" else None
    if found is None or not found[2]:
        return None
    end = at + 4 if line.reads(at + 2, "to", "come") else at + 3
    ahead = line.low(at + 2) == "ahead" and line.low(at + 3) != "of"
    return (end, Length("X", found[0], 1)) if ahead or end == at + 4 else None


def whole_phrase(line: Line, at: int) -> tuple[int, Reading] | None:
    """Read "all day (long)", "all week", "all night"."""
    if line.low(at) != "all" or (line[at + 2].close and line.low(at + 2) == "-"):
        return None
    end = at + 3 if line.low(at + 2) == "long" else at + 2
    if part := part_of_day(line, at + 1):
        return end, Calendar("day", shift=0, anchor="near", clock=part[1])
    found = unit_at(line, at + 1)
    return (end, Length("1", found[0])) if found and found[0] in GRAIN_OF and not found[2] else None
