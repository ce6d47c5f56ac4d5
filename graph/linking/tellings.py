"""When two articles tell of one event: tellings compared by type, days, bodies and what came of it.

As a rule the windows of two tellings of one event touch. Two exceptions hold for steps that a bill takes once
in a body: a plan and what later became of it (held on another day, postponed), and two reports that give
different days close together, which then contradict each other within one event.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from graph.linking.counted import different, other_figures, same_figures
from graph.linking.windows import account_windows
from graph.model import Account, Event, Votes, Window
from graph.terms import READINGS, ActorKind, EventType, Factuality, Outcome, Role

REPEATED = frozenset(
    (EventType.AMENDMENT, EventType.DEBATE, EventType.COMMITTEE, EventType.CONCILIATION, EventType.REFERRAL)
)
"""Steps that a bill takes again and again: on two known days they are two."""
PASSAGES = frozenset((EventType.PASSAGE, *READINGS))
_BY_A_BODY = PASSAGES | {EventType.AMENDMENT}
UNCOMPARED = frozenset(
    (
        EventType.STATEMENT,
        EventType.MEETING,
        EventType.PROTEST,
        EventType.SITTING,
        EventType.NEGOTIATION,
    )
)
_ONCE = frozenset(
    (
        EventType.INTRODUCTION,
        *READINGS,
        EventType.ASSENT,
        EventType.VETO,
        EventType.OVERRIDE,
        EventType.PUBLICATION,
        EventType.COMMENCEMENT,
        EventType.WITHDRAWAL,
        EventType.REFERENDUM,
    )
)
"""Steps that a bill takes once in a body; no plain passage, since bills go to and fro between chambers."""
_LONGEST_GAP = dt.timedelta(days=700)
"""Two tellings of a step are one only if they lie no further apart than a long procedure."""
SLIP = dt.timedelta(days=7)
"""Reports whose days differ by no more speak of one step: a weekday taken for that of the week before or
after is off by so much.
"""
_ABOUT = 2
"""Days that "a week after the first reading" leaves open, one either way."""
_NEWS = dt.timedelta(days=60)
"""A report without a day tells of what was no longer ago; bills pass several times."""
_UNREAL = (Factuality.DENIED, Factuality.CANCELLED)
_BODIES = frozenset((ActorKind.CHAMBER, ActorKind.LEGISLATURE, ActorKind.COMMITTEE))


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one article tells it.

    Attributes:
        window: by what the article alone says.
        status: in the article's own voice, else in that of those it quotes.
        told: the day of the article, where known.
        outcome, votes: the first that a claim gives.
        agents, bodies: who acts, and which of them are chambers, committees or whole parliaments.
    """

    event: Event
    window: Window
    status: Factuality
    told: dt.date | None
    outcome: Outcome | None
    votes: Votes | None
    agents: frozenset[str]
    bodies: frozenset[str]

    @property
    def type(self) -> EventType:
        """The type of the event in this article."""
        return self.event.type

    @property
    def exact(self) -> bool:
        """Whether its day is known, give or take one."""
        start, end = self.window.start, self.window.end
        return start is not None and end is not None and (end - start).days <= 1

    @property
    def near(self) -> bool:
        """Whether its day is known, give or take a few."""
        start, end = self.window.start, self.window.end
        return start is not None and end is not None and (end - start).days <= _ABOUT

    @property
    def moment(self) -> dt.date | None:
        """The day that it is near to: its own where it is past and bounded, else that of the article."""
        return self.window.start if self.window.is_closed and self.status.is_fact else self.told


def tellings(account: Account, kinds: Mapping[str, ActorKind]) -> list[Telling]:
    """Return the events of an account by identifier; `kinds` are those of the actors of all accounts."""
    windows = account_windows(account)
    order = list(Factuality)
    claims = sorted(account.claims, key=lambda c: (c.source or "", order.index(c.factuality), c.id))
    found = list[Telling]()
    for event in sorted(account.events, key=lambda event: event.id):
        said = [claim for claim in claims if claim.event == event.id]
        agents = frozenset(p.actor for p in event.participants if p.role is Role.AGENT)
        found.append(
            Telling(
                event,
                windows[event.id],
                said[0].factuality if said else Factuality.UNKNOWN,
                account.article.published,
                next((claim.outcome for claim in said if claim.outcome), None),
                next((claim.votes for claim in said if claim.votes), None),
                agents,
                frozenset(actor for actor in agents if kinds.get(actor) in _BODIES),
            )
        )
    return found


