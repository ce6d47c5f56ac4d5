"""The overview: one card a bill, and a search over bills, actors, events and articles."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from graph import wording
from graph.checks.procedure.standing import Standing, Whereabouts
from graph.extraction.lexicon import folded
from graph.model import Account, Actor, Assessment, Bill
from graph.terms import READINGS, EventType, Outcome
from graph.views.library import Library
from graph.views.names import alphabetic, place
from graph.views.progress import before, following, house, latest
from graph.views.timeline import Choice, chosen

_PAST = {
    EventType.DRAFTING: "Drafted",
    EventType.INTRODUCTION: "Introduced",
    EventType.REFERRAL: "Sent to a committee",
    EventType.COMMITTEE: "In committee",
    EventType.FIRST_READING: "Had its first reading",
    EventType.SECOND_READING: "Had its second reading",
    EventType.THIRD_READING: "Had its third reading",
    EventType.DEBATE: "Debated",
    EventType.AMENDMENT: "Amended",
    EventType.PASSAGE: "Put to a vote",
    EventType.TRANSMISSION: "Forwarded",
    EventType.CONCILIATION: "Agreed between the chambers",
    EventType.ASSENT: "Signed",
    EventType.VETO: "Vetoed",
    EventType.OVERRIDE: "Veto overridden",
    EventType.RETURN: "Sent back",
    EventType.PUBLICATION: "Officially published",
    EventType.COMMENCEMENT: "In force",
    EventType.JUDICIAL_REVIEW: "Before a court",
    EventType.REPEAL: "Repealed",
    EventType.WITHDRAWAL: "Withdrawn",
    EventType.LAPSE: "Lapsed",
    EventType.REFERENDUM: "Voted on in a referendum",
}
_DECIDED = {
    (EventType.FIRST_READING, Outcome.APPROVED): "Passed its first reading",
    (EventType.SECOND_READING, Outcome.APPROVED): "Passed its second reading",
    (EventType.THIRD_READING, Outcome.APPROVED): "Passed its third reading",
    (EventType.FIRST_READING, Outcome.REJECTED): "Rejected in its first reading",
    (EventType.SECOND_READING, Outcome.REJECTED): "Rejected in its second reading",
    (EventType.THIRD_READING, Outcome.REJECTED): "Rejected in its third reading",
    (EventType.PASSAGE, Outcome.APPROVED): "Passed",
    (EventType.PASSAGE, Outcome.REJECTED): "Rejected",
    (EventType.PASSAGE, Outcome.POSTPONED): "Put off",
    (EventType.AMENDMENT, Outcome.REJECTED): "Amendment rejected",
    (EventType.OVERRIDE, Outcome.REJECTED): "Veto upheld",
    (EventType.JUDICIAL_REVIEW, Outcome.REJECTED): "Struck down in court",
    (EventType.JUDICIAL_REVIEW, Outcome.APPROVED): "Upheld in court",
}
_BY_HOUSES = frozenset((EventType.PASSAGE, *READINGS))
_AHEAD = {
    EventType.TRANSMISSION: "sending on",
    EventType.CONCILIATION: "agreement between the chambers",
    EventType.PASSAGE: "vote",
    EventType.ASSENT: "signature",
    EventType.COMMENCEMENT: "entry into force",
}


@dataclass(frozen=True, slots=True)
class Card:
    """What the overview says of one bill.

    Attributes:
        course: where it stands by its legislature's procedure; None where no step of it is told.
        latest: the last step that took place.
        following: the nearest step ahead of which an article tells.
        due: the step that by the procedure comes before that one, and before all that is told: the next one.
        steps: how many kinds of step took place: how much of its way is told.
    """

    bill: str
    name: str
    jurisdiction: str | None
    course: Whereabouts | None
    latest: Assessment | None
    following: Assessment | None
    due: Standing | None
    steps: int
    articles: tuple[Account, ...]
    retold: bool

    @property
    def last_told(self) -> dt.date | None:
        """Day of the latest article."""
        return max((a.article.published for a in self.articles if a.article.published), default=None)


def step_done(assessment: Assessment) -> str:
    """Return what took place, in plain words: "Passed its first reading", "Signed"."""
    by_outcome = _DECIDED.get((assessment.type, assessment.outcome)) if assessment.outcome else None
    return by_outcome or _PAST.get(assessment.type) or assessment.label


def step_ahead(assessment: Assessment) -> str:
    """Return what lies ahead, in plain words: "second reading", "signature"."""
    return _AHEAD.get(assessment.type, assessment.type.value.replace("-", " "))


def where_it_stands(card: Card) -> str:
    """Return one line: "Passed its second reading on 19 Feb 2026; next: official publication (required)", or
    "Signed on 2 Mar 2026; next: official publication; later: entry into force (scheduled, Apr 2026)".
    """
    told = {account.article.published for account in card.articles}
    said = _stands(card.latest, card.course, told) if card.latest else "No step reported yet"
    if card.following is None:
        return said
    window = card.following.window
    only_told = window.start in told and window.end is None and window.latest_begin is None
    known = "" if window.is_open or only_told else f", {wording.when(window)}"
    announced = f"{step_ahead(card.following)} ({card.following.status.value}{known})"
    if card.due is None or card.course is None:
        return f"{said}; next: {announced}"
    return f"{said}; next: {_within(card.course.procedure.label(card.due.step))}; later: {announced}"


def _within(label: str) -> str:
    """Return the label of a step as it stands within a sentence; a proper name keeps its capital letters."""
    first, _, rest = label.partition(" ")
    return label if rest[:1].isupper() else f"{first.lower()} {rest}".rstrip()


def _stands(step: Assessment, course: Whereabouts | None, told: Container[dt.date | None]) -> str:
    """Return the latest step with its house and day; a day that is only an article's is said to be that."""
    name = house(step, course) if step.type in _BY_HOUSES else None
    link = "by" if step.type is EventType.PASSAGE and step.outcome is not None else "in"
    whose = f"{step_done(step)} {link} the {name}" if name else step_done(step)
    if step.window.start is None and step.window.end in told and step.window.end is not None:
        return f"{whose}, as reported on {wording.day(step.window.end)}"
    verb = "since" if step.type is EventType.COMMENCEMENT else "on"
    return f"{whose} {wording.on(step.window, verb)}".rstrip()


