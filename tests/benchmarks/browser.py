"""What somebody at a browser waits for: `python -m tests.benchmarks.browser`.

Opens invented timelines of 100 and 10,000 events, a web of 60 nodes, and the explorer over the sample
stories in headless chromium, and prints each figure beside its budget. Nothing is asserted: on a busy machine
figures are several times larger, so the load is printed too.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from graph.lexicons import ROOT
from graph.pipeline import build
from graph.rdf.store import Store
from graph.ui.address import address
from graph.ui.lesson.page import lesson
from graph.views.library import Library, library

sys.path.insert(0, str(ROOT / "tests" / "browser"))  # the browser tests are no package

import harness

APPS = ROOT / "tests" / "browser" / "apps"
CLICKS = 12
PATIENCE = 10  # seconds until a click is given up
TIMES = 3  # of each cold page; the middle one counts


def row(name: str, figure: float, unit: str, budget: float) -> None:
    """Print one figure beside its budget."""
    met = "met" if figure <= budget else "MISSED"
    print(f"{name:38} {figure:9.2f} {unit:4} budget {budget:6g} {met}")


def opened(browser: Browser, url: str) -> tuple[harness.Visit, Any]:
    """Return a page of a fresh profile, not yet loaded, and the tap on its network."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    visit = harness.Visit(context.new_page())
    visit.watch()
    tap = context.new_cdp_session(visit.page)
    tap.send("Network.enable")
    return visit, tap


def cold(browser: Browser, url: str, drawn: str, number: int = 1) -> tuple[float, float, int]:
    """Return seconds until marks are drawn, megabytes that came, and requests to foreign hosts."""
    found = []
    for _ in range(TIMES):
        visit, tap = opened(browser, url)
        came = list[float]()
        tap.on("Network.loadingFinished", lambda told, came=came: came.append(told["encodedDataLength"]))
        began = time.monotonic()
        visit.page.goto(url)
        visit.drawn(drawn, number)
        taken = time.monotonic() - began
        visit.page.wait_for_timeout(500)
        found.append((taken, (sum(came) + visit.received) / 1e6, len(visit.foreign)))
        visit.page.context.close()
    return sorted(found)[TIMES // 2]


def clicks(browser: Browser, url: str) -> tuple[float, float]:
    """Return milliseconds from a click on a mark to its evidence, and kilobytes of it; the middle ones."""
    visit, _ = opened(browser, url)
    visit.page.goto(url)
    marks = visit.drawn(".timeline [data-id]", CLICKS)
    panel = visit.drawn(".evidence").first
    taken, came = list[float](), list[float]()
    for at in range(CLICKS):
        visit.page.wait_for_timeout(500)
        shown = panel.text_content()
        before, began = visit.received, time.monotonic()
        marks.nth(at).dispatch_event("click")
        while panel.text_content() == shown and time.monotonic() < began + PATIENCE:
            pass
        taken.append((time.monotonic() - began) * 1000)
        visit.page.wait_for_timeout(500)
        came.append((visit.received - before) / 1000)
    visit.page.context.close()
    return statistics.median(taken), statistics.median(came)


def of_drawings(browser: Browser) -> None:
    """Print how long the drawings take by themselves."""
    with harness.served(APPS / "timeline_demo.py") as url:
        for story, words, budget in (("hundred", "100", 3), ("crowd10000", "10,000", 4)):
            taken, _, _ = cold(browser, f"{url}/?story={story}", ".timeline[data-drawn]")
            row(f"timeline of {words} events, cold", taken, "s", budget)
    with harness.served(APPS / "relations_demo.py") as url:
        taken, _, _ = cold(browser, f"{url}/?story=sixty", ".relations[data-drawn]")
        row("graph of 60 nodes, cold", taken, "s", 3.5)


def of_explorer(browser: Browser, store: Path, shelf: Library, bill: str) -> None:
    """Print what the explorer needs over the sample stories."""
    place = address("timeline", bill=bill).removeprefix("./")
    with harness.served(ROOT / "app.py", environment={"LAWPATH_STORE": str(store)}) as url:
        taken, size, foreign = cold(browser, url, ".cards[data-drawn]")
        row("first page, cold", taken, "s", 5)
        row("first page, everything it loads", size, "MB", 3.5)
        taken, size, more = cold(browser, f"{url}/{place}", ".timeline[data-drawn]")
        row("timeline of a bill, cold", taken, "s", 3)
        row("timeline, everything it loads", size, "MB", 3.5)
        row("requests to foreign hosts", foreign + more, "", 0)
        waited, came = clicks(browser, f"{url}/{place}")
        row("click to evidence", waited, "ms", 300)
        row("bytes of a click", came, "kB", 5)


def main() -> None:
    """Print the figures."""
    if reason := harness.missing():
        print(f"not measured: {reason}")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder) / "store"
        build([ROOT / "data" / "articles"], store)
        with Store.read(store) as found:
            shelf = library(found.collection())
        told = Counter(bill for event in shelf.assessments if (bill := shelf.bill_of(event)))
        ((bill, number),) = told.most_common(1)
        print(f"{os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}")
        browser = harness.launch(playwright)
        of_drawings(browser)
        of_explorer(browser, store, shelf, bill)
        row(f"offline lesson of {number} events", len(lesson(shelf, bill)) / 1000, "kB", 100)
        browser.close()


if __name__ == "__main__":
    main()
