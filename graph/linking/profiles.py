"""What is known of a bill: its names, numbers, years and states, when it is told of, and what sets its steps
apart.

A bill that has only a general name ("the final text") borrows the telling words of its article's title. The
word lists stand in `data/lexicon/linking.toml`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from graph.extraction.bill_referents import HOUSE
from graph.extraction.lexicon import bill_words, folded, states, word_class
from graph.language.masks import NUMBER
from graph.language.names import surname
from graph.lexicons import load_lexicon
from graph.linking.likeness import spelt
from graph.linking.parties import parties_meant
from graph.linking.tellings import Telling
from graph.model import Account, Bill
from graph.terms import READINGS, ActorKind, EventType, Factuality

Words = frozenset[str]
Step = tuple[str, object]
"""A kind of step with the day or the figures that tell it from others of its kind."""

Key = tuple[str, object]
SHORT = 5
"""Letters that an abbreviation has at most."""
_PASSAGES = (EventType.PASSAGE, *READINGS, EventType.CONCILIATION)
_SINGLE = (EventType.INTRODUCTION, EventType.ASSENT, EventType.PUBLICATION)
"""Steps that set a bill apart by their month."""
_ENDS = (EventType.WITHDRAWAL, EventType.LAPSE)
NOTHING = Words()


@lru_cache(maxsize=8)
def listed(name: str) -> Words:
    """Return a list of words of the lexicon."""
    return frozenset(load_lexicon("linking")["bills"][name])


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a bill, from one article or from several.

    Attributes:
        names: the telling words of each name; without general names.
        initials: what its names are abbreviated to.
        called: all names, folded.
        numbers, years, states: as names and articles give them.
        houses: those in which its numbers say that it began: "HB 12".
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
    houses: frozenset[int | None]
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
        return any(word in listed("yearly") for name in self.called for word in name.split())

    @property
    def keys(self) -> frozenset[Key]:
        """What it is found by."""
        return frozenset([*self._plain, *(("initials", word) for word in self.initials)])

    @property
    def sought(self) -> frozenset[Key]:
        """What those have, one at least, that it is compared with: a word, a number, or an abbreviation."""
        short = [("initials", word) for name in self.names for word in name if len(word) <= SHORT]
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
            self.houses | other.houses,
            self.years | other.years,
            self.states | other.states,
            self.titles & other.titles if self.nameless and other.nameless else NOTHING,
            self.treaty and other.treaty,
            self.other and other.other,
            self.days | other.days,
            self.steps | other.steps,
            self.people | other.people,
            max(starts, default=None),
            min(ends, default=None),
        )


def profile(bill: Bill, account: Account | None = None, told: Iterable[Telling] = ()) -> Profile:
    """Return what an article says of a bill; `told` are the events of the article."""
    called = frozenset(folded(name) for name in (bill.name, *bill.aliases))
    plain = {folded(NUMBER.sub(" ", name)) for name in (bill.name, *bill.aliases)}
    names = frozenset(words for name in plain if (words := name_words(name, bill.jurisdiction)))
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
        frozenset(_houses((bill.name, *bill.aliases))),
        frozenset(year for name in called for year in _years(name)),
        frozenset([bill.jurisdiction] if bill.jurisdiction else ()),
        name_words(folded(title), bill.jurisdiction),
        bool(set(re.findall(r"[a-z]+", main)) & word_class("treaties")),
        not bill.number and bool(_before_clause(main) & listed("other")),
        frozenset([published] if published else ()),
        frozenset(step for one in marked for step in _marks(one)),
        _people(account, steps),
        max((day for day in starts if day), default=None),
        min((day for day in ends if day), default=None),
    )


def _houses(names: Iterable[str]) -> Iterator[int | None]:
    """Yield in which house the numbers among some names say that a bill began."""
    for name in names:
        for number in NUMBER.finditer(name):
            if house := HOUSE.match(number.group()):
                yield house.lastindex


def _before_clause(name: str) -> Words:
    """Return the words of a folded name up to a clause that describes it."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name))
    return frozenset(takewhile(lambda word: word not in listed("clause"), words))


def _people(account: Account | None, steps: Iterable[Telling]) -> Words:
    if account is None:
        return NOTHING
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
    noise = known["generic_modifiers"] | known["strong"] | known["weak"] | listed("empty")
    noise |= load_lexicon("votes")["numbers"].keys()
    kept, own = set[str](), set[str]()
    for word in _before_clause(name):
        single = word[:-1] if word.endswith("s") and len(word) > 3 else word
        if word in noise or single in noise or re.fullmatch(r"(?:fy)?\d+(?:st|nd|rd|th)?", word):
            continue
        table = states()
        owner = table.by_adjective.get(word) or table.by_name.get(word)
        (own if state is not None and owner == state else kept).add(single)
    if len(kept) == 1 and parties_meant(kept, state):
        return NOTHING  # "the Conservative bill": a party has many
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
