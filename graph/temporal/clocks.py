"""Hours and parts of the day: "8.14 p.m.", "20:14", "noon", "0400 local time", "this morning"."""

from __future__ import annotations

from graph.temporal.readings import Anchor, Calendar
from graph.temporal.tokens import Line
from graph.temporal.words import words

_HOURS = frozenset({"noon", "midday", "midnight"})
_HALVES = {"morning": 0, "afternoon": 12, "evening": 12}


def clock_at(line: Line, at: int) -> tuple[int, str] | None:
    """Read an hour with its zone: the index after them, and the end of a TIMEX3 value ("T20:14")."""
    return _hour_phrase(line, at) or _named_hour(line, at) or _four_figures(line, at)


def _hour_phrase(line: Line, at: int) -> tuple[int, str] | None:
    token = line[at]
    spoken = words().numbers.get(token.lower, 0) if len(token.lower) > 2 else 0
    hour, minute = _figures(token.text) if token.kind in ("number", "clock") else (spoken or None, 0)
    if hour is None:
        return None
    if 1 <= hour <= 12:
        if half := _half_day(line, at + 1):
            end, afternoon = half
            return _zone(line, end), f"T{hour % 12 + 12 * afternoon:02}:{minute:02}"
        if minute == 0 and line.low(at + 1) == "o" and line.low(at + 3) == "clock":
            return _in_half(line, at + 4, hour) or (at + 4, f"T{hour:02}:00")
        if minute == 0 and (found := _in_half(line, at + 1, hour)):
            return found
    zoned = _zone(line, at + 1)
    beside = line[at - 1].kind == "date" or line.low(at - 1) in words().text["before_clock"]
    dotted = line.low(at - 1) == "at" and len(token.text) in (4, 5) and "." in token.text
    after = line[at + 1]
    if (
        dotted
        and (after.kind == "mark" or after.lower in words().text["after_bare_day"])
        and after.lower != "%"
    ):
        return zoned, f"T{hour:02}:{minute:02}"
    if token.kind == "clock" and (zoned > at + 1 or beside):
        return zoned, f"T{hour:02}:{minute:02}"
    return None


def _figures(text: str) -> tuple[int | None, int]:
    """Hour and minute of "8", "8.14", "20:14", "20:14:59"; no hour where they are none."""
    hours, _, rest = text.replace(".", ":", 1).partition(":")
    minutes = rest.partition(":")[0]
    if not hours.isdigit() or len(hours) > 2 or int(hours) > 24:
        return None, 0
    if not minutes:
        return int(hours), 0
    return (int(hours), int(minutes)) if len(minutes) == 2 and int(minutes) < 60 else (None, 0)


def _half_day(line: Line, at: int) -> tuple[int, bool] | None:
    """Read "a.m.", "pm": the index after it, and whether it is the afternoon."""
    word = line.low(at)
    if word in ("a.m.", "p.m.", "pm"):
        return at + 1, word[0] == "p"
    if word == "am":  # "I am"
        return (at + 1, False) if line[at].close or line[at - 1].kind != "word" else None
    if word in ("a", "p") and line.low(at + 1) == "." and line.low(at + 2) == "m" and line[at + 2].close:
        return at + 3, word == "p"
    return None


def _in_half(line: Line, at: int, hour: int) -> tuple[int, str] | None:
    """Read "in the morning" after an hour."""
    half = _HALVES.get(line.low(at + 2)) if line.reads(at, "in", "the") else None
    return None if half is None else (at + 3, f"T{hour % 12 + half:02}:00")


def _zone(line: Line, at: int) -> int:
    """The index after a time zone, if one stands here, and else the same."""
    token = line[at]
    if token.lower in words().zones and token.text.isupper():
        return at + 1
    place = token.capital or token.lower in words().text["zone_places"]
    return at + 2 if place and line.low(at + 1) == "time" else at


