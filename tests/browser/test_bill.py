"""The page of one bill in a browser: what its words mean, and what is said of reports that disagree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness import ROOT, Visit
from playwright.sync_api import expect

from graph.ui.address import address
from graph.views import overview
from graph.views.library import Library

Open = Callable[..., Visit]


@pytest.fixture
def page(serve: Callable[..., str], visit: Open, small_store: Path, small_shelf: Library) -> Visit:
    """The page of the bill that most articles tell of."""
    app = serve(ROOT / "app.py", "small", environment={"LAWPATH_STORE": str(small_store)})
    bill = overview.cards(small_shelf)[0].bill
    opened = visit(f"{app}/{address('bill', bill=bill)}")
    opened.drawn(".bill[data-drawn]")
    return opened


def test_the_fate_of_a_promise_says_what_it_means_to_pointer_and_keyboard(page: Visit) -> None:
    badge = page.page.locator(".bill .badge").first
    tooltip = page.page.locator(".bill .meaning")
    badge.hover()
    expect(tooltip).to_have_text(badge.get_attribute("data-meaning") or "nothing")
    page.page.mouse.move(0, 0)
    expect(tooltip).to_be_hidden()
    page.page.keyboard.press("Tab")
    badge.focus()
    expect(tooltip).to_be_visible()


def test_only_what_is_ruled_out_is_struck_through(page: Visit) -> None:
    untold = page.page.locator(".bill .step.not-told span.name").first
    expect(untold).to_be_visible()
    assert untold.evaluate("one => getComputedStyle(one).textDecorationLine") != "line-through"


def test_reports_that_disagree_say_which_is_used(page: Visit) -> None:
    section = page.page.locator(".bill section", has_text="These reports cannot all be true")
    expect(section.locator(".told .says").first).to_contain_text("; this page uses ")
    beside = section.locator("details .says")
    for number in range(beside.count()):
        expect(beside.nth(number)).to_be_hidden()
    for summary in section.locator("summary").all():
        summary.click()
    for number in range(beside.count()):
        expect(beside.nth(number)).to_be_visible()
