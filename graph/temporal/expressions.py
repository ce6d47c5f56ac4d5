"""English time expressions in news: where they stand, what they say as TIMEX3, and between which days.

Spans and values follow TimeML 1.2.1 (https://timeml.github.io/) as TempEval-3 used it: prepositions stay
outside, determiners inside; "early March" has the value of March, though its bounds are the 1st to the 10th.

What the types mean for events:

* DATE and TIME are times at which an event may lie. PAST_REF, PRESENT_REF and FUTURE_REF bound one side at
  most.
* DURATION says how long, not when, and has no bounds; but where it begins or ends at the publication day
  ("the past two weeks", "within the next week", "the coming days") its bounds are that stretch.
* SET says how often and has no bounds.

Relative words hang on the publication day. Without it they keep a value with X for what is unknown and no
bounds. Either way `after_reference` and `before_reference` are days from publication within which they lie
whatever that day is. "The same day", "a week later", "that Thursday" hang on the time last spoken of; where
none was, they stay unresolved. No clock is asked.

How a preposition turns an expression into an event's window: `graph.temporal.adverbials`. Days counted from
another event ("the day after the vote"): `graph.temporal.distances`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from graph.model import Part, TimeExpression
from graph.temporal import periods
from graph.temporal.grammar import matches
from graph.temporal.lists import joined
from graph.temporal.readings import Calendar, Match
from graph.temporal.resolve import Direction, Resolved, Spoken, resolve
from graph.temporal.tense import direction
from graph.temporal.tokens import Line, line_of
from graph.temporal.words import words

_DESCRIBING = ("which", "who", "whom", "whose")
_BESIDE = 3  # words from a month to its verb
_NEAR, _FAR = 60, 240  # days: without a year, "February 11" said in January is the coming one
_HALF_YEAR = 183  # days; a stretch named by its ends is seldom longer
_WEEK = dt.timedelta(days=7)


def find_expressions(
    text: str, *, part: Part = "text", published: dt.date | None = None, month_first: bool | None = None
) -> tuple[TimeExpression, ...]:
    """Find and resolve the time expressions of a title or text.

    Args:
        text: the stored text; offsets count its code points.
        part: what the offsets refer to.
        published: the publication day, if the source states it.
        month_first: how the outlet writes "2/3"; None leaves such dates out.

    Returns:
        The expressions in order of their offsets, none overlapping another.
    """
    line = line_of(text)
    spoken = Spoken()
    found: list[TimeExpression] = []
    before: tuple[Match, Direction | None] | None = None
    for match in _framed(line, matches(line, month_first)):
        way = _direction(line, match, published, before)
        resolved = resolve(match, published, spoken, way, line[match.first].sentence)
        if before and isinstance(match.reading, Calendar) and _is_beside(line, before[0], match):
            spoken.set_aside()
        expression = _expression(line, match, resolved, part)
        if (
            before
            and found
            and joined(line, before[0], match) not in ("", ",")
            and _both_open(before[0], match)
        ):
            found[-1], expression = _in_order((found[-1], expression), (before[0], match), way)
        found.append(expression)
        before = match, way
    return tuple(found)


def _is_beside(line: Line, before: Match, match: Match) -> bool:
    """Whether a time stands in a clause that describes something, behind one of its sentence's own."""
    if line[before.first].sentence != line[match.first].sentence:
        return False
    return any(line.low(at) in _DESCRIBING for at in range(before.end, match.first))


def _framed(line: Line, found: list[Match]) -> list[Match]:
    """Give months after "Last year" or "In 2019" at the head of their sentence that year."""
    framed: list[Match] = []
    frame: tuple[int, Calendar] | None = None
    for match in found:
        read, sentence = match.reading, line[match.first].sentence
        if isinstance(read, Calendar):
            if _heads(line, match.first) and _is_frame(read):
                frame = sentence, read
            elif frame and frame[0] == sentence and _is_later(read, frame[1]):
                whole = frame[1]
                if whole.year:
                    read = replace(read, year=whole.year)
                elif whole.anchor == "reference":
                    read = replace(read, of=("year", whole.shift or 0), shift=None)
                match = replace(match, reading=read)
        framed.append(match)
    return framed


