"""When the steps of a procedure took or can take place: the temporal network of a bill's articles, with its
procedure put in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from graph.checks.procedure.matching import Matched, Reported
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
    return {step.name: _timed(_point(step.name, matched), plain, kept) for step in matched.steps}


def telling(name: str, matched: Matched) -> Reported | None:
    """Return the event that gives a step its day: of those that took place the one that went through and has
    the best known day, else the last announced.
    """
    events = matched.events.get(name, ())
    real = [event for event in events if event.took_place]
    ahead = [event for event in events if event.assessment.status in AHEAD]
    return min(real, key=_worth, default=ahead[-1] if ahead else None)


def _worth(event: Reported) -> tuple[bool, bool, bool, dt.date]:
    found = event.assessment
    known = found.window.start is not None and found.window.start == found.window.end
    return not event.succeeded, found.outcome is not Outcome.APPROVED, not known, event.moment


def _point(name: str, matched: Matched) -> Point:
    """Return the point where a step begins; steps that nobody tells have one of their own."""
    told = telling(name, matched)
    return begin(told.id if told else f"step/{name}")


def _procedure(matched: Matched) -> Iterator[Constraint]:
    """Yield the order and the limits of the procedure, between steps that took place or can."""
    for step in matched.steps:
        here = _point(step.name, matched)
        yield Constraint(here, Point(here.node, "end"), 0, None, "procedure", step.name)
        for group in step.after:
            told = [name for name in group if telling(name, matched)]
            before = told[0] if told else group[0]
            yield Constraint(_point(before, matched), here, 0, None, "procedure", f"{before} {step.name}")
        limit = step.within
        if limit and not (limit.unless and telling(limit.unless, matched)):
            yield Constraint(
                _point(limit.of, matched), here, None, limit.days, "procedure", f"{limit.of} {step.name}"
            )


def _timed(point: Point, plain: Solution, kept: Solution) -> Timed:
    first, second = window(plain, point.node), window(kept, point.node)
    low, high = plain.bounds.get(point, (None, None))
    slack = high - low if low is not None and high is not None else None
    return Timed(first, second if second != first else None, slack)
