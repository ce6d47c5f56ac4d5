"""When two articles mean the same bill: what is known of a bill, and explained weights for two of them.

Names count first: numbers, telling words, abbreviations. A bill that has only a general name ("the final
text") borrows the telling words of its article's title. Steps on the same day or with the same figures,
people who act in both and nearness in time are added. Numbers, years, states and the order of the procedure
can refute that two bills are one. All weights stand in `data/lexicon/linking.toml`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product, takewhile

from graph.extraction.lexicon import bill_words, folded, states
from graph.language.names import surname
from graph.lexicons import load_lexicon
from graph.linking.likeness import spelt
from graph.linking.tellings import Telling
from graph.model import Account, Bill
from graph.terms import READINGS, ActorKind, EventType, Factuality

Words = frozenset[str]
Step = tuple[str, object]
"""A kind of step with the day or the figures that tell it from others of its kind."""

Key = tuple[str, object]
_SHORT = 5
"""Letters that an abbreviation has at most."""
_PASSAGES = (EventType.PASSAGE, *READINGS, EventType.CONCILIATION)
_SINGLE = (EventType.INTRODUCTION, EventType.ASSENT, EventType.PUBLICATION)
"""Steps that set a bill apart by their month."""
_ENDS = (EventType.WITHDRAWAL, EventType.LAPSE)
_NOTHING = Words()


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the weights and thresholds for bills by name."""
    return {
        key: value
        for key, value in load_lexicon("linking")["bills"].items()
        if isinstance(value, float | int)
    }


@lru_cache(maxsize=8)
def _listed(name: str) -> Words:
    return frozenset(load_lexicon("linking")["bills"][name])


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a bill, from one article or from several.

    Attributes:
        names: the telling words of each name; without general names.
        initials: what its names are abbreviated to.
        called: all names, folded.
        numbers, years, states: as names and articles give them.
        titles: telling words of the titles of articles in which it has only a general name.
        treaty, other: whether its name is that of a treaty, or says that it is some other bill.
        days: when the articles appeared.
        steps: what sets its steps apart.
        people: spelt surnames of persons who act in its steps.
        introduced, ended: the last day by which it was introduced, the first by which it was withdrawn.
    """

    names: frozenset[Words]
    initials: Words
    called: frozenset[str]
    numbers: Words
    years: Words
    states: Words
    titles: Words
    treaty: bool
    other: bool
    days: frozenset[dt.date]
    steps: frozenset[Step]
    people: Words
    introduced: dt.date | None
    ended: dt.date | None

    @property
    def nameless(self) -> bool:
        """Whether no name tells which bill it is."""
        return not self.names and not self.numbers

    @property
    def yearly(self) -> bool:
        """Whether there is a new one of it every year."""
        return any(word in _listed("yearly") for name in self.called for word in name.split())

    @property
    def keys(self) -> frozenset[Key]:
        """What it is found by."""
        return frozenset([*self._plain, *(("initials", word) for word in self.initials)])

    @property
    def sought(self) -> frozenset[Key]:
        """What those have, one at least, that it is compared with: a word, a number, or an abbreviation."""
        short = [("initials", word) for name in self.names for word in name if len(word) <= _SHORT]
        return frozenset([*self._plain, *short, *(("word", word) for word in self.initials)])

    @property
    def _plain(self) -> list[Key]:
        words = {word for name in self.names for word in name} | self.titles
        numbers = [("number", number) for number in self.numbers]
        steps = self.steps if self.nameless else ()
        return [*(("word", word) for word in words), *numbers, *steps]

    def __or__(self, other: Profile) -> Profile:
        """Return what is known of both taken together."""
        starts = [day for day in (self.introduced, other.introduced) if day]
        ends = [day for day in (self.ended, other.ended) if day]
        return Profile(
            self.names | other.names,
            self.initials | other.initials,
            self.called | other.called,
            self.numbers | other.numbers,
            self.years | other.years,
            self.states | other.states,
            self.titles & other.titles if self.nameless and other.nameless else _NOTHING,
            self.treaty and other.treaty,
            self.other and other.other,
            self.days | other.days,
            self.steps | other.steps,
            self.people | other.people,
            max(starts, default=None),
            min(ends, default=None),
        )


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


def profile(bill: Bill, account: Account | None = None, told: Iterable[Telling] = ()) -> Profile:
    """Return what an article says of a bill; `told` are the events of the article."""
    called = frozenset(folded(name) for name in (bill.name, *bill.aliases))
    names = frozenset(words for name in called if (words := name_words(name, bill.jurisdiction)))
    steps = [one for one in told if one.event.bill == bill.id and one.type.is_stage]
    facts = [one for one in steps if one.status.is_fact]
    marked = [one for one in steps if one.status.is_fact or one.status is Factuality.SCHEDULED]
    starts = [one.window.end for one in facts if one.type is EventType.INTRODUCTION and one.exact]
    ends = [one.window.end for one in facts if one.type in _ENDS]
    title = account.article.title if account and not names and not bill.number else ""
    published = account.article.published if account else None
    main = folded(bill.name)
    return Profile(
        names,
        frozenset(short for name in called for short in _initials(name)),
        called,
        frozenset([bill.number] if bill.number else ()),
        frozenset(year for name in called for year in _years(name)),
        frozenset([bill.jurisdiction] if bill.jurisdiction else ()),
        name_words(folded(title), bill.jurisdiction),
        bool(set(re.findall(r"[a-z]+", main)) & _listed("treaties")),
        not bill.number and bool(_before_clause(main) & _listed("other")),
        frozenset([published] if published else ()),
        frozenset(step for one in marked for step in _marks(one)),
        _people(account, steps),
        max((day for day in starts if day), default=None),
        min((day for day in ends if day), default=None),
    )


def _before_clause(name: str) -> Words:
    """Return the words of a folded name up to a clause that describes it."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name))
    return frozenset(takewhile(lambda word: word not in _listed("clause"), words))


