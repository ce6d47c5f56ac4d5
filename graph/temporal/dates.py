"""Days, weekdays and months by name and number.

Every function reads the tokens from one index on, at most a dozen, and returns the index after what it read
with the reading, or None.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from urllib.parse import urlsplit

from graph.temporal.figures import day_number, ordinal, whole_number, year_at
from graph.temporal.periods import Grain
from graph.temporal.readings import Calendar
from graph.temporal.tokens import Line, Token
from graph.temporal.words import words

Found = tuple[int, Calendar] | None
NEAR_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}

_SHIFTS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "past": -1,
    "previous": -1,
    "coming": 1,
    "current": 0,
    "upcoming": 1,
}
_SPOKEN = {"same": 0, "following": 1, "previous": -1, "preceding": -1}


def month_at(line: Line, at: int) -> tuple[int, int] | None:
    """A month's name or short name: the index after it (and after its dot), and its number."""
    token = line[at]
    if token.kind != "word" or not token.capital:
        return None
    if number := words().months.get(token.lower):
        return at + 1, number
    number = words().months_short.get(token.lower)
    if number is None:
        return None
    if line.low(at + 1) == "." and line[at + 1].close:
        return at + 2, number
    beside = day_number(line, at + 1) or day_number(line, at - 1) or year_at(line, at + 1)
    return (at + 1, number) if beside else None


def valid(month: int, day: int, year: int | None) -> bool:
    """Whether a month has this day, in this or in any year."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]


def _day(month: int, day: int, year: int | None) -> Calendar | None:
    return Calendar("day", year=year, month=month, day=day) if valid(month, day, year) else None


def year_after(line: Line, at: int) -> tuple[int, int | None]:
    """A year that belongs to a day and month just read, with or without a comma."""
    step = at + 1 if line.low(at) == "," else at
    year = year_at(line, step)
    return (step + 1, year) if year else (at, None)


def _placed(line: Line, at: int, read: Calendar) -> tuple[int, Calendar]:
    """Read "(of) next year", "last year", "this month" after a name that has no year."""
    step = at + 1 if line.low(at) in ("of", "in") else at
    shift, unit = _SHIFTS.get(line.low(step)), line.low(step + 1)
    if line.low(at) == "of" and line.low(step) in ("that", "the"):
        return _of_spoken(line, at, step + 1, read)
    if shift is None or read.year is not None or line.low(step) == "past" or line.reads(step + 2, "'", "s"):
        return at, read
    if unit == "year" and (read.month or read.number or read.holiday):
        return step + 2, replace(read, of=("year", shift))
    if unit == "week" and read.weekday:
        return step + 2, replace(read, of=("week", shift))
    if unit == "month" and read.day and not read.month:
        return step + 2, replace(read, of=("month", shift))
    return at, read


def _of_spoken(line: Line, at: int, step: int, read: Calendar) -> tuple[int, Calendar]:
    """Read "of that year", "of the same year", "of the following week" after a name."""
    shift = _SPOKEN.get(line.low(step), 0)
    step += line.low(step) in _SPOKEN
    bare = line.low(step - 1) == "the"  # "of the year" is any year's
    unit = line.low(step)
    if not bare and unit == "year" and (read.month or read.number or read.holiday):
        return step + 1, replace(read, of=("year", shift), anchor="spoken")
    if not bare and unit == "week" and read.weekday:
        return step + 1, replace(read, of=("week", shift), anchor="spoken")
    return at, read


def month_phrase(line: Line, at: int) -> Found:
    """Read "March", "March 5(, 2026)", "March 2026", "March last year"."""
    found = month_at(line, at)
    if not found:
        return None
    end, month = found
    if (number := day_number(line, end)) and not line[number[0]].text.startswith("%"):
        after, year = year_after(line, number[0])
        if read := _day(month, number[1], year or _attacks(line, at, month, number)):
            return (after, read) if year else _placed(line, after, read)
    step = end + 1 if line.low(end) in ("of", ",") else end
    if year := year_at(line, step):
        return step + 1, Calendar("month", year=year, month=month)
    if line[end].text in ("'", "’") and (short := whole_number(line[end + 1], 0, 99)) and line[end + 1].close:
        return end + 2, Calendar("month", year=(1900 if short > 50 else 2000) + short, month=month)
    placed = _placed(line, end, Calendar("month", month=month))
    return placed if placed[0] > end or _is_month(line, at, end) else None


def _attacks(line: Line, at: int, month: int, found: tuple[int, int]) -> int | None:
    """The year of "September 11" where it names the attacks of 2001."""
    if (month, found[1]) != (9, 11):
        return None
    told = line.low(at - 1) in ("since", "post", "pre") or line.low(at - 2) in ("post", "pre")
    return 2001 if told or line.low(found[0]) in words().text["after_september_11"] else None


def _is_month(line: Line, at: int, end: int) -> bool:
    """Whether a month's bare name is one, and not a person, a verb or a march."""
    token, before, after = line[at], line[at - 1], line[end]
    if token.lower not in words().text["months_as_names"]:
        return True
    if before.sentence != token.sentence:
        return False
    ruled = before.lower in words().text["before_month"]
    name_after = after.capital and after.kind == "word" and after.sentence == token.sentence
    if line.low(end) in ("-", "/", "to", "through") and _is_full_month(line[end + 1]):
        return True
    if token.lower == "may":
        if before.lower == "of" and line.low(at - 2) in words().text["before_of_may"]:
            return True
        if before.lower == "for":
            return line.low(at - 2) in words().text["before_for_may"] and not name_after
        return ruled and before.lower not in ("of", "to") and not (name_after and before.lower == "by")
    if ruled or before.lower == "-":
        return not (name_after and before.lower in ("of", "by", "to", "and", "for"))
    if token.lower == "march" and after.lower in ("on", "for", "in", "against", "to"):
        return False
    return (before.lower in words().text["before_month_noun"] or token.lower == "august") and not name_after


