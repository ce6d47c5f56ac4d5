"""Which claims are promises, and which of them tell one and the same word.

A claim is a promise if it is told as *promised* and someone gives their word: in its sentence somebody
promises, or it rests on the word of a source that has a say in it (who takes part, who holds an office,
a public body, or about a step of a bill, of which extraction has asked as much). What someone merely expects
is not told as promised, and what an outsider foresees is nobody's promise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.checks.promises.records import Due
from graph.checks.promises.reports import Report, Reports
from graph.model import Account, Claim, Event, Window
from graph.terms import ActorKind, EventType, Factuality, Role

_PUBLIC = frozenset(
    (
        ActorKind.LEGISLATURE,
        ActorKind.CHAMBER,
        ActorKind.COMMITTEE,
        ActorKind.GOVERNMENT,
        ActorKind.OFFICE,
        ActorKind.COURT,
        ActorKind.STATE,
        ActorKind.PARTY,
    )
)


@dataclass(slots=True)
class Word:
    """A word given: its giver, the event, the days its own words set, and the claims that tell it.

    `given` is the day of the first telling. `successor` is the first telling of another date by the same
    giver.
    """

    event: str
    givers: frozenset[str]
    given: dt.date | None
    due: Due | None
    told_days: Window
    tellings: list[Report] = field(default_factory=list)
    to: set[str] = field(default_factory=set)
    successor: Report | None = None

    @property
    def is_recalled(self) -> bool:
        """Whether the first article to tell it appeared after the due day, so that the word itself is
        older.
        """
        return self.due is not None and self.given is not None and self.due.latest < self.given


@dataclass(frozen=True, slots=True)
class _Telling:
    report: Report
    givers: frozenset[str]
    to: frozenset[str]
    due: Due | None


def announcements(account: Account, claim: Claim) -> list[tuple[Event, Claim]]:
    """Return the acts of promising told in the sentences of a claim, or said to announce its event."""
    acts = {event.id: event for event in account.events if event.type is EventType.PROMISE}
    return [
        (acts[other.event], other)
        for other in account.claims
        if other.event in acts
        and (claim.event in acts[other.event].announces or set(other.quotes) & set(claim.quotes))
    ]


def words(reports: Reports) -> list[Word]:
    """Return the words given, in the order of their first telling."""
    found = list[Word]()
    for telling in _tellings(reports):
        event, day = telling.report.claim.event, telling.report.published
        known = [w for w in found if _one_giver(w, telling) and reports.same_deed(w.event, event)]
        same = [w for w in known if not _other_date(w, telling)]
        if same:
            _join(same[-1], telling)
            continue
        word = Word(
            event,
            telling.givers,
            day,
            telling.due,
            telling.report.claim.window,
            [telling.report],
            set(telling.to),
        )
        if known and not word.is_recalled and known[-1].given and day and known[-1].given < day:
            known[-1].successor = telling.report
        found.append(word)
    return found


def _tellings(reports: Reports) -> Iterator[_Telling]:
    """Yield the claims that are promises, first published first."""
    for account in reports.accounts:
        promised = [c for c in account.claims if c.factuality is Factuality.PROMISED]
        for claim in sorted(promised, key=lambda claim: claim.id):
            acts = announcements(account, claim)
            if not (acts or _has_a_say(account, claim)) or _is_only_named(claim, promised):
                continue
            report = Report(account, claim)
            yield _Telling(
                report,
                _givers(account, claim, acts),
                frozenset(_of(Role.RECIPIENT, [act for act, _ in acts])),
                due_of(report, reports),
            )


def _has_a_say(account: Account, claim: Claim) -> bool:
    """Whether the source of a claim is someone who can see to it."""
    if claim.source is None:
        return False
    (event,) = [event for event in account.events if event.id == claim.event]
    own = event.type.is_stage or any(p.actor == claim.source for p in event.participants)
    public = any(actor.id == claim.source and actor.kind in _PUBLIC for actor in account.actors)
    return own or public or any(tenure.holder == claim.source for tenure in account.tenures)


def _is_only_named(claim: Claim, promised: list[Claim]) -> bool:
    """Whether an event is named only because another promise hangs on it: "within a week of its passage"."""
    return claim.source is None and any(
        claim.event in (*other.conditions, *other.after, *other.before)
        or (other.distance is not None and other.distance.anchor == claim.event)
        for other in promised
    )


def _givers(account: Account, claim: Claim, acts: list[tuple[Event, Claim]]) -> frozenset[str]:
    """Return whose word it is: the source, else who promises in the sentence, else who is to act."""
    if claim.source is not None:
        return frozenset((claim.source,))
    own = [event for event in account.events if event.id == claim.event]
    return frozenset(_of(Role.AGENT, [act for act, _ in acts]) or _of(Role.AGENT, own))


def _of(role: Role, events: list[Event]) -> set[str]:
    return {part.actor for event in events for part in event.participants if part.role is role}


def _one_giver(word: Word, telling: _Telling) -> bool:
    return bool(word.givers & telling.givers) or not (word.givers or telling.givers)


def _other_date(word: Word, telling: _Telling) -> bool:
    """Whether a telling sets another due day; a day within a week that is told too is the same, said more
    closely, and articles of one day tell one word.
    """
    first, second = word.due, telling.due
    if first is None or second is None or first.latest == second.latest or first.begins != second.begins:
        return False
    days = telling.report.claim.window
    nested = _within(word.told_days, days) or _within(days, word.told_days)
    return not nested and word.given != telling.report.published


def _within(inner: Window, outer: Window) -> bool:
    return bool(
        inner.start
        and inner.end
        and outer.start
        and outer.end
        and outer.start <= inner.start
        and inner.end <= outer.end
    )


def _join(word: Word, telling: _Telling) -> None:
    """Add a telling to a word; of two due days the more closely told counts, of plain ones the later."""
    days = telling.report.claim.window
    if telling.due is not None:
        closer = _within(days, word.told_days) and days != word.told_days
        looser = _within(word.told_days, days)
        if word.due is None or closer or (not looser and telling.due.latest > word.due.latest):
            word.due, word.told_days = telling.due, days
    word.tellings.append(telling.report)
    word.to |= telling.to


def due_of(report: Report, reports: Reports) -> Due | None:
    """Return the due day that a claim sets: by the end of its own window, by a distance from the article's
    day or from an event, or before an event; of several the first. None where no day follows.
    """
    claim, found = report.claim, list[Due]()
    if claim.window.end is not None:
        begins = claim.window.latest_end is None
        found.append(Due(claim.window.end, claim.window.end, begins))
    if claim.distance is not None and claim.distance.at_most is not None:
        first = last = report.published
        if claim.distance.anchor in reports.assessments:
            anchor = reports.when_done(claim.distance.anchor)
            first, last = anchor.earliest_end or anchor.earliest_begin, anchor.latest_end
        if (latest := _shifted(last, claim.distance.at_most)) is not None:
            found.append(Due(_shifted(first, claim.distance.at_most), latest))
    for later in set(claim.before) & set(reports.assessments):
        when = reports.when_done(later)
        if when.end is not None:
            found.append(Due(when.earliest_begin, when.end))
    return min(found, key=lambda due: due.latest, default=None)


def _shifted(day: dt.date | None, by: int) -> dt.date | None:
    """Return a day some days on; None where it is open or lies outside the calendar."""
    if day is None or not 1 <= day.toordinal() + by <= dt.date.max.toordinal():
        return None
    return day + dt.timedelta(by)