def _is_frame(read: Calendar) -> bool:
    """Whether a time at the head of a sentence gives later months their year."""
    return not read.portion and (read.grain == "year" or (read.grain == "month" and read.year is not None))


def _is_later(read: Calendar, frame: Calendar) -> bool:
    """Whether a month goes on with the story of a frame: any of a year's, the later ones of a month's."""
    if not read.is_open or not (read.month or read.grain == "season"):
        return False
    if frame.month is None:
        return True
    return read.grain == "month" and (read.month or 0) > frame.month


def _heads(line: Line, first: int) -> bool:
    """Whether a time is the head of its sentence, bare or behind "in": "In 2019", but not "The 2019 vote"."""
    sentence = line[first].sentence
    if line.low(first - 1) in ("in", "during") and line[first - 1].sentence == sentence:
        first -= 1
    return line[first - 1].sentence != sentence


@lru_cache(maxsize=1 << 10)
def _read_alone(words: str) -> tuple[Match, ...]:
    """Return what the words of one expression say."""
    return tuple(matches(Line(f"by {words}")))  # alone, "March" could be another word


def toward(expression: TimeExpression, way: Direction, published: dt.date | None) -> TimeExpression:
    """Resolve an ambiguous expression again, once it is known whether its event lies behind or ahead.

    One whose words leave no choice ("next week", "last Thursday", "March 5, 2026") comes back as it is.
    """
    read = _read_alone(expression.text)
    if len(read) != 1 or not isinstance(read[0].reading, Calendar) or not read[0].reading.is_open:
        return expression
    match = read[0]
    choices: dict[Direction, Resolved] = {
        "past": resolve(match, published, Spoken(), "past", 0),
        "future": resolve(match, published, Spoken(), "future", 0),
    }
    if not any(_same(expression, choice) for choice in choices.values()):
        return expression  # something else in its sentence decided
    chosen = choices[way]
    return replace(
        expression,
        value=chosen.value,
        earliest=chosen.earliest,
        latest=chosen.latest,
        after_reference=chosen.after,
        before_reference=chosen.before,
    )


def nearest(expression: TimeExpression, published: dt.date | None) -> TimeExpression:
    """Return an expression resolved to the days that lie nearest to the publication, on either side."""
    if published is None or expression.earliest is None:
        return expression
    day = published
    sides = (toward(expression, "past", published), toward(expression, "future", published))
    return min(sides, key=lambda e: abs(((e.earliest or day) - day).days))


def _same(expression: TimeExpression, resolved: Resolved) -> bool:
    return (expression.value, expression.earliest) == (resolved.value, resolved.earliest) and (
        expression.earliest is not None
        or (expression.after_reference, expression.before_reference) == (resolved.after, resolved.before)
    )


def _expression(line: Line, match: Match, resolved: Resolved, part: Part) -> TimeExpression:
    start, end = line.span(match.first, match.end)
    return TimeExpression(
        part,
        start,
        end,
        line.text[start:end],
        resolved.type,
        resolved.value,
        resolved.earliest,
        resolved.latest,
        resolved.after,
        resolved.before,
    )