def _is_full_month(token: Token) -> bool:
    return token.capital and token.lower in words().months


def day_month_phrase(line: Line, at: int) -> Found:
    """Read "15 February (2026)", "the 15th of February", "15 Feb"."""
    start = at + 1 if line.low(at) == "the" else at
    found = day_number(line, start)
    if not found:
        return None
    end, day = found
    if line.low(end) == "of":
        end += 1
    elif start > at and not ordinal(line, start):
        return None
    named = month_at(line, end)
    if not named:
        return None
    end, year = year_after(line, named[0])
    read = _day(named[1], day, year)
    if not read:
        return None
    return (end, read) if year else _placed(line, end, read)


def ordinal_day_phrase(line: Line, at: int) -> Found:
    """Read "the 12th" (of the month of publication), where no noun follows that it could count."""
    if line.low(at) != "the" or line[at + 1].kind != "number":
        return None
    found = ordinal(line, at + 1)
    if not found or line.low(at - 1) not in words().text["before_date"]:
        return None
    end, read = _placed(line, found[0], Calendar("day", day=found[1]))
    if line.reads(end, "of", "the", "month"):
        return end + 3, read
    if line.reads(end, "of", "that", "month"):
        return end + 3, replace(read, of=("month", 0), anchor="spoken")
    after = line[end]
    ends = after.kind != "word" or after.sentence != line[at].sentence
    return (end, read) if ends or after.lower in words().text["after_bare_day"] else None


def week_phrase(line: Line, at: int) -> Found:
    """Read "the week of April 8", "the weekend of 5 March"."""
    grain: Grain | None = "week" if line.reads(at, "the", "week", "of") else None
    grain = "weekend" if line.reads(at, "the", "weekend", "of") else grain
    if grain is None:
        return None
    found = at_date(line, at + 3)
    return (found[0], replace(found[1], grain=grain)) if found else None