def placed(card: Card) -> str:
    """Return where a bill stands and of which state it is: "Arkania · Passed on 3 Mar 2031"."""
    return " · ".join(filter(None, (card.jurisdiction, where_it_stands(card))))


def card(shelf: Library, bill: str) -> Card:
    """Return the card of a bill."""
    events = [a for a in chosen(shelf, Choice(bill=bill, stages_only=True)) if shelf.bill_of(a.event) == bill]
    accounts = tuple(a for a in shelf.collection.accounts if any(b.id == bill for b in a.bills))
    return _card(shelf, bill, events, accounts)


def cards(shelf: Library) -> list[Card]:
    """Return the cards of all bills, those told by most articles first."""
    events = defaultdict[str | None, list[Assessment]](list)
    for one in chosen(shelf, Choice(stages_only=True)):
        events[shelf.bill_of(one.event)].append(one)
    accounts = defaultdict[str, list[Account]](list)
    for account in shelf.collection.accounts:
        for identity in dict.fromkeys(bill.id for bill in account.bills):
            accounts[identity].append(account)
    found = [_card(shelf, bill, events[bill], tuple(accounts[bill])) for bill in shelf.bills]
    return sorted(found, key=lambda c: (-len(c.articles), alphabetic(c.name), c.bill))


def _card(shelf: Library, bill: str, events: list[Assessment], accounts: tuple[Account, ...]) -> Card:
    happened = [a for a in events if a.status.is_fact]
    course = shelf.courses.get(bill)
    announced = following(happened, [a for a in events if a.status.lies_ahead], course)
    return Card(
        bill,
        shelf.name(bill),
        place(shelf, bill),
        course,
        latest(happened, course),
        announced,
        before(announced, course),
        len({a.type for a in happened}),
        accounts,
        all(a.article.retold for a in accounts),
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """Something the search found.

    Attributes:
        page: "bill", "actor", "event" or "article".
        by: the other name of a bill or an actor by which it was found; empty where its own name fits.
    """

    page: str
    identity: str
    name: str
    detail: str
    by: str = ""


def search(shelf: Library, words: str, most: int = 30) -> list[Hit]:
    """Return what has all the words in its name (accents and case aside), at most so many of each kind.

    Bills come first, then actors; of both those whose own name fits before those found by another name, and
    those that most articles tell of first.
    """
    wanted = folded(words).split()
    if not wanted:
        return []

    def fits(*names: str) -> bool:
        text = " ".join(folded(name) for name in names)
        return all(word in text for word in wanted)

    def named(page: str, told: Mapping[str, Sequence[Bill | Actor]]) -> list[Hit]:
        found = list[Hit]()
        for one in sorted(told, key=lambda one: (-len(told[one]), alphabetic(shelf.name(one)), one)):
            own, others = shelf.name(one), [name for said in told[one] for name in said.aliases]
            if fits(own, *others):
                by = "" if fits(own) else next((name for name in others if fits(name)), "")
                kind = "bill" if page == "bill" else shelf.kind(one).value
                found.append(Hit(page, one, own, kind, by))
        return sorted(found, key=lambda hit: bool(hit.by))

    events = [
        Hit("event", e, a.label, a.status.value)
        for e, a in sorted(shelf.assessments.items())
        if fits(a.label)
    ]
    articles = [
        Hit("article", account.article.id, account.article.title, account.article.outlet or "")
        for account in shelf.collection.accounts
        if fits(account.article.title, account.article.outlet or "")
    ]
    kinds = (named("bill", shelf.bills), named("actor", shelf.actors), events, articles)
    return [hit for found in kinds for hit in found[:most]]