def fits(telling: Telling, others: list[Telling]) -> bool:
    """Whether a telling can be of the event that tellings of other articles are of.

    A plain passage that is one of them by its day may differ from the others by as much as they do. Plans
    that were overtaken by what is reported do not hinder further reports, nor, by another plan, plans for the
    day of that.
    """
    settled = [other for other in others if other.status.is_fact]
    compared = settled if telling.status.is_fact and settled else others
    if not settled and telling.exact:
        compared = [other for other in others if other.window == telling.window] or compared
    near = any(same_event(telling, other) and touch(telling.window, other.window) for other in compared)
    return all(same_event(telling, other) or (near and slipped(telling, other)) for other in compared)


def same_event(a: Telling, b: Telling) -> bool:
    """Whether two tellings of different articles can be one event."""
    if a.type in UNCOMPARED or not _same_type(a.type, b.type):
        return False
    if (a.status in _UNREAL) != (b.status in _UNREAL):
        return _denied(a, b) or _called_off(a, b)
    if same_figures(a.votes, b.votes):
        return bodies_agree(a, b) and not _far(a, b)
    if other_figures(a.votes, b.votes):
        return False
    if not touch(a.window, b.window):
        return a.type is b.type and a.type in _ONCE and (_overtaken(a, b) or slipped(a, b))
    exact = a.exact and b.exact
    if a.type in REPEATED and exact and a.window != b.window and not _agreement(a, b):
        return False
    if not exact and _old_news(a, b):
        return False
    if (not exact or a.type is EventType.AMENDMENT) and _other_outcome(a, b):
        return False  # of the changes to a bill, one chamber adopts some and the other rejects some
    if a.type is not b.type and not (a.near and b.near) and not _awaited(a, b):
        return False
    if a.type is EventType.ARREST and not _shared_parts(a.event, b.event, Role.AFFECTED):
        return False
    if not a.type.is_stage and not exact and not _shared_parts(a.event, b.event):
        return False
    return bodies_agree(a, b) and (exact or not _far(a, b))


def apart(telling: Telling, others: list[Telling]) -> tuple[bool, int, int, int]:
    """Return how far a telling is from those of one event: windows that touch first, then what both say alike
    (figures, bodies, the day, the outcome, the type), then days between the windows' starts; of equals the
    event that more articles tell of.
    """
    days = [
        abs((telling.window.start - other.window.start).days)
        if telling.window.start and other.window.start
        else 10**4
        for other in others
    ]
    return (
        not all(touch(telling.window, other.window) for other in others),
        -max(_alike(telling, other) for other in others),
        min(days, default=10**4),
        -len(others),
    )


def _alike(a: Telling, b: Telling) -> int:
    """Return how much two tellings of one kind say alike."""
    return (
        4 * same_figures(a.votes, b.votes)
        + 2 * bool(a.bodies & b.bodies)
        + 2 * (a.exact and b.exact and a.window.start == b.window.start)
        + (a.outcome is not None and a.outcome is b.outcome)
        + (a.type is b.type)
    )


def touch(a: Window, b: Window) -> bool:
    """Whether some day lies in both windows."""
    return not (a.start and b.end and a.start > b.end) and not (b.start and a.end and b.start > a.end)


def _same_type(a: EventType, b: EventType) -> bool:
    """Whether two types can be one step: equal, or a plain passage and a reading."""
    return a is b or (EventType.PASSAGE in (a, b) and {a, b} <= PASSAGES)


def _overtaken(a: Telling, b: Telling) -> bool:
    """Whether one is a plan, and the other, told later, is what became of it: held on another day, or planned
    for one.
    """
    if a.told is None or b.told is None or a.told == b.told:
        return False
    told, plan, later = (a.told, a, b) if a.told < b.told else (b.told, b, a)
    if not plan.status.lies_ahead or not (later.status.is_fact or later.status.lies_ahead):
        return False
    if a.type is EventType.COMMENCEMENT and a.exact and b.exact:
        return between(a.window, b.window) <= SLIP  # a law can come into force in stages
    return not _far(a, b) and not (later.window.end and later.window.end < told) and bodies_agree(a, b)


