"""When the steps of a procedure took or can take place: the temporal network of a bill's articles, with its
procedure put in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from graph.checks.procedure.matching import Matched, does
from graph.checks.procedure.reported import Reported
from graph.checks.procedure.rules import Step
from graph.linking.windows import begin, constraints
from graph.model import Collection, Window
from graph.temporal.network import LAYERS, Constraint, Point, Solution, solve, window
from graph.terms import AHEAD, Outcome


@dataclass(frozen=True, slots=True)
class Timed:
    """When a step took or can take place.

    `slack` is by how many days its beginning can still move; None where that has no end.
    """

    window: Window
    if_kept: Window | None
    slack: int | None


def timed(collection: Collection, bill: str, matched: Matched) -> dict[str, Timed]:
    """Return when each step of a bill took or can take place, by name."""
    about = [a for a in collection.accounts if any(b.id == bill for b in a.bills)]
    said = [*constraints(about), *_procedure(matched)]
    plain, kept = solve(said, layers=("fact", "procedure")), solve(said, layers=LAYERS)
    points = {step.name: _point(step, matched) for step in matched.steps}
    return {name: _timed(point, plain, kept) for name, point in points.items()}


def as_told(matched: Matched) -> dict[str, Timed]:
    """Return the window of the event that tells each step, by name; open where nobody does."""
    told = {step.name: telling(step, matched) for step in matched.steps}
    return {
        name: Timed(event.assessment.window if event else Window(), None, None)
        for name, event in told.items()
    }


def telling(step: Step, matched: Matched) -> Reported | None:
    """Return the event that gives a step its day: of those that took place the one that went through and has
    the best known day, else the last announced.
    """
    events = matched.events.get(step.name, ())
    real = [event for event in events if event.took_place]
    ahead = [event for event in events if event.assessment.status in AHEAD]
    return min(real, key=lambda e: _worth(step, e), default=ahead[-1] if ahead else None)


def _worth(step: Step, event: Reported) -> tuple[bool, bool, bool, dt.date]:
    found = event.assessment
    return (
        not does(step, event),
        found.outcome is not Outcome.APPROVED,
        not found.window.is_one_day,
        event.moment,
    )


def _point(step: Step, matched: Matched) -> Point:
    """Return the point where a step begins; steps that nobody tells have one of their own."""
    told = telling(step, matched)
    return begin(told.id if told else f"step/{step.name}")


def _procedure(matched: Matched) -> Iterator[Constraint]:
    """Yield the order and the limits of the procedure, between steps that took place or can."""
    points = {step.name: _point(step, matched) for step in matched.steps}
    told = {step.name for step in matched.steps if telling(step, matched)}

    def apart(one: str, two: str, at_least: int | None, at_most: int | None) -> Constraint:
        return Constraint(points[one], points[two], at_least, at_most, "procedure", f"{one} {two}")

    for step in matched.steps:
        here = points[step.name]
        yield Constraint(here, Point(here.node, "end"), 0, None, "procedure", step.name)
        for group in step.after:
            before = next((name for name in group if name in told), group[0])
            yield apart(before, step.name, 0, None)
        if step.within and step.within.unless not in told:
            yield apart(step.within.of, step.name, None, step.within.days)


def _timed(point: Point, plain: Solution, kept: Solution) -> Timed:
    first, second = window(plain, point.node), window(kept, point.node)
    low, high = plain.bounds.get(point, (None, None))
    slack = high - low if low is not None and high is not None else None
    return Timed(first, second if second != first else None, slack)
