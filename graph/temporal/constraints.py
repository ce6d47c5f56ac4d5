"""The parts of a temporal network: points, constraints between them, and loops of constraints.

What they mean together is told in `graph.temporal.network`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.model import Window

Edge = Literal["begin", "end", "published", "origin"]
Layer = Literal["fact", "procedure", "promise"]

LAYERS: tuple[Layer, ...] = ("fact", "procedure", "promise")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """The begin or end of an event, or the publication of an article, by its identifier."""

    node: str
    edge: Edge


ORIGIN = Point("", "origin")
"""The day before 1 January of the year 1, whose ordinal is 0 (`datetime.date.toordinal`)."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """`later` lies at least and at most so many days after `earlier` (negative: before it); None is open.

    Attributes:
        layer: what kind of ground it has.
        claim: the identifier of the claim behind it.
        confidence: 0 to 1; of two that contradict in one layer the less certain gives way.
        told: the day it was published, where known; then the later told gives way.
        plan: whether it sets days for what lay ahead when it was told. Plans change: it gives way to facts
            and to what the procedure demands, and of two plans the earlier told gives way.
    """

    earlier: Point
    later: Point
    at_least: int | None
    at_most: int | None
    layer: Layer
    claim: str
    confidence: float = 1.0
    told: dt.date | None = None
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Loop:
    """Constraints that cannot all hold, in order around their cycle, and the one left out: the first of them.

    Without any one of them the others of the loop can hold. `excess` is by how many days they miss. That an
    event does not end before it begins is taken for granted and not listed.
    """

    constraints: tuple[Constraint, ...]
    left_out: Constraint
    excess: int

    @property
    def overtaken_by(self) -> tuple[Constraint, ...]:
        """What was told after the plan that is left out, the latest first; empty for a contradiction."""
        plan = self.left_out.told
        if not self.left_out.plan or plan is None:
            return ()
        later = [(each.told, each) for each in self.constraints if each.told and each.told > plan]
        return tuple(each for _, each in sorted(later, key=lambda item: item[0], reverse=True))


def dated(
    point: Point,
    first: dt.date | None,
    last: dt.date | None,
    layer: Layer,
    claim: str,
    *,
    confidence: float = 1.0,
    told: dt.date | None = None,
    plan: bool = False,
) -> Constraint:
    """A constraint from the origin: the point lies between two days, both included; None is open."""
    low, high = (day.toordinal() if day else None for day in (first, last))
    return Constraint(ORIGIN, point, low, high, layer, claim, confidence, told, plan)


def within(
    event: str,
    window: Window,
    layer: Layer,
    claim: str,
    *,
    confidence: float = 1.0,
    told: dt.date | None = None,
    plan: bool = False,
) -> tuple[Constraint, ...]:
    """The constraints that put an event into a window: none, one or two, on its begin and its end."""
    bounds: tuple[tuple[Edge, dt.date | None, dt.date | None], ...] = (
        ("begin", window.earliest_begin, window.latest_begin),
        ("end", window.earliest_end, window.latest_end),
    )
    return tuple(
        dated(Point(event, edge), first, last, layer, claim, confidence=confidence, told=told, plan=plan)
        for edge, first, last in bounds
        if first or last
    )


def preference(constraint: Constraint) -> tuple[object, ...]:
    """The sort key of the order in which constraints are taken, the best first.

    Facts, then the procedure, then plans of either kind (the latest told first, of one day a schedule before
    a promise), then what else is only promised.
    """
    layer = LAYERS.index(constraint.layer)
    told = constraint.told.toordinal() if constraint.told else 0
    ground: tuple[object, ...]
    if constraint.plan:
        ground = (2, -told, layer, -constraint.confidence)
    else:
        ground = (layer if layer < 2 else 3, -constraint.confidence, not told, told)
    return (
        *ground,
        constraint.earlier != ORIGIN,
        constraint.claim,
        constraint.earlier,
        constraint.later,
        *((bound is None, bound or 0) for bound in (constraint.at_least, constraint.at_most)),
    )


def span_of(points: Iterable[Point]) -> list[tuple[Point, Point]]:
    """The begin and end of every event of which both are among the points."""
    known = set(points)
    begins = (point for point in known if point.edge == "begin")
    return sorted((begin, end) for begin in begins if (end := Point(begin.node, "end")) in known)