def _called_off(a: Telling, b: Telling) -> bool:
    """Whether one is a plan and the other says, no earlier, that it was called off or put off."""
    off, plan = (a, b) if _is_off(a) else (b, a)
    if not _is_off(off) or not plan.status.lies_ahead or not _same_type(a.type, b.type):
        return False
    if off.told is None or plan.told is None or off.told < plan.told or plan.window.end is None:
        return False
    return not off.window.is_open and touch(a.window, b.window) and bodies_agree(a, b)


def _is_off(telling: Telling) -> bool:
    """Whether it says that a step was called off, or that it did not take place since it was put off."""
    put_off = telling.status is Factuality.DENIED and telling.outcome is Outcome.POSTPONED
    return telling.status is Factuality.CANCELLED or put_off


def _agreement(a: Telling, b: Telling) -> bool:
    """Whether both say that two chambers came to terms, which they do once."""
    return a.type is EventType.CONCILIATION and a.status.is_fact and b.status.is_fact and not _old_news(a, b)


def _old_news(a: Telling, b: Telling) -> bool:
    """Whether one reports without a day what the other had long before: bills pass more than once."""
    if a.type not in (EventType.PASSAGE, EventType.CONCILIATION):
        return False
    return any(
        one.status.is_fact
        and one.window.start is None
        and one.told is not None
        and two.window.end is not None
        and one.told - two.window.end > _NEWS
        for one, two in ((a, b), (b, a))
    )


def _other_outcome(a: Telling, b: Telling) -> bool:
    """Whether two reports differ in what came of a decision."""
    facts = a.status.is_fact and b.status.is_fact
    return facts and a.outcome is not None and b.outcome is not None and a.outcome is not b.outcome


def _awaited(a: Telling, b: Telling) -> bool:
    """Whether one tells a vote that lies ahead, or that just was, and the other which reading that is."""
    plain, reading = (a, b) if a.type is EventType.PASSAGE else (b, a)
    if not reading.exact or not reading.status.is_fact or plain.told is None or reading.window.start is None:
        return False
    if plain.status.lies_ahead:
        return plain.told <= reading.window.start and not _far(a, b)
    return plain.window.start is None and plain.told - reading.window.start <= SLIP


def _denied(a: Telling, b: Telling) -> bool:
    """Whether one says that a step took place on a day, and the other that on this day it did not."""
    no, yes = (a, b) if a.status is Factuality.DENIED else (b, a)
    if no.status is not Factuality.DENIED or not yes.status.is_fact or yes.outcome is Outcome.REJECTED:
        return False
    return (
        a.type is b.type
        and a.type in (*_ONCE, EventType.PASSAGE)
        and a.exact
        and b.exact
        and touch(a.window, b.window)
        and bodies_agree(a, b)
    )


def _far(a: Telling, b: Telling) -> bool:
    """Whether a long procedure does not reach from one to the other."""
    return a.moment is not None and b.moment is not None and abs(a.moment - b.moment) > _LONGEST_GAP


def slipped(a: Telling, b: Telling) -> bool:
    """Whether both report one deed of the same body and differ by a few days only."""
    if not (_same_type(a.type, b.type) and a.status.is_fact and b.status.is_fact and a.exact and b.exact):
        return False
    if (a.outcome and b.outcome and a.outcome is not b.outcome) or _told_before(a, b) or _told_before(b, a):
        return False
    if different(a.votes, b.votes) or (a.agents and b.agents and not a.agents & b.agents):
        return False
    return between(a.window, b.window) <= SLIP


def _told_before(a: Telling, b: Telling) -> bool:
    """Whether one was reported before the day of the other, give or take one, and so is another one."""
    return bool(a.told and b.window.start and a.told + dt.timedelta(days=1) < b.window.start)


def between(a: Window, b: Window) -> dt.timedelta:
    """Return the days from the end of the earlier of two bounded windows to the start of the other."""
    first, second = sorted((a, b), key=lambda window: window.start or dt.date.min)
    return (second.start or dt.date.max) - (first.end or dt.date.min)


def _shared_parts(a: Event, b: Event, role: Role | None = None) -> bool:
    """Whether somebody takes part in both, in a role where one is given."""
    first, second = ({p.actor for p in event.participants if role in (None, p.role)} for event in (a, b))
    return bool(first & second)


def bodies_agree(a: Telling, b: Telling) -> bool:
    """Whether no chamber acts in one and another chamber in the other."""
    return not a.bodies or not b.bodies or bool(a.bodies & b.bodies) or a.type not in _BY_A_BODY
