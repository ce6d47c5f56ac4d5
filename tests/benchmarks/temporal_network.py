"""How solving the temporal network grows: `python -m tests.benchmarks.temporal_network`.

Prints CPU seconds for 500 to 5,000 events with three constraints each, as one story would have them or with
contradictions planted; for as many events in bills of ten, and for one article more; and networkx's shortest
paths beside scipy's where that is installed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.temporal.network import LAYERS, ORIGIN, Constraint, Point, _distances, _lengths, solve, solve_part

SIZES = (500, 1000, 2500, 5000)  # events
FIRST, LAST = 730_000, 731_000  # ordinals of days


def story(events: int, contradictions: int = 0, seed: int = 1) -> list[Constraint]:
    """Constraints that hold on days chosen at random, a third of them dates, and planted ones that do not."""
    chance = random.Random(seed)
    day = [chance.randrange(FIRST, LAST) for _ in range(events)]
    point = [
        (Point(f"event/{number:05}", "begin"), Point(f"event/{number:05}", "end")) for number in range(events)
    ]
    found = []
    for number in range(3 * events):
        one, two = sorted(chance.sample(range(events), 2), key=day.__getitem__)
        if number % 3 == 0:
            early, late = day[one] - chance.randrange(5), day[one] + chance.randrange(5)
            found.append(Constraint(ORIGIN, point[one][0], early, late, "fact", f"claim/{number}"))
        else:
            apart = day[two] - day[one]
            most = apart + chance.randrange(10) if chance.random() < 0.4 else None
            layer = chance.choice(LAYERS)
            found.append(Constraint(point[one][1], point[two][0], 0, most, layer, f"claim/{number}"))
    for number in range(contradictions):
        one, two = sorted(chance.sample(range(events), 2), key=day.__getitem__)
        if day[one] + 20 < day[two]:
            wrong = Constraint(point[two][1], point[one][0], 1, None, "promise", f"claim/wrong-{number}")
            found.append(wrong)
    return found


def collection(events: int, seed: int = 1) -> list[Constraint]:
    """Constraints of many bills with ten events each."""
    return [
        replace(
            each,
            earlier=_of_bill(each.earlier, number),
            later=_of_bill(each.later, number),
            claim=f"{each.claim}-{number}",
        )
        for number in range(events // 10)
        for each in story(10, seed=seed + number)
    ]


def _of_bill(point: Point, number: int) -> Point:
    return point if point == ORIGIN else Point(f"{point.node}-{number:04}", point.edge)


def article(constraints: Sequence[Constraint]) -> list[Constraint]:
    """Five more claims about events that others tell too, which loosen what is known."""
    return [replace(each, at_most=None, claim=f"{each.claim}-more") for each in constraints[::7][:5]]


def seconds(task: Callable[[], object], prepare: Callable[[], object] = solve_part.cache_clear) -> float:
    """CPU seconds of the quickest of three runs, each after a preparation that does not count."""
    taken = []
    for _ in range(3):
        prepare()
        start = time.process_time()
        task()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print the growth, and what one more article costs."""
    for contradictions in (0, 100):
        before = 0.0
        for events in SIZES:
            constraints = story(events, contradictions)
            taken = seconds(lambda given=constraints: solve(given))  # type: ignore[misc]
            growth = f"x{taken / before:.1f}" if before else ""
            loops = len(solve(constraints).loops)
            print(
                f"{events:5} events {len(constraints):6} constraints {loops:3} loops {taken:6.2f} s {growth}"
            )
            before = taken
    for events in SIZES:
        one_more(events)
    compare()


def one_more(events: int) -> None:
    """Print the time for all bills, and for one more article on one of them."""
    constraints = collection(events)
    larger = constraints + article(constraints)

    def known() -> None:
        solve_part.cache_clear()
        solve(constraints)

    whole, more = seconds(lambda: solve(larger)), seconds(lambda: solve(larger), known)
    print(
        f"{events:5} events in {events // 10:3} bills {whole:6.2f} s, one article more {more:6.3f} s "
        f"({more / whole:.0%})"
    )


def compare() -> None:
    """Print the time for one set of shortest paths by networkx and by scipy."""
    constraints = story(5000)
    points = sorted({point for each in constraints for point in (each.earlier, each.later)} | {ORIGIN})
    graph = _distances(points, constraints)
    origin = points.index(ORIGIN)
    print(f"networkx Bellman-Ford {seconds(lambda: _lengths(graph, origin)):6.2f} s")
    try:
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import bellman_ford
    except ImportError:
        print("scipy is not installed")
        return
    edges = list(graph.edges(data="weight"))
    starts, ends, days = ([edge[part] for edge in edges] for part in range(3))
    size = len(points)
    matrix = csr_array(([float(each) for each in days], (starts, ends)), shape=(size, size))
    print(f"scipy Bellman-Ford    {seconds(lambda: bellman_ford(matrix, indices=origin)):6.2f} s")


if __name__ == "__main__":
    main()