def weekday_at(line: Line, at: int) -> tuple[int, int] | None:
    """A weekday's name, or its short name where it can be nothing else."""
    token = line[at]
    if token.kind != "word" or not token.capital:
        return None
    if number := words().weekdays.get(token.lower):
        before, after = line[at - 1], line[at + 1]
        name = before.capital and before.lower in words().text["before_weekday_names"]
        paper = after.capital and after.lower in words().text["after_weekday_names"]
        return None if name or paper else (at + 1, number)
    number = words().weekdays_short.get(token.lower)
    if number is None:
        return None
    dotted = line.low(at + 1) == "." and line[at + 1].close
    end = at + 2 if dotted else at + 1
    dated = at_date(line, end + (line.low(end) == ","))
    return (end, number) if dated or (dotted and len(token.text) > 2 and token.lower != "sun") else None


def at_date(line: Line, at: int) -> Found:
    """A day with its month, in either order."""
    found = month_phrase(line, at) or day_month_phrase(line, at)
    return found if found and found[1].day else None


def weekday_phrase(line: Line, at: int) -> Found:
    """Read "Thursday", "Thursday, May 25, 2006", "Friday (May 2)", "Friday (today)"."""
    found = weekday_at(line, at)
    if not found:
        return None
    end, weekday = found
    bracket = end + (line.low(end) in words().parts_of_day)
    if line.low(bracket) == "(" and (told := at_date(line, bracket + 1)) and line.low(told[0]) == ")":
        behind = told[0] + 1  # two times of one day, but one "Thursday (May 2) night"
        return (behind if line.low(behind) in words().parts_of_day else end), told[1]
    if line.low(end) == "(" and line.low(end + 1) in NEAR_DAYS and line.low(end + 2) == ")":
        return end, Calendar("day", shift=NEAR_DAYS[line.low(end + 1)])
    step = end + 1 if line.low(end) == "," else end
    if (dated := at_date(line, step)) and line[step].sentence == line[at].sentence:
        return dated
    if line.low(end) == "the" and (number := ordinal(line, end + 1)):
        return number[0], Calendar("day", day=number[1])
    return _placed(line, end, Calendar("day", weekday=weekday))


def month_first(address: str | None) -> bool | None:
    """How an outlet writes "2/3", by the country that its address ends in; None where that tells nothing."""
    host = urlsplit(address or "").hostname or ""
    country = host.rpartition(".")[2]
    if country in words().slashes["month_first"]:
        return True
    return False if country in words().slashes["day_first"] else None


def numeric_phrase(line: Line, at: int, month_first: bool | None) -> Found:
    """Read "2026-02-15", "15.02.2026", "2/15/2026", and "2/15" where it can only be a date."""
    token = line[at]
    if token.kind == "date":
        parts = [int(part) for part in token.text.replace(".", "-").split("-")]
        year, month, day = parts if len(token.text.partition("-")[0]) == 4 else reversed(parts)
        read = _day(month, day, year) if year else None
        return (at + 1, read) if read else None
    if line.low(at + 1) != "/" or not (line[at + 1].close and line[at + 2].close):
        return None
    one, two = whole_number(token, 1, 31), whole_number(line[at + 2], 1, 31)
    if one is None or two is None or (line.low(at - 1) == "/" and token.close):
        return None
    long = line.low(at + 3) == "/" and line[at + 4].close
    if (one, two) == (9, 11) and not long:
        return at + 3, Calendar("day", year=2001, month=9, day=11)
    if max(one, two) > 12:
        month_first = two > 12
    elif month_first is None and one != two:
        return None
    month, day = (one, two) if month_first else (two, one)
    if long:
        read = _day(month, day, _short_year(line[at + 4]))
        return (at + 5, read) if read and read.year else None
    read = _day(month, day, None) if line.low(at - 1) in words().text["before_date"] else None
    return (at + 3, read) if read else None


def _short_year(token: Token) -> int | None:
    """The year that "26" or "2026" writes after two slashes; 51 to 99 lie in the twentieth century."""
    if len(token.text) == 4:
        return whole_number(token, 1000, 2199)
    short = whole_number(token, 0, 99) if len(token.text) == 2 else None
    return None if short is None else short + (1900 if short > 50 else 2000)
