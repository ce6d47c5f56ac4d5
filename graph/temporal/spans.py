"""Places in the calendar by their distance from an anchor: "today", "last week", "that Thursday", "now".

Every function reads the tokens from one index on and returns the index after what it read with the reading,
or None.
"""

from __future__ import annotations

from graph.temporal.dates import NEAR_DAYS, Found, month_at, month_phrase, weekday_at
from graph.temporal.figures import whole_number
from graph.temporal.periods import SEASONS, Grain
from graph.temporal.readings import COMING, Anchor, Calendar, Vague
from graph.temporal.tokens import Line, by_word
from graph.temporal.words import words

GRAINS: dict[str, Grain] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "semester": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
SHIFTS = {"last": -1, "this": 0, "next": 1, "coming": 1, "upcoming": 1, "current": 0}
_SPOKEN = {"following": 1, "next": 1, "same": 0, "previous": -1, "preceding": -1}
_TODAY = by_word(
    (("a", "short", "while", "ago"), ("a", "short", "time", "ago"), ("a", "little", "while", "ago"),
     ("a", "few", "minutes", "ago"), ("minutes", "ago"), ("moments", "ago")),
    lambda forms: forms[0],
)  # fmt: skip


def deictic_phrase(line: Line, at: int) -> Found:
    """Read "today", "yesterday", "the day before yesterday"."""
    if line.reads(at, "the", "day", "before", "yesterday"):
        return at + 4, Calendar("day", shift=-2)
    if line.reads(at, "the", "day", "after", "tomorrow"):
        return at + 4, Calendar("day", shift=2)
    for forms in _TODAY.get(line.low(at), ()):
        if line.reads(at, *forms):
            return at + len(forms), Calendar("day", shift=0)
    shift = NEAR_DAYS.get(line.low(at))
    if line.reads(at, "the", "new", "year") and not line[at + 1].capital:
        return at + 3, Calendar("year", shift=1, portion="early")
    if shift is None or line[at - 1].text in ("USA", "Russia"):
        return None
    return at + 1, Calendar("day", shift=shift)


def neighbour_phrase(line: Line, at: int) -> Found:
    """Read "the week before last", and "the day before", "the year after (that)" and no clause."""
    if line.low(at) != "the":
        return None
    weekday = weekday_at(line, at + 1)
    grain = "day" if weekday else GRAINS.get(line.low(at + 1))
    beyond = {("before", "last"): -2, ("after", "next"): 2}.get((line.low(at + 2), line.low(at + 3)))
    if grain and beyond:
        if weekday and beyond > 0:
            return None  # next Thursday, or the one after?
        return at + 4, Calendar(grain, weekday=weekday[1] if weekday else None, shift=beyond)
    if grain is None or weekday or line.low(at + 2) not in ("before", "after", "earlier"):
        return None
    after = line[at + 3]
    ends = after.kind != "word" or after.sentence != line[at].sentence
    if not ends and after.lower not in ("but", "and", "when", "that"):
        return None
    return at + 3, Calendar(grain, shift=1 if line.low(at + 2) == "after" else -1, anchor="spoken")


def shifted_phrase(line: Line, at: int) -> Found:
    """Read "last week", "this Thursday", "the following day", "that month", "next January"."""
    word, after = line.low(at), line.low(at + 1)
    if after in _SPOKEN and (word == "the" or (word == "that" and after == "same")):
        return _noun(line, at, at + 2, _SPOKEN[after], "spoken")
    if word == "the" and after in ("coming", "upcoming", "current", "past", "last"):
        return _noun(line, at, at + 2, SHIFTS.get(after, -1), "reference")
    if word == "that":
        named = weekday_at(line, at + 1) or month_at(line, at + 1)
        if named and any(line.low(at - step) in words().text["saying"] for step in (1, 2, 3)):
            return None  # "said that Thursday's session …"
        return _noun(line, at, at + 1, 0, "spoken")
    if word in ("this", "last") and after in ("past", "coming", "upcoming", "current"):
        return _noun(line, at, at + 2, SHIFTS.get(after, -1), "reference")
    owned = line.low(at - 1) in words().text["possessives"]
    if word in SHIFTS and not (owned and word == "last"):
        return _noun(line, at, at + 1, SHIFTS[word], "reference")
    return None  # "in its last week"


