"""Where a bill stands: the state of each step of its procedure, what comes next, and what nobody reported.

A step is *done* where an article reports it, *missing* where a later step that needs it is reported and it is
not, *due* where all before it is done and it must come next (or is announced), *possible* where it may come
next, *not yet* where something is to come before it, and *no longer possible* where the bill is dead, the
step is ruled out by another, or its time is over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.checks.procedure.ending import ended_by
from graph.checks.procedure.matching import (
    Matched,
    Reported,
    does,
    jurisdictions,
    match,
    reported_stages,
    same_days,
)
from graph.checks.procedure.path import Timed, as_told, telling, timed
from graph.checks.procedure.rules import Procedure, Step, procedure_of
from graph.model import Collection, Window
from graph.terms import EventType, Factuality

_COMING = (
    Factuality.ONGOING,
    Factuality.SCHEDULED,
    Factuality.EXPECTED,
    Factuality.PROMISED,
    Factuality.REQUIRED,
)
"""What makes a step due that a bill could do without."""


_SEEN = (EventType.REFERRAL, EventType.COMMITTEE, EventType.DEBATE)
"""What tells that a bill is before a legislature, wherever in its way."""


class State(StrEnum):
    """What has become of a step."""

    DONE = "done"
    DUE = "due"
    POSSIBLE = "possible"
    NOT_YET = "not yet"
    NO_LONGER_POSSIBLE = "no longer possible"
    MISSING = "missing"

    @property
    def lies_ahead(self) -> bool:
        """Whether the step may still be taken."""
        return self in (State.DUE, State.POSSIBLE, State.NOT_YET)


@dataclass(frozen=True, slots=True)
class Standing:
    """A step of a bill's procedure with its state.

    Attributes:
        events: the events that are this step, in the order of time; those that were only announced included.
        told: the one of them that gives the step its day: what took place, else what was last announced.
        waits_for: names of the steps that must come before and have not.
        window: when it took place or can take place, by facts, calendars and the procedure.
        if_kept: the bounds that are tighter where every promise is kept; None where none is.
        slack: by how many days the day can still move, None where it has no end.
        needed: whether the bill cannot become law without it.
    """

    step: Step
    state: State
    events: tuple[Reported, ...] = ()
    told: Reported | None = None
    waits_for: tuple[str, ...] = ()
    window: Window = field(default_factory=Window)
    if_kept: Window | None = None
    slack: int | None = None
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one bill stands.

    Attributes:
        as_of: the day of the latest article about it.
        ended: what ended its way, None while it goes on or has reached its end.
        standings: one for each step, in the order of the procedure.
        unknown: reported steps that the procedure has no place for.
        out_of_order: pairs of events of which the first, by the procedure the earlier, took place later.
    """

    bill: str
    procedure: Procedure
    as_of: dt.date | None
    ended: Reported | None
    standings: tuple[Standing, ...]
    unknown: tuple[Reported, ...]
    out_of_order: tuple[tuple[Reported, Reported], ...]

    def of_state(self, *states: State) -> tuple[Standing, ...]:
        """Return the steps of some states."""
        return tuple(standing for standing in self.standings if standing.state in states)

    @property
    def path(self) -> tuple[Standing, ...]:
        """What must still happen until the bill is in force, in order; nothing once it is dead or is law."""
        return tuple(s for s in self.of_state(State.DUE, State.NOT_YET) if s.needed)


def whereabouts(
    collection: Collection, bills: Iterable[str] | None = None, *, days: bool = True
) -> tuple[Whereabouts, ...]:
    """Return where each bill that any step is told of stands, or each of some bills; by identifier.

    Args:
        collection: what all articles tell.
        bills: identifiers; None for all.
        days: whether windows are bound by the procedure too. Without, which is many times faster, each step
            has the window of the event that is told, and no slack.

    Raises:
        LexiconError: a procedure breaks its form.
    """
    states = jurisdictions(collection.accounts)
    stages = reported_stages(collection, states, None if bills is None else frozenset(bills))
    return tuple(
        _whereabouts(collection if days else None, bill, stages[bill], procedure_of(states.get(bill)))
        for bill in sorted(stages)
    )


def _whereabouts(
    collection: Collection | None, bill: str, events: tuple[Reported, ...], procedure: Procedure
) -> Whereabouts:
    matched = match(procedure, events)
    ended = ended_by(matched, events)
    states = states_of(matched, dead=ended is not None)
    times = timed(collection, bill, matched) if collection else as_told(matched)
    days = [event.told[1] for event in events if event.told]
    done = {name for name, known in states.items() if known is State.DONE}
    taken = done | {name for name, known in states.items() if known is State.MISSING}
    return Whereabouts(
        bill,
        procedure,
        max(days, default=None),
        ended,
        tuple(_standing(step, matched, states, times[step.name], done, taken) for step in matched.steps),
        matched.unknown,
        _out_of_order(matched),
    )


