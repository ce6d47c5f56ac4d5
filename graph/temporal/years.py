"""Parts of years and longer stretches by name: quarters, seasons, named days, decades, fiscal years.

Every function reads the tokens from one index on and returns the index after what it read with the reading,
or None.
"""

from __future__ import annotations

from dataclasses import replace

from graph.temporal.dates import Found, month_at, weekday_at
from graph.temporal.figures import ordinal, whole_number, year_at, year_phrase
from graph.temporal.periods import SEASONS, Grain, Portion
from graph.temporal.readings import Calendar, Years
from graph.temporal.spans import GRAINS, SHIFTS, shifted_phrase, the_unit
from graph.temporal.tokens import Line
from graph.temporal.words import words

_DECADES = frozenset({"50", "60", "70", "80", "90"})  # "the 70s"; smaller ones are ages and degrees
_TWO_THOUSANDS = 200  # "the 1800s" are a century, "the 2000s" a decade
_LONGEST_NAME = 6  # tokens: Martin Luther King Jr . Day


def numbered_phrase(line: Line, at: int) -> Found:
    """Read "the third quarter of 2025", "Q3", "the second half of March", "the first week of March"."""
    if line.low(at) in SHIFTS and line.reads(at + 1, "year", "'", "s"):
        return _of_year(line, at)
    start = at + 1 if line.low(at) == "the" else at
    if line[start].text in ("Q", "H"):
        return _lettered(line, start)
    counted = words().ordinals
    found = ordinal(line, start)
    if found is None and line.low(start) in counted:
        found = start + 1, counted[line.low(start)]
    if found is None:
        return None
    end, number = found
    end += line.low(end) == "-"
    noun = line.low(end)
    if noun == "quarter" and number < 0:
        dated = _dated(line, end + 1, Calendar("quarter", number=4))
        return dated if dated[0] > end + 1 or line.low(end - 1) == "final" else None
    if noun == "quarter" and 1 <= number <= 4 and line.low(end + 1) not in ("-", "final", "finals"):
        return _dated(line, end + 1, Calendar("quarter", number=number))
    if noun == "half" and 1 <= number <= 2:
        return _half(line, end + 1, number)
    if noun in ("century", "centuries") and 1 <= number <= 30:
        if line.low(end + 1) in words().text["before_christ"]:
            return None  # TIMEX3 counts no years before Christ that a day could be told for
        return end + 1, Calendar("century", number=number - 1)
    return _counted(line, end, number) if number <= 5 else None


def _of_year(line: Line, at: int) -> Found:
    """Read "last year's third quarter"."""
    found = numbered_phrase(line, at + 4)
    if found and not found[1].is_absolute and found[1].of is None:
        return found[0], replace(found[1], of=("year", SHIFTS[line.low(at)]))
    return None


def _lettered(line: Line, at: int) -> Found:
    number = whole_number(line[at + 1], 1, 4) if line[at + 1].close else None
    if number is None:
        return None
    if line[at].text == "Q":
        return _dated(line, at + 2, Calendar("quarter", number=number))
    dated = number <= 2 and year_at(line, at + 2) is not None  # "H1" alone is most often a motorway
    return _dated(line, at + 2, Calendar("half", number=number)) if dated else None


def _counted(line: Line, at: int, number: int) -> Found:
    """Read the rest of "the first week of March", "the second Tuesday in November"."""
    noun = line.low(at)
    if noun in ("week", "weekend") and line.low(at + 1) in ("of", "in"):
        return _in_month(line, at + 1, Calendar("week" if noun == "week" else "weekend", number=number))
    weekday = weekday_at(line, at)
    if weekday and line.low(weekday[0]) in ("of", "in"):
        return _in_month(line, weekday[0], Calendar("day", weekday=weekday[1], number=number))
    return None


def _half(line: Line, at: int, number: int) -> Found:
    """Read on after "first half": of a year it is a period of its own, of anything else a portion."""
    end, read = _dated(line, at, Calendar("half", number=number))
    if end > at or line.low(at) != "of":
        return end, read
    portion: Portion = "half1" if number == 1 else "half2"
    if found := month_at(line, at + 1):
        end, month = found
        year = year_at(line, end)
        return end + (year is not None), Calendar("month", month=month, year=year, portion=portion)
    other = the_unit(line, at + 1) or shifted_phrase(line, at + 1) or plural_decade(line, at + 1)
    return (other[0], replace(other[1], portion=portion)) if other else None


def _in_month(line: Line, at: int, read: Calendar) -> Found:
    """Read "of March (2026)", "of the month", "of next month" after a week or weekday that is counted."""
    if found := month_at(line, at + 1):
        end, month = found
        year = year_at(line, end)
        return end + (year is not None), replace(read, month=month, year=year)
    if line.low(at + 2) != "month":
        return None
    shift = SHIFTS.get(line.low(at + 1), 0 if line.low(at + 1) == "the" else None)
    return (at + 3, replace(read, of=("month", shift))) if shift is not None else None


def _dated(line: Line, at: int, read: Calendar) -> tuple[int, Calendar]:
    """Read a year after a quarter, half, season or named day: "of 2025", "2025", "of last year"."""
    step = at + 1 if line.low(at) in ("of", "in", ",") else at
    step += line.low(step) == "fiscal"
    if year := year_at(line, step):
        return step + 1, replace(read, year=year)
    if line.low(at) == "of" and line.low(step + 1) == "year":
        shift = SHIFTS.get(line.low(step), 0 if line.low(step) == "the" else None)
        if shift is not None:
            return step + 2, replace(read, of=("year", shift))
    return at, read


def season_number(word: str) -> int:
    """The number of a season by its word: spring 1 to winter 4."""
    return SEASONS.index(words().seasons[word]) + 1


