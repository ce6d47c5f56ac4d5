"""How thirty people at once are served: `python -m tests.benchmarks.sessions`.

Builds a store from the sample stories, serves the explorer over it, and lets visitors without a browser
(tests/visitor.py) open it all at once. Each goes from page to page and chooses marks of timelines, with about
five seconds of thinking between. Prints how long first pages and later runs took, what the server used, and
whether anybody saw an error or another's page.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from graph.lexicons import ROOT
from graph.pipeline import build
from graph.rdf.store import Store
from graph.ui.plain import literal
from graph.views.library import Library, library
from graph.wording import titled
from tests.visitor import Visitor

sys.path.insert(0, str(ROOT / "tests" / "browser"))  # the browser tests are no package

import harness

THINKING = 5.0  # seconds on average, between half and one and a half of it
BUDGETS = {"first page p95": 5.0, "rerun p95": 2.0}  # seconds
MOST_MEMORY = 600  # MB


@dataclass
class Figures:
    """What all visitors saw; times in seconds, sizes in bytes."""

    first: list[float] = field(default_factory=list)
    reruns: list[float] = field(default_factory=list)
    received: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def share(values: Sequence[float], part: float) -> float:
    """Return the value that a part of all values do not exceed."""
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]


async def visit(url: str, shelf: Library, number: int, reruns: int, figures: Figures) -> None:
    """Be one visitor, who follows one bill."""
    chance = random.Random(number)
    bill = chance.choice(sorted({bill for event in shelf.assessments if (bill := shelf.bill_of(event))}))
    article = chance.choice(sorted(shelf.accounts.values(), key=lambda one: one.article.id)).article.id
    visitor, clicks = Visitor(url), 0

    async def click() -> float:
        nonlocal clicks
        clicks += 1
        events = visitor.picture("timeline")["events"]
        chosen = {"id": chance.choice(events)["id"], "turn": clicks}
        return await visitor.send("timeline", "selected", chosen)

    steps: list[Callable[[], object]] = [
        lambda: visitor.go("timeline", bill=bill),
        click,
        click,
        lambda: visitor.go("bill", bill=bill),
        lambda: visitor.go("relations", focus=bill),
        lambda: visitor.go("articles"),
        lambda: visitor.go("articles", article=article),
        lambda: visitor.go("timeline", bill=bill),
        click,
        lambda: visitor.go(""),
    ]
    figures.first.append(await visitor.open())
    for step in (steps * reruns)[:reruns]:
        await asyncio.sleep(THINKING * chance.uniform(0.5, 1.5))
        figures.reruns.append(await step())  # type: ignore[misc]
        figures.received.append(visitor.received)
        figures.errors.extend(visitor.complaints())
        if step is steps[0] and visitor.heading() != literal(titled(shelf.name(bill))):
            figures.errors.append(f"asked for {shelf.name(bill)}, got {visitor.heading()}")
    await visitor.close()


async def crowd(url: str, shelf: Library, sessions: int, reruns: int) -> Figures:
    """Let all visitors come at once, and wait until the last has left."""
    figures = Figures()
    await asyncio.gather(*(visit(url, shelf, number, reruns, figures) for number in range(sessions)))
    return figures


def told(name: str, values: Sequence[float]) -> None:
    """Print the middle, the 95th part in a hundred and the longest of some times."""
    figures = f"p50 {share(values, 0.5):6.2f} s  p95 {share(values, 0.95):6.2f} s  max {max(values):6.2f} s"
    budget = BUDGETS[f"{name} p95"]
    met = "met" if share(values, 0.95) <= budget else "MISSED"
    print(f"{name:12} {len(values):4}  {figures}   budget p95 {budget:.0f} s: {met}")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sessions", type=int, default=30)
    options.add_argument("--reruns", type=int, default=10, help="of each session")
    options.add_argument("--store", type=Path, help="instead of one from the sample stories")
    given = options.parse_args()
    with nullcontext(given.store.parent) if given.store else tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder) / "store"
        if not given.store:
            build([ROOT / "data" / "articles"], store)
        with Store.read(store) as opened:
            shelf = library(opened.collection())
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.monotonic()
        with harness.served(ROOT / "app.py", environment={"LAWPATH_STORE": str(store)}) as url:
            load = os.getloadavg()[0]
            figures = asyncio.run(crowd(url, shelf, given.sessions, given.reruns))
            lasted = time.monotonic() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{given.sessions} sessions, {os.cpu_count()} cores, load before {load:.1f}")
    told("first page", figures.first)
    told("rerun", figures.reruns)
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    runs = len(figures.first) + len(figures.reruns)
    print(f"server       CPU {cpu:.1f} s in {lasted:.0f} s, {cpu / runs:.3f} s a run, start included")
    memory = used.ru_maxrss / 1024  # kB on Linux
    met = "met" if memory <= MOST_MEMORY else "MISSED"
    print(f"memory       {memory:.0f} MB at most   budget {MOST_MEMORY} MB: {met}")
    print(f"received     {sum(figures.received) / len(figures.received) / 1000:.0f} kB a rerun")
    print(f"errors       {len(figures.errors)}", *figures.errors[:5], sep="\n  ")


if __name__ == "__main__":
    main()
