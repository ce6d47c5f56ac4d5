"""The parts of a temporal network: constraints that bear on one another.

Two events are in one part where constraints lead from one to the other without passing the origin or a fixed
day, such as that of a publication. A part can be solved by itself, with the same outcome as all at once: a
cycle through two parts would meet fixed days in both, and splits there into cycles of single parts, of which
one is as negative and has fewer constraints. So an article that is added concerns only the parts that its
events are in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.temporal.constraints import ORIGIN, Constraint, Point

Name = TypeVar("Name", bound=Hashable)


@dataclass(slots=True)
class Groups(Generic[Name]):
    """Names joined to groups (union by the first seen, paths halved)."""

    parent: dict[Name, Name] = field(default_factory=dict)

    def of(self, name: Name) -> Name:
        """Return the name that stands for the group of a name."""
        parent = self.parent
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def join(self, one: Name, other: Name) -> None:
        """Make one group of two."""
        self.parent[self.of(other)] = self.of(one)


Part = tuple[tuple[Constraint, ...], tuple[Point, ...]]


def parts_of(constraints: Sequence[Constraint], points: Iterable[Point]) -> list[Part]:
    """Return the parts of a network, each with its constraints in order and its points sorted.

    The constraint that fixes a day stands in every part that names its point.

    Args:
        constraints: in order of preference, each once.
        points: at least all that they name.
    """
    fixed = _fixed(constraints)
    groups = Groups[str]()
    named = [_named(each, fixed) for each in constraints]
    for loose, _ in named:
        if len(loose) == 2:
            groups.join(*loose)
    places = defaultdict[str, list[int]](list)
    for place, (each, (loose, dating)) in enumerate(zip(constraints, named, strict=True)):
        name = groups.of(loose[0]) if loose else f"{each.earlier.node} {each.later.node}"
        places[name] += [place, *dating]
    ends = defaultdict[str, list[Point]](list)
    for point in points:
        ends[point.node].append(point)
    return [_part(constraints, sorted(set(found)), ends) for found in places.values()]


def _fixed(constraints: Iterable[Constraint]) -> dict[Point, int]:
    """Return the publications whose day is known for certain: the first constraint on them names it."""
    first = dict[Point, tuple[int, Constraint]]()
    for place, each in enumerate(constraints):
        for point in (each.earlier, each.later):
            if point.edge == "published":
                first.setdefault(point, (place, each))
    return {
        point: place
        for point, (place, each) in first.items()
        if each.earlier == ORIGIN and each.at_least is not None and each.at_least == each.at_most
    }


def _named(constraint: Constraint, fixed: Mapping[Point, int]) -> tuple[list[str], list[int]]:
    """Return the events and articles of an open day that a constraint names, and the constraints that fix the
    others.
    """
    loose, dating = list[str](), list[int]()
    for point in (constraint.earlier, constraint.later):
        if point.edge == "published" and point in fixed:
            dating.append(fixed[point])
        elif point.edge != "origin":
            loose.append(point.node)
    return loose, dating


def _part(constraints: Sequence[Constraint], places: Iterable[int], ends: dict[str, list[Point]]) -> Part:
    chosen = tuple(constraints[place] for place in places)
    nodes = {point.node for each in chosen for point in (each.earlier, each.later)}
    return chosen, tuple(sorted(point for node in nodes for point in ends[node]))