def _noun(line: Line, start: int, at: int, shift: int, anchor: Anchor) -> Found:
    """Read what "last", "the following" … say something about."""
    noun, word = line.low(at), line.low(at - 1)
    if found := weekday_at(line, at):
        near = word in ("coming", "upcoming") and anchor == "reference"
        return found[0], Calendar("day", weekday=found[1], shift=COMING if near else shift, anchor=anchor)
    if word not in ("past", "current") and (month := month_at(line, at)):
        dated = month_phrase(line, at)
        if dated and dated[1].year:
            return dated  # "last July 2010"
        if number := whole_number(line[month[0]], 1, 31):
            return month[0] + 1, Calendar("day", month=month[1], day=number, shift=shift, anchor=anchor)
        return month[0], Calendar("month", month=month[1], shift=shift, anchor=anchor)
    if season := words().seasons.get(noun):
        if noun == "fall" and word not in ("last", "this", "next"):
            return None
        return at + 1, Calendar("season", number=SEASONS.index(season) + 1, shift=shift, anchor=anchor)
    if noun in words().holidays and line[at].capital:
        return at + 1, Calendar("day", holiday=noun, shift=shift, anchor=anchor)
    if noun in ("fiscal", "financial") and line.low(at + 1) == "year":
        return at + 2, Calendar("fiscal", shift=shift, anchor=anchor)
    grain = GRAINS.get(noun)
    if grain is None or (line[at + 1].close and line.low(at + 1) == "-"):
        return None
    if grain == "day" and word == "last":
        return None  # "the last day of his term"
    if line.low(start) == "the" and _is_length(line, start, at, grain):
        return None
    if grain == "weekend" and anchor == "reference" and word in ("coming", "upcoming", "this"):
        return at + 1, Calendar("weekend", weekday=6, shift=0 if word == "this" else COMING)
    return at + 1, Calendar(grain, shift=shift, anchor=anchor)


def _is_length(line: Line, start: int, at: int, grain: Grain) -> bool:
    """Whether "the past year", "the next month", "the coming days" is a length and no place."""
    word = line.low(at - 1)
    if grain == "quarter":
        return False
    if word == "next":
        return grain != "day" and line.low(start - 1) in words().text["before_length"]
    return word in ("past", "last") or (word == "coming" and grain == "day")


def the_unit(line: Line, at: int) -> Found:
    """Read "the week", "the year" as the present one, which they mean only inside a longer phrase."""
    grain = GRAINS.get(line.low(at + 1)) if line.low(at) == "the" else None
    if grain is None:
        return None
    return at + 2, Calendar(grain, shift=0, anchor="near" if grain == "day" else "reference")


def weekend_phrase(line: Line, at: int) -> Found:
    """Read "the weekend", last or next as tense has it."""
    return (at + 2, Calendar("weekend", weekday=6)) if line.reads(at, "the", "weekend") else None


_VAGUE: tuple[tuple[tuple[str, ...], Vague], ...] = (
    (("the", "moment"), Vague("PRESENT_REF")),
    (("at", "present"), Vague("PRESENT_REF")),
    (("right", "now"), Vague("PRESENT_REF")),
    (("these", "days"), Vague("PRESENT_REF")),
    (("the", "present", "day"), Vague("PRESENT_REF")),
    (("the", "present", "time"), Vague("PRESENT_REF")),
    (("the", "present"), Vague("PRESENT_REF")),
    (("the", "recent", "past"), Vague("PAST_REF", high=0)),
    (("the", "past"), Vague("PAST_REF", high=0)),
    (("the", "near", "future"), Vague("FUTURE_REF", low=0)),
    (("the", "foreseeable", "future"), Vague("FUTURE_REF", low=0)),
    (("the", "distant", "future"), Vague("FUTURE_REF", low=0)),
    (("the", "future"), Vague("FUTURE_REF", low=0)),
    (("now",), Vague("PRESENT_REF")),
    (("nowadays",), Vague("PRESENT_REF")),
    (("currently",), Vague("PRESENT_REF")),
    (("recently",), Vague("PAST_REF", high=0)),
    (("lately",), Vague("PAST_REF", high=0)),
    (("soon",), Vague("FUTURE_REF", low=0)),
)

_VAGUE_BY_FIRST = by_word(_VAGUE, lambda entry: entry[0][0])


def vague_phrase(line: Line, at: int) -> tuple[int, Vague] | None:
    """Read "now", "recently", "the near future"."""
    for forms, read in _VAGUE_BY_FIRST.get(line.low(at), ()):
        if line.reads(at, *forms):
            end = at + len(forms)
            return (end, read) if _is_vague(line, at, end) else None
    return None


def _is_vague(line: Line, at: int, end: int) -> bool:
    """Whether a word like "past" or "soon" stands for a time of its own."""
    word, after, before = line.low(end - 1), line[end], line.low(at - 1)
    if line.low(at) == "at":
        return True
    named = line[at].capital and line[at - 1].kind == "word" and line[at - 1].sentence == line[at].sentence
    if named and not line[at].text.isupper():
        return False  # "The Power of Now"
    if word in ("past", "future", "present"):
        ends = after.kind != "word" or after.sentence != line[at].sentence
        ends = ends or after.lower in words().text["after_bare_day"]
        return ends and not line[end - 1].capital and before in words().text["before_vague"]
    if word == "moment":
        return before in ("at", "for")
    if word == "now":
        return after.lower != "-"
    if word == "soon":
        return before not in ("as", "how", "too") and after.lower not in words().text["after_other_soon"]
    return True
