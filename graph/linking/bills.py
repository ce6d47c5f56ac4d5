"""When two articles mean the same bill: explained weights for two of them.

Names count first: numbers, telling words, abbreviations. Steps on the same day or with the same figures,
people who act in both and nearness in time are added. Numbers, years, states and the order of the procedure
can refute that two bills are one. All weights stand in `data/lexicon/linking.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from graph.extraction.lexicon import states
from graph.lexicons import load_lexicon
from graph.linking.profiles import NOTHING, Profile, Words


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the weights and thresholds for bills by name."""
    return {
        key: value
        for key, value in load_lexicon("linking")["bills"].items()
        if isinstance(value, float | int)
    }


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is that two are one, from 0 on, and why."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the two are taken as one."""
        return self.score >= weights()["same"]

    @property
    def doubtful(self) -> bool:
        """Whether a person should say."""
        return weights()["doubtful"] <= self.score < weights()["same"]

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return "; ".join(self.reasons)


def weigh(a: Profile, b: Profile) -> Likeness:
    """Return how alike two bills are, and why."""
    if against := _refuted(a, b):
        return Likeness(0.0, (against,))
    score, reason = _by_number(a, b) or _names_alike(a, b)
    if not score:
        return Likeness(0.0, ("no telling word in common",))
    found, reasons, table, far = score, [reason], weights(), _are_far(a, b)
    if bool(a.states) is not bool(b.states):
        found += table["stateless"] * (1 + far)
    if steps := a.steps & b.steps:
        found += table["step"] + (table["more_steps"] if len(steps) > 1 else 0)
        reasons.append(f"{len(steps)} steps in common")
    if people := a.people & b.people:
        found += table["people"]
        reasons.append(f"{min(people)} acts in both")
    if a.days and b.days:
        apart = gap(a, b)
        if far:
            found += table["again" if a.yearly or b.yearly else "far"] + _later(apart)
        found += table["near"] * max(0.0, 1 - apart / table["longest"])
        reasons.append(f"told {apart} days apart")
    return Likeness(round(found, 4), tuple(reasons))


def gap(a: Profile, b: Profile) -> int:
    """Return the fewest days between an article on one and an article on the other."""
    days = sorted([*((day, 0) for day in a.days), *((day, 1) for day in b.days)])
    return min(((y[0] - x[0]).days for x, y in pairwise(days) if x[1] != y[1]), default=0)


def _are_far(a: Profile, b: Profile) -> bool:
    """Whether two are told further apart than a long procedure, and neither bears the year of the other."""
    return gap(a, b) > weights()["longest"] and not (a.years & b.years or _told_in_its_year(a, b))


def _told_in_its_year(a: Profile, b: Profile) -> bool:
    """Whether the name of one has the year in which the other was told of: "the Hunting Act 2004"."""
    return any(str(day.year) in one.years for one, two in ((a, b), (b, a)) for day in two.days)


def _later(apart: int) -> float:
    """Return what days beyond a long procedure weigh: the more, the likelier it is a new bill."""
    table = weights()
    return max(table["later"] * (apart / table["longest"] - 1), table["least"])


def _refuted(a: Profile, b: Profile) -> str | None:
    """Return what shows that two bills are two."""
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return f"different numbers: {min(a.numbers)}, {min(b.numbers)}"
    if a.numbers & b.numbers and a.houses and b.houses and not a.houses & b.houses:
        return f"numbers of two houses: {min(a.numbers & b.numbers)}"
    if a.years and b.years and not a.years & b.years and not a.numbers & b.numbers:
        return f"different years: {min(a.years)}, {min(b.years)}"
    if a.states and b.states and not a.states & b.states and not _about_state(a, b):
        return f"different states: {min(a.states)}, {min(b.states)}"
    if a.treaty is not b.treaty:
        return "one is a treaty"
    if (a.other and a.nameless) or (b.other and b.nameless):
        return "one is said to be another bill"
    for one, two in ((a, b), (b, a)):
        if one.introduced and two.ended and two.ended < one.introduced:
            return f"one was introduced on {one.introduced}, after the other had ended"
    return None


def _about_state(a: Profile, b: Profile) -> bool:
    """Whether one is taken for a bill of a state that both only name: "the Rwanda bill"."""
    names = states().by_name
    said = [{names.get(word) for name in one.called for word in re.findall(r"\w+", name)} for one in (a, b)]
    return bool(said[0] & said[1] & (a.states | b.states))


def _by_number(a: Profile, b: Profile) -> tuple[float, str] | None:
    """Return what a number in common weighs; numbers begin anew, so that one far apart tells nothing."""
    shared = a.numbers & b.numbers
    return (weights()["number"], f"same number {min(shared)}") if shared and not _are_far(a, b) else None


def _names_alike(a: Profile, b: Profile) -> tuple[float, str]:
    """Return what names weigh in common."""
    table = weights()
    if a.nameless or b.nameless:
        return _by_title(a, b)
    found = [(_pair(x, y), sorted(x & y)) for x, y in product(a.names, b.names)]
    for one, two in ((a, b), (b, a)):
        if short := {min(name) for name in one.names if len(name) == 1} & two.initials:
            found.append((table["short"], [min(short)]))
    score, words = max(found, default=(0.0, []))
    if _conflict(a, b, frozenset(words)):
        return max(0.0, score + table["conflict"]), f"only a short name in common: {' '.join(words)}"
    return score, f"names: {' '.join(words)}"


def _conflict(a: Profile, b: Profile, shared: Words) -> bool:
    """Whether the fullest names with some words have further words each."""
    one, two = (max((n for n in x.names if n & shared), key=_size, default=NOTHING) for x in (a, b))
    return bool(one and two) and not (one <= two or two <= one)


def _size(name: Words) -> tuple[int, list[str]]:
    return len(name), sorted(name)


def _pair(a: Words, b: Words) -> float:
    """Return what two names weigh."""
    table, shared = weights(), a & b
    if a == b:
        return table["equal"] + min(table["longer"] * (len(a) - 1), table["longest_name"])
    if shared in (a, b):
        return table["within"] - table["extra"] * (len(a ^ b) - 1)
    return table["overlap"] * 2 * len(shared) / (len(a) + len(b)) if shared else 0.0


def _mostly(title: Words, name: Words) -> bool:
    """Whether a title and a name share half of the telling words of the shorter."""
    return 2 * len(title & name) >= min(len(title), len(name))


def _by_title(a: Profile, b: Profile) -> tuple[float, str]:
    """Return what it weighs that a title has the words that the names of one of them lack."""
    table = weights()
    for one, two in ((a, b), (b, a)):
        known = [*two.names, *([two.titles] if two.nameless else [])]
        fitting = max(
            (one.titles & name for name in known if _mostly(one.titles, name)), key=_size, default=NOTHING
        )
        if one.nameless and any(name <= one.titles for name in two.names):
            return table["title"], f"the title says {' '.join(sorted(fitting))}"
        if one.nameless and (fitting or one.titles & two.initials):
            return table["only"], f"the title says {' '.join(sorted(fitting or one.titles & two.initials))}"
    return (table["only"], "neither has a name of its own") if a.steps & b.steps else (0.0, "")
