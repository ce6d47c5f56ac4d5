"""How many of a unit of time: "two weeks", "a few days", "half an hour", "two-year", "36 months"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from graph.temporal.readings import Unit
from graph.temporal.tokens import Line
from graph.temporal.words import words

_UNITS = frozenset(get_args(Unit))
_MOST_FIGURES = 9  # of a number; more is no count of anything that happens


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units: None for some, and the index after them.

    `night` says that the unit was named by its nights, `article` that the number was only "a".
    """

    number: float | None
    unit: Unit
    end: int
    night: bool = False
    article: bool = False

    @property
    def amount(self) -> str:
        """The number as TIMEX3 writes it."""
        return "X" if self.number is None else f"{self.number:g}"


def unit_at(line: Line, at: int) -> tuple[Unit, int, bool] | None:
    """A unit of time: the unit, how many of it the word means, and whether it is in the plural."""
    return unit_named(line.low(at))


def unit_named(word: str) -> tuple[Unit, int, bool] | None:
    """The unit that a word in lower case names, as `unit_at` gives it."""
    unit = words().units.get(word)
    plural = word.endswith("s") or word == "millennia"
    match unit:
        case None:
            return None
        case "fortnight":
            return "week", 2, plural
        case "millennium":
            return "century", 10, plural
        case "night" | "weekend":
            return "day", 1, plural
        case _ if unit in _UNITS:
            return unit, 1, plural  # type: ignore[return-value]
    return None


def number_at(line: Line, at: int) -> tuple[int, float] | None:
    """Read a number in figures or words, "two and a half" included, but not an article."""
    token = line[at]
    if token.kind == "number":
        text = token.text.replace(",", "")
        before = line[at - 1]
        glued = token.close and before.kind in ("word", "number") and before.lower != "-"
        if len(text) > _MOST_FIGURES or before.lower in words().text["before_other_number"] or glued:
            return None
        return _and_half(line, at + 1, float(text.replace("½", ".5")))
    table = words().numbers
    value = table.get(token.lower)
    if value is None or token.lower in ("a", "an"):
        return None
    if value >= 20 and line.low(at + 1) == "-" and table.get(line.low(at + 2), 99) < 10:
        return at + 3, float(value + table[line.low(at + 2)])
    if line.low(at + 1) in ("hundred", "thousand"):
        return at + 2, value * (100.0 if line.low(at + 1) == "hundred" else 1000.0)
    return _and_half(line, at + 1, float(value))


def _and_half(line: Line, at: int, value: float) -> tuple[int, float]:
    return (at + 3, value + 0.5) if line.reads(at, "and", "a", "half") else (at, value)


def quantity(line: Line, at: int) -> Quantity | None:
    """Read a number of units from an index on; None also where it is an age or part of a longer word."""
    word, after = line.low(at), line.low(at + 1)
    if word in ("a", "an"):
        return _from_article(line, at)
    if word == "half" and after in ("a", "an"):
        return _unit(line, at + 2, 0.5)
    if word == "half" and line.low(at + 1 + (after == "-")) in ("century", "decade", "hour", "year"):
        return _unit(line, at + 1, 0.5)
    if word == "couple" and line.low(at - 1) in words().text["before_quarters"]:
        return _unit(line, at + 1 + (after == "of"), None)
    if word in words().text["some"]:
        return None if line.low(at - 1) == "as" else _unit(line, at + 1, None)
    counted = number_at(line, at)
    if counted and line.low(counted[0]) in ("to", "or", "-"):  # "two to three weeks": the longer counts
        longer = number_at(line, counted[0] + 1)
        read = _unit(line, *longer) if longer and longer[1] > counted[1] else None
        if read:
            return read
    return _unit(line, *counted) if counted else None


def _from_article(line: Line, at: int) -> Quantity | None:
    """Read "a year (and a half)", "a few days", "a couple of weeks", "a dozen years", "a half hour"."""
    word = line.low(at + 1)
    step = at + 2 + (line.low(at + 2) == "of")
    if word in ("few", "couple", "number", "handful", "good"):
        return _unit(line, step, None)
    if word in ("whole", "entire", "full", "single"):
        return _unit(line, at + 2, 1.0)
    if word in ("dozen", "hundred"):
        return _unit(line, step, 12.0 if word == "dozen" else 100.0)
    if word == "quarter" and line.reads(at + 2, "of", "an", "hour"):
        return Quantity(15.0, "minute", at + 5)
    century = line.low(step + (line.low(step) == "-")) == "century"
    if word == "quarter" and century:
        return Quantity(25.0, "year", step + 1 + (line.low(step) == "-"))
    if word == "half":
        return _unit(line, step + (line.low(step) == "-"), 0.5)
    read = _unit(line, at + 1, 1.0, article=True)
    if read and line.reads(read.end, "and", "a", "half"):
        return Quantity(1.5, read.unit, read.end + 3)
    return read


def _unit(line: Line, at: int, number: float | None, *, article: bool = False) -> Quantity | None:
    hyphen = line.low(at) == "-" and line[at].close and line[at + 1].close
    at += hyphen
    if not hyphen and not article and line.low(at) in words().text["between_number_and_unit"]:
        at += 1
    if line.low(at) == "quarter" and line.low(at + 1) == "century":
        return Quantity(25 * (number or 1), "year", at + 2)
    found = unit_at(line, at)
    if not found or line[at].sentence != line[at - 1].sentence or is_age(line, at + 1):
        return None
    unit, times, plural = found
    name = words().units[line.low(at)]
    if name == "weekend" or (line[at].capital and not line[at].text.isupper()):
        return None
    if unit == "second" and not plural:
        return None
    if unit == "quarter" and line.low(at - 1) not in words().text["before_quarters"]:
        return None  # "three quarters" are most often a share
    if number is None and not plural and not hyphen:
        return None  # "some day"
    if not hyphen and not plural and number is not None and number > 1 and line.low(at) != "min":
        return None
    return Quantity(None if number is None else number * times, unit, at + 1, name == "night", article)


def is_age(line: Line, at: int) -> bool:
    """Whether "-old", "older", "of age" stands here, after a length that is then someone's age."""
    step = at + 1 if line.low(at) in ("-", ",") and line[at].close else at
    return line.low(step) in words().text["age"] or line.reads(at, "of", "age")