def _people(account: Account | None, steps: Iterable[Telling]) -> Words:
    if account is None:
        return _NOTHING
    persons = {actor.id: actor.name for actor in account.actors if actor.kind is ActorKind.PERSON}
    acting = {part.actor for one in steps for part in one.event.participants}
    return frozenset(spelt(surname(persons[actor])) for actor in acting if actor in persons)


def _marks(told: Telling) -> list[Step]:
    """Return what sets a step apart: its kind with its day, and with its figures."""
    kind = "decision" if told.type in _PASSAGES else str(told.type)
    marks = list[Step]()
    if told.exact and told.window.start:
        marks.append((kind, told.window.start))
    start, end = told.window.start, told.window.end
    if told.type in _SINGLE and start and end and (start.year, start.month) == (end.year, end.month):
        marks.append((kind, (start.year, start.month)))
    if told.votes and told.votes.in_favour and told.votes.against:
        marks.append((kind, (told.votes.in_favour, told.votes.against)))
    return marks


@lru_cache(maxsize=4096)
def name_words(name: str, state: str | None) -> Words:
    """Return the words of a folded name that tell which bill it is; its state's own name tells nothing unless
    nothing else does.
    """
    known = bill_words()
    noise = known["generic_modifiers"] | known["strong"] | known["weak"] | _listed("empty")
    kept, own = set[str](), set[str]()
    for word in _before_clause(name):
        single = word[:-1] if word.endswith("s") and len(word) > 4 else word
        if word in noise or single in noise or re.fullmatch(r"(?:fy)?\d+(?:st|nd|rd|th)?", word):
            continue
        table = states()
        owner = table.by_adjective.get(word) or table.by_name.get(word)
        (own if state is not None and owner == state else kept).add(single)
    return frozenset(kept or own)


@lru_cache(maxsize=4096)
def _initials(name: str) -> Words:
    """Return the initials of runs of two to five words of a name ("artificial intelligence" -> "ai")."""
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w not in ("of", "the", "and", "on", "for", "to")]
    runs = (words[i:j] for i in range(len(words)) for j in range(i + 2, min(len(words), i + 5) + 1))
    return frozenset("".join(word[0] for word in run) for run in runs)