def _direction(
    line: Line, match: Match, published: dt.date | None, before: tuple[Match, Direction | None] | None
) -> Direction | None:
    """Which way an open reading points; None where nothing tells or nothing needs telling."""
    read = match.reading
    if not isinstance(read, Calendar) or not read.is_open or read.anchor != "reference":
        return None
    if before and joined(line, before[0], match) not in ("", ","):
        first = before[0].reading
        if isinstance(first, Calendar) and first.is_open:
            return before[1]
    if before and before[0].end == match.first - 1 and line.low(before[0].end) == "on":
        hour = before[0].reading
        if isinstance(hour, Calendar) and hour.clock and hour.weekday == read.weekday:
            return before[1]  # the day of "by 9 p.m. on Monday"
    way, away = direction(line, match.first, match.end)
    before_word = line.low(match.first - 1)
    if before_word in ("starting", "beginning", "effective") and way != "past":
        return "future"
    if before_word == "for" and read.grain == "day" and line.low(match.end) != "'":
        return "future"
    if before_word in ("through", "until", "till") and way is None:
        return "future"
    if before_word in ("by", "before") and (way is None or (read.grain == "weekend" and before_word == "by")):
        return "future"
    if way == "future" and before_word in ("by", "before", "until", "till"):
        return way
    if published and way and read.weekday is None:
        return _plausible(line, match, published, way, away)
    return way


def _was_due(line: Line, first: int) -> bool:
    """Whether "was due", "were to be" stand before a time: a plan that may be over."""
    ahead = words().tense["forward"] | {"to"}
    steps = range(first - 2, first - 6, -1)
    return any(line.low(step) in ("was", "were") and line.low(step + 1) in ahead for step in steps)


def _plausible(line: Line, match: Match, published: dt.date, way: Direction, away: int) -> Direction:
    """Turn a name round where it would lie most of a year off one way and within weeks the other way.

    News writes the year, or "last", with what lies so far back in another year. A bare month beside its verb
    keeps its way.
    """
    read = match.reading
    assert isinstance(read, Calendar)
    if read.grain != "day" and away <= _BESIDE and not _was_due(line, match.first):
        return way
    other: Direction = "future" if way == "past" else "past"
    chosen, turned = (resolve(match, published, Spoken(), side, 0) for side in (way, other))
    if chosen.earliest is None or turned.earliest is None:
        return way
    if way == "past" and chosen.earliest.year == published.year:
        return way
    far = abs((chosen.earliest - published).days)
    near = abs((turned.earliest - published).days)
    return other if far > _FAR and near <= _NEAR else way


def _both_open(one: Match, two: Match) -> bool:
    """Whether both are weekdays, or both months or days of months, without a week or year of their own."""
    first, second = one.reading, two.reading
    if not (isinstance(first, Calendar) and isinstance(second, Calendar)):
        return False
    alike = first.grain == second.grain in ("day", "month") and (first.month is None) == (
        second.month is None
    )
    return alike and (first.weekday or first.month) is not None and first.is_open and second.is_open


def _in_order(
    pair: tuple[TimeExpression, TimeExpression], matched: tuple[Match, Match], way: Direction | None
) -> tuple[TimeExpression, TimeExpression]:
    """Of "Tuesday to Friday", "September to May" the second comes after the first, by a week or a year."""
    one, two = pair
    if one.earliest is None or two.earliest is None or one.earliest <= two.earliest:
        return one, two
    later = _turned(two, matched[1], 1)
    read = matched[1].reading
    near = later.earliest is not None and (later.earliest - one.earliest).days <= _HALF_YEAR
    if way == "future" or (near and isinstance(read, Calendar) and read.month is not None):
        return one, later
    return _turned(one, matched[0], -1), two


def _turned(expression: TimeExpression, match: Match, turns: Literal[-1, 1]) -> TimeExpression:
    """The same weekday a week later or earlier, the same month or day of a month a year later or earlier."""
    read, date = match.reading, expression.earliest
    assert isinstance(read, Calendar)
    assert date is not None
    if read.month is None:
        date += turns * _WEEK
        value = periods.day(date).value + expression.value[10:]
        return replace(expression, value=value, earliest=date, latest=date)
    dated = replace(match, reading=replace(read, year=date.year + turns, shift=None))
    moved = resolve(dated, None, Spoken(), None, 0)
    return replace(expression, value=moved.value, earliest=moved.earliest, latest=moved.latest)
