"""Figures in dates: ordinals, days of a month, and four-figure numbers that are years."""

from __future__ import annotations

from graph.temporal.readings import Calendar, Years
from graph.temporal.tokens import Line, Token
from graph.temporal.words import words

_MONEY = frozenset({"$", "€", "£", "#", "§", "+"})
_DETERMINERS = frozenset({"the", "a", "its", "his", "her", "their", "this", "'"})


def whole_number(token: Token, low: int, high: int) -> int | None:
    """The number a token writes in plain figures, if it lies within bounds."""
    if token.kind != "number" or not token.text.isdigit() or len(token.text) > 4:
        return None
    return int(token.text) if low <= int(token.text) <= high else None


def year_at(line: Line, at: int) -> int | None:
    """A four-figure year; whether it is meant as one, the caller knows."""
    token = line[at]
    return whole_number(token, 1000, 2199) if len(token.text) == 4 else None


def ordinal(line: Line, at: int) -> tuple[int, int] | None:
    """Read "12th", "twelfth", "twenty-first": the index after it, and the number 1 to 31."""
    token, after = line[at], line[at + 1]
    if token.kind == "number":
        if after.close and after.lower in ("st", "nd", "rd", "th") and (number := whole_number(token, 1, 31)):
            return at + 2, number
        return None
    table = words().ordinals
    tens = words().numbers.get(token.lower, 0)
    if tens in (20, 30) and line.low(at + 1) == "-" and 0 < table.get(line.low(at + 2), 0) < 10:
        return at + 3, tens + table[line.low(at + 2)]
    return (at + 1, table[token.lower]) if table.get(token.lower, 0) > 0 else None


def day_number(line: Line, at: int) -> tuple[int, int] | None:
    """A day of a month, as "12" or as an ordinal."""
    if found := ordinal(line, at):
        return found
    number = whole_number(line[at], 1, 31)
    return (at + 1, number) if number and len(line[at].text) <= 2 else None


def year_phrase(line: Line, at: int) -> tuple[int, Calendar | Years] | None:
    """Read "1999", "the year 1999", "2023-24": numbers that their surroundings make years."""
    named = line.reads(at, "year") or line.reads(at, "the", "year")
    start = at + 1 + (line.low(at) == "the") if named else at
    year = year_at(line, start)
    if year is None:
        return None
    end = start + 1
    if line.low(end) in ("-", "/") and line[end].close and line[end + 1].close:
        short = whole_number(line[end + 1], 0, 99)
        if short == (year + 1) % 100 and len(line[end + 1].text) == 2:
            return end + 2, Years(year, year + 1)
        if line[end + 1].kind == "number" and not year_at(line, end + 1):
            return None
    return (end, Calendar("year", year=year)) if named or _is_year(line, start) else None


def _is_year(line: Line, at: int) -> bool:
    """Whether a four-figure number means a year."""
    token, before, after = line[at], line[at - 1], line[at + 1]
    if before.sentence != token.sentence:
        return after.kind == "word" and not after.capital and 1900 <= int(token.text) < 2100
    if before.lower == "-" and before.close and token.close:
        return year_at(line, at - 2) is not None or line.low(at - 2) in (
            "pre",
            "post",
        )  # the second of "1999-2003"
    if _is_marked(line, at) or _is_titled(line, at):
        return False
    if before.lower in words().text["before_year"] or before.lower in ("(", "["):
        closed = after.kind == "mark" or after.lower in words().text["after_bare_day"]
        return (1000 if closed else 1500) <= int(token.text) < 2150
    if before.lower == "," and year_at(line, at - 2) is not None:
        return True
    owned = before.lower in _DETERMINERS or (before.lower == "s" and line.low(at - 2) == "'")
    noun = after.kind == "word" and (not after.capital or after.lower in words().text["after_year"])
    noun = noun or (after.kind == "word" and before.lower in ("his", "her", "their"))
    return owned and (noun or after.lower == "-") and 1700 <= int(token.text) < 2150


def _is_marked(line: Line, at: int) -> bool:
    """Whether signs or words beside a number say that it is a sum, a count or part of something longer."""
    before, after = line[at - 1], line[at + 1]
    if before.lower in _MONEY or (before.close and before.lower in ("/", ".", ":")):
        return True
    if line[at].close and before.lower not in ("(", "["):
        return True
    if after.lower in words().text["before_christ"]:
        return True
    glued = after.close and after.kind in ("word", "number")
    return glued or after.lower in ("%", "percent") or after.lower in words().text["counted"]


def _is_titled(line: Line, at: int) -> bool:
    """Whether it belongs to a law's title or number: "Act 2004", "Act of 1970", "S. 1932", "the 1949 Act"."""
    heads = words().text["law_heads"]
    if line[at + 1].capital and line.low(at + 1) in heads:
        return True
    before = line[at - 1]
    if before.lower in ("h.r.", "hr", ")") or (before.text == "(" and line[at + 2].lower in heads):
        return True
    if before.lower == "of" and line[at - 2].kind == "number":
        step = at - 4 if line.low(at - 3) == "." else at - 3
        return line[step].lower in heads  # "HB 2 of 2024", "Act No. 10 of 2019"
    head = line[at - 2] if before.lower in ("of", ".", ",") else before
    if head.text == "S":
        return True
    return head.lower in heads and (head.capital or head.lower in ("no", "nos", "number", "page", "pages"))
