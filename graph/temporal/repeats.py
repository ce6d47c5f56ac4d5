"""What comes again and again, as SET: "every Tuesday", "each year", "twice a week", "daily", "on Sundays"."""

from __future__ import annotations

from graph.temporal.clocks import part_of_day
from graph.temporal.dates import month_at, weekday_at
from graph.temporal.quantities import quantity, unit_at
from graph.temporal.readings import Repeat, duration
from graph.temporal.tokens import Line
from graph.temporal.words import words


def repeat_phrase(line: Line, at: int) -> tuple[int, Repeat] | None:
    """Read "every Tuesday", "each year", "every two years", "daily", "twice a week", "on Sundays"."""
    word, token = line.low(at), line[at]
    if word in ("once", "twice") and line.low(at + 1) in ("a", "an", "per", "every", "each"):
        unit = unit_at(line, at + 2)
        return (at + 3, Repeat(duration(str(unit[1]), unit[0]))) if unit and not unit[2] else None
    if word in ("every", "each"):
        return _every(line, at + 1)
    if word == "per" and (unit := unit_at(line, at + 1)) and not unit[2]:
        return at + 2, Repeat(duration("1", unit[0]))
    if value := words().repeats.get(word):
        named = token.capital and (line[at + 1].capital or line[at - 1].capital or line.low(at - 1) == "the")
        return None if named else (at + 1, Repeat(value))
    if word == "weekends" and line.low(at - 1) in ("on", "at"):
        return at + 1, Repeat("XXXX-WXX-WE")
    if token.capital and word.endswith("s") and (weekday := words().weekdays.get(word[:-1])):
        return at + 1, Repeat(f"XXXX-WXX-{weekday}")
    return None


def _every(line: Line, at: int) -> tuple[int, Repeat] | None:
    if line.low(at) in ("other", "second"):
        if weekday := weekday_at(line, at + 1):
            return weekday[0], Repeat(f"XXXX-WXX-{weekday[1]}")
        if other := unit_at(line, at + 1):
            return at + 2, Repeat(duration("2", other[0]))
    if weekday := weekday_at(line, at):
        part = part_of_day(line, weekday[0]) or (weekday[0], "")
        return part[0], Repeat(f"XXXX-WXX-{weekday[1]}{part[1]}")
    if month := month_at(line, at):
        return month[0], Repeat(f"XXXX-{month[1]:02}")
    if season := words().seasons.get(line.low(at)):
        return at + 1, Repeat(f"XXXX-{season}")
    if line.low(at) in ("morning", "afternoon", "evening", "night"):
        return at + 1, Repeat(f"XXXX-XX-XX{words().parts_of_day[line.low(at)]}")
    if line.low(at) == "weekend":
        return at + 1, Repeat("XXXX-WXX-WE")
    if read := quantity(line, at):
        return (read.end, Repeat(duration(read.amount, read.unit))) if not read.article else None
    if (unit := unit_at(line, at)) and unit[0] != "second":
        return at + 1, Repeat(duration(str(unit[1]), unit[0]))
    if line.low(at) == "single" and (unit := unit_at(line, at + 1)):
        return at + 2, Repeat(duration("1", unit[0]))
    return None