def _years(name: str) -> Words:
    """Return the years in a name, with two digits or four: "FY21", "Act 2024", "fiscal 2021"."""
    short = re.findall(r"\bfy ?(?:20)?(\d\d)\b", name)
    return frozenset(
        [f"20{year}" for year in short] + re.findall(r"(?<![\d/])\b((?:19|20)\d\d)\b(?!/)", name)
    )


def weigh(a: Profile, b: Profile) -> Likeness:
    """Return how alike two bills are, and why."""
    if against := _refuted(a, b):
        return Likeness(0.0, (against,))
    score, reason = _names_alike(a, b)
    if not score:
        return Likeness(0.0, ("no telling word in common",))
    found, reasons, table = score, [reason], weights()
    if steps := a.steps & b.steps:
        found += table["step"] + (table["more_steps"] if len(steps) > 1 else 0)
        reasons.append(f"{len(steps)} steps in common")
    if people := a.people & b.people:
        found += table["people"]
        reasons.append(f"{min(people)} acts in both")
    if a.days and b.days:
        apart = gap(a, b)
        sure = a.numbers & b.numbers or a.years & b.years
        far = 0.0 if sure else table["again" if a.yearly or b.yearly else "far"]
        found += far if apart > table["longest"] else table["near"] * (1 - apart / table["longest"])
        reasons.append(f"told {apart} days apart")
    return Likeness(round(found, 4), tuple(reasons))


def gap(a: Profile, b: Profile) -> int:
    """Return the fewest days between an article on one and an article on the other."""
    days = sorted([*((day, 0) for day in a.days), *((day, 1) for day in b.days)])
    return min(((y[0] - x[0]).days for x, y in pairwise(days) if x[1] != y[1]), default=0)


def _refuted(a: Profile, b: Profile) -> str | None:
    """Return what shows that two bills are two."""
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return f"different numbers: {min(a.numbers)}, {min(b.numbers)}"
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


def _names_alike(a: Profile, b: Profile) -> tuple[float, str]:
    table = weights()
    if shared := a.numbers & b.numbers:
        return table["number"], f"same number {min(shared)}"
    if a.nameless or b.nameless:
        return _by_title(a, b)
    found = [(_pair(x, y), sorted(x & y)) for x, y in product(a.names, b.names)]
    for one, two in ((a, b), (b, a)):
        if short := {word for name in one.names for word in name if len(word) <= _SHORT} & two.initials:
            found.append((table["short"], [min(short)]))
    score, words = max(found, default=(0.0, []))
    if _conflict(a, b, frozenset(words)):
        return max(0.0, score + table["conflict"]), f"only a short name in common: {' '.join(words)}"
    return score, f"names: {' '.join(words)}"


def _conflict(a: Profile, b: Profile, shared: Words) -> bool:
    """Whether the fullest names with some words have further words each."""
    one, two = (max((n for n in x.names if n & shared), key=_size, default=_NOTHING) for x in (a, b))
    return bool(one and two) and not (one <= two or two <= one)


def _size(name: Words) -> tuple[int, list[str]]:
    return len(name), sorted(name)


def _pair(a: Words, b: Words) -> float:
    """Return what two names weigh."""
    table, shared = weights(), a & b
    if a == b:
        return table["equal"]
    if shared in (a, b):
        return table["within"] - table["extra"] * (len(a ^ b) - 1)
    return table["overlap"] * 2 * len(shared) / (len(a) + len(b)) if shared else 0.0


def _by_title(a: Profile, b: Profile) -> tuple[float, str]:
    """Return what it weighs that a title has the words that the names of one of them lack."""
    table = weights()
    for one, two in ((a, b), (b, a)):
        known = {word for name in two.names for word in name} | (two.titles if two.nameless else set())
        fitting = one.titles & known
        if one.nameless and any(name <= one.titles for name in two.names):
            return table["title"], f"the title says {' '.join(sorted(fitting))}"
        if one.nameless and (fitting or one.titles & two.initials):
            return table["only"], f"the title says {' '.join(sorted(fitting or one.titles & two.initials))}"
    return (table["only"], "neither has a name of its own") if a.steps & b.steps else (0.0, "")
