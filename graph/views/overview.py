"""The overview: one card a bill, and a search over bills, actors, events and articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph import wording
from graph.extraction.lexicon import folded
from graph.model import Account, Assessment
from graph.terms import EventType, Factuality, Outcome
from graph.views.library import Library
from graph.views.timeline import Choice, chosen

STEPS: tuple[tuple[str, frozenset[EventType]], ...] = (
    ("drafted", frozenset((EventType.DRAFTING,))),
    ("introduced", frozenset((EventType.INTRODUCTION,))),
    ("committee", frozenset((EventType.REFERRAL, EventType.COMMITTEE))),
    ("first reading", frozenset((EventType.FIRST_READING,))),
    ("second reading", frozenset((EventType.SECOND_READING,))),
    (
        "passed",
        frozenset((EventType.PASSAGE, EventType.THIRD_READING, EventType.CONCILIATION, EventType.OVERRIDE)),
    ),
    ("signed", frozenset((EventType.ASSENT,))),
    ("published", frozenset((EventType.PUBLICATION,))),
    ("in force", frozenset((EventType.COMMENCEMENT,))),
)
"""The steps on a card, in the order that most legislatures share."""

OPTIONAL = frozenset(("drafted", "committee", "first reading", "second reading", "published"))
"""Steps that many procedures or articles do without: a card leaves them out where nobody tells them."""

_AFTER_PASSAGE = frozenset(("signed", "published", "in force"))
_ENDED = frozenset((EventType.WITHDRAWAL, EventType.LAPSE, EventType.REPEAL))
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
    EventType.TRANSMISSION: "Sent on",
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
}
_AHEAD = {
    EventType.PASSAGE: "vote",
    EventType.ASSENT: "signature",
    EventType.COMMENCEMENT: "entry into force",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step on a card: what is known of it, None where no article speaks of it."""

    name: str
    status: Factuality | None = None
    event: str | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What the overview says of one bill."""

    bill: str
    name: str
    jurisdiction: str | None
    steps: tuple[Step, ...]
    latest: Assessment | None
    following: Assessment | None
    articles: tuple[Account, ...]
    retold: bool

    @property
    def last_told(self) -> dt.date | None:
        """Day of the latest article."""
        return max((a.article.published for a in self.articles if a.article.published), default=None)


def _step(name: str, kinds: frozenset[EventType], events: list[Assessment]) -> Step:
    """Return the step as the best of its events has it: what took place and went through comes first."""
    told = [a for a in events if a.type in kinds]
    preference = (Outcome.APPROVED, None, Outcome.POSTPONED, Outcome.REJECTED)
    facts = sorted((a for a in told if a.status.is_fact), key=lambda a: preference.index(a.outcome))
    best = next(iter(facts), None) or next((a for a in reversed(told) if a.status.lies_ahead), None)
    best = best or (told[-1] if told else None)
    return Step(name, best.status, best.event, best.outcome) if best else Step(name)


def _rank(assessment: Assessment) -> int:
    """Return how far on the way of a bill a step stands; -1 for steps that have no place of their own."""
    return next((at for at, (_, kinds) in enumerate(STEPS) if assessment.type in kinds), -1)


def _latest(happened: list[Assessment]) -> Assessment | None:
    """Return the last step that took place: by its day, and by the usual order where days are open."""
    return max(
        happened,
        key=lambda a: (a.window.start or a.window.end or dt.date.min, _rank(a), a.window.end or dt.date.max),
        default=None,
    )


def _following(happened: list[Assessment], ahead: list[Assessment]) -> Assessment | None:
    """Return the nearest step ahead: what an article announced before the bill went further is no news."""
    if any(a.type in _ENDED for a in happened):
        return None
    reached = max((_rank(a) for a in happened), default=-1)
    last = _latest(happened)
    done = (last.window.start or last.window.end) if last else None
    open_yet = [
        a
        for a in ahead
        if _rank(a) > reached and not (done and a.window.latest_end and a.window.latest_end < done)
    ]
    return min(open_yet, key=lambda a: (_rank(a), a.window.start or dt.date.max, a.event), default=None)


def step_done(assessment: Assessment) -> str:
    """Return what took place, in plain words: "Passed its first reading", "Signed"."""
    by_outcome = _DECIDED.get((assessment.type, assessment.outcome)) if assessment.outcome else None
    return by_outcome or _PAST.get(assessment.type) or assessment.label


def step_ahead(assessment: Assessment) -> str:
    """Return what lies ahead, in plain words: "second reading", "signature"."""
    return _AHEAD.get(assessment.type, assessment.type.value.replace("-", " "))


def where_it_stands(card: Card) -> str:
    """Return one line: "Passed its second reading on 19 Feb 2026; next: official publication (required)"."""
    if card.latest is None:
        said = "No step reported yet"
    else:
        verb = "since" if card.latest.type is EventType.COMMENCEMENT else "on"
        said = f"{step_done(card.latest)} {wording.on(card.latest.window, verb)}".rstrip()
    if card.following is None:
        return said
    when = wording.when(card.following.window)
    known = "" if card.following.window.is_open else f", {when}"
    return f"{said}; next: {step_ahead(card.following)} ({card.following.status.value}{known})"


def _without_old_plans(steps: list[Step]) -> list[Step]:
    """Return the steps without what was only announced and is behind the last step that took place."""
    done = [at for at, step in enumerate(steps) if step.status is not None and step.status.is_fact]
    last = max(done, default=-1)
    return [
        Step(step.name) if at < last and step.status is not None and step.status.lies_ahead else step
        for at, step in enumerate(steps)
    ]


def _worth(step: Step, steps: list[Step]) -> bool:
    """Whether a step is shown: the optional ones only where told, drafting only before the introduction, an
    untold passage only where no reading stands for it.
    """
    told = {s.name for s in steps if s.status is not None and s.status.is_fact}
    if step.name == "drafted" and any(s.name == "introduced" and s.status for s in steps):
        return False
    if step.name == "passed" and step.event is None and "second reading" in told and told & _AFTER_PASSAGE:
        return False
    return step.event is not None or step.name not in OPTIONAL


def card(shelf: Library, bill: str) -> Card:
    """Return the card of a bill."""
    events = chosen(shelf, Choice(bill=bill, stages_only=True))
    events = [a for a in events if shelf.bill_of(a.event) == bill]
    happened = [a for a in events if a.status.is_fact]
    ahead = [a for a in events if a.status.lies_ahead]
    steps = _without_old_plans([_step(name, kinds, events) for name, kinds in STEPS])
    accounts = tuple(a for a in shelf.collection.accounts if any(b.id == bill for b in a.bills))
    states = [b.jurisdiction for b in shelf.bills[bill] if b.jurisdiction]
    return Card(
        bill,
        shelf.name(bill),
        max(states, key=states.count) if states else None,
        tuple(step for step in steps if _worth(step, steps)),
        _latest(happened),
        _following(happened, ahead),
        accounts,
        all(a.article.retold for a in accounts),
    )


def cards(shelf: Library) -> list[Card]:
    """Return the cards of all bills, those told by most articles first."""
    found = [card(shelf, bill) for bill in shelf.bills]
    return sorted(found, key=lambda c: (-len(c.articles), c.name, c.bill))


@dataclass(frozen=True, slots=True)
class Hit:
    """Something the search found: `page` is "bill", "actor", "event" or "article"."""

    page: str
    identity: str
    name: str
    detail: str


def search(shelf: Library, words: str, most: int = 30) -> list[Hit]:
    """Return what has all the words in its name (accents and case aside), bills first."""
    wanted = folded(words).split()
    if not wanted:
        return []

    def fits(*names: str) -> bool:
        text = " ".join(folded(name) for name in names)
        return all(word in text for word in wanted)

    found = [
        Hit("bill", b, shelf.name(b), "bill")
        for b in sorted(shelf.bills)
        if fits(shelf.name(b), *(n for t in shelf.bills[b] for n in t.aliases))
    ]
    found += [
        Hit("actor", a, shelf.name(a), shelf.kind(a).value)
        for a in sorted(shelf.actors)
        if fits(shelf.name(a), *(n for t in shelf.actors[a] for n in t.aliases))
    ]
    found += [
        Hit("event", e, a.label, a.status.value)
        for e, a in sorted(shelf.assessments.items())
        if fits(a.label)
    ]
    found += [
        Hit("article", account.article.id, account.article.title, account.article.outlet or "")
        for account in shelf.collection.accounts
        if fits(account.article.title, account.article.outlet or "")
    ]
    return found[:most]
