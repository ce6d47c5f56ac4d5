"""Times that share words: "14-17 April", "March 5 and 6", "Tuesday and Friday of next week"."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from graph.temporal.dates import day_month_phrase, valid, year_after
from graph.temporal.figures import day_number
from graph.temporal.readings import Calendar, Match, Reading, Repeat
from graph.temporal.tokens import Line
from graph.temporal.words import words

JOINERS = frozenset({"and", "or", "to", "through", "until", "till", "-", ","})
_EVERY_WEEK = "XXXX-WXX-"
_MOST_DAYS = 4  # in one list


def joined(line: Line, one: Match, two: Match) -> str:
    """The word or mark that joins two neighbours ("and", "to", "-", ","), or nothing."""
    if two.first - one.end != 1 or line[one.first].sentence != line[two.first].sentence:
        return ""
    return line.low(one.end) if line.low(one.end) in JOINERS else ""


def listed_days(line: Line, at: int) -> list[Match]:
    """Read the first days of "14-17 April", "5, 6 and 7 March"; the last is read like any other."""
    numbers: list[tuple[int, int, int]] = []
    step = at + (line.low(at) == "the")
    while len(numbers) < _MOST_DAYS and (found := day_number(line, step)):
        numbers.append((step, *found))
        joins = line.low(found[0]) in JOINERS and line[at].sentence == line[found[0]].sentence
        if not joins:
            break
        step = found[0] + 1
    last = day_month_phrase(line, step) if len(numbers) > 1 and numbers[-1][0] == step else None
    if last is None or last[1].month is None:
        return []
    month, year = last[1].month, last[1].year
    return [
        Match(at if first == at + 1 and line.low(at) == "the" else first, end, replace(last[1], day=day))
        for first, end, day in numbers[:-1]
        if valid(month, day, year) and day != last[1].day
    ]


def more_days(line: Line, match: Match) -> list[Match]:
    """Read on in "April 14-17(, 2024)", "March 5 and 6": the match itself first, with their year."""
    read, end = match.reading, match.end
    if not isinstance(read, Calendar) or not read.day or not read.month or read.clock or read.year:
        return [match]
    ends_in_day = line[end - 1].kind == "number" or line.low(end - 1) in ("st", "nd", "rd", "th")
    joiner = line.low(end)
    found = day_number(line, end + 1) if line[end + 1].kind == "number" else None
    if not ends_in_day or not found or joiner not in ("-", "and", "to", "or"):
        return [match]
    step, day = found
    after = line[step]
    noun = after.kind == "word" and after.sentence == line[end].sentence
    if (noun and after.lower not in words().text["after_second_day"]) or after.lower in ("%", "/"):
        return [match]
    if (joiner == "-") != line[end].close or day <= read.day or not valid(read.month, day, None):
        return [match]
    step, year = year_after(line, step)
    return [
        replace(match, reading=replace(read, year=year)),
        Match(end + 1, step, replace(read, day=day, year=year)),
    ]


def shared(line: Line, found: list[Match]) -> list[Match]:
    """Give both of "Tuesday and Friday of next week", "March and June 2024" what one of them says."""
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at].reading, found[at + 1].reading
        joiner = joined(line, found[at], found[at + 1])
        if not (joiner and isinstance(one, Calendar) and isinstance(two, Calendar)):
            continue
        weekdays = one.weekday and two.weekday and not one.month and not two.month
        if weekdays and two.of and joiner != "," and one.is_open and one.shift is None:
            found[at] = replace(found[at], reading=replace(one, of=two.of))
        if one.month and two.month and two.year and one.is_open and joiner != ",":
            turns = (one.month, one.day or 1) > (two.month, two.day or 1)
            found[at] = replace(found[at], reading=replace(one, year=two.year - turns))
    for at in range(len(found) - 1):
        one, two = found[at].reading, found[at + 1].reading
        if isinstance(one, Repeat) and _is_bare_weekday(two) and joined(line, found[at], found[at + 1]):
            if one.value.startswith(_EVERY_WEEK):
                found[at + 1] = replace(found[at + 1], reading=Repeat(f"{_EVERY_WEEK}{two.weekday}"))
            continue
        if not (isinstance(one, Calendar) and isinstance(two, Calendar)):
            continue
        weekdays = one.weekday and two.weekday and not one.month and not two.month
        if weekdays and one.shift in (-1, 1) and two.is_open and joined(line, found[at], found[at + 1]):
            found[at + 1] = replace(found[at + 1], reading=replace(two, shift=one.shift))
    return found


def _is_bare_weekday(read: Reading) -> TypeGuard[Calendar]:
    return isinstance(read, Calendar) and read.grain == "day" and read.weekday is not None and read.is_open
