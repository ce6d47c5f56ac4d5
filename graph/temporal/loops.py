"""Contradictions in a temporal network: constraints taken one by one, and the loops that some of them close.

The incremental test is that of Cotton and Maler ("Fast and flexible difference constraint propagation for
DPLL(T)", SAT 2006): a day for every point, on which all constraints so far hold, is kept; one that it breaks
is repaired by Dijkstra's algorithm over the slack of the others, and where the repair comes back to where it
started there is a negative cycle. The origin, which nearly every point is bound to, keeps its day: the later
end of a constraint moves as far as that allows, then the earlier one, so that a repair stays where it begins.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable

from graph.temporal.constraints import ORIGIN, Constraint, Loop, Point, span_of

Owner = Constraint | None  # None: an event does not end before it begins
Edges = list[dict[int, tuple[int, Owner]]]


class _Network:
    """Constraints that hold together, with a day for every point on which they all do.

    An edge from p to q says that q lies at most so many days after p.
    """

    def __init__(self, points: Iterable[Point]) -> None:
        self._number = {point: number for number, point in enumerate(sorted(points))}
        self._origin = self._number[ORIGIN]
        self._day = [0] * len(self._number)
        self._settled = [number == self._origin for number in self._number.values()]
        self._edges: Edges = [{} for _ in self._number]
        self._back: Edges = [{} for _ in self._number]  # the same edges, by where they end
        self._ends = [point.edge == "end" for point in sorted(self._number)]
        self._partner: dict[int, int] = {}  # the other end of the same event
        for begin, end in span_of(self._number):
            first, last = self._number[begin], self._number[end]
            self._set(last, first, (0, None))
            self._partner |= {first: last, last: first}

    def add(self, constraint: Constraint) -> Loop | None:
        """Take a constraint in; where it contradicts those before it, leave it out and return a loop.

        The loop has as few constraints as any that the new one closes.
        """
        least, most = constraint.at_least, constraint.at_most
        if least is not None and most is not None and least > most:
            return Loop((constraint,), constraint, least - most)
        one, two = self._number[constraint.earlier], self._number[constraint.later]
        self._settle(one, two, constraint)
        halves: list[tuple[int, int, int]] = []
        if most is not None:
            halves.append((one, two, most))
        if least is not None:
            halves.append((two, one, -least))
        loops: list[Loop] = []
        replaced: list[tuple[int, int, tuple[int, Owner] | None]] = []
        for start, stop, days in halves:
            if loop := self._repair(start, stop, days, constraint):
                loops.append(loop)
                continue
            held = self._edges[start].get(stop)
            if start != stop and (held is None or held[0] > days):
                replaced.append((start, stop, held))
                self._set(start, stop, (days, constraint))
        if loops:
            for start, stop, held in replaced:
                self._set(start, stop, held)
        return min(loops, key=lambda loop: len(loop.constraints), default=None)

    def _set(self, start: int, stop: int, edge: tuple[int, Owner] | None) -> None:
        for edges, one, other in ((self._edges, start, stop), (self._back, stop, start)):
            if edge is None:
                del edges[one][other]
            else:
                edges[one][other] = edge

    def _settle(self, one: int, two: int, constraint: Constraint) -> None:
        """Give an event that nothing bound so far a day that suits its first constraint; it saves repairs."""
        days = constraint.at_least if constraint.at_least is not None else constraint.at_most or 0
        for new, known, shift in ((two, one, days), (one, two, -days)):
            both = (new, self._partner.get(new, new))
            if self._settled[known] and not any(self._settled[each] for each in both):
                for each in both:
                    self._day[each] = self._day[known] + shift
        self._settled[one] = self._settled[two] = True

    def _repair(self, start: int, stop: int, most: int, constraint: Constraint) -> Loop | None:
        """Move points until an edge holds too; where none can, return the loop it closes."""
        if start == stop:
            return Loop((constraint,), constraint, -most) if most < 0 else None
        late = self._day[stop] - self._day[start] - most
        if late > 0:
            late = self._move(stop, late, start, self._edges, -1)
        if late > 0:
            late = self._move(start, late, stop, self._back, 1)
        return self._loop(start, stop, late, constraint) if late > 0 else None

    def _move(self, point: int, days: int, other: int, edges: Edges, sign: int) -> int:
        """Move a point to a later (1) or earlier (-1) day, and with it those that edges bind to it, as far as
        the origin and the other point can stay; return by how many days that is too little.
        """
        wanted, moved = {point: days}, dict[int, int]()
        queue = [(-days, point)]
        while queue:
            lack, near = heapq.heappop(queue)
            if near in (other, self._origin):
                break
            if near in moved:
                continue
            moved[near] = -lack
            for far, (bound, _) in edges[near].items():
                left = sign * (self._day[near] - self._day[far]) - bound - lack
                if far not in moved and left > wanted.get(far, 0):
                    wanted[far] = left
                    heapq.heappush(queue, (-left, far))
        else:
            lack = 0
        for each, days in moved.items():
            self._day[each] += sign * (days + lack)
        return -lack

    def _loop(self, start: int, stop: int, budget: int, constraint: Constraint) -> Loop:
        """The fewest constraints that lead from `stop` back to `start` within a budget of slack.

        The budget is what the new constraint lacks, in days. Searched breadth first, at each step for the
        start alone before all that is near; that an event ends no earlier than it begins costs no step.
        Slack is never negative, so no such way leaves the budget.
        """
        best = {stop: 0}
        level, came = best, [self._begin_with_end(best, best, budget)]
        goals = [start] if self._ends[start] else [start, self._partner.get(start, start)]
        while start not in level:
            found, steps = self._ring(level, best, budget, goals)
            if start not in found:
                found, steps = self._ring(level, best, budget)
            best |= found
            came.append(steps)
            level = found
        way: list[Constraint] = []
        point = start
        for steps in reversed(came):
            while point in steps:
                point, owner = steps[point]
                if owner is not None:
                    way.append(owner)
                    break
        path = tuple(dict.fromkeys((constraint, *reversed(way))))
        return Loop(path, constraint, budget - level[start])

    def _ring(
        self, level: dict[int, int], best: dict[int, int], budget: int, goals: Collection[int] | None = None
    ) -> tuple[dict[int, int], dict[int, _Step]]:
        """Return the slack of the points, or of some, that are one constraint further than a level, where it
        is the best so far; and the steps to them.
        """
        found, steps = dict[int, int](), dict[int, _Step]()
        for point in sorted(level):
            edges, so_far = self._edges[point], level[point] + self._day[point]
            for other in edges if goals is None else edges.keys() & goals:
                days, owner = edges[other]
                slack = so_far + days - self._day[other]
                if owner is not None and slack < found.get(other, best.get(other, budget)):
                    found[other] = slack
                    steps[other] = point, owner
        return found, steps | self._begin_with_end(found, best, budget)

    def _begin_with_end(self, level: dict[int, int], best: dict[int, int], budget: int) -> dict[int, _Step]:
        """Put the begin of each event whose end is in a level into it, too; return the steps to them."""
        steps = dict[int, _Step]()
        for point in sorted(level):
            begin = self._partner.get(point)
            if begin is None or not self._ends[point]:
                continue
            slack = level[point] + self._day[point] - self._day[begin]
            if slack < level.get(begin, best.get(begin, budget)):
                level[begin] = slack
                steps[begin] = point, None
        return steps


_Step = tuple[int, Owner]  # the point before, and by which constraint


def consistent(
    points: Iterable[Point], constraints: Iterable[Constraint]
) -> tuple[list[Constraint], tuple[Loop, ...]]:
    """Take constraints in their order, leaving out each that contradicts those before it.

    Returns:
        Those that hold together, in order, and a loop for each that was left out.
    """
    network = _Network(points)
    held: list[Constraint] = []
    loops: list[Loop] = []
    for constraint in constraints:
        loop = network.add(constraint)
        if loop is None:
            held.append(constraint)
        else:
            loops.append(loop)
    return held, tuple(loops)
