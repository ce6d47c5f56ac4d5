"""What a time expression with its preposition says of an event: on, by, until, since, from … to.

A TIMEX3 span leaves its preposition out, but an event's window hangs on it: "by Friday" bounds the end only,
"since 1999" the beginning only. Windows here rest on the adverbial's own words; that a promised event cannot
lie before the promise, or a reported one after the report, is for whoever knows the event.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.model import Part, TimeExpression, Window
from graph.temporal.tense import direction
from graph.temporal.tokens import Line, by_word, line_of
from graph.temporal.windows import window_of
from graph.temporal.words import words

Relation = Literal[
    "at", "by", "before", "after", "not before", "since", "until", "from", "between", "within", "for"
]
Use = Literal["when", "how long", "how often", "scope"]


_OPEN = Window()


@dataclass(frozen=True, slots=True)
class Adverbial:
    """One or two time expressions with the preposition that relates an event to them.

    Attributes:
        start, end: with the preposition.
        relation: "from" where both a beginning and an end are named, "since" where only a beginning is.
        window: of the event, as these words bound it; open where they bound nothing.
        at_least, at_most: days from publication to the event's beginning, whatever day that is.
        use: "scope" for the period that acts fall in which a law is about ("crimes committed since 1999"):
            no event's time.
    """

    part: Part
    start: int
    end: int
    text: str
    relation: Relation
    expressions: tuple[TimeExpression, ...]
    window: Window = _OPEN
    at_least: int | None = None
    at_most: int | None = None
    use: Use = "when"


_PREPOSITIONS: tuple[tuple[tuple[str, ...], Relation], ...] = (
    (("no", "later", "than"), "by"),
    (("not", "later", "than"), "by"),
    (("no", "earlier", "than"), "not before"),
    (("not", "earlier", "than"), "not before"),
    (("no", "sooner", "than"), "not before"),
    (("not", "before"), "not before"),
    (("ahead", "of"), "before"),
    (("prior", "to"), "before"),
    (("up", "until"), "until"),
    (("up", "to"), "until"),
    (("as", "of"), "since"),
    (("as", "from"), "since"),
    (("starting", "on"), "since"),
    (("starting", "in"), "since"),
    (("beginning", "on"), "since"),
    (("beginning", "in"), "since"),
    (("starting",), "since"),
    (("beginning",), "since"),
    (("effective",), "since"),
    (("by",), "by"),
    (("before",), "before"),
    (("after",), "after"),
    (("following",), "after"),
    (("since",), "since"),
    (("from",), "since"),
    (("until",), "until"),
    (("till",), "until"),
    (("through",), "until"),
    (("between",), "between"),
    (("within",), "within"),
    (("for",), "for"),
)
_BY_LAST = by_word(_PREPOSITIONS, lambda entry: entry[0][-1])
_AT = frozenset({"on", "in", "at", "during", "over", "throughout", "around", "about", "of"})
_RANGE = frozenset({"to", "through", "until", "till", "-"})
_LIST = 7  # days from the first to the last of "on 4 and 6 March"
_PLAY = 4  # "in two weeks" may be some days more: a quarter of the length, and one day


def find_adverbials(
    text: str, expressions: Sequence[TimeExpression], *, published: dt.date | None = None
) -> tuple[Adverbial, ...]:
    """Join the time expressions of a text with their prepositions, and ranges into one.

    Args:
        text: the text in which they were found.
        expressions: as `graph.temporal.expressions.find_expressions` gives them, of one part.
        published: the publication day, if known, from which "within two weeks" counts.

    Returns:
        One adverbial for each expression or range, in order.
    """
    line = line_of(text)
    index, ends = line.starts, line.ends
    found: list[Adverbial] = []
    skip = False
    for at, one in enumerate(expressions):
        if skip:
            skip = False
            continue
        first, end = index[one.start], ends[one.end]
        two = expressions[at + 1] if at + 1 < len(expressions) else None
        start, relation = _preposition(line, first)
        if two is not None and (ranged := _range(line, end, index[two.start], relation)):
            stop = ends[two.end]
            found.append(_adverbial(line, (start, first, stop), ranged, (one, two), published))
            skip = True
        elif two is not None and relation == "at" and _list(line, end, one, two, index[two.start]):
            stop = ends[two.end]
            found.append(_adverbial(line, (start, first, stop), "between", (one, two), published))
            skip = True
        else:
            if relation == "between":
                start, relation = first, "at"
            found.append(_adverbial(line, (start, first, end), relation, (one,), published))
    return tuple(found)


def _preposition(line: Line, first: int) -> tuple[int, Relation]:
    """The index at which the preposition before a token begins, and what it means."""
    for forms, relation in _BY_LAST.get(line.low(first - 1), ()):
        begin = first - len(forms)
        if begin >= 0 and line.reads(begin, *forms):
            return begin, relation
    return (first - 1 if line.low(first - 1) in _AT else first), "at"


def _range(line: Line, end: int, second: int, relation: Relation) -> Relation | None:
    """Whether two expressions make one range, and which: "from" an end to an end, or "between" them."""
    if second - end != 1 or line[end].sentence != line[second].sentence:
        return None
    joiner = line.low(end)
    if relation == "between":
        return "between" if joiner == "and" else None
    if joiner in _RANGE and relation in ("since", "at", "for"):
        return "from"
    return None


def _list(line: Line, end: int, one: TimeExpression, two: TimeExpression, second: int) -> bool:
    """Whether two days stand as one stretch: "on 7 and 8 May", "Monday and Tuesday", "April and May"."""
    if second - end != 1 or line.low(end) != "and" or one.type != "DATE" or two.type != "DATE":
        return False
    if one.earliest is None or two.earliest is None or one.latest is None:
        return False
    if len(one.value) == len(two.value) == len("2026-04"):
        return (two.earliest - one.latest).days == 1  # "in April and May"
    if len(one.value) != 10 or len(two.value) != 10:
        return False
    apart = (two.earliest - one.earliest).days
    numbered = one.text.isdigit() or two.text.isdigit()  # the month is said once
    return apart == 1 or (numbered and 1 < apart <= _LIST)


def _adverbial(
    line: Line,
    tokens: tuple[int, int, int],
    relation: Relation,
    expressions: tuple[TimeExpression, ...],
    published: dt.date | None,
) -> Adverbial:
    start, first, end = tokens
    one, last = expressions[0], expressions[-1]
    use = _use(line, start, relation, expressions)
    begin, stop = line.span(start, end)
    length = use == "how long"
    bounds: tuple[int | None, ...] = (None,) * 4
    reference: tuple[int | None, ...] = (None,) * 4
    if length and line.low(first - 1) in ("in", "within") and not _is_counted(line, end):
        days = _days_ahead(line, first, end, one)
        if days is not None:
            relation, use, reference = "within", "when", (0, None, None, days[1])
            day = published.toordinal() if published else None
            bounds = tuple(None if day is None or part is None else day + part for part in reference)
    elif use == "when" or use == "scope":
        if one.type == "TIME" and relation in ("after", "before"):
            relation = "at"  # an hour after noon is on the same day
        low, high = _ordinal(one.earliest), _ordinal(one.latest)
        inside = _ends_inside(line, end, last.text)
        bounds = _spread(relation, low, high, _ordinal(last.earliest), _ordinal(last.latest), inside)
        reference = _spread(
            relation,
            one.after_reference,
            one.before_reference,
            last.after_reference,
            last.before_reference,
            inside,
        )
    at_most = reference[1] if reference[1] is not None else reference[3]
    return Adverbial(
        one.part,
        begin,
        stop,
        line.text[begin:stop],
        relation,
        expressions,
        window_of(*bounds),
        reference[0],
        at_most,
        use,
    )


def _ordinal(date: dt.date | None) -> int | None:
    return date.toordinal() if date else None


def _spread(
    relation: Relation,
    low: int | None,
    high: int | None,
    last_low: int | None,
    last_high: int | None,
    inside: bool,
) -> tuple[int | None, int | None, int | None, int | None]:
    """Earliest and latest beginning, earliest and latest end that a relation to days low … high leaves.

    "Before" ends the day before, but where what it names lies `inside` these days it may end among them.
    """
    match relation:
        case "by":
            return None, None, None, high
        case "before":
            return None, None, None, high if inside else None if low is None else low - 1
        case "after":
            return (None if high is None else high + 1), None, None, None
        case "not before":
            return low, None, None, None
        case "since":
            return low, high, None, None
        case "until":
            return None, None, low, high
        case "from":
            return low, high, last_low, last_high
        case "between":
            return low, None, None, last_high
        case "at" | "within" | "for":
            return low, None, None, high


def _ends_inside(line: Line, end: int, text: str) -> bool:
    """Whether "before the end of March", "before the summer recess" may still be in March or in summer."""
    late = text.lower().startswith(("the end", "end", "late", "the close", "year"))
    late = late or text.lower().endswith((" end", " is out"))  # "the year's end"
    return late or line.low(end) in words().text["after_season"]


def _use(line: Line, start: int, relation: Relation, expressions: tuple[TimeExpression, ...]) -> Use:
    one = expressions[0]
    if one.type == "SET":
        return "how often"
    if one.type == "DURATION" and one.after_reference is None and one.before_reference is None:
        return "how long"
    if relation in ("from", "since", "between", "until", "before") and _is_scope(line, start):
        return "scope"
    return "when"


def _is_scope(line: Line, start: int) -> bool:
    """Whether acts stand before the preposition that a law is about: "crimes committed since 1999"."""
    nouns = words().text["scoped"]
    before = line[start - 1]
    if before.sentence != line[start].sentence:
        return False
    participle = before.lower.endswith("ed") or before.lower in ("occurring", "dating", "that")
    return before.lower in nouns or (participle and line.low(start - 2) in nouns)


def _is_counted(line: Line, end: int) -> bool:
    """Whether a length counts from an event named after it: "within two months of taking office"."""
    return line.low(end) in ("of", "after", "from", "following", "before", "since")


def _days_ahead(line: Line, first: int, end: int, one: TimeExpression) -> tuple[int, int | None] | None:
    """Days that "in two weeks", "within a month" reach ahead of publication; None where they look back."""
    if line.low(first - 1) == "in" and direction(line, first, end)[0] != "future":
        return None
    return 0, _longest(one.value, line.low(first - 1) == "in")


_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}


def _longest(value: str, about: bool) -> int | None:
    """The most days of a TIMEX3 length, with some play where the words only name about when."""
    if value.startswith("PT"):
        return 1
    number, unit = value[1:-1], value[-1]
    if unit not in _DAYS or not number.replace(".", "").isdigit():
        return None
    days = int(float(number) * _DAYS[unit] + 0.999)
    return days + days // _PLAY + 1 if about else days
