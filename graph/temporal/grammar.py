"""All time words of a text in one scan: at each token the longest phrase that any part reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from graph.temporal import clocks, dates, figures, lengths, repeats, spans, years
from graph.temporal.dates import Found
from graph.temporal.lists import listed_days, more_days, shared
from graph.temporal.periods import Portion
from graph.temporal.readings import Calendar, Match, Reading
from graph.temporal.tokens import Line
from graph.temporal.words import words

_PLACES: tuple[Callable[[Line, int], Found], ...] = (
    spans.deictic_phrase,
    spans.neighbour_phrase,
    spans.shifted_phrase,
    dates.weekday_phrase,
    dates.month_phrase,
    dates.day_month_phrase,
    dates.ordinal_day_phrase,
    dates.week_phrase,
    years.numbered_phrase,
    years.season_phrase,
    years.holiday_phrase,
    years.plural_decade,
    years.fiscal_phrase,
    years.end_of_year,
)
_OTHERS: tuple[Callable[[Line, int], tuple[int, Reading] | None], ...] = (
    figures.year_phrase,
    lengths.stretch_phrase,
    lengths.length_phrase,
    lengths.whole_phrase,
    repeats.repeat_phrase,
    spans.vague_phrase,
    clocks.day_part_phrase,
    spans.weekend_phrase,
)
_PORTIONS: dict[str, Portion] = {
    "beginning": "start",
    "start": "start",
    "outset": "start",
    "middle": "mid",
    "end": "end",
    "close": "end",
    "rest": "rest",
    "remainder": "rest",
}
_EDGES: dict[str, Portion] = {
    "opening": "start",
    "first": "start",
    "early": "start",
    "closing": "end",
    "last": "end",
    "final": "end",
}


@cache
def _starters() -> frozenset[str]:
    """Words with which a phrase can begin, besides figures."""
    table = words()
    holidays = {name.split()[0].split("'")[0].rstrip(".") for name in table.holidays}
    plurals = {f"{day}s" for day in table.weekdays}
    tables = (
        table.months,
        table.months_short,
        table.weekdays,
        table.weekdays_short,
        table.units,
        table.numbers,
        table.ordinals,
        table.decades,
        table.parts_of_day,
        table.seasons,
        table.repeats,
    )
    return frozenset().union(*tables, table.text["starters"], table.text["some"], holidays, plurals)


def place(line: Line, at: int, month_first: bool | None = None) -> Found:
    """Read the longest place in the calendar that begins at an index, with its part of the day."""
    best: Found = None
    if line[at].kind in ("number", "date"):
        best = dates.numeric_phrase(line, at, month_first)
    for phrase in _PLACES:
        found = phrase(line, at)
        if found and (best is None or found[0] > best[0]):
            best = found
    if best is None:
        year = figures.year_phrase(line, at)
        return (year[0], year[1]) if year and isinstance(year[1], Calendar) else None
    return _with_part_of_day(line, *_with_date(line, *best))


def _date_after(line: Line, end: int) -> Found:
    """Read a day and month behind a weekday, with or without a comma between them."""
    step = end + 1 if line.low(end) == "," else end
    return dates.at_date(line, step) if line[step].sentence == line[end - 1].sentence else None


def _with_date(line: Line, end: int, read: Calendar) -> tuple[int, Calendar]:
    """Read on in "last Sunday, March 6": the date decides."""
    if read.weekday is None or read.month is not None or read.shift is None:
        return end, read
    return _date_after(line, end) or (end, read)


def _with_part_of_day(line: Line, end: int, read: Calendar) -> tuple[int, Calendar]:
    """Read on in "Tuesday night", "Tuesday night, October 23, 2007", "Monday 10 a.m."."""
    if read.grain != "day" or line[end].sentence != line[end - 1].sentence:
        return end, read
    step = end + 1 if line.low(end) == "-" and line[end].close else end
    step += line.low(step) in ("late", "early")
    if part := clocks.part_of_day(line, step):
        if read.weekday and not read.month and (dated := _date_after(line, part[0])):
            return dated[0], replace(dated[1], clock=part[1])
        return part[0], replace(read, clock=part[1])
    hour = clocks.clock_at(line, end)
    return (hour[0], replace(read, clock=hour[1])) if hour else (end, read)


def _portion(line: Line, at: int) -> tuple[int, Portion] | None:
    """Read "early", "the end of", "later in": the index of what it is a portion of."""
    start = at + 1 if line.low(at) == "the" else at
    start += line.low(start) == "very"
    word, after = line.low(start), line.low(start + 1)
    if word in ("early", "late", "mid"):
        name: Portion = "early" if word == "early" else "late" if word == "late" else "mid"
        return start + 1 + (after in ("-", "in", "on")), name
    if word in ("earlier", "later") and start == at:
        return at + 1 + (after in ("in", "on", "during")), "earlier" if word == "earlier" else "later"
    if word in _PORTIONS and after == "of":
        return start + 2, _PORTIONS[word]
    if word == "end" and after == "-":
        return start + 2, "end"
    if word in _EDGES and after in ("days", "weeks", "months", "hours") and line.low(start + 2) == "of":
        return start + 3, _EDGES[word]
    return None


def _portioned(line: Line, at: int, month_first: bool | None) -> Found:
    """Read "early March", "late on Monday", "earlier this year", "the end of the week"."""
    prefix = _portion(line, at)
    if not prefix or line[prefix[0]].sentence != line[at].sentence:
        return None
    step, portion = prefix
    found = (
        place(line, step, month_first)
        or spans.the_unit(line, step)
        or _bare_name(line, step)
        or clocks.day_part_phrase(line, step)
    )
    if not found:
        return None
    end, read = found
    if portion in ("earlier", "later"):
        fits = read.shift == 0 or read.is_named or read.is_absolute
        return (end, replace(read, portion=portion)) if fits else None
    return (end, read) if read.portion or read.clock else (end, replace(read, portion=portion))


def _bare_name(line: Line, at: int) -> Found:
    """Read a name that alone could be another word, but not after "early" or "the end of"."""
    if found := dates.month_at(line, at):
        return found[0], Calendar("month", month=found[1])
    if year := figures.year_at(line, at):
        return at + 1, Calendar("year", year=year)
    if line.low(at) in words().seasons:
        return at + 1, Calendar("season", number=years.season_number(line.low(at)))
    grain = spans.GRAINS.get(line.low(at)) if line.low(at) in ("week", "year", "month") else None
    return (at + 1, Calendar(grain, shift=0)) if grain else None


def _of_day(line: Line, at: int, month_first: bool | None) -> Found:
    """Read "the morning of May 5", "the early hours of Thursday", "dawn on Tuesday"."""
    start = at + 1 if line.low(at) == "the" else at
    if line.low(start) in ("early", "small") and line.reads(start + 1, "hours", "of"):
        part: tuple[int, str] | None = (start + 2, "TMO")
    else:
        start += line.low(start) in ("early", "late")
        part = clocks.part_of_day(line, start)
        if part and line.low(part[0]) == "hours":
            part = part[0] + 1, part[1]
    apart = part is not None and line.low(part[0]) in ("of", "on")
    if not part or not (apart or line.low(start) in words().text["twilight"]):
        return None
    found = place(line, part[0] + apart, month_first)
    if not found or found[1].grain != "day" or found[1].clock:
        return None
    return found[0], replace(found[1], clock=part[1])


def _clocked(line: Line, at: int, month_first: bool | None) -> list[Match]:
    """Read an hour, and the day beside it: "3:09 a.m. on Friday", "9 p.m. Monday", "8.14 p.m."."""
    found = clocks.clock_at(line, at)
    if not found:
        return []
    end, clock = found
    apart = line.low(end) in ("on", ",")
    day = place(line, end + apart, month_first) or clocks.day_part_phrase(line, end + apart)
    if not day or day[1].grain != "day" or line[end + apart].sentence != line[at].sentence:
        return [Match(at, end, Calendar("day", shift=0, anchor="near", clock=clock))]
    hour = int(clock[1:3])
    if day[1].clock in ("TAF", "TEV", "TNI") and (5 if day[1].clock == "TNI" else 1) <= hour < 12:
        clock = f"T{hour + 12}{clock[3:]}"
    read = replace(day[1], clock=clock)
    if apart:
        return [Match(at, end, read), Match(end + 1, day[0], day[1])]
    return [Match(at, day[0], read)]


def _match_at(line: Line, at: int, month_first: bool | None) -> list[Match]:
    if listed := listed_days(line, at):
        return listed
    best: tuple[int, Reading] | None = None
    for phrase in (place, _portioned, _of_day):
        found = phrase(line, at, month_first)
        if found and (best is None or found[0] > best[0]):
            best = found
    for other in _OTHERS:
        read = other(line, at)
        if read and (best is None or read[0] > best[0]):
            best = read
    hours = _clocked(line, at, month_first)
    if hours and (best is None or hours[0].end >= best[0]):
        return hours
    return more_days(line, Match(at, *best)) if best else []


def matches(line: Line, month_first: bool | None = None) -> list[Match]:
    """Read all time phrases of a text, in order, none overlapping another.

    `month_first` is how the outlet writes "2/3"; None leaves such dates out.
    """
    starters, behind_the = _starters(), words().text["behind_the"]
    found: list[Match] = []
    at = 0
    while at < len(line):
        token = line[at]
        begins = token.lower in starters or token.kind in ("number", "date", "clock")
        if token.lower == "the":
            after = line[at + 1]
            begins = after.kind != "word" or after.lower in starters or after.lower in behind_the
        hits = _match_at(line, at, month_first) if begins else []
        found += hits
        at = hits[-1].end if hits else at + 1
    return shared(line, found)
