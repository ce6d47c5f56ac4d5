"""Days counted from another event: "the day after the vote", "two weeks before", "weeks after".

A distance bounds how many days after its anchor an event lies (negative: before it). "After the vote" and
"before the vote" alone say only the order; they are left to whoever reads the clause.

Words allow some play: a count of weeks means up to a day for each (three at most), a count of months three
days, of years a month; "about" doubles that. Counts in hours and minutes may cross one midnight. An unspoken
plural ("weeks after") is two of its units or more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.model import Part
from graph.temporal.clocks import part_of_day
from graph.temporal.periods import DAYS
from graph.temporal.quantities import Quantity, number_at, quantity, unit_at
from graph.temporal.readings import CLOCK_UNITS, GRAIN_OF, Unit, shifted_days
from graph.temporal.spans import GRAINS
from graph.temporal.tokens import Line, by_word, line_of
from graph.temporal.words import words

Hedge = Literal["", "at least", "at most", "under", "about"]
Bounds = tuple[int | None, int | None]

_HEDGES: tuple[tuple[tuple[str, ...], Hedge], ...] = (
    (("no", "later", "than"), "at most"),
    (("not", "later", "than"), "at most"),
    (("no", "more", "than"), "at most"),
    (("not", "more", "than"), "at most"),
    (("less", "than"), "under"),
    (("fewer", "than"), "under"),
    (("up", "to"), "at most"),
    (("at", "most"), "at most"),
    (("within",), "at most"),
    (("no", "earlier", "than"), "at least"),
    (("no", "less", "than"), "at least"),
    (("more", "than"), "at least"),
    (("at", "least"), "at least"),
    (("about",), "about"),
    (("around",), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("some",), "about"),
)
_FIXED: tuple[tuple[tuple[str, ...], Bounds, bool], ...] = (  # words, bounds, whether the anchor follows
    (("by", "the", "time"), (None, 0), True),
    (("at", "the", "same", "time", "as"), (0, 0), True),
    (("at", "the", "same", "time"), (0, 0), False),
    (("as", "soon", "as"), (0, None), True),
    (("on", "the", "eve", "of"), (-1, -1), True),
    (("the", "same", "day", "as"), (0, 0), True),
    (("the", "same", "day", "that"), (0, 0), True),
    (("immediately", "after"), (0, 1), True),
    (("immediately", "following"), (0, 1), True),
    (("immediately", "upon"), (0, 1), True),
    (("right", "after"), (0, 1), True),
    (("straight", "after"), (0, 1), True),
    (("directly", "after"), (0, 1), True),
    (("immediately", "before"), (-1, 0), True),
    (("right", "before"), (-1, 0), True),
    (("shortly", "after"), (0, None), True),
    (("soon", "after"), (0, None), True),
    (("just", "after"), (0, None), True),
    (("long", "after"), (0, None), True),
    (("shortly", "before"), (None, 0), True),
    (("just", "before"), (None, 0), True),
    (("long", "before"), (None, 0), True),
    (("immediately", "afterwards"), (0, 1), False),
    (("shortly", "afterwards"), (0, None), False),
    (("shortly", "thereafter"), (0, None), False),
)
_HEDGES_BY_FIRST = by_word(_HEDGES, lambda entry: entry[0][0])
_FIXED_BY_FIRST = by_word(_FIXED, lambda entry: entry[0][0])
_TOLD = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_SLACK: dict[Unit, int] = {"day": 0, "week": 3, "month": 3, "quarter": 7, "half": 7, "year": 31}


@dataclass(frozen=True, slots=True)
class RelativeDistance:
    """Days from an anchor to an event, None for open.

    `anchor` is "following" where the words after the span name the anchor ("the day after parliament voted"),
    and "told" where it is what the text told last ("a week later", "the same day").
    """

    part: Part
    start: int
    end: int
    text: str
    at_least: int | None
    at_most: int | None
    anchor: Literal["following", "told"]


def find_distances(text: str, *, part: Part = "text") -> tuple[RelativeDistance, ...]:
    """Find the distances of a title or text, in order of their offsets, none overlapping another."""
    line = line_of(text)
    found: list[RelativeDistance] = []
    at = 0
    starters = _starters()
    while at < len(line):
        if line[at].lower not in starters and line[at].kind != "number":
            at += 1
            continue
        read = _fixed(line, at) or _told(line, at) or _neighbour(line, at) or _counted(line, at)
        if read is None:
            at += 1
            continue
        end, (low, high), follows = read
        start, stop = line.span(at, end)
        anchor: Literal["following", "told"] = "following" if follows else "told"
        found.append(RelativeDistance(part, start, stop, text[start:stop], low, high, anchor))
        at = end
    return tuple(found)


@cache
def _starters() -> frozenset[str]:
    """Words with which a distance can begin, besides figures."""
    first = _FIXED_BY_FIRST.keys() | _HEDGES_BY_FIRST.keys()
    table = words()
    return frozenset({"the", "that", "between", "half"} | first).union(
        table.numbers, table.units, table.text["some"]
    )


Read = tuple[int, Bounds, bool] | None


def _fixed(line: Line, at: int) -> Read:
    for forms, bounds, follows in _FIXED_BY_FIRST.get(line.low(at), ()):
        if line.reads(at, *forms):
            if forms[0] == "at" and not follows and line[at - 1].sentence != line[at].sentence:
                return None  # at the head of a sentence it only says "besides"
            return at + len(forms), bounds, follows
    return None


def _told(line: Line, at: int) -> Read:
    """Read "the next day", "the following week", "that same evening", "that day"."""
    word = line.low(at)
    if word not in ("the", "that"):
        return None
    shift = _TOLD.get(line.low(at + 1))
    step = at + 1 if shift is None else at + 2
    if shift is None and word == "the":
        return None
    if found := part_of_day(line, step):
        return found[0], (shift or 0, shift or 0), False
    grain = GRAINS.get(line.low(step))
    if grain is None or (line[step + 1].close and line.low(step + 1) == "-"):
        return None
    if line.low(at + 1) == "next" and (grain != "day" or line.reads(step + 1, "or", "two")):
        return None  # "the next year" is a length from now
    return step + 1, shifted_days(grain, shift or 0), False


def _neighbour(line: Line, at: int) -> Read:
    """Read "the day after", "the week before", "the night before"."""
    if line.low(at) != "the" or line.low(at + 2) not in ("after", "before", "following"):
        return None
    shift = -1 if line.low(at + 2) == "before" else 1
    if part_of_day(line, at + 1):
        bounds: Bounds = (shift, shift)
    elif grain := GRAINS.get(line.low(at + 1)):
        bounds = shifted_days(grain, shift)
    else:
        return None
    if line.reads(at + 1, "day", "before", "yesterday") or line.reads(at + 1, "day", "after", "tomorrow"):
        return None
    return at + 3, bounds, _follows(line, at + 3)


def _counted(line: Line, at: int) -> Read:
    """Read "(at least) two weeks after", "a day earlier", "weeks before", "within two months of"."""
    hedge: Hedge = ""
    start = at
    for forms, meaning in _HEDGES_BY_FIRST.get(line.low(at), ()):
        if line.reads(at, *forms):
            hedge, start = meaning, at + len(forms)
            break
    low = _range_start(line, start)
    read = quantity(line, start if low is None else low[0])
    if read is None and start == at:
        unit = unit_at(line, at)
        read = Quantity(None, unit[0], at + 1) if unit and unit[2] and unit[0] != "second" else None
    if read is None:
        return None
    word, step = line.low(read.end), read.end + 1
    if (word == "ahead" and line.low(step) == "of") or (word == "prior" and line.low(step) == "to"):
        step += 1
    elif word in ("later", "earlier", "afterwards"):
        if line.low(step) == "than":
            return None
        return step, _signed(_days(read, low and low[1], hedge), word != "earlier"), False
    elif word == "from":
        if line.low(step) in ("now", "today"):
            return None
    elif word not in ("after", "before", "following") and not (
        word == "of" and hedge == "at most" and line.low(at) == "within"
    ):
        return None
    after = word not in ("before", "ahead", "prior")
    return step, _signed(_days(read, low and low[1], hedge), after), _follows(line, step)


def _range_start(line: Line, at: int) -> tuple[int, float] | None:
    """Read "ten to" of "ten to twelve weeks", "between six and" of "between six and 36 months"."""
    start = at + 1 if line.low(at) == "between" else at
    first = number_at(line, start)
    if not first or line.low(first[0]) not in ("to", "and", "or", "-") or not number_at(line, first[0] + 1):
        return None
    return first[0] + 1, first[1]


def _follows(line: Line, at: int) -> bool:
    """Whether the anchor is named next, and is no bare "that" or the end of the clause."""
    token, after = line[at], line[at + 1]
    if token.kind == "mark" and token.lower not in ("'", '"', "“", "‘", "("):
        return False
    if token.lower in ("that", "this"):
        return after.kind == "word" and after.lower not in words().text["after_bare_day"]
    return token.sentence == line[at - 1].sentence


def _days(read: Quantity, least: float | None, hedge: Hedge) -> Bounds:
    """Fewest and most days of a count; `least` where a range names its lower end apart."""
    if read.unit in CLOCK_UNITS:
        hours = (read.number or 0) / {"hour": 1, "minute": 60, "second": 3600}[read.unit]
        most = math.ceil(hours / 24) if read.number is not None else 1
        return (0 if hedge in ("at most", "under") else int(hours // 24)), (
            None if hedge == "at least" else max(1, most)
        )
    fewest, longest = DAYS[GRAIN_OF[read.unit]]
    if read.number is None:
        return 2 * fewest, None
    number = read.number
    slack = _SLACK.get(read.unit, 366) * (2 if hedge == "about" else 1)
    if read.unit == "week":
        slack = min(slack, math.ceil(number) * (2 if hedge == "about" else 1))
    if hedge in ("at most", "under"):
        return 0, math.ceil(number * longest) - (hedge == "under")
    low = math.floor((least or number) * fewest)
    if hedge == "at least":
        return low, None
    return low - slack, math.ceil(number * longest) + slack


def _signed(bounds: Bounds, after: bool) -> Bounds:
    low, high = bounds
    if after:
        return low, high
    return (None if high is None else -high), (None if low is None else -low)
