"""Where a bill stands: the state of each step of its procedure (`graph.checks.procedure.states`), when it
took or can take place, what comes next, and what nobody reported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.checks.procedure.ending import ended_by
from graph.checks.procedure.matching import Matched, does, match
from graph.checks.procedure.path import Timed, as_told, telling, timed
from graph.checks.procedure.reported import Reported, jurisdictions, reported_stages
from graph.checks.procedure.rules import Procedure, Step, procedure_of
from graph.checks.procedure.states import State, held_up, needed, states_of, waits
from graph.model import Collection, Window


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
    states = states_of(matched, ended)
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
        (*matched.early, *_out_of_order(matched)),
    )


def _standing(
    step: Step, matched: Matched, states: Mapping[str, State], time: Timed, done: set[str], taken: set[str]
) -> Standing:
    """Return a step with its state; of all steps, `done` are reported and `taken` reported or missing."""
    state, before = states[step.name], list[str]()
    if state is State.NOT_YET:
        before = waits(step, taken)
        if (holding := held_up(step, matched.steps, states, done)) and holding not in before:
            before.append(holding)
    return Standing(
        step,
        state,
        matched.events.get(step.name, ()),
        telling(step, matched),
        tuple(before),
        time.window if state not in (State.NO_LONGER_POSSIBLE, State.NOT_TOLD) else Window(),
        time.if_kept if state.lies_ahead else None,
        time.slack if state.lies_ahead else None,
        needed(step, matched.steps, done),
    )


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