def _four_figures(line: Line, at: int) -> tuple[int, str] | None:
    """Read "0400 local time", "1730 hours"."""
    text = line[at].text
    if line[at].kind != "number" or len(text) != 4 or not text.isdigit():
        return None
    if int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    end = at + 2 if line.low(at + 1) in ("hours", "hrs") else _zone(line, at + 1)
    return (end, f"T{text[:2]}:{text[2:]}") if end > at + 1 else None


def _named_hour(line: Line, at: int) -> tuple[int, str] | None:
    """Read "noon", "midday", "midnight", but not as a name."""
    token = line[at]
    if token.lower not in _HOURS or line.low(at + 1) in ("oil", "mass"):
        return None
    if token.capital and line[at - 1].sentence == token.sentence and not token.text.isupper():
        return None
    return _zone(line, at + 1), words().parts_of_day[token.lower]


def part_of_day(line: Line, at: int) -> tuple[int, str] | None:
    """Read "morning", "afternoon", "evening", "night": the index after it, and "TMO", "TAF", "TEV", "TNI"."""
    word = line.low(at)
    value = words().parts_of_day.get(word)
    joined = line[at + 1].close and line.low(at + 1) == "-"
    return None if value is None or word in _HOURS or joined else (at + 1, value)


def _late_part(line: Line, at: int) -> tuple[int, Calendar] | None:
    """Read "(the) late afternoon", "mid-morning" after a preposition."""
    step = at + (line.low(at) == "the")
    if (
        line.low(step) not in ("early", "late", "mid")
        or line.low(at - 1) not in words().text["before_day_part"]
    ):
        return None
    found = part_of_day(line, step + 1 + (line.low(step + 1) == "-"))
    return (found[0], Calendar("day", shift=0, anchor="near", clock=found[1])) if found else None


def day_part_phrase(line: Line, at: int) -> tuple[int, Calendar] | None:
    """Read "this morning", "last night", "tonight", "that evening", "the night before"."""
    word, after = line.low(at), line.low(at + 1)
    if word == "overnight":
        ends = line[at + 1].kind == "mark" or after in words().text["after_bare_day"]
        return (at + 1, Calendar("day", shift=0, clock="TNI")) if ends else None
    if word in ("early", "late"):
        told = after in ("this", "last", "that", "yesterday", "tomorrow", "tonight")
        return day_part_phrase(line, at + 1) if told else _late_part(line, at)
    if word in words().text["twilight"] and line.low(at - 1) in words().text["before_twilight"]:
        return at + 1, Calendar("day", shift=0, anchor="near", clock=words().parts_of_day[word])
    if word == "tonight":
        return at + 1, Calendar("day", shift=0, clock="TNI")
    spoken = {"same": 0, "following": 1, "next": 1, "previous": -1}
    if word in ("the", "that", "this") and after in spoken and (found := part_of_day(line, at + 2)):
        return found[0], Calendar("day", shift=spoken[after], anchor="spoken", clock=found[1])
    if late := _late_part(line, at):
        return late
    found = part_of_day(line, at + 1)
    if not found:
        return None
    end, clock = found
    anchors: dict[str, tuple[int, Anchor]] = {
        "this": (0, "reference"),
        "that": (0, "spoken"),
        "tomorrow": (1, "reference"),
        "yesterday": (-1, "reference"),
    }
    if word in anchors:
        shift, anchor = anchors[word]
        return end, Calendar("day", shift=shift, anchor=anchor, clock=clock)
    if word == "last" and after in ("night", "evening"):
        return end, Calendar("day", shift=-1, clock=clock)
    if word == "the" and line.low(end) in ("before", "after"):
        ends = line[end + 1].kind != "word" or line[end + 1].sentence != line[at].sentence
        shift = -1 if line.low(end) == "before" else 1
        return (end + 1, Calendar("day", shift=shift, anchor="spoken", clock=clock)) if ends else None
    if word == "the" and line.low(at - 1) in words().text["before_day_part"]:
        return end, Calendar("day", shift=0, anchor="near", clock=clock)
    return None
