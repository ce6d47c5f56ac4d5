"""Whether an event can be a step by its kind, its chamber, and the days of what must come before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from graph.checks.procedure.reported import Reported
from graph.checks.procedure.rules import Chamber, Step


def fits(step: Step, event: Reported, chambers: tuple[Chamber, ...]) -> bool:
    """Whether an event can be a step: of its kind, and not another chamber's."""
    if event.assessment.type not in step.types:
        return False
    if event.beyond:
        return step.chamber is None
    named = event.chambers & set(chambers)
    return step.chamber is None or not named or step.chamber in named


def shown_early(
    step: Step,
    event: Reported,
    steps: Sequence[Step],
    events: Sequence[Reported],
    chambers: tuple[Chamber, ...],
) -> Reported | None:
    """Return the event that shows that another one came too early to be a step: by its own name it is a step
    that must come before, and it took place later.

    A plain vote gives way to one such event. What is told by the name of the step itself does so only where
    the step is told once more, and rightly, or where two steps show it, as one day may be misread.
    """
    end = event.assessment.window.end
    if not event.took_place or end is None:
        return None
    by_name, later = {other.name: other for other in steps}, list[Reported]()
    for group in step.after:
        before = [by_name[name] for name in group]
        told = [
            other
            for other in events
            if other is not event and other.took_place and _is_by_name(other, before, chambers)
        ]
        known = [other for other in told if other.assessment.window.start]
        if known and all(_after(other, end) for other in known):
            later.append(known[0])
    if not later:
        return None
    by_own_name = event.assessment.type is step.types[0]
    enough = 2 if by_own_name and not _taken_later(step, event, later[0], events, chambers) else 1
    return later[0] if len(later) >= enough else None


def _after(event: Reported, day: dt.date) -> bool:
    start = event.assessment.window.start
    return start is not None and start > day


def _taken_later(
    step: Step, event: Reported, first: Reported, events: Sequence[Reported], chambers: tuple[Chamber, ...]
) -> bool:
    """Whether a step is also told by its own name for a day on which what must come first had been done."""
    done = first.assessment.window.start
    return any(
        other is not event
        and other.took_place
        and other.assessment.type is event.assessment.type
        and fits(step, other, chambers)
        and (start := other.assessment.window.start) is not None
        and done is not None
        and start >= done
        for other in events
    )


def _is_by_name(event: Reported, steps: Sequence[Step], chambers: tuple[Chamber, ...]) -> bool:
    """Whether an event is one of some steps by its own name and chamber."""
    named = event.chambers & set(chambers)
    return any(
        event.assessment.type is step.types[0]
        and fits(step, event, chambers)
        and (step.chamber is None or len(chambers) < 2 or step.chamber in named)
        for step in steps
    )
