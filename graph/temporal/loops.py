"""Contradictions in a temporal network: constraints taken one by one, and the loops that some of them close.

The incremental test is that of Cotton and Maler ("Fast and flexible difference constraint propagation for
DPLL(T)", SAT 2006): a day for every point, on which all constraints so far hold, is kept; one that it breaks
is repaired by Dijkstra's algorithm over the slack of the others, and where the repair comes back to where it
started there is a negative cycle.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from graph.temporal.constraints import Constraint, Loop, Point, span_of

Owner = Constraint | None  # None: an event does not end before it begins


class _Network:
    """Constraints that hold together, with a day for every point on which they all do.

    An edge from p to q says that q lies at most so many days after p.
    """

    def __init__(self, points: Iterable[Point]) -> None:
        self._number = {point: number for number, point in enumerate(sorted(points))}
        self._day = [0] * len(self._number)
        self._settled = [False] * len(self._number)
        self._edges: list[dict[int, tuple[int, Owner]]] = [{} for _ in self._number]
        self._ends = [point.edge == "end" for point in sorted(self._number)]
        self._partner: dict[int, int] = {}  # the other end of the same event
        for begin, end in span_of(self._number):
            first, last = self._number[begin], self._number[end]
            self._edges[last][first] = (0, None)
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
                self._edges[start][stop] = (days, constraint)
        if loops:
            self._undo(replaced)
        return min(loops, key=lambda loop: len(loop.constraints), default=None)

    def _undo(self, replaced: list[tuple[int, int, tuple[int, Owner] | None]]) -> None:
        for start, stop, held in replaced:
            if held is None:
                del self._edges[start][stop]
            else:
                self._edges[start][stop] = held

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
        late = self._day[start] + most - self._day[stop]
        if late >= 0:
            return None
        lacking = {stop: late}
        moved: dict[int, int] = {}
        queue = [(late, stop)]
        while queue:
            lack, point = heapq.heappop(queue)
            if point in moved:
                continue
            moved[point] = self._day[point] + lack
            for other, (days, _) in self._edges[point].items():
                lack = moved[point] + days - self._day[other]
                if other in moved or lack >= lacking.get(other, 0):
                    continue
                if other == start:
                    return self._loop(start, stop, -late, constraint)
                lacking[other] = lack
                heapq.heappush(queue, (lack, other))
        for point, day in moved.items():
            self._day[point] = day
        return None

    def _loop(self, start: int, stop: int, budget: int, constraint: Constraint) -> Loop:
        """The fewest constraints that lead from `stop` back to `start` within a budget of slack.

        The budget is what the new constraint lacks, in days. Searched breadth first; that an event ends no
        earlier than it begins costs no step. Slack is never negative, so no such way leaves the budget.
        """
        best: dict[int, int] = {stop: 0}
        came: list[dict[int, _Step]] = [{}]
        level = {stop: 0}
        self._begin_with_end(level, best, came[0], budget)
        while start not in level:
            further: dict[int, int] = {}
            steps: dict[int, _Step] = {}
            for point in sorted(level):
                for other, (days, owner) in self._edges[point].items():
                    slack = level[point] + self._day[point] + days - self._day[other]
                    if owner is not None and slack < min(budget, best.get(other, budget)):
                        best[other] = further[other] = slack
                        steps[other] = point, owner
            self._begin_with_end(further, best, steps, budget)
            came.append(steps)
            level = further
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

    def _begin_with_end(
        self, level: dict[int, int], best: dict[int, int], steps: dict[int, _Step], budget: int
    ) -> None:
        """Reach the begin of each event whose end has been reached."""
        for point in sorted(level):
            begin = self._partner.get(point)
            if begin is None or not self._ends[point]:
                continue
            slack = level[point] + self._day[point] - self._day[begin]
            if slack < min(budget, best.get(begin, budget)):
                best[begin] = level[begin] = slack
                steps[begin] = point, None


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