def _standing(
    step: Step, matched: Matched, states: Mapping[str, State], time: Timed, done: set[str], taken: set[str]
) -> Standing:
    """Return a step with its state; of all steps, `done` are reported and `taken` reported or missing."""
    state, waits = states[step.name], list[str]()
    if state is State.NOT_YET:
        waits = _waits(step, taken)
        if (holding := _held_up(step, matched.steps, states, done)) and holding not in waits:
            waits.append(holding)
    return Standing(
        step,
        state,
        matched.events.get(step.name, ()),
        telling(step, matched),
        tuple(waits),
        time.window if state is not State.NO_LONGER_POSSIBLE else Window(),
        time.if_kept if state.lies_ahead else None,
        time.slack if state.lies_ahead else None,
        _needed(step, matched.steps, done),
    )


def _needed(step: Step, steps: tuple[Step, ...], done: set[str]) -> bool:
    """Whether a bill cannot become law without a step, as no other that does as well has been taken."""
    if step.name in done:
        return not step.optional or step.needed_if in done
    groups = [group for later in steps for group in later.after if step.name in group]
    instead = any(done & set(group) for group in groups)
    return not instead and (not step.optional or step.needed_if in done)


def _waits(step: Step, taken: set[str]) -> list[str]:
    """Return the regular one of each group of steps of which none has been taken before a step."""
    return [group[0] for group in step.after if taken.isdisjoint(group)]


def _held_up(step: Step, steps: tuple[Step, ...], found: Mapping[str, State], done: set[str]) -> str | None:
    """Return the name of the step that must be taken first since something else was: the override of a veto
    before the signature.
    """
    for earlier in steps[: steps.index(step)]:
        called = earlier.needed_if in done and earlier.needed_if != step.needed_if
        if called and found.get(earlier.name) in (State.DUE, State.NOT_YET):
            return earlier.name
    return None


def states_of(matched: Matched, *, dead: bool = False) -> dict[str, State]:
    """Return the state of each step by name."""
    done = {s.name for s in matched.steps if _done(s, _events(matched, s))}
    begun = {
        name
        for name, events in matched.events.items()
        if any(e.assessment.status is Factuality.ONGOING for e in events)
    }
    missing = _missing(matched.steps, done | begun) - begun
    first = matched.steps[0].name
    if first not in done | begun and any(
        e.took_place and e.assessment.type in _SEEN for e in matched.anywhere
    ):
        missing.add(first)
    over = _before_those_done(matched.steps, done | missing)
    done |= begun & over
    found = dict[str, State]()
    for step in matched.steps:
        if step.name in done:
            state = State.DONE
        elif step.name in missing:
            state = State.MISSING
        elif dead or step.name in over or done & set(step.unless):
            state = State.NO_LONGER_POSSIBLE
        elif _waits(step, done | missing) or _held_up(step, matched.steps, found, done):
            state = State.NOT_YET
        elif _needed(step, matched.steps, done) or any(
            e.assessment.status in _COMING for e in _events(matched, step)
        ):
            state = State.DUE
        else:
            state = State.POSSIBLE
        found[step.name] = state
    return found


def _done(step: Step, events: tuple[Reported, ...]) -> bool:
    """Whether a step is done; a vote of the same days that came to nothing is not undone by a report that
    does not say what it came to.
    """
    lost = [e for e in events if e.took_place and not does(step, e)]
    return any(
        does(step, event)
        and not (event.assessment.outcome is None and any(same_days(event, other) for other in lost))
        for event in events
    )


def _events(matched: Matched, step: Step) -> tuple[Reported, ...]:
    return matched.events.get(step.name, ())


def _missing(steps: tuple[Step, ...], done: set[str]) -> set[str]:
    """Return the steps that must have taken place, since a later one that needs them did."""
    missing = set[str]()
    for step in reversed(steps):
        if step.name not in done | missing:
            continue
        for group in step.after:
            if not any(name in done | missing for name in group):
                missing.add(_likeliest(steps, group, done))
    return missing


def _likeliest(steps: tuple[Step, ...], group: tuple[str, ...], done: set[str]) -> str:
    """Return the step of a group that was taken, though nobody tells: the regular one unless ruled out."""
    by_name = {step.name: step for step in steps}
    for name in group[1:]:
        if by_name[name].needed_if in done:
            return name
    return next((name for name in group if not done & set(by_name[name].unless)), group[0])


def _before_those_done(steps: tuple[Step, ...], done: set[str]) -> set[str]:
    """Return the steps whose time is over: those before the last one that every bill must take and this took.

    A step that comes after one that is done, and before none, is still open.
    """
    last = max((at for at, s in enumerate(steps) if s.name in done and not s.optional), default=0)
    return {step.name for step in steps[:last]}


def _out_of_order(matched: Matched) -> tuple[tuple[Reported, Reported], ...]:
    """Return the pairs of done steps whose days contradict the order of the procedure."""
    done = {
        step.name: told
        for step in matched.steps
        if (told := telling(step, matched)) is not None and does(step, told)
    }
    return tuple(
        (done[name], done[step.name])
        for step in matched.steps
        for group in step.after
        for name in group
        if name in done and step.name in done and _later(done[name], done[step.name])
    )


def _later(one: Reported, two: Reported) -> bool:
    start, end = one.assessment.window.start, two.assessment.window.end
    return start is not None and end is not None and start > end
