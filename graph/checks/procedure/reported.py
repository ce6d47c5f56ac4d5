"""The stages of a bill as all articles together tell them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection as Collecting
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.checks.procedure.chambers import chamber_of
from graph.checks.procedure.rules import Chamber
from graph.model import Account, Actor, Assessment, Collection, Event
from graph.terms import AHEAD, EventType, Outcome, Role
from graph.vocabulary import article_id


@dataclass(frozen=True, slots=True)
class Reported:
    """A stage of one bill as all articles together tell it.

    Attributes:
        chambers: the chambers that act in it (to which it is sent), as far as their names tell.
        beyond: whether it goes to somebody who is no chamber (a bill sent to the head of state).
        told: first and last day on which articles tell it; None where none has a day of publication.
        articles: identifiers of the articles.
    """

    assessment: Assessment
    chambers: frozenset[Chamber]
    beyond: bool
    told: tuple[dt.date, dt.date] | None
    articles: tuple[str, ...]

    @property
    def id(self) -> str:
        """The event's identifier."""
        return self.assessment.event

    @property
    def took_place(self) -> bool:
        """Whether it happened, or is going on, and was not put off."""
        return self.assessment.status.is_fact and self.assessment.outcome is not Outcome.POSTPONED

    @property
    def moment(self) -> dt.date:
        """The day by which it is put in order."""
        window, told = self.assessment.window, self.told
        if self.assessment.status in AHEAD and told:
            return told[1]
        return window.start or window.end or (told[0] if told else dt.date.max)


def jurisdictions(accounts: Iterable[Account]) -> Mapping[str, str]:
    """Return the state or union that most articles place each bill in; one that none places is left out."""
    counts = defaultdict[str, Counter[str]](Counter)
    for account in accounts:
        for bill in account.bills:
            if bill.jurisdiction:
                counts[bill.id][bill.jurisdiction] += 1
    return {bill: min(told, key=lambda state: (-told[state], state)) for bill, told in counts.items()}


def reported_stages(
    collection: Collection, states_of: Mapping[str, str], bills: Collecting[str] | None = None
) -> Mapping[str, tuple[Reported, ...]]:
    """Return the stages of each bill, or of some bills, in the order of time, by the bill's identifier.

    Args:
        collection: what the articles say.
        states_of: the state or union of each bill (`jurisdictions`).
        bills: those asked for; all where None.
    """
    tellings = defaultdict[str, list[tuple[Account, Event]]](list)
    for account in collection.accounts:
        for event in account.events:
            tellings[event.id].append((account, event))
    actors = {actor.id: actor for account in collection.accounts for actor in account.actors}
    found = defaultdict[str, list[Reported]](list)
    for assessment in collection.assessments:
        told = tellings[assessment.event]
        bill = next((event.bill for _, event in told if event.bill), None)
        if bill is not None and assessment.type.is_stage and (bills is None or bill in bills):
            found[bill].append(_reported(assessment, told, actors, states_of.get(bill)))
    return {bill: tuple(sorted(events, key=_order)) for bill, events in found.items()}


def _reported(
    assessment: Assessment,
    tellings: Sequence[tuple[Account, Event]],
    actors: Mapping[str, Actor],
    state: str | None,
) -> Reported:
    sent = assessment.type is EventType.TRANSMISSION
    role = Role.RECIPIENT if sent else Role.AGENT
    acting = {p.actor for _, event in tellings for p in event.participants if p.role is role}
    chambers = {
        chamber
        for actor in acting
        if actor in actors and (chamber := chamber_of(actors[actor], state)) is not None
    }
    both = sent and len(chambers) > 1  # the sender is among them
    days = [account.article.published for account, _ in tellings if account.article.published]
    return Reported(
        assessment,
        frozenset() if both else frozenset(chambers),
        sent and bool(acting) and not chambers,
        (min(days), max(days)) if days else None,
        tuple(sorted({article_id(account.article.id) for account, _ in tellings})),
    )


def _order(event: Reported) -> tuple[object, ...]:
    types = list(EventType)
    return event.moment, not event.took_place, types.index(event.assessment.type), event.id


def same_days(one: Reported, two: Reported) -> bool:
    """Whether two events may have taken place on the same day."""
    first, second = one.assessment.window, two.assessment.window
    return not (
        (first.start and second.end and first.start > second.end)
        or (second.start and first.end and second.start > first.end)
    )
