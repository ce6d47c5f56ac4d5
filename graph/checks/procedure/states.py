"""The state of each step of a procedure.

A step is *done* where an article reports it, *missing* where a later step that needs it is reported and it is
not, *due* where all before it is done and it must come next (or is announced), *possible* where it may come
next, *not yet* where something is to come before it, *no longer possible* where the bill is dead, or the step
came to nothing or another was taken in its place, and *not told* where the bill has gone past a step that it
may have taken or done without, and no article tells which.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from graph.checks.procedure.matching import Matched, does
from graph.checks.procedure.reported import Reported, same_days
from graph.checks.procedure.rules import Step
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

_LAW = frozenset((EventType.ASSENT, EventType.PUBLICATION, EventType.COMMENCEMENT))
"""What only a bill that has become law goes through."""


class State(StrEnum):
    """What has become of a step."""

    DONE = "done"
    DUE = "due"
    POSSIBLE = "possible"
    NOT_YET = "not yet"
    NO_LONGER_POSSIBLE = "no longer possible"
    NOT_TOLD = "not told"
    MISSING = "missing"

    @property
    def lies_ahead(self) -> bool:
        """Whether the step may still be taken."""
        return self in (State.DUE, State.POSSIBLE, State.NOT_YET)


def states_of(matched: Matched, ended: Reported | None = None) -> dict[str, State]:
    """Return the state of each step by name; `ended` is what ended the bill's way."""
    done = {s.name for s in matched.steps if _done(s, _events(matched, s))}
    done -= {s.name for s in matched.steps if _gone_round(s, matched, done)}
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
    passed_by = over | _gone_past(matched, done, ended)
    found = dict[str, State]()
    for step in matched.steps:
        if step.name in done:
            state = State.DONE
        elif step.name in missing:
            state = State.MISSING
        elif _ruled_out(step, matched, done) or (step.name in over and _came_to_nothing(step, matched)):
            state = State.NO_LONGER_POSSIBLE
        elif step.name in passed_by or done & set(step.unless):
            state = State.NOT_TOLD
        elif ended:
            state = State.NO_LONGER_POSSIBLE
        elif waits(step, done | missing) or held_up(step, matched.steps, found, done):
            state = State.NOT_YET
        elif needed(step, matched.steps, done) or any(
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


def needed(step: Step, steps: tuple[Step, ...], done: set[str]) -> bool:
    """Whether a bill cannot become law without a step, as no other that does as well has been taken."""
    if step.name in done:
        return not step.optional or step.needed_if in done
    groups = [group for later in steps for group in later.after if step.name in group]
    instead = any(done & set(group) for group in groups)
    return not instead and (not step.optional or step.needed_if in done)


def waits(step: Step, taken: set[str]) -> list[str]:
    """Return the regular one of each group of steps of which none has been taken before a step."""
    return [group[0] for group in step.after if taken.isdisjoint(group)]


def held_up(step: Step, steps: tuple[Step, ...], found: Mapping[str, State], done: set[str]) -> str | None:
    """Return the name of the step that must be taken first since something else was: the override of a veto
    before the signature.
    """
    for earlier in steps[: steps.index(step)]:
        called = earlier.needed_if in done and earlier.needed_if != step.needed_if
        if called and found.get(earlier.name) in (State.DUE, State.NOT_YET):
            return earlier.name
    return None


def _ruled_out(step: Step, matched: Matched, done: set[str]) -> bool:
    """Whether another step was taken in the place of one: each keeps the other out, or either will do for
    what comes after. That a step is too late now does not say that it did not take place.
    """
    keeps_out = {other.name: other.unless for other in matched.steps}
    groups = [group for other in matched.steps for group in other.after if step.name in group]
    return any(
        step.name in keeps_out[name] or any(name in group for group in groups)
        for name in done & set(step.unless)
    )


def _gone_round(step: Step, matched: Matched, done: set[str]) -> bool:
    """Whether a step that is told as done was not, as the bill went on by another that keeps it out: what is
    told as the signature of a bill whose veto was overridden is the veto, or another bill's.
    """
    followed = {other.needed_if for other in matched.steps if other.name in done}
    return any(
        step.name in other.unless and other.name in step.unless and other.name in done & followed
        for other in matched.steps
    )


def _gone_past(matched: Matched, done: set[str], ended: Reported | None) -> set[str]:
    """Return the steps that a bill whose way has ended may have taken: all of a law, else those before the
    one in which it came to nothing.
    """
    if ended is None:
        return set()
    law = any(step.name in done and not _LAW.isdisjoint(step.types) for step in matched.steps)
    if law or ended.assessment.type is EventType.REPEAL:
        return {step.name for step in matched.steps}
    at = next((at for at, step in enumerate(matched.steps) if ended in _events(matched, step)), 0)
    return {step.name for step in matched.steps[:at]}


def _came_to_nothing(step: Step, matched: Matched) -> bool:
    """Whether a step that is not done is told as lost, called off or denied."""
    undone = (Factuality.CANCELLED, Factuality.DENIED)
    return any(e.took_place or e.assessment.status in undone for e in _events(matched, step))


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