def season_phrase(line: Line, at: int) -> Found:
    """Read "summer", "the spring of 2024"; fall and spring only where they can be no other word."""
    start = at + 1 if line.low(at) == "the" else at
    word, before = line.low(start), line.low(at - 1)
    if word not in words().seasons or (line[start + 1].close and line.low(start + 1) == "-"):
        return None
    end, read = _dated(line, start + 1, Calendar("season", number=season_number(word)))
    if read.is_absolute or read.of:
        return end, read
    if line.low(start + 1) in words().text["after_season"] and start == at:
        return end, read
    named = line[start + 1].capital and line[start + 1].sentence == line[start].sentence
    if line[start].capital and (named or line[start - 1].sentence == line[start].sentence):
        return None  # the Arab Spring, Winter Olympics
    if word == "fall" and (line.low(start + 1) == "of" or (start == at and before == "of")):
        return None
    if word in ("fall", "spring") and before not in words().text["before_season"]:
        return None
    return end, read


def holiday_phrase(line: Line, at: int) -> Found:
    """Read a named day, with a year or "of last year" after it."""
    if not line[at].capital:
        return None
    for size in range(_LONGEST_NAME, 0, -1):
        last = line[at + size - 1]
        if last.sentence != line[at].sentence:
            continue
        name = line.text[line[at].start : last.end].lower().replace("’", "'")
        if name in words().holidays:
            other = line.low(at + size) in words().text["after_other_holiday"]
            other = other or line.low(at - 1) in words().text["before_other_holiday"]
            return None if other else _dated(line, at + size, Calendar("day", holiday=name))
    return None


def plural_decade(line: Line, at: int) -> Found:
    """Read "the 1990s", "1990s", "the '90s", "the nineties"."""
    start = at + 1 if line.low(at) == "the" else at
    short = line.low(start) == "'"
    start += short
    token, after = line[start], line[start + 1]
    if token.kind == "number" and token.text.endswith("0") and len(token.text) == (2 if short else 4):
        step = start + 2 if after.lower == "'" and after.close else start + 1
        if line.low(step) == "s" and line[step].close:
            number = int(token.text) // 10
            if number % 10 == 0 and number < _TWO_THOUSANDS and not short:
                return step + 1, Calendar("century", number=number // 10)
            return step + 1, Calendar("decade", number=190 + number if short else number)
    introduced = start > at or line.low(at - 1) in ("early", "late", "mid")
    bare = token.text in _DECADES and introduced and not short
    if bare and after.lower == "s" and after.close:
        return start + 2, Calendar("decade", number=190 + int(token.text) // 10)
    figure = words().decades.get(token.lower)
    return (start + 1, Calendar("decade", number=190 + figure)) if figure and start > at else None


def _one_more_year(line: Line, at: int) -> tuple[int, int] | None:
    """Return the place and the year of the last of two fiscal years: "2004 | and 2005"."""
    if line.low(at) not in ("and", "through", "to") or (year := year_at(line, at + 1)) is None:
        return None
    return at + 1, year


def fiscal_phrase(line: Line, at: int) -> Found:
    """Read "fiscal year 2021", "fiscal 2021", "FY2021", "the 2021 fiscal year"."""
    start = at + 1 if line.low(at) == "the" else at
    word = line.low(start)
    if word in ("fiscal", "financial", "fy"):
        step = start + 1 + (line.low(start + 1) in ("year", "years"))
        if year := year_at(line, step):
            ranged = year_phrase(line, step)
            if ranged and isinstance(ranged[1], Years):
                return ranged[0], Calendar("fiscal", year=ranged[1].last)
            if line.low(step - 1) == "years" and (more := _one_more_year(line, step + 1)):
                step, year = more  # "fiscal years 2004 and 2005"
            return step + 1, Calendar("fiscal", year=year)
        short = whole_number(line[step], 0, 99)
        if word == "fy" and short is not None and line[step].close:
            return step + 1, Calendar("fiscal", year=2000 + short)
        bare = start > at and line.reads(start, word, "year")
        return (start + 2, Calendar("fiscal", shift=0)) if bare else None
    kind = line.low(start + 1)
    if kind in words().text["kinds_of_year"] and line.low(start + 2) == "year":
        grain: Grain = "fiscal" if kind in ("fiscal", "financial") else "year"
        named = year_at(line, start)
        return (start + 3, Calendar(grain, year=named)) if named else None
    return None


def end_of_year(line: Line, at: int) -> Found:
    """Read "year-end", "by year end", "end-of-year", "year-ago", "midyear", "midweek"."""
    ends = Calendar("year", shift=0, portion="end")
    start = at + (line.low(at) == "the")
    unit = GRAINS.get(line.low(start))
    if start > at and unit and line.reads(start + 1, "is", "out") and line.low(at - 1) == "before":
        return start + 3, replace(ends, grain=unit)  # "before the year is out"
    if line.reads(start + 1, "'", "s", "end") and line.low(start) in ("year", "month", "week"):
        return start + 4, replace(ends, grain=GRAINS[line.low(start)])  # "by the year's end"
    if line.reads(at, "year", "-", "end"):
        return at + 3, ends
    if line.reads(at, "year", "end") and line.low(at - 1) in ("by", "before"):
        return at + 2, ends
    if line.reads(at, "end", "-", "of", "-", "year"):
        return at + 5, ends
    if line.reads(at, "year", "-", "ago") or line.reads(at, "year", "-", "earlier"):
        return at + 3, Calendar("year", shift=-1)
    if line.low(at) in ("midyear", "midweek"):
        grain: Grain = "year" if line.low(at) == "midyear" else "week"
        return at + 1, Calendar(grain, shift=0, portion="mid")
    return None
